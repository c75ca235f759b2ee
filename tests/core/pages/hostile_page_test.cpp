// SPDX-License-Identifier: GPL-2.0-or-later
// What is shown was written by anybody: nothing of it may become active, and nothing may break the page.
#include "core/pages/pages.h"
#include "tests/core/pages/page_example.h"
#include "tests/support/catch.h"

using namespace guidepost;
using namespace guidepost::test;

namespace {

const std::vector<std::string> hostile_words{
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'><svg onload=alert(1)>",
    "{{title}} {{{style}}} {{#warnings}}",
    "{{=<% %>=}}",
    "</title></style></head><body onload=alert(1)>",
    "<!-- --> ]]> <![CDATA[",
    "javascript:alert(1)",
    "&lt;script&gt; &amp;",
    "<meta http-equiv=refresh content=0;url=http://example.org>",
};

/// Tags of the page as they stand, without the text between them.
std::vector<std::string> tags_of(std::string_view html)
{
    std::vector<std::string> tags;
    for (auto at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1))
        tags.emplace_back(html.substr(at, html.find('>', at) - at + 1));
    return tags;
}

/// A tag without what stands between quotes.
std::string without_values(const std::string& tag)
{
    std::string result;
    bool is_quoted = false;
    for (const char c : tag) {
        if (c == '"')
            is_quoted = !is_quoted;
        else if (!is_quoted)
            result += c;
    }
    return result;
}

void require_inert(std::string_view html)
{
    REQUIRE(holds(html,
                  "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                  "'unsafe-inline'; img-src data:\">"));
    REQUIRE(count_of(html, "<style>") == 1);
    REQUIRE(count_of(html, "<body>") == 1);
    for (const auto& tag : tags_of(html)) {
        CAPTURE(tag);
        REQUIRE_FALSE(tag.starts_with("<script"));
        REQUIRE_FALSE(tag.starts_with("<img"));
        REQUIRE_FALSE(tag.starts_with("<svg"));
        REQUIRE_FALSE(tag.starts_with("<iframe"));
        REQUIRE_FALSE(tag.starts_with("<!--"));
        REQUIRE_FALSE(holds(without_values(tag), "onerror"));
        REQUIRE_FALSE(holds(without_values(tag), "onload"));
        REQUIRE_FALSE(tag.starts_with("<meta http-equiv=\"refresh"));
        REQUIRE_FALSE(tag.starts_with("<meta http-equiv=refresh"));
        if (const auto href = tag.find("href=\""); href != std::string::npos) {
            const auto target = tag.substr(href + 6);
            const bool is_allowed = target.starts_with("guidepost://") || target.starts_with("http://") ||
                                    target.starts_with("https://") || target.starts_with("mailto:") ||
                                    target.starts_with("#");
            REQUIRE(is_allowed);
        }
    }
}

std::string quoted(const std::string& words)
{
    std::string result{"'"};
    for (const char c : words)
        result += c == '\'' ? std::string{"''"} : std::string(1, c);
    return result + "'";
}

} // namespace

TEST_CASE("hostile words in any value of an article are shown as words", "[pages]")
{
    const auto words = GENERATE(from_range(hostile_words));
    CAPTURE(words);
    auto page = example_page();
    page.article.title = words;
    page.article.id = ArticleId{words};
    page.article.revision = RevisionId{words};
    page.article.text = "---\nsummary: " + quoted(words) + "\nowner: " + quoted(words) + "\nsources: [" +
                        quoted(words) + "]\ntopics: [" + quoted(words) + "]\nlanguage: " + quoted(words) +
                        "\n---\n" + words + "\n\n## " + words + "\n\n[" + "x](<" + words + ">)\n";
    page.source_title = words;
    page.approved_by = words;
    page.marked_anchor = words;
    search::Hit hit;
    hit.article = ArticleId{words};
    hit.title = words;
    hit.anchor = words;
    hit.snippet = words;
    page.related = {hit};

    require_inert(pages::article_page(page, {}));
}

TEST_CASE("hostile words in every other page are shown as words", "[pages]")
{
    const auto words = GENERATE(from_range(hostile_words));
    CAPTURE(words);
    pages::HomePage home;
    home.articles = 1;
    home.bookmarks = {{words, words, words}};
    home.recent = {{words, "guidepost://article/" + words, words}};
    home.by_owner = {{words, {{words, "https://" + words, words}}}};

    require_inert(pages::home_page(home, {}));
    require_inert(pages::message_page({words, {words}, {words}}, {}));
}

TEST_CASE("braces in a value are not read as a template", "[pages]")
{
    auto page = example_page();
    page.article.title = "{{title}}{{summary}}";

    const auto html = pages::article_page(page, {});

    REQUIRE(holds(html, "<h1>{{title}}{{summary}}</h1>"));
}

TEST_CASE("braces in the text of an article are kept", "[pages]")
{
    const auto html =
        pages::article_page(example_page_with_body("Say {{#body}} and {{{body}}} and {{/x}}.\n"), {});

    REQUIRE(holds(html, "Say {{#body}} and {{{body}}} and {{/x}}."));
}

TEST_CASE("a title of a megabyte is cut, not shown whole", "[pages]")
{
    auto page = example_page();
    page.article.title = std::string(1 << 20, '<');

    const auto html = pages::article_page(page, {});

    REQUIRE(html.size() < 40'000);
    require_inert(html);
}

TEST_CASE("links of a page lead to guidepost, the web or mail and nowhere else", "[pages]")
{
    require_inert(pages::article_page(
        example_page_with_body(
            "[a](javascript:alert(1)) [b](data:text/html,x) [c](file:///etc/passwd) [d](//host/x) "
            "[e](JaVaScRiPt:x) [f](&#106;avascript:x) [g](kb:../x) [h](guidepost://evil) "
            "<javascript:alert(1)> [i](vbscript:x) [j][ref] ![k](http://x/y.png)\n\n[ref]: javascript:x\n"),
        {}));
}

TEST_CASE("a control character in a title does not reach the page", "[pages]")
{
    auto page = example_page();
    page.article.title = "a\x01"
                         "b\x1B"
                         "c";

    REQUIRE(holds(pages::article_page(page, {}), "<h1>abc</h1>"));
}
