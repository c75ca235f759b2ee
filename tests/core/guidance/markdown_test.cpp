// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/markdown.h"
#include "core/text/text.h"
#include "tests/support/catch.h"

#include <set>

using namespace guidepost;
using namespace guidepost::guidance;
using Strings = std::vector<std::string>;

namespace {

Strings anchors(std::string_view markdown)
{
    Strings found;
    for (const auto& section : read_body(markdown).sections)
        found.push_back(section.anchor);
    return found;
}

/// The values of id="..." in order.
Strings ids_of(const std::string& html)
{
    Strings found;
    for (auto at = html.find(" id=\""); at != std::string::npos; at = html.find(" id=\"", at + 1))
        found.push_back(html.substr(at + 5, html.find('"', at + 5) - at - 5));
    return found;
}

bool holds(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

std::string repeated(std::string_view part, std::size_t times)
{
    std::string text;
    for (std::size_t i = 0; i < times; ++i)
        text += part;
    return text;
}

} // namespace

TEST_CASE("every heading opens a section with its text", "[guidance]")
{
    const auto body = read_body("before\n\n# One\n\nfirst *words*,\nmore\n\n- item\n- `code`\n\n## Two `x` "
                                "[y](z)\n\n> said\n\n```\nline\n```\n\n### Empty\n");

    REQUIRE(body.sections.size() == 4);
    CHECK(body.sections[0].heading.empty());
    CHECK(body.sections[0].level == 0);
    CHECK(trimmed(body.sections[0].text) == "before");
    CHECK(body.sections[1].heading == "One");
    CHECK(body.sections[1].level == 1);
    CHECK(body.sections[1].text == "first words, more\nitem\ncode\n");
    CHECK(body.sections[2].heading == "Two x y");
    CHECK(body.sections[2].text == "said\nline\n");
    CHECK(body.sections[3].heading == "Empty");
    CHECK(body.sections[3].text.empty());
}

TEST_CASE("a text that starts with a heading has no section before it", "[guidance]")
{
    REQUIRE(read_body("# One\n").sections.size() == 1);
    REQUIRE(read_body("").sections.size() == 1);
    REQUIRE(read_body("words").sections.size() == 1);
    REQUIRE(read_body("words").sections.front().text == "words\n");
}

TEST_CASE("anchors are unique, slugs, and the same in page and index", "[guidance]")
{
    const std::string markdown = GENERATE(
        as<std::string>{}, "# A\n# A\n# A\n", "# A\n# A 2\n# A\n# A\n", "# A\n# A\n# A 2\n# A 2\n# A-2\n",
        "# \xE4\xB8\xAD\n# ???\n#\n# section\n", "# A ![picture](x) B\n\n## <b>bold</b> &amp; *em*\n",
        "Setext\n===\n\n- # in list\n\n> ## in quote\n", "# Caf\xC3\xA9 na\xC3\xAFve\n# don't\n",
        "# x [link](javascript:a) y\n");
    CAPTURE(markdown);

    const auto found = anchors(markdown);

    REQUIRE(std::set<std::string>(found.begin(), found.end()).size() == found.size());
    for (const auto& anchor : found)
        REQUIRE(is_slug(anchor));
    REQUIRE(ids_of(body_html(markdown, "no such title")) == found);
}

TEST_CASE("an anchor stays while its heading does", "[guidance]")
{
    REQUIRE(anchors("# Do now\n# Why\n") == Strings{"do-now", "why"});
    REQUIRE(anchors("# New first\n\ntext\n\n## Why\n# Do now\n") == Strings{"new-first", "why", "do-now"});
    REQUIRE(anchors("# " + repeated("word ", 60) + "\n").front().size() <= 80);
    REQUIRE(is_slug(anchors("# " + repeated("a", 79) + " b\n").front()));
}

TEST_CASE("nothing a text holds becomes active", "[guidance]")
{
    const std::string markdown = GENERATE(
        as<std::string>{}, "<script>alert(1)</script>\n", "<style>*{display:none}</style>\n",
        "<iframe src=x></iframe>\n", "text <img src=x onerror=alert(1)> more\n",
        "<a href=\"javascript:alert(1)\">x</a>\n", "[x](javascript:alert(1))\n", "[x](JAVASCRIPT:alert(1))\n",
        "[x](java\tscript:alert(1))\n", "[x](&#106;avascript:alert(1))\n",
        "[x](data:text/html;base64,PHNjcmlwdD4=)\n", "[x](vbscript:x)\n", "[x](file:///etc/passwd)\n",
        "<javascript:alert(1)>\n", "![x](javascript:alert(1))\n", "![x](https://example.org/x.png)\n",
        "[x](https://example.org/\" onclick=\"alert(1))\n", "[x](https://e.org 'a\" onclick=\"alert(1)')\n",
        "# <script>x</script>\n", "# \" onmouseover=\"alert(1)\n", "<!-- comment -->\n",
        "<!DOCTYPE x [<!ENTITY y \"z\">]>\n", "<?php x ?>\n", "<![CDATA[<script>]]>\n", "`<script>`\n",
        "    <script>\n", "```<script>\n<script>\n```\n", "[a]: javascript:x\n\n[a]\n",
        "<svg/onload=alert(1)>\n", "&lt;script&gt;\n", "[x](//example.org)\n", "[x](guidepost://evil)\n",
        "[x](kb:../../x)\n", "[x](kb:a\"b)\n", "<div\n\n<script>\n");
    CAPTURE(markdown);

    const auto html = body_html(markdown, "t");

    CAPTURE(html);
    for (const char* bad : {"<script", "<style", "<iframe", "<img", "<svg", "<!--", "<!DOCTYPE", "<?", "<![",
                            "<div", "javascript:", "vbscript:", "file:", "data:"}) {
        const auto lowered = lower_ascii(html);
        for (auto at = lowered.find(bad); at != std::string::npos; at = lowered.find(bad, at + 1)) {
            // As words it may stand there, as a tag or an address it may not.
            const bool is_address = at >= 6 && lowered.substr(at - 6, 6) == "href=\"";
            CHECK_FALSE(is_address);
            CHECK(bad[0] != '<');
        }
    }
    CHECK_FALSE(holds(html, "\" onclick=\""));
    CHECK_FALSE(holds(html, "\" onmouseover=\""));
}

TEST_CASE("the words of what was dropped stay, where they are words", "[guidance]")
{
    REQUIRE(body_html("a <b>bold</b> word", "t") == "<p>a bold word</p>\n");
    REQUIRE(body_html("[words](javascript:x) stay", "t") == "<p>words stay</p>\n");
    REQUIRE(body_html("![a *map*](x.png)", "t") == "<p>[picture not shown: a map]</p>\n");
    REQUIRE(body_html("![](x.png)", "t") == "<p>[picture not shown]</p>\n");
    REQUIRE(body_html("![a ![b](c) d](e)", "t") == "<p>[picture not shown: a b d]</p>\n");
    REQUIRE(body_html("<div>\nwords\n</div>\n\nkept", "t") == "<p>words</p>\n<p>kept</p>\n");
}

TEST_CASE("links to articles become addresses of the desk", "[guidance]")
{
    REQUIRE(article_url("kb:a-b") == "guidepost://article/a-b");
    REQUIRE(article_url("kb:a-b#do-now") == "guidepost://article/a-b#do-now");
    REQUIRE(article_url("kb:a#") == "guidepost://article/a");
    for (const char* target : {"", "kb:", "kb:#x", "kb:A", "kb:a b", "kb:a#B", "kb:a#b#c", "kb:../a",
                               "kb:a/b", "a", "KB:a", "kb:a?x", "kb:a#\""}) {
        CAPTURE(target);
        REQUIRE(article_url(target).empty());
    }
    REQUIRE(body_html("[x](kb:a#b)", "t") == "<p><a href=\"guidepost://article/a#b\">x</a></p>\n");
    REQUIRE(body_html("<mailto:a@b.org> <https://e.org/?a=1&b=2>", "t") ==
            "<p><a href=\"mailto:a@b.org\">mailto:a@b.org</a> <a "
            "href=\"https://e.org/?a=1&amp;b=2\">https://e.org/?a=1&amp;b=2</a></p>\n");
}

TEST_CASE("links are listed as written, with their line", "[guidance]")
{
    const auto links =
        read_body("one [a](kb:x)\n\ntwo\n[b](https://e.org) and [c](javascript:x)\n\n- [d](kb:y#z)\n").links;

    REQUIRE(links.size() == 4);
    CHECK(links[0].target == "kb:x");
    CHECK(links[0].line == 1);
    CHECK(links[1].target == "https://e.org");
    CHECK(links[1].line == 3);
    CHECK(links[2].target == "javascript:x");
    CHECK(links[3].target == "kb:y#z");
    CHECK(links[3].line == 6);
}

TEST_CASE("the title is not repeated and headings stand below it", "[guidance]")
{
    REQUIRE(body_html("# T\n\n## A\n", "T") == "<h2 id=\"a\">\nA\n</h2>\n");
    REQUIRE(body_html("# T\n\n# T\n", "T") == "<h2 id=\"t-2\">\nT\n</h2>\n");
    REQUIRE(body_html("# A\n\n###### B\n", "T") == "<h2 id=\"a\">\nA\n</h2>\n<h6 id=\"b\">\nB\n</h6>\n");
    REQUIRE(body_html("## T *x*\n", "T x").empty());
    REQUIRE(body_html("# T\n", "").find("T") != std::string::npos);
}

TEST_CASE("nesting of a hundred thousand levels is counted and does no harm", "[guidance]")
{
    const auto deep = GENERATE(
        values<std::string_view>({"> ", "- ", "1. ", "*a ", "[", "![", "**a*b", "_", "<", "`", "(["}));
    CAPTURE(deep);
    const auto markdown = repeated(deep, 100'000) + "x";

    const auto body = read_body(markdown);
    const auto html = body_html(markdown, "t");

    REQUIRE(html.size() >= 1);
    if (deep == "> " || deep == "- ")
        REQUIRE(body.depth > deepest_nesting);
    const auto closed = repeated("![", 30'000) + "x" + repeated("](y)", 30'000);
    REQUIRE(body_html(closed, "t") == "<p>[picture not shown: x]</p>\n");
}

TEST_CASE("depth counts blocks and inlines", "[guidance]")
{
    REQUIRE(read_body("").depth == 0);
    REQUIRE(read_body("word").depth == 2);
    REQUIRE(read_body("> - *a **b***").depth == 7);
}

TEST_CASE("any bytes that are UTF-8 can be read", "[guidance]")
{
    std::string text;
    for (int byte = 1; byte < 128; ++byte)
        text += static_cast<char>(byte);
    REQUIRE(read_body(text).sections.size() == 1);
    REQUIRE_FALSE(body_html(text, "t").empty());
    REQUIRE_FALSE(body_html(std::string("a\0b", 3), "t").empty());
    REQUIRE_FALSE(body_html("\xEF\xBF\xBF \xF4\x8F\xBF\xBF \xE2\x80\xAE", "t").empty());
}
