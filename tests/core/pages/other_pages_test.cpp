// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/pages/pages.h"
#include "tests/core/pages/page_example.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

using namespace guidepost;
using namespace guidepost::test;

TEST_CASE("the home page says what there is and lists bookmarks, recent pages and specialisms", "[pages]")
{
    pages::HomePage home;
    home.articles = 63;
    home.imported = 1;
    home.bookmarks = {{"Recall", "guidepost://article/recall", "Enforcement"}};
    home.recent = {{"SARA", "guidepost://article/sara", ""}};
    home.by_owner = {{"domestic-abuse", {{"Stalking", "guidepost://article/stalking", ""}}}, {"risk", {}}};

    const auto html = pages::home_page(home, {});

    REQUIRE(holds(html, "63 articles of guidance"));
    REQUIRE(holds(html, "1 imported text that nobody has reviewed"));
    REQUIRE(holds(html, "<h2>Bookmarks</h2>"));
    REQUIRE(holds(
        html, "<a href=\"guidepost://article/recall\">Recall</a> <span class=\"quiet\">Enforcement</span>"));
    REQUIRE(holds(html, "<li><a href=\"guidepost://article/sara\">SARA</a></li>"));
    REQUIRE(holds(html, "<h3>Domestic abuse</h3>"));
    REQUIRE_FALSE(holds(html, "<h3>Risk</h3>"));
    REQUIRE_FALSE(holds(html, "No guidance on this desk yet"));
}

TEST_CASE("an empty home page says what to do and shows no empty lists", "[pages]")
{
    const auto html = pages::home_page({}, {});

    REQUIRE(holds(html, "No guidance on this desk yet."));
    REQUIRE_FALSE(holds(html, "<h2>"));
    REQUIRE_FALSE(holds(html, "<ul"));
}

TEST_CASE("an address that leads elsewhere is shown as words on the home page", "[pages]")
{
    pages::HomePage home;
    home.articles = 1;
    home.recent = {{"Title", "file:///etc/passwd", ""}};

    const auto html = pages::home_page(home, {});

    REQUIRE(holds(html, "<li>Title</li>"));
    REQUIRE_FALSE(holds(html, "passwd"));
}

TEST_CASE("a message page has its paragraphs and what can be done", "[pages]")
{
    const auto html = pages::message_page({"Nothing found", {"One.", "Two."}, {"Ask a specialist."}}, {});

    REQUIRE(holds(html, "<h1>Nothing found</h1>"));
    REQUIRE(holds(html, "<p>One.</p>\n<p>Two.</p>"));
    REQUIRE(holds(html, "<h2>What you can do</h2>\n<ul>\n<li>Ask a specialist.</li>"));
    REQUIRE_FALSE(holds(pages::message_page({"Nothing found", {}, {}}, {}), "What you can do"));
}

TEST_CASE("a glossary shows each form once with all it stands for", "[pages]")
{
    using search::Relation;
    const auto pair = [](std::string form, std::string expansion, Relation relation) {
        search::VocabularyPair result;
        result.short_form = std::move(form);
        result.expansion = std::move(expansion);
        result.relation = relation;
        return result;
    };
    const search::Vocabulary vocabulary{{pair("AP", "approved premises", Relation::ambiguous),
                                         pair("AP", "accredited programme", Relation::ambiguous),
                                         pair("OGRS", "all reoffending predictor", Relation::old_new),
                                         pair("12-step", "a <programme> & \"more\"", Relation::same),
                                         pair("<script>", "{{style}}", Relation::same)}};

    const auto html = pages::glossary_page(vocabulary, {});

    REQUIRE(count_of(html, "<th scope=\"row\">AP</th>") == 1);
    REQUIRE(holds(html, "Several meanings"));
    REQUIRE(holds(html, "<p>approved premises</p><p>accredited programme</p>"));
    REQUIRE(holds(html, "all reoffending predictor <span class=\"quiet\">newer or near name</span>"));
    REQUIRE(holds(html, "<h2 id=\"letter_A\">A</h2>"));
    REQUIRE(holds(html, "<a href=\"#letter_other\">#</a>"));
    REQUIRE(holds(html, "a &lt;programme&gt; &amp; &quot;more&quot;"));
    REQUIRE(holds(html, "<th scope=\"row\">&lt;script&gt;</th><td><p>{{style}}</p>"));
}

TEST_CASE("the shipped vocabulary makes a glossary in which every letter can be reached", "[pages]")
{
    const auto vocabulary = search::Vocabulary::read(source_file("content/vocabulary.tsv"));

    const auto html = pages::glossary_page(vocabulary, {});

    REQUIRE(count_of(html, "<a href=\"#letter_") == count_of(html, "<h2 id=\"letter_"));
    REQUIRE(count_of(html, "<h2 id=\"letter_") > 15);
    REQUIRE(count_of(html, "<th scope=\"row\">") > 100);
}

TEST_CASE("everyday words stand in no glossary", "[pages]")
{
    const search::Vocabulary vocabulary{
        {{"MAPPA", "Multi-Agency Public Protection Arrangements", search::Relation::same},
         {"missus", "partner", search::Relation::old_new, false, 0, true}}};

    const auto html = pages::glossary_page(vocabulary, {});

    CHECK(holds(html, "MAPPA"));
    CHECK_FALSE(holds(html, "missus"));
}

TEST_CASE("a glossary without words says so", "[pages]")
{
    REQUIRE(holds(pages::glossary_page(search::Vocabulary{}, {}), "There is no vocabulary on this desk."));
}
