// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/checks.h"
#include "core/guidance/cited_sources.h"
#include "core/guidance/source_uses.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "core/text/text.h"
#include "tests/core/guidance/library_example.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <fmt/format.h>

#include <map>
#include <set>

using namespace guidepost;
using namespace guidepost::guidance;
using namespace guidepost::test;
using Catch::Matchers::Contains;

namespace {

std::string record(std::string_view id, std::string_view more = "read_on: 2026-11-30")
{
    return fmt::format("  - id: {}\n    title: The Act\n    publisher: Parliament\n    date: \"2020\"\n"
                       "    where: a library\n    governs: recall\n    {}\n",
                       id, more);
}

CitedSources sources_of(const std::string& records)
{
    return parse_cited_sources("sources:\n" + records);
}

const auto today = *parse_date("2026-12-01");

std::vector<Problem> source_problems(const std::string& written, bool names_records,
                                     const CitedSources& sources)
{
    LibraryExample example;
    example.write("pack.yaml", "id: p\ntitle: P\nversion: 1\napproved_by: E\napproved_on: 2026-01-01\n" +
                                   std::string{names_records ? "sources: records\n" : ""});
    auto text = guidance_text("a");
    const auto at = text.find("sources: ");
    text.replace(at, text.find('\n', at) - at, "sources: " + written);
    example.write("a.md", text);
    auto problems =
        check_folder(example.path(), {.sources = sources, .today = today}).articles.front().problems;
    std::erase_if(problems, [](const Problem& problem) { return problem.key != "sources"; });
    return problems;
}

} // namespace

TEST_CASE("a source is read with all that its record says", "[guidance]")
{
    const auto sources = sources_of(record("act") + record("code", "read_on: 2026-08"));

    REQUIRE(sources.all().size() == 2);
    const auto* act = sources.find("act");
    REQUIRE(act);
    CHECK(citation(*act) == "The Act (Parliament, 2020)");
    CHECK(read_on_words(*act) == "30 November 2026");
    CHECK(read_on_words(*sources.find("code")) == "August 2026");
    CHECK_FALSE(sources.find("other"));
}

TEST_CASE("practice needs no more than its name and never grows old", "[guidance]")
{
    const auto sources = sources_of("  - id: practice\n    title: Practice\n    kind: practice\n");

    const auto& practice = sources.all().front();
    CHECK(citation(practice) == "Practice");
    CHECK(why_look_again(practice, sources, *parse_date("2099-01-01")).empty());
}

TEST_CASE("a record that cannot be relied on is refused with its line", "[guidance]")
{
    const auto refused = [](const std::string& records, const std::string& why) {
        INFO(records);
        CHECK_THROWS_WITH(sources_of(records), Contains(why));
    };
    refused(record("act") + record("act"), "act stands here a second time");
    refused(record("An Act"), "id takes a-z");
    refused(record("act", "where: x"), "where stands here a second time");
    refused(record("act", "read_on: once"), "line 8");
    refused(record("act", "read_on: 2026-13"), "read_on takes a day or a month");
    refused(record("act", "odd: x"), "is not a key of a source");
    refused("  - id: act\n    title: The Act\n", "act has no publisher");
    refused(record("act", "read_on: 2026-11-30\n    replaced_by: other"), "is no other source");
    refused(record("act", "read_on: 2026-11-30\n    replaced_by: act"), "is no other source");
}

TEST_CASE("a source that was replaced, or read over a year ago, is one to look at again", "[guidance]")
{
    const auto sources = sources_of(record("old", "read_on: 2026-11-30\n    replaced_by: new") +
                                    record("new", "read_on: 2025-11-30"));

    CHECK(why_look_again(*sources.find("old"), sources, today) ==
          "was replaced by The Act (Parliament, 2020)");
    CHECK(why_look_again(*sources.find("new"), sources, *parse_date("2026-11-30")).empty());
    CHECK(why_look_again(*sources.find("new"), sources, today) ==
          "was last read 30 November 2025, over a year ago");
}

