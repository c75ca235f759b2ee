// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/catch.h"
#include "ui/desktop/search/filter_chips.h"

#include <algorithm>

using namespace guidepost::search;
using namespace guidepost::desktop;

namespace {

const FacetCounts counts{{Facet::programme, {{"building-choices", 9}, {"horizon", 2}}},
                         {Facet::rosh, {{"high", 7}, {"medium", 14}}},
                         {Facet::topic, {{"denial", 6}, {"groups", 0}}}};

std::vector<std::string> values(const std::vector<FilterChip>& chips)
{
    std::vector<std::string> result;
    for (const auto& chip : chips)
        result.push_back(chip.value);
    return result;
}

} // namespace

TEST_CASE("each facet gives its largest value before any gives a second", "[desktop]")
{
    CHECK(values(filter_chips({}, counts, 14, 10)) ==
          std::vector<std::string>{"building-choices", "high", "denial", "horizon"});
}

TEST_CASE("a value that would keep all or none is not offered", "[desktop]")
{
    const auto offered = values(filter_chips({}, counts, 14, 10));
    CHECK(std::count(offered.begin(), offered.end(), "medium") == 0);
    CHECK(std::count(offered.begin(), offered.end(), "groups") == 0);
}

TEST_CASE("what is chosen stands first, counted or not, and is not offered again", "[desktop]")
{
    const auto chips = filter_chips({{Facet::topic, {"denial", "unheard-of"}}}, counts, 14, 10);
    REQUIRE(chips.size() == 5);
    CHECK(chips[0].is_chosen);
    CHECK(chips[0].articles == 6U);
    CHECK(chips[1].value == "unheard-of");
    CHECK_FALSE(chips[1].articles);
    CHECK(values(chips) ==
          std::vector<std::string>{"denial", "unheard-of", "building-choices", "high", "horizon"});
}

TEST_CASE("no more chips are offered than asked for, but none that is chosen is lost", "[desktop]")
{
    CHECK(filter_chips({}, counts, 14, 2).size() == 2);
    CHECK(filter_chips({{Facet::rosh, {"high", "low", "medium"}}}, {}, 0, 2).size() == 3);
}

TEST_CASE("toggling twice leaves the filters as they were", "[desktop]")
{
    Filters filters;
    toggle(filters, Facet::kind, "topic");
    CHECK(contains(filters, Facet::kind, "topic"));
    CHECK_FALSE(contains(filters, Facet::topic, "topic"));
    toggle(filters, Facet::kind, "topic");
    CHECK(filters.empty());
}

TEST_CASE("every facet has a title", "[desktop]")
{
    for (int i = 0; i < facet_count; ++i)
        CHECK(*facet_title(static_cast<Facet>(i)));
}

TEST_CASE("a value is written as the vocabulary writes it", "[desktop]")
{
    const Vocabulary vocabulary{{{.short_form = "BC", .expansion = "Building Choices"}}};
    CHECK(facet_value_words(Facet::programme, "building-choices", vocabulary) == "Building Choices");
    CHECK(facet_value_words(Facet::topic, "building-choices", vocabulary) == "Building Choices");
    CHECK(facet_value_words(Facet::rosh, "very-high", vocabulary) == "RoSH very high");
    CHECK(facet_value_words(Facet::state, "imported", vocabulary) == "Not reviewed");
}
