// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/catch.h"
#include "ui/desktop/programmes/programme_places.h"

#include <set>

using namespace guidepost::desktop;

namespace {

ProgrammePlace at(const std::string& module, const std::string& step = {})
{
    return {.tab = ProgrammeTab::paths, .module = module, .step = step};
}

} // namespace

TEST_CASE("every tab has a label and a word of its own, in the order of the enumeration", "[desktop]")
{
    std::set<std::string> labels, words;
    std::size_t number = 0;
    for (const auto& row : programme_tabs()) {
        CHECK(static_cast<std::size_t>(row.tab) == number++);
        CHECK(labels.insert(row.label).second);
        CHECK(words.insert(row.word).second);
    }
}

TEST_CASE("back and forward lead through the steps of a path", "[desktop]")
{
    ProgrammeHistory history;
    CHECK_FALSE(history.back());
    history.visit(at("a"));
    history.visit(at("a", "one"));
    history.visit(at("a", "one"));
    history.visit(at("a", "two"));

    CHECK(history.back() == at("a", "one"));
    CHECK(history.back() == at("a"));
    CHECK_FALSE(history.back());
    CHECK(history.forward() == at("a", "one"));

    history.visit(at("b"));
    CHECK_FALSE(history.can_go_forward());
    CHECK(history.back() == at("a", "one"));
}

TEST_CASE("a long way keeps its end", "[desktop]")
{
    ProgrammeHistory history;
    for (int i = 0; i < 1000; ++i)
        history.visit(at("a", std::to_string(i)));
    CHECK(history.back() == at("a", "998"));
    int steps = 0;
    while (history.back())
        ++steps;
    CHECK(steps == 198);
}
