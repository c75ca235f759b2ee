// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/checks.h"
#include "core/text/error.h"
#include "tests/core/guidance/library_example.h"
#include "tests/support/catch.h"

#include <fmt/format.h>

using namespace guidepost;
using namespace guidepost::guidance;
using namespace guidepost::test;

namespace {

/// 320 words under the four headings, so that nothing but the rest is wrong.
std::string full_body(const std::string& rest = "")
{
    std::string words;
    for (int i = 0; i < 80; ++i)
        words += "word ";
    return "## Do now\n\n" + words + "\n\n## Why\n\n" + words + "\n\n## What to say\n\n" + words +
           "\n\n## Stop and ask\n\n" + words + "\n\n" + rest;
}

std::string said(const CheckedFolder& folder)
{
    std::string text;
    for (const auto& problem : folder.problems)
        text += format_problem("folder", problem) + '\n';
    for (const auto& article : folder.articles)
        for (const auto& problem : article.problems)
            text += format_problem(article.path, problem) + '\n';
    return text;
}

} // namespace

TEST_CASE("a good pack has nothing to mend", "[guidance]")
{
    LibraryExample example;
    example.write_manifest();
    example.write(
        "a.md",
        guidance_text(
            "a", full_body("[b](kb:b#why) and [top](kb:b), [here](#do-now), [web](https://example.org).\n")));
    example.write("b.md", guidance_text("b", full_body()));

    const auto checked = check_folder(example.path());

    REQUIRE(said(checked).empty());
    REQUIRE(checked.errors() == 0);
    REQUIRE(checked.warnings() == 0);
    REQUIRE(checked.articles.size() == 2);
    const auto& article = checked.articles.front();
    REQUIRE(article.id == "a");
    REQUIRE(article.title == "About a");
    REQUIRE(article.links == 4);
    REQUIRE(article.sources == 1);
    REQUIRE(article.words == 334);
    REQUIRE(article.reading_age);
}

