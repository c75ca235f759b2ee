// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/bench/held_out.h"

#include "core/desk/desk.h"
#include "core/guidance/article.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "core/text/text.h"
#include "tests/bench/passing_folder.h"
#include "tests/bench/ranks.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <vector>

namespace guidepost::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest_article = 1024 * 1024;
constexpr int parts = 10;
constexpr std::string_view key = "asked_as: ";

struct Question {
    std::string text = {};
    std::string article = {};
};

std::string quoted(const std::string& phrase)
{
    std::string result = "\"";
    for (const char c : phrase) {
        if (c == '"' || c == '\\')
            result += '\\';
        result += c;
    }
    return result + '"';
}

/// Takes every tenth way of asking out of the article, from the `round`th on, and returns what it took.
std::vector<Question> leave_out(const fs::path& file, int round)
{
    auto text = read_file(file, largest_article);
    const auto meta = guidance::read_document(text).meta;
    std::vector<Question> left_out;
    std::vector<std::string> kept;
    for (std::size_t i = 0; i < meta.asked_as.size(); ++i) {
        if (i % parts == static_cast<std::size_t>(round))
            left_out.push_back({meta.asked_as[i], meta.id});
        else
            kept.push_back(quoted(meta.asked_as[i]));
    }
    if (left_out.empty())
        return left_out;
    const auto from = text.find(fmt::format("\n{}", key));
    if (from == std::string::npos)
        throw Error{Errc::failure, fmt::format("{}: {}is not on a line of its own", file.string(), key)};
    const auto begin = from + 1 + key.size();
    text.replace(begin, text.find('\n', begin) - begin, fmt::format("[{}]", join(kept, ", ")));
    std::ofstream{file, std::ios::binary | std::ios::trunc} << text;
    return left_out;
}

std::vector<Question> leave_out_below(const fs::path& folder, int round)
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator{folder})
        if (entry.path().extension() == ".md" && entry.path().parent_path().filename() == "guidance")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<Question> questions;
    for (const auto& file : files)
        for (auto& question : leave_out(file, round))
            questions.push_back(std::move(question));
    return questions;
}

void ask_round(const fs::path& content, const fs::path& modules, int round, Ranks& ranks)
{
    const PassingFolder place;
    desk::Places places{.profile = place.path() / "profile", .content = place.path() / "content"};
    fs::copy(content, places.content, fs::copy_options::recursive);
    if (!modules.empty()) {
        places.modules = place.path() / "modules";
        fs::copy(modules, places.modules, fs::copy_options::recursive);
    }
    const auto questions = leave_out_below(place.path(), round);
    desk::Desk desk{places};
    desk.adopt_shipped();
    desk.catch_up();
    auto own = desk.make_searcher();
    for (const auto& question : questions)
        ranks.ask(own.searcher, question.text, {question.article});
}

} // namespace

void ask_held_out(const fs::path& content, const fs::path& modules, int rounds)
{
    if (rounds < 1 || rounds > parts)
        throw Error{Errc::failure, fmt::format("there are {} rounds at most", parts)};
    Ranks ranks;
    for (int round = 0; round < rounds; ++round)
        ask_round(content, modules, round, ranks);
    ranks.print("left out");
}

} // namespace guidepost::bench