TEST_CASE("a pack that names records is refused text and unknown ids, by line and key", "[guidance]")
{
    const auto sources = sources_of(record("act"));

    CHECK(source_problems("[act]", true, sources).empty());
    for (const auto* written : {"[acts]", "[\"The Act, 2020\"]", "[act, \"\u0410ct\"]"}) {
        INFO(written);
        const auto problems = source_problems(written, true, sources);
        REQUIRE(problems.size() == 1);
        CHECK(problems.front().severity == Severity::error);
        CHECK(problems.front().line > 1);
    }
}

TEST_CASE("another pack may write its sources as text, and hears of an id that names nothing", "[guidance]")
{
    const auto sources = sources_of(record("act"));

    CHECK(source_problems("[\"The Act, 2020\", act]", false, sources).empty());
    const auto problems = source_problems("[acts]", false, sources);
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().severity == Severity::warning);
}

TEST_CASE("an article that stands on a source to look at again is named", "[guidance]")
{
    const auto sources =
        sources_of(record("old", "read_on: 2026-11-30\n    replaced_by: new") + record("new"));

    const auto problems = source_problems("[old, new]", true, sources);

    REQUIRE(problems.size() == 1);
    CHECK(problems.front().severity == Severity::warning);
    CHECK_THAT(problems.front().message, Contains("names \"old\", which was replaced by"));
}

TEST_CASE("the manifest of a pack says records of its sources, or nothing", "[guidance]")
{
    LibraryExample example;
    example.write("pack.yaml",
                  "id: p\ntitle: P\nversion: 1\napproved_by: E\napproved_on: 2026-01-01\nsources: text\n");

    CHECK(check_folder(example.path()).errors() == 1);
}