TEST_CASE("a check says everything an import would say", "[guidance]")
{
    LibraryExample example;
    example.write_manifest();
    example.write("missing.md", "---\nid: missing\ntitle: M\nodd: x\n---\n" + full_body());
    example.write("bytes.md", "\xFF");
    example.write("large.md", guidance_text("large", std::string(70'000, 'a')));
    example.write("deep.md", guidance_text("deep", std::string(200, '>') + " a"));
    example.write("empty.md", guidance_text("empty", ""));
    example.write("no-end.md", "---\nid: x\n" + full_body());
    std::filesystem::create_symlink("missing.md", example.path() / "link.md");
    example.write("twice.md", guidance_text("twice", full_body()));
    example.write("twice-again.md", guidance_text("twice", full_body()));

    const auto checked = said(check_folder(example.path()));
    const auto report = example.import();

    INFO(checked);
    for (const auto& list : {report.skipped, report.warnings})
        for (const auto& file : list)
            for (const auto& problem : file.problems) {
                const auto line = format_problem(file.path, problem);
                CAPTURE(line);
                // Which of two files with one id is the second is a matter of order alone.
                REQUIRE(checked.find(problem.key == "id" ? "already belongs to" : line) != std::string::npos);
            }
    REQUIRE(report.skipped.size() >= 7);
}

TEST_CASE("links that lead nowhere are errors with their line", "[guidance]")
{
    LibraryExample example;
    example.write_manifest();
    const auto head = static_cast<std::size_t>(10);
    example.write(
        "a.md", guidance_text(
                    "a", "[x](kb:absent)\n\n[x](kb:b#absent)\n\n[x](kb:B)\n\n[x](kb:#why)\n\n[x](#absent)\n\n"
                         "[x](notes.md)\n\n[x](javascript:y)\n\n[x]()\n\n" +
                             full_body()));
    example.write("b.md", guidance_text("b", full_body()));

    const auto lines = said(check_folder(example.path()));

    REQUIRE(
        lines ==
        fmt::format("a.md:{}: error: there is no article \"absent\" to link to\n"
                    "a.md:{}: error: the article \"b\" has no heading \"absent\"\n"
                    "a.md:{}: error: the link to \"kb:B\" does not name an article; write kb:id#heading\n"
                    "a.md:{}: error: the link to \"kb:#why\" does not name an article; write kb:id#heading\n"
                    "a.md:{}: error: the article \"a\" has no heading \"absent\"\n"
                    "a.md:{}: warning: the link to \"notes.md\" is not shown as one; write kb:id#heading, "
                    "https:// or mailto:\n"
                    "a.md:{}: warning: the link to \"javascript:y\" is not shown as one; write "
                    "kb:id#heading, https:// or mailto:\n"
                    "a.md:{}: warning: the link to \"\" is not shown as one; write kb:id#heading, https:// "
                    "or mailto:\n",
                    head + 2, head + 4, head + 6, head + 8, head + 10, head + 12, head + 14, head + 16));
}

TEST_CASE("links may lead to the articles of other packs when these are named", "[guidance]")
{
    LibraryExample example;
    example.write_manifest();
    example.write("a.md", guidance_text("a", full_body("[x](kb:far#why) [y](kb:far#absent)\n")));
    TempDir other;
    other.write("far.md", guidance_text("far", full_body()));

    REQUIRE(check_folder(example.path()).errors() == 2);
    const auto checked = check_folder(example.path(), {.others = {other.path()}});
    REQUIRE(checked.errors() == 1);
    REQUIRE(checked.articles.size() == 1);
}

TEST_CASE("missing headings are warned about where an officer looks for them", "[guidance]")
{
    LibraryExample example;
    example.write_manifest();
    const std::string kind = GENERATE(as<std::string>{}, "topic", "scenario", "session", "toolkit", "notice");
    auto text = guidance_text("a", "## Do now\n\n" + full_body().substr(full_body().find("word")));
    text.replace(text.find("kind: topic"), 11, "kind: " + kind);
    text.replace(text.find("## Why"), 6, "## Because");
    example.write("a.md", text);

    const auto lines = said(check_folder(example.path()));

    if (kind == "topic" || kind == "scenario")
        REQUIRE(lines == "a.md: warning: has no heading \"Why\"\n");
    else
        REQUIRE(lines.empty());
}

TEST_CASE("texts that are too short or too long are warned about", "[guidance]")
{
    LibraryExample example;
    example.write_manifest();
    const auto words = [](int count) {
        std::string text = "## Do now\n## Why\n## What to say\n## Stop and ask\n\n";
        for (int i = 9; i < count; ++i)
            text += "word ";
        return text;
    };
    for (const int count : {299, 300, 900, 901})
        example.write(fmt::format("a{}.md", count), guidance_text(fmt::format("a{}", count), words(count)));

    REQUIRE(said(check_folder(example.path())) ==
            "a299.md: warning: has 299 words; 300 to 900 are read to the end\n"
            "a901.md: warning: has 901 words; 300 to 900 are read to the end\n");
}

TEST_CASE("a folder without a usable manifest is said and still checked", "[guidance]")
{
    LibraryExample example;
    example.write("a.md", guidance_text("a", full_body()));
    REQUIRE(said(check_folder(example.path())) ==
            "folder: warning: has no pack.yaml: it would be imported as texts that nobody reviewed\n");

    example.write("pack.yaml", "id: x\n");
    const auto checked = check_folder(example.path());
    REQUIRE(checked.errors() == 1);
    REQUIRE(checked.articles.size() == 1);
}

TEST_CASE("a Welsh text has no English reading age", "[guidance]")
{
    LibraryExample example;
    auto text = guidance_text("a", full_body());
    text.replace(text.find("language: en"), 12, "language: cy");
    example.write("a.md", text);

    REQUIRE_FALSE(check_folder(example.path()).articles.front().reading_age);
}

TEST_CASE("an empty folder has nothing and an absent one is an error", "[guidance]")
{
    LibraryExample example;
    REQUIRE(check_folder(example.path()).articles.empty());
    REQUIRE_THROWS_AS(check_folder(example.path() / "absent"), Error);
}

TEST_CASE("the shipped guidance has no errors", "[guidance]")
{
    const auto checked = check_folder(source_file("content/guidance"),
                                      {.sources = read_cited_sources(source_file("content"))});

    INFO(said(checked));
    CHECK(checked.errors() == 0);
    for (const auto& article : checked.articles) {
        CAPTURE(article.path);
        CHECK(article.sources > 0);
        CHECK(article.reading_age.value_or(99) < 17);
    }
}
