// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/pages/pages.h"
#include "tests/core/pages/page_example.h"
#include "tests/support/catch.h"
#include "tests/support/growth.h"

#include <fmt/format.h>

using namespace guidepost;
using namespace guidepost::test;

TEST_CASE("a draft says that it is no guidance", "[pages]")
{
    auto page = example_page();
    page.is_draft = true;
    const auto html = pages::article_page(page, {});
    CHECK(holds(html, "Nobody has reviewed it, and it is no guidance."));
    CHECK_FALSE(holds(html, pages::public_sources_notice));
}

TEST_CASE("an article page shows title, owner, dates, summary and sources", "[pages]")
{
    const auto html = pages::article_page(example_page(), {});

    REQUIRE(holds(html, "<h1>Working with denial</h1>"));
    REQUIRE(holds(html, "<title>Working with denial</title>"));
    REQUIRE(holds(html, "Owner: Sexual offending"));
    REQUIRE(holds(html, "Version of 21 November 2026"));
    REQUIRE(holds(html, "Next review 21 May 2027"));
    REQUIRE(holds(html, "<strong>In short.</strong> Denial is common."));
    REQUIRE(holds(html, "<li>HMIP thematic 2019</li>"));
    REQUIRE(holds(html, "Sexual offending \u203A Innocence"));
    REQUIRE(holds(html, "From General guidance, approved by Guidepost editors"));
}

TEST_CASE("the footer names a revision by digits that differ within a minute", "[pages]")
{
    const auto html = pages::article_page(example_page(), {});

    REQUIRE(holds(html, "working-with-denial, revision d9c0ffee"));
}

TEST_CASE("headings carry the anchors that links and search use", "[pages]")
{
    const auto html = pages::article_page(example_page(), {});

    REQUIRE(holds(html, "<h2 id=\"do-now\">\nDo now\n</h2>"));
    REQUIRE(holds(html, "<h3 id=\"a-detail\">\nA detail\n</h3>"));
    REQUIRE(holds(html, "<a href=\"guidepost://article/reading-remarks#first\">sentencing remarks</a>"));
}

TEST_CASE("the found section is marked, once", "[pages]")
{
    auto page = example_page();
    page.marked_anchor = "why";

    const auto html = pages::article_page(page, {});

    REQUIRE(holds(html, "<h2 id=\"why\" class=\"found\">\nWhy\n</h2>"));
    REQUIRE(count_of(html, "class=\"found\"") == 1);
}

TEST_CASE("an anchor that is none marks nothing", "[pages]")
{
    const std::string anchor =
        GENERATE(as<std::string>{}, "", "absent", "why\"><script>", "WHY", "do now", "-");
    auto page = example_page();
    const auto plain = pages::article_page(page, {});
    page.marked_anchor = anchor;

    REQUIRE(pages::article_page(page, {}) == plain);
}

TEST_CASE("shipped guidance says on every page where it comes from", "[pages]")
{
    REQUIRE(holds(pages::article_page(example_page(), {}), pages::public_sources_notice));
    REQUIRE(std::string_view{pages::public_sources_notice} ==
            "Written from public sources for practice; not official policy, not approved by a specialist.");
}

TEST_CASE("imported text is marked as not reviewed, in words", "[pages]")
{
    auto page = example_page();
    page.article.state = guidance::ArticleState::imported;

    const auto html = pages::article_page(page, {});

    REQUIRE(holds(html, "<strong>Not reviewed.</strong>"));
    REQUIRE(holds(html, pages::not_reviewed_notice));
    REQUIRE_FALSE(holds(html, pages::public_sources_notice));
}

TEST_CASE("guidance says in words that it is past its review date", "[pages]")
{
    auto page = example_page();

    page.today = *parse_date("2027-05-21");
    REQUIRE_FALSE(holds(pages::article_page(page, {}), "Past its review date"));

    page.today = *parse_date("2027-05-22");
    const auto html = pages::article_page(page, {});
    REQUIRE(holds(html,
                  "<strong>Past its review date.</strong> It was due to be reviewed by 21 May 2027. Check "
                  "with its owner, Sexual offending, before you rely on it."));
    REQUIRE(holds(html, "Review was due 21 May 2027"));
}

TEST_CASE("withdrawn guidance says so", "[pages]")
{
    auto page = example_page();
    page.article.state = guidance::ArticleState::withdrawn;

    REQUIRE(holds(pages::article_page(page, {}), "<strong>Withdrawn.</strong>"));
}

TEST_CASE("text without front matter has no empty boxes", "[pages]")
{
    auto page = example_page();
    page.article.state = guidance::ArticleState::imported;
    page.article.text = "Just words.\n";
    page.article.title = "notes";
    page.source_title.clear();

    const auto body = std::string{body_of(pages::article_page(page, {}))};

    REQUIRE_FALSE(holds(body, "In short."));
    REQUIRE_FALSE(holds(body, "Owner:"));
    REQUIRE_FALSE(holds(body, "Sources"));
    REQUIRE_FALSE(holds(body, "class=\"place\""));
    REQUIRE_FALSE(holds(body, "Related"));
    REQUIRE_FALSE(holds(body, "<p></p>"));
    REQUIRE(holds(body, "<p>Just words.</p>"));
}

