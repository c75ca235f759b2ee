// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/pages/pages.h"
#include "tests/core/pages/page_example.h"
#include "tests/support/catch.h"

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

TEST_CASE("a glossary without words says so", "[pages]")
{
    REQUIRE(holds(pages::glossary_page(search::Vocabulary{}, {}), "There is no vocabulary on this desk."));
}
