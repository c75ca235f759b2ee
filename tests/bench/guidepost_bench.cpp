// SPDX-License-Identifier: GPL-2.0-or-later
// Measures the product through its own code paths, without a display. PROFILE is a folder of store
// and index, as everywhere in Guidepost.
//   index DIR PROFILE           a new profile: import DIR into the store, build the index
//   update DIR PROFILE FILE     take in what changed in FILE (a file of DIR) and make it searchable
//   latency PROFILE QUERIES     "microseconds TAB hits TAB query" a line: typed text to 20 shown results
//   prefix PROFILE PREFIXES     the same for a key pressed: the last word may go on
//   counts PROFILE QUERIES      the same for the filter counts that follow
//   publish DIR PROFILE FILE N  the same for N changes of FILE: from the file changed to a search that finds
//                               its new word; the file is put back at the end
//   run JUDGED OUT              index JUDGED/md, answer JUDGED/queries.tsv, write a run file of up to 1,000
//                               results a query
//   consultations PROFILE N      N consultations, made when they are not there: lists, finding, sending
//   guard LINES N               the guard and the red flags at a key, on texts of N letters made of LINES
//   modules                     a warm question to each module with code: a case in, verdicts out
//   searches FILE...            rank of the expected guidance for each line of "query TAB id[,id]"
//   held-out CONTENT MODULES N  the same for ways of asking that were kept from the index, a tenth in each of
//   N
//                               rounds; MODULES "" for none
// Those that time also say percentiles and their peak memory on stderr. README.md tells what they are
// for.
#include "core/desk/desk.h"
#include "core/text/core_files.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "core/text/text.h"
#include "tests/bench/consultations.h"
#include "tests/bench/guard.h"
#include "tests/bench/held_out.h"
#include "tests/bench/passing_folder.h"
#include "tests/bench/ranks.h"
#include "tests/bench/timings.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdio>
#include <fstream>
#include <map>

namespace {

using namespace guidepost;
namespace fs = std::filesystem;
using bench::Clock;

constexpr std::uintmax_t largest_list = 64 * 1024 * 1024;

desk::Desk open_desk(const fs::path& profile)
{
    return desk::Desk{desk::find_places(profile)};
}

void import(desk::Desk& desk, const fs::path& folder)
{
    guidance::ImportOptions options;
    options.who = "benchmark";
    const auto report = guidance::import_folder(desk.connection(), folder, options);
    fmt::print(stderr, "{} added, {} changed, {} unchanged, {} skipped\n", report.added, report.changed,
               report.unchanged, report.skipped.size());
    for (const auto& skipped : report.skipped)
        for (const auto& problem : skipped.problems)
            fmt::print(stderr, "  {}\n", guidance::format_problem(skipped.path, problem));
}

void index(const fs::path& folder, const fs::path& profile)
{
    fs::remove_all(profile);
    auto desk = open_desk(profile);
    import(desk, folder);
    desk.catch_up();
}

void take_in(desk::Desk& desk, const fs::path& folder, const fs::path& file)
{
    guidance::ImportOptions options;
    options.who = "benchmark";
    guidance::import_file(desk.connection(), folder, fs::relative(file, folder).generic_string(), options);
    desk.catch_up();
}

void update(const fs::path& folder, const fs::path& profile, const fs::path& file)
{
    auto desk = open_desk(profile);
    take_in(desk, folder, file);
}

std::vector<std::string> lines_of(const fs::path& file)
{
    return split(read_file(file, largest_list), '\n');
}

template <class Ask>
void time_each(const fs::path& queries, Ask&& ask)
{
    bench::Timings timings;
    for (const auto& line : lines_of(queries)) {
        const auto start = Clock::now();
        const std::size_t hits = ask(line);
        timings.add(Clock::now() - start, hits, line);
    }
    fmt::print(stderr, "{}\n", timings.summary());
}

/// A searcher that has its index open: the first search of all is part of the program's start.
desk::Desk::ThreadSearcher open_searcher(const desk::Desk& desk)
{
    auto own = desk.make_searcher();
    own.searcher.find({});
    return own;
}

void latency(const fs::path& profile, const fs::path& queries, search::Typing typing)
{
    auto desk = open_desk(profile);
    auto own = open_searcher(desk);
    time_each(queries, [&](const std::string& text) {
        search::Query query;
        query.text = text;
        query.typing = typing;
        return own.searcher.find(query).hits.size();
    });
}

void counts(const fs::path& profile, const fs::path& queries)
{
    auto desk = open_desk(profile);
    auto own = open_searcher(desk);
    time_each(queries, [&](const std::string& text) {
        search::Query query;
        query.text = text;
        return own.searcher.count(query).size();
    });
}

/// A word that no text has.
std::string new_word()
{
    std::string word = "zq";
    for (auto n = Clock::now().time_since_epoch().count(); n > 0; n /= 26)
        word += static_cast<char>('a' + n % 26);
    return word;
}

int whole_number(const std::string& text)
{
    int number = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), number).ptr != text.data() + text.size())
        throw Error{Errc::failure, text + " is no number"};
    return number;
}

void publish(const fs::path& folder, const fs::path& profile, const fs::path& file, const std::string& count)
{
    const int times = whole_number(count);
    auto desk = open_desk(profile);
    auto own = open_searcher(desk);
    const auto text = read_file(file, largest_list);
    bench::Timings timings;
    for (int i = 0; i < times; ++i) {
        const auto word = new_word();
        std::ofstream{file, std::ios::binary | std::ios::trunc} << text << "\n\n" << word << "\n";
        const auto start = Clock::now();
        take_in(desk, folder, file);
        search::Query query;
        query.text = word;
        const auto hits = own.searcher.find(query).hits.size();
        timings.add(Clock::now() - start, hits, word);
        if (hits != 1)
            throw Error{Errc::failure, "what was published is not found"};
    }
    std::ofstream{file, std::ios::binary | std::ios::trunc} << text;
    fmt::print(stderr, "{}\n", timings.summary());
}