TEST_CASE("sources are listed once when the text lists its own", "[pages]")
{
    const auto html = pages::article_page(example_page_with_body("## Sources\n\n- A thematic.\n"), {});

    REQUIRE(count_of(body_of(html), "Sources") == 1);
}

TEST_CASE("related articles are links, and imported ones say so", "[pages]")
{
    auto page = example_page();
    search::Hit guidance, imported;
    guidance.article = ArticleId{"minimising"};
    guidance.title = "Minimising";
    imported.article = ArticleId{"old-notes"};
    imported.title = "Old notes";
    imported.state = guidance::ArticleState::imported;
    page.related = {guidance, imported};

    const auto html = pages::article_page(page, {});

    REQUIRE(holds(html, "<li><a href=\"guidepost://article/minimising\">Minimising</a></li>"));
    REQUIRE(holds(
        html,
        "<a href=\"guidepost://article/old-notes\">Old notes</a> <span class=\"quiet\">not reviewed</span>"));
}

TEST_CASE("the page's title is not said twice, and headings below it stay in order", "[pages]")
{
    auto page = example_page();
    page.article.title = "Notes";
    page.article.text = "# Notes\n\n## First\n\ntext\n";

    const auto html = pages::article_page(page, {});

    REQUIRE(count_of(body_of(html), "Notes</h") == 1);
    REQUIRE(holds(html, "<h2 id=\"first\">\nFirst\n</h2>"));
}

TEST_CASE("the contents list has the headings of the page with their anchors and levels", "[pages]")
{
    const std::string text =
        GENERATE(as<std::string>{}, "# Notes\n\n## First\n\n### Deep\n", "# Other\n\n# Notes\n\n## First\n",
                 "words\n\n## First\n\n## First\n\n## First 2\n",
                 "## A ![p](q) b\n\n- # in a list\n\n###### six\n\n##\n", "");
    auto page = example_page();
    page.article.title = "Notes";
    page.article.text = text;

    const auto html = pages::article_page(page, {});
    const auto contents = pages::contents_of(page.article);

    for (const auto& entry : contents) {
        CAPTURE(entry.heading, entry.anchor, entry.level);
        REQUIRE(count_of(html, fmt::format("<h{} id=\"{}\">", entry.level, entry.anchor)) == 1);
    }
    REQUIRE(contents.size() == count_of(html, " id=\""));
}

TEST_CASE("a scheme said is on the page; otherwise it follows the system", "[pages]")
{
    REQUIRE(holds(pages::article_page(example_page(), {pages::Scheme::dark}),
                  "<html lang=\"en\" class=\"dark\">"));
    REQUIRE(holds(pages::article_page(example_page(), {pages::Scheme::light}), "class=\"light\">"));
    REQUIRE(holds(pages::article_page(example_page(), {}), "class=\"follow\">"));
    REQUIRE(holds(pages::article_page(example_page(), {}), "@media (prefers-color-scheme: dark)"));
}

TEST_CASE("a page prints on A4 and keeps its notice", "[pages]")
{
    const auto html = pages::article_page(example_page(), {});

    REQUIRE(holds(html, "@page { size: A4"));
    REQUIRE(holds(html, "@media print"));
    const auto print =
        html.substr(html.find("@media print"), html.find("</style>") - html.find("@media print"));
    REQUIRE_FALSE(holds(print, ".origin { display"));
}

TEST_CASE("an article's place is written as the vocabulary writes names", "[pages]")
{
    auto page = example_page();
    const auto has_place = [&](const std::string& place) {
        return holds(pages::article_page(page, {}), place) && holds(pages::article_text(page, 100), place);
    };
    REQUIRE(has_place("Sexual offending"));
    page.vocabulary = std::make_shared<search::Vocabulary>(
        std::vector<search::VocabularyPair>{{.short_form = "SO", .expansion = "SEXUAL Offending"}});
    REQUIRE(has_place("SEXUAL Offending"));
}

TEST_CASE("words are made of slugs, with the capitals of the vocabulary", "[pages]")
{
    const search::Vocabulary vocabulary{
        {{.short_form = "RoSH", .expansion = "risk of serious harm"},
         {.short_form = "BC", .expansion = "Building Choices"},
         {.short_form = "SO", .expansion = "one-to-one", .only_as_written = true}}};
    for (const auto& words : {search::Vocabulary{}, vocabulary}) {
        CHECK(pages::words_of("domestic-abuse", words) == "Domestic abuse");
        CHECK(pages::words_of("", words).empty());
        CHECK(pages::words_of("--", words).empty());
    }
    CHECK(pages::words_of("building-choices") == "Building choices");
    CHECK(pages::words_of("building-choices", vocabulary) == "Building Choices");
    CHECK(pages::words_of("rosh", vocabulary) == "RoSH");
    CHECK(pages::words_of("rosh-levels", vocabulary) == "RoSH levels");
    CHECK(pages::words_of("risk-of-serious-harm", vocabulary) == "Risk of serious harm");
    CHECK(pages::words_of("one-to-one", vocabulary) == "One-to-one");
    CHECK(pages::words_of("so", vocabulary) == "So");
}

