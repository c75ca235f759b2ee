// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/catch.h"
#include "ui/desktop/links/history.h"

using namespace guidepost;
using namespace guidepost::desktop;

namespace {

Link at(const char* article, const char* anchor = "")
{
    return {ArticleId{article}, anchor};
}

} // namespace

TEST_CASE("an empty history goes nowhere", "[desktop]")
{
    History history;
    CHECK_FALSE(history.can_go_back());
    CHECK_FALSE(history.can_go_forward());
    CHECK_FALSE(history.back());
    CHECK_FALSE(history.forward());
    CHECK_FALSE(history.current());
    history.move_within("x");
    CHECK_FALSE(history.current());
}

TEST_CASE("back and forward go the same way twice", "[desktop]")
{
    History history;
    history.visit(at("a"));
    history.visit(at("b"));
    history.visit(at("b", "why"));
    CHECK(history.back() == at("b"));
    CHECK(history.back() == at("a"));
    CHECK_FALSE(history.back());
    CHECK(history.forward() == at("b"));
    CHECK(history.forward() == at("b", "why"));
    CHECK_FALSE(history.forward());
}

TEST_CASE("a new way forgets what lay ahead", "[desktop]")
{
    History history;
    history.visit(at("a"));
    history.visit(at("b"));
    history.back();
    history.visit(at("c"));
    CHECK_FALSE(history.can_go_forward());
    CHECK(history.back() == at("a"));
}

TEST_CASE("going where one already is adds nothing", "[desktop]")
{
    History history;
    history.visit(at("a"));
    history.visit(at("a"));
    CHECK_FALSE(history.can_go_back());
}

TEST_CASE("back returns to the spot one had moved to", "[desktop]")
{
    History history;
    history.visit(at("a"));
    history.move_within("record");
    history.visit(at("b"));
    CHECK(history.back() == at("a", "record"));
}

TEST_CASE("a long history keeps its newest places", "[desktop]")
{
    History history;
    for (int i = 0; i < 1000; ++i)
        history.visit(at(("a" + std::to_string(i)).c_str()));
    int steps = 0;
    while (history.back())
        ++steps;
    CHECK(steps == 199);
    CHECK(history.current() == at("a800"));
}