void run(const fs::path& judged, const fs::path& out)
{
    constexpr std::size_t most_results = 1000;
    const bench::PassingFolder profile;
    auto desk = open_desk(profile.path());
    import(desk, judged / "md");
    desk.catch_up();
    std::map<std::string, std::string> ids;
    for (const auto& line : lines_of(judged / "ids.tsv"))
        if (const auto fields = split(line, '\t'); fields.size() == 2)
            ids[fields[0]] = fields[1];
    auto own = desk.make_searcher();
    std::string result;
    for (const auto& line : lines_of(judged / "queries.tsv")) {
        const auto tab = line.find('\t');
        search::Query query;
        query.text = line.substr(tab + 1);
        query.limit = most_results;
        std::size_t rank = 0;
        for (const auto& hit : own.searcher.find(query).hits) {
            // Ids are made from paths: "md-17" is md/17.md.
            const auto number = hit.article.value().substr(hit.article.value().rfind('-') + 1);
            result += fmt::format("{} Q0 {} {} {:.6f} guidepost\n", line.substr(0, tab), ids.at(number),
                                  ++rank, hit.score);
        }
    }
    write_private_file(out, result);
}

void searches(const std::vector<std::string>& files)
{
    const bench::PassingFolder profile;
    auto desk = open_desk(profile.path());
    desk.adopt_shipped();
    desk.catch_up();
    auto own = desk.make_searcher();
    for (const auto& file : files) {
        bench::Ranks ranks;
        for (const auto& line : lines_of(file))
            if (const auto fields = split(line, '\t'); line.front() != '#' && fields.size() == 2)
                ranks.ask(own.searcher, fields[0], split(fields[1], ','));
        ranks.print(file);
    }
}

/// Warm round trips: the process was started by a first question, which is not counted.
void modules()
{
    constexpr int questions = 2000;
    const bench::PassingFolder profile;
    const auto desk = open_desk(profile.path());
    auto known = parse_case("version: 1\nsetting: community\nsex: male\nage: 34\noffence: [sexual]\narp: 55\n"
                            "vrp: 20\ndc_srp: medium\niic_srp: low\nsara: {partner: low, others: low}\n"
                            "oasys: {\"1.30\": yes, \"6.11\": no, \"11.11\": 1, \"11.12\": 0, \"6.12\": 0,"
                            " \"12.1\": 1, \"12.9\": 0, \"6.1\": 0, \"6.6\": 1, \"7.3\": 0, \"11.3\": 0,"
                            " \"11.2\": 1, \"11.4\": 1, \"11.6\": 0, \"10.1\": 0}\n");
    bench::Timings timings;
    for (const auto& view : desk.modules().modules()) {
        if (!view.has_code())
            continue;
        desk.modules().assess(view.id, known);
        for (int i = 0; i < questions; ++i) {
            known.arp = i % 100; // another case each time
            const auto start = Clock::now();
            const auto assessment = desk.modules().assess(view.id, known);
            timings.add(Clock::now() - start, assessment.options.size(), view.id);
        }
    }
    fmt::print(stderr, "{}\n", timings.summary());
}

} // namespace

int main(int argc, char** argv)
try {
    switch_off_core_files(); // it is given stores with cases of their own
    const std::vector<std::string> words{argv + 1, argv + argc};
    const auto is = [&](const char* verb, std::size_t count) {
        return words.size() == count + 1 && words[0] == verb;
    };
    if (is("index", 2))
        index(words[1], words[2]);
    else if (is("update", 3))
        update(words[1], words[2], words[3]);
    else if (is("latency", 2))
        latency(words[1], words[2], search::Typing::finished);
    else if (is("prefix", 2))
        latency(words[1], words[2], search::Typing::going_on);
    else if (is("counts", 2))
        counts(words[1], words[2]);
    else if (is("publish", 4))
        publish(words[1], words[2], words[3], words[4]);
    else if (is("run", 2))
        run(words[1], words[2]);
    else if (is("consultations", 2)) {
        bench::make_consultations(words[1], whole_number(words[2]));
        bench::time_consultations(words[1]);
    } else if (is("guard", 2)) {
        const bench::PassingFolder profile;
        bench::time_guard(desk::find_places(profile.path()).content, words[1],
                          static_cast<std::size_t>(whole_number(words[2])));
    } else if (is("modules", 0))
        modules();
    else if (words.size() > 1 && words[0] == "searches")
        searches({words.begin() + 1, words.end()});
    else if (is("held-out", 3))
        bench::ask_held_out(words[1], words[2], whole_number(words[3]));
    else {
        fmt::print(stderr,
                   "usage: guidepost-bench index DIR PROFILE | update DIR PROFILE FILE |\n"
                   "       latency PROFILE QUERIES | prefix PROFILE PREFIXES | counts PROFILE QUERIES |\n"
                   "       publish DIR PROFILE FILE N | run JUDGED OUT | searches FILE... |\n"
                   "       held-out CONTENT MODULES N | consultations PROFILE N | guard LINES N | modules\n");
        return 2;
    }
    return 0;
} catch (const std::exception& e) {
    fmt::print(stderr, "guidepost-bench: {}\n", e.what());
    return 1;
}