TEST_CASE("a page costs in proportion to its text", "[pages]")
{
    const auto page_of = [](std::size_t bytes) {
        std::string body;
        for (int i = 0; body.size() < bytes; ++i)
            body += fmt::format(
                "## Heading {}\n\nSome words with *weight* and a [link](kb:article-{}), then `code`.\n\n"
                "- one\n- two\n- three\n\n",
                i, i);
        return example_page_with_body(body);
    };
    const auto part = page_of(60'000 / test::Growth::span), whole = page_of(60'000);

    const auto cost = test::growth([&] { REQUIRE(pages::article_page(part, {}).size() > 3'000); },
                                   [&] { REQUIRE(pages::article_page(whole, {}).size() > 60'000); });

    CAPTURE(cost.once, cost.longer);
    REQUIRE(cost.is_in_proportion());
}

namespace {

/// A page whose first source is a record.
pages::ArticlePage page_on_a_record(guidance::CitedSource record)
{
    auto page = example_page();
    auto& text = page.article.text;
    text.replace(text.find("\"HMIP thematic 2019\""), 20, record.id);
    page.cited = guidance::CitedSources{
        {std::move(record),
         {.id = "act-2027", .title = "The new Act", .publisher = "Parliament", .date = "2027"}}};
    return page;
}

guidance::CitedSource an_act()
{
    return {.id = "act-2020",
            .title = "The Act",
            .publisher = "Parliament",
            .date = "2020, as amended",
            .read_on = parse_date("2026-11-30")};
}

} // namespace

TEST_CASE("a source that is a record is shown with title, publisher and dates, and text as it was written",
          "[pages]")
{
    const auto page = page_on_a_record(an_act());
    const auto html = pages::article_page(page, {});
    const auto text = pages::article_text(page, 200);

    CHECK(holds(html, "<li>The Act (Parliament, 2020, as amended), read 30 November 2026</li>"));
    CHECK(holds(html, "<li>PRT website</li>"));
    CHECK(holds(text, "The Act (Parliament, 2020, as amended), read 30 November 2026"));
    CHECK_FALSE(holds(html, "act-2020"));
    CHECK_FALSE(holds(html, "A source to read again."));
}

TEST_CASE("a page says when a source of it was replaced or was read over a year ago", "[pages]")
{
    auto replaced = an_act();
    replaced.replaced_by = "act-2027";
    CHECK(holds(pages::article_page(page_on_a_record(replaced), {}),
                "The Act (Parliament, 2020, as amended) was replaced by The new Act (Parliament, 2027)."));

    auto page = page_on_a_record(an_act());
    page.today = *parse_date("2027-12-01");
    CHECK(holds(pages::article_page(page, {}), "was last read 30 November 2026, over a year ago."));
    CHECK(holds(pages::article_text(page, 400), "A source to read again."));
}

TEST_CASE("sources that grew old on one day are warned about once", "[pages]")
{
    auto page = page_on_a_record(an_act());
    auto& text = page.article.text;
    text.replace(text.find("\"PRT website\""), 13, "act-2018");
    auto older = an_act();
    older.id = "act-2018";
    page.cited = guidance::CitedSources{{an_act(), older}};
    page.today = *parse_date("2027-12-01");

    const auto html = pages::article_page(page, {});

    CHECK(holds(html, "2 of its sources were last read over a year ago; the list at the end says when."));
    CHECK(html.find("to read again.") == html.rfind("to read again."));
}

TEST_CASE("a page that says itself what rests on what lists its records in full below, and no text twice",
          "[pages]")
{
    auto page = page_on_a_record(an_act());
    page.article.text += "\n## Sources\n\n- Five years: the Act.\n";

    const auto html = pages::article_page(page, {});
    const auto text = pages::article_text(page, 200);

    CHECK(holds(html, "<h2>Sources in full</h2>"));
    CHECK(holds(html, "<li>The Act (Parliament, 2020, as amended), read 30 November 2026</li>"));
    CHECK(html.find("id=\"sources\"") < html.find("Sources in full"));
    CHECK_FALSE(holds(html, "PRT website"));
    CHECK(holds(text, "Sources in full\n"));
    CHECK(holds(text, "- The Act (Parliament, 2020, as amended), read 30 November 2026"));

    page.cited = {};
    CHECK_FALSE(holds(pages::article_page(page, {}), "Sources in full"));
}

TEST_CASE("a page that lists its sources itself says too that one was replaced", "[pages]")
{
    auto record = an_act();
    record.replaced_by = "act-2027";
    auto page = page_on_a_record(record);
    page.article.text += "\n## Sources\n\n- The Act\n";

    CHECK(holds(pages::article_page(page, {}), "A source to read again."));
}
