// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/catch.h"
#include "ui/desktop/widgets/result_markup.h"

using namespace guidepost;
using namespace guidepost::desktop;

namespace {

const auto& colours = result_colours(Background::light);
const search::Vocabulary vocabulary{{{.short_form = "BC", .expansion = "Building Choices"}}};

bool holds(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("nothing in a title becomes markup", "[desktop]")
{
    const auto markup = result_markup({.title = "<b>A & B</b> \"quoted\""}, colours, vocabulary);
    CHECK(holds(markup, "&lt;b&gt;A &amp; B&lt;/b&gt; &quot;quoted&quot;"));
}

TEST_CASE("characters markup cannot carry are left out", "[desktop]")
{
    CHECK(escape_markup(std::string{"a\0b\x01\x1f\x7f", 6}) == "ab");
    CHECK(escape_markup("two\nlines\tand") == "two lines and");
    CHECK(escape_markup("didn't") == "didn&apos;t"); // not &#39;, of which labels show #39;
}

TEST_CASE("matched words of a snippet are marked, all else is text", "[desktop]")
{
    const auto markup = highlight_snippet("A <b>man</b> &lt;i&gt; &amp;lt; <script>x</script>", colours);
    CHECK(holds(markup, "weight=\"bold\">man</span>"));
    CHECK(holds(markup, "&lt;i&gt; &amp;lt; &lt;script&gt;x&lt;/script&gt;"));
    CHECK_FALSE(holds(markup, "<script>"));
}

TEST_CASE("a snippet with a mark that never ends stays text", "[desktop]")
{
    CHECK(highlight_snippet("a <b>bold", colours) == "a &lt;b&gt;bold");
    CHECK(highlight_snippet("</b><b>", colours) == "&lt;/b&gt;&lt;b&gt;");
    CHECK(highlight_snippet("", colours).empty());
}

TEST_CASE("what is not reviewed or overdue is said in words", "[desktop]")
{
    search::Hit hit{.title = "T"};
    CHECK(warnings_of(hit).empty());
    hit.state = guidance::ArticleState::imported;
    hit.is_expired = true;
    hit.review_by = parse_date("2026-03-12");
    CHECK(warnings_of(hit) == std::vector<std::string>{"Not reviewed", "Review overdue since 12 March 2026"});
    CHECK(holds(result_markup(hit, colours, vocabulary), "Not\xC2\xA0reviewed"));
}

TEST_CASE("why a hit was found is told, and what fits the case stands out", "[desktop]")
{
    const auto markup = result_markup(
        {.title = "T", .why = {"matched ARP, the newer name of OGRS", "fits the case: licence"}}, colours,
        vocabulary);
    CHECK(holds(markup, "Matched ARP, the newer name of OGRS"));
    CHECK(holds(markup, colours.fits_back));
}

TEST_CASE("a result names its programme as the vocabulary does", "[desktop]")
{
    const auto markup =
        result_markup({.title = "Groups", .programme = {"building-choices"}}, colours, vocabulary);
    CHECK(holds(markup, "Building\u00a0Choices"));
    CHECK(holds(result_markup({.programme = {"building-choices"}}, colours, {}), "Building\u00a0choices"));
}

TEST_CASE("what the model says of a result can be said in another language", "[desktop]")
{
    search::Hit hit{.title = "Bus passes", .state = guidance::ArticleState::imported};
    hit.is_expired = true;
    hit.review_by = parse_date("2026-03-12");
    const auto shouted = [](const char* english) {
        return std::string{english} == "Not reviewed" ? "HEB EI ADOLYGU" : std::string{"ERS %s"};
    };
    CHECK(warnings_of(hit, shouted) == std::vector<std::string>{"HEB EI ADOLYGU", "ERS 12 March 2026"});
    CHECK(holds(result_markup(hit, colours, vocabulary, shouted), "HEB\u00a0EI\u00a0ADOLYGU"));
    CHECK(filled_in("no gap", "x") == "no gap");
}
