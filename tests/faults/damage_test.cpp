// SPDX-License-Identifier: GPL-2.0-or-later
// Bits that flip in the index: no crash, and never "nothing found" of what is there.
#include "core/text/files.h"
#include "tests/support/articles.h"
#include "tests/support/catch.h"
#include "tests/support/long_form.h"

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <random>

using namespace guidepost;
namespace fs = std::filesystem;

namespace {

constexpr std::array words{"walrus", "otter", "badger"};

void flip_bit(const fs::path& file, std::uintmax_t byte, unsigned bit)
{
    std::fstream stream{file, std::ios::in | std::ios::out | std::ios::binary};
    stream.seekg(static_cast<std::streamoff>(byte));
    const auto value = static_cast<char>(stream.get() ^ (1 << bit));
    stream.seekp(static_cast<std::streamoff>(byte));
    stream.put(value);
}

/// Where a stem's bytes stand in the postings, to hit what is searched.
std::vector<std::uintmax_t> places_of(const fs::path& file, std::string_view stem)
{
    const auto bytes = read_file(file, 1 << 30);
    std::vector<std::uintmax_t> places;
    for (auto at = bytes.find(stem); at != std::string::npos; at = bytes.find(stem, at + 1))
        places.push_back(at);
    return places;
}

enum Outcome { answered = 0, titles_only = 10, false_nothing = 20, threw = 30 };

/// Asks in a process of its own, so that a crash is an outcome and not the end of the test.
int outcome_of(const fs::path& folder)
{
    const auto child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        alarm(30); // an endless loop ends as a signal
        int outcome = answered;
        try {
            const desk::Desk desk{desk::Places{folder / "profile", folder / "content"}};
            auto own = desk.make_searcher();
            for (const auto* word : words) {
                search::Query query;
                query.text = word;
                const auto page = own.searcher.find(query);
                own.searcher.count(query);
                query.typing = search::Typing::going_on;
                own.searcher.find(query);
                if (page.index.kind == search::IndexState::Kind::titles_only)
                    outcome = std::max<int>(outcome, titles_only);
                else if (page.hits.empty())
                    outcome = std::max<int>(outcome, false_nothing);
            }
        } catch (...) {
            outcome = threw; // find() promises to answer
        }
        _exit(outcome);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
}

} // namespace

TEST_CASE("a damaged index never crashes the search and never claims that nothing was found", "[faults]")
{
    test::Bench bench;
    std::vector<std::pair<std::string, std::string>> files;
    std::mt19937 random{17};
    for (int i = 0; i < 400; ++i) {
        std::string text =
            fmt::format("# Page {}\n\nThe {} waits. ", i, words[static_cast<std::size_t>(i) % words.size()]);
        for (int word = 0; word < 60; ++word)
            text += fmt::format("word{} ", random() % 2000);
        files.emplace_back(fmt::format("{}.md", i), text + "\n");
    }
    bench.import(files);
    const auto index = bench.desk().index_folder();
    const auto healthy = bench.folder() / "healthy";
    fs::copy(index, healthy, fs::copy_options::recursive);
    REQUIRE(outcome_of(bench.folder()) == answered);

    std::vector<fs::path> tables;
    for (const auto& entry : fs::recursive_directory_iterator{index})
        if (entry.is_regular_file() && entry.file_size() > 0 && entry.path().filename() != "lock")
            tables.push_back(entry.path());
    std::map<int, int> seen;
    for (int round = 0; round < test::times(50, 500); ++round) {
        fs::remove_all(index);
        fs::copy(healthy, index, fs::copy_options::recursive);
        fs::path file;
        std::uintmax_t byte = 0;
        if (round % 2 == 0) {
            const auto* stem = words[static_cast<std::size_t>(round / 2) % words.size()];
            for (const auto& table : tables)
                if (table.filename() == "postlist.glass")
                    file = table;
            const auto places = places_of(file, std::string_view{stem}.substr(0, 5));
            REQUIRE_FALSE(places.empty());
            byte = places[random() % places.size()] + random() % 80;
        } else {
            file = tables[random() % tables.size()];
            byte = random() % fs::file_size(file);
        }
        byte = std::min(byte, fs::file_size(file) - 1);
        flip_bit(file, byte, static_cast<unsigned>(random() % 8));
        const auto outcome = outcome_of(bench.folder());
        ++seen[outcome];
        INFO("round " << round << ": " << file.filename() << " byte " << byte << " -> " << outcome);
        CHECK((outcome == answered || outcome == titles_only));
    }
    for (const auto& [outcome, count] : seen)
        fmt::print("outcome {}: {} times (0 answered, 10 by titles, 20 a false nothing, 30 an error, 1000+ a "
                   "signal)\n",
                   outcome, count);

    SECTION("and a rebuild puts it right")
    {
        REQUIRE(bench.desk().rebuild() == search::Caught::up);
        REQUIRE(outcome_of(bench.folder()) == answered);
    }
}
