// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/pages/pages.h"
#include "core/text/text.h"
#include "core/text/wrap.h"
#include "tests/core/pages/page_example.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace guidepost;
using namespace guidepost::test;

namespace {

/// Lines wider than `width`, but those that hold a web address.
std::vector<std::string> too_wide(const std::string& text, std::size_t width)
{
    std::vector<std::string> lines;
    std::istringstream stream{text};
    for (std::string line; std::getline(stream, line);)
        if (columns(line) > width && !holds(line, "://"))
            lines.push_back(line);
    return lines;
}

} // namespace

TEST_CASE("an article for a terminal has its title, dates, notice and summary", "[pages]")
{
    const auto text = pages::article_text(example_page(), 80);

    REQUIRE(text.starts_with("Working with denial\n===================\n"));
    REQUIRE(holds(text, "Owner: Sexual offending \u00B7 Version of 21 November 2026"));
    REQUIRE(holds(text, "In short. Denial is common."));
    REQUIRE(holds(text, "Written from public sources for practice; not official policy"));
    REQUIRE(holds(text, "\nDo now\n------\n"));
    REQUIRE(holds(text, "- HMIP thematic 2019"));
}

TEST_CASE("links are numbered and listed at the end, each once", "[pages]")
{
    const auto text = pages::article_text(
        example_page_with_body(
            "See [one](kb:one), [two](https://example.org/two), [one again](kb:one), [bad](javascript:x) "
            "and <https://example.org/plain>.\n"),
        80);

    REQUIRE(holds(text, "See one [1], two [2], one again [1], bad and"));
    REQUIRE(holds(text, "\n[1] guidepost://article/one\n[2] https://example.org/two\n"));
    REQUIRE_FALSE(holds(text, "javascript"));
    REQUIRE_FALSE(holds(text, "[3]"));
}

TEST_CASE("lists, quotations and code are indented", "[pages]")
{
    const auto text = pages::article_text(
        example_page_with_body(
            "Before.\n\n- first\n- second with many words so that it goes over the end of the line\n"
            "  1. inner\n  2. inner two\n\n> said\n>\n> - in a list\n\n```\ncode <b>\n```\n\n***\n"),
        40);

    REQUIRE(holds(
        text,
        "\n\n- first\n- second with many words so that it goes\n  over the end of the line\n  1. inner\n"
        "  2. inner two\n\n> said\n>\n> - in a list\n\n    code <b>\n\n* * *\n"));
}

TEST_CASE("every width works, and nothing but web addresses is wider", "[pages]")
{
    const std::size_t width = GENERATE(0u, 1u, 20u, 21u, 33u, 80u, 400u);
    auto page =
        example_page_with_body("## Averyveryveryverylongheadingwithoutanyspace\n\n" + std::string(300, 'x') +
                               " words and \u00E9\u00E9\u00E9 more\n\n"
                               "- a\n  - b\n    - c\n      - d\n        - e\n          - f "
                               "Pneumonoultramicroscopicsilicovolcanoconiosis\n\n"
                               "> > > > > > > > > > > > deep words in a quotation\n");

    const auto text = pages::article_text(page, width);

    REQUIRE(too_wide(text, std::max<std::size_t>(width, 20)) == std::vector<std::string>{});
    REQUIRE(holds(text, "Do") == false);
    REQUIRE(text.back() == '\n');
}

TEST_CASE("nothing in an article can steer the terminal", "[pages]")
{
    auto page = example_page_with_body("\x1B]0;owned\x07 \x1B[2J \xC2\x9B"
                                       "31m \xE2\x80\xAEturned\xE2\x80\xAC `\x1B[0m`\n");
    page.article.title = "a\x1B[31mred\x07";
    page.source_title = "\x1B[1m";

    const auto text = pages::article_text(page, 60);

    REQUIRE_FALSE(holds(text, "\x1B"));
    REQUIRE_FALSE(holds(text, "\x07"));
    REQUIRE_FALSE(holds(text, "\xC2\x9B"));
    REQUIRE_FALSE(holds(text, "\xE2\x80\xAE"));
}

TEST_CASE("every shipped article reads well in a terminal of 20 and of 80 columns", "[pages]")
{
    std::size_t articles = 0;
    for (const auto& entry : std::filesystem::directory_iterator{source_file("content/guidance")}) {
        if (entry.path().extension() != ".md")
            continue;
        std::ostringstream bytes;
        bytes << std::ifstream{entry.path(), std::ios::binary}.rdbuf();
        auto page = example_page();
        page.article.text = bytes.str();
        CAPTURE(entry.path().filename().string());
        for (const std::size_t width : {20u, 80u})
            REQUIRE(too_wide(pages::article_text(page, width), width) == std::vector<std::string>{});
        ++articles;
    }
    REQUIRE(articles > 10);
}