TEST_CASE("the packs that ship name records, and every one is there", "[guidance]")
{
    const auto sources = read_cited_sources(source_file("content"));
    REQUIRE(sources.all().size() > 100);
    const std::vector<std::string> packs{"content/guidance",
                                         "plugins/building-choices/guidance",
                                         "plugins/domestic-abuse/guidance",
                                         "plugins/general-offending/guidance",
                                         "plugins/sexual-offending/guidance",
                                         "plugins/toolkits/guidance"};
    Surroundings around{.sources = sources, .today = *parse_date("2026-11-30")};
    for (const auto& pack : packs)
        around.others.push_back(source_file(pack));

    for (const auto& pack : packs) {
        CHECK_THAT(read_file(source_file(pack) / "pack.yaml", 10'000), Contains("\nsources: records"));
        for (const auto& article : check_folder(source_file(pack), around).articles)
            for (const auto& problem : article.problems)
                if (problem.key == "sources")
                    FAIL_CHECK(pack << "/" << format_problem(article.path, problem));
    }
}

TEST_CASE("what a page lists of a source is its citation, and text stays as it was written", "[guidance]")
{
    const auto sources =
        sources_of(record("act") + "  - id: practice\n    title: Practice\n    kind: practice\n");

    CHECK(source_lines({"act", "practice", "A book, 1999", "other"}, sources) ==
          std::vector<std::string>{"The Act (Parliament, 2020), read 30 November 2026", "Practice",
                                   "A book, 1999", "other"});
}

TEST_CASE("a page is read without its records when their file is broken, and whoever asks for them is told",
          "[guidance]")
{
    TempDir dir;
    dir.write("sources.yaml", "sources:\n" + record("act", "odd: x"));

    CHECK(cited_sources_for_pages(dir.path()).all().empty());
    CHECK_THROWS_WITH(read_cited_sources(dir.path()), Contains("sources.yaml: line 8"));
}

TEST_CASE("the records that data files name are found with their lines, and texts are no ids", "[guidance]")
{
    TempDir dir;
    dir.write("a/rules.yaml", "# source records: act, code\n"
                              "rules:\n"
                              "  - {at_least: 2, source: \"act, code\"}\n"
                              "  - {at_least: 3, source: \"The Act, 2020\"}\n"
                              "    # source records: act\n"
                              "sources:\n  - code\n  - a book\n");
    dir.write("b.tsv", "# Read in full.\n# source records: act\n56 days\tfixed\n");
    dir.write("broken.yaml", "# source records: act\nrules: [\n");
    dir.write("c.md", "# source records: act\n");
    dir.write("pack.yaml", "sources: records\n");

    std::vector<std::string> said;
    for (const auto& rules : rules_with_sources(dir.path()))
        said.push_back(fmt::format("{}:{} {}", rules.path, rules.line, fmt::join(rules.sources, " ")));

    CHECK(said == std::vector<std::string>{"a/rules.yaml:1 act code", "a/rules.yaml:3 act code",
                                           "a/rules.yaml:5 act", "a/rules.yaml:7 code", "b.tsv:2 act",
                                           "broken.yaml:1 act"});
    CHECK(rules_with_sources(dir.path() / "none").empty());
}

TEST_CASE("data files say which records their rules were taken from, and each is there", "[guidance]")
{
    const auto sources = read_cited_sources(source_file("content"));
    std::set<std::string> saying;
    for (const auto* folder : {"plugins", "content"})
        for (const auto& rules : rules_with_sources(source_file(folder))) {
            saying.insert(rules.path);
            for (const auto& id : rules.sources) {
                INFO(rules.path << ":" << rules.line << " names " << id);
                CHECK(sources.find(id));
            }
        }
    for (const auto& entry : std::filesystem::recursive_directory_iterator{source_file("plugins")}) {
        const auto path = entry.path().lexically_relative(source_file("plugins")).generic_string();
        if (entry.path().extension() != ".yaml" || entry.path().parent_path().filename() == "guidance" ||
            path.starts_with("template/") || path.starts_with("api/"))
            continue;
        INFO(path);
        CHECK(saying.contains(path));
    }
    CHECK(saying.contains("rules/recall.tsv"));
    CHECK(saying.contains("red-flags.yaml"));
    CHECK(saying.contains("bank-holidays.tsv"));
}

TEST_CASE("every entry of a module's rules and of what became of programmes names records", "[guidance]")
{
    std::map<std::string, std::size_t> named;
    for (const auto& rules : rules_with_sources(source_file("plugins")))
        ++named[rules.path];
    for (const auto& entry : std::filesystem::recursive_directory_iterator{source_file("plugins")}) {
        const auto name = entry.path().filename();
        if (name != "interventions.yaml" && name != "transition.yaml")
            continue;
        const auto text = read_file(entry.path(), 1 << 20);
        std::size_t entries = 0;
        for (const auto& line : split(text, '\n'))
            entries += line.starts_with("  - id: ") ? 1 : 0;
        INFO(entry.path());
        CHECK(entries > 0);
        CHECK(named[entry.path().lexically_relative(source_file("plugins")).generic_string()] >= entries);
    }
}

TEST_CASE(
    "code of a module names records where a number of the field stands, and its module.yaml names them too",
    "[guidance]")
{
    constexpr std::string_view mark = "// source records: ";
    const auto folder = source_file("plugins/building-choices");
    std::set<std::string> named;
    for (const auto& rules : rules_with_sources(folder))
        if (rules.path == "module.yaml")
            named.insert(rules.sources.begin(), rules.sources.end());
    for (const auto* file : {"needs.cpp", "risk.cpp", "pathway.cpp", "cohort.cpp", "suitability.cpp",
                             "blanks.cpp", "group.cpp", "working.cpp"}) {
        INFO(file);
        const auto text = read_file(folder / file, 1 << 20);
        const auto at = text.find(mark);
        REQUIRE(at != std::string::npos);
        const auto start = at + mark.size();
        for (const auto& id : split(text.substr(start, text.find('\n', start) - start), ','))
            CHECK(named.contains(std::string{trimmed(id)}));
    }
}
