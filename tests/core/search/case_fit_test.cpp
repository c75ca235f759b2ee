// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/search/case_fit.h"
#include "tests/support/catch.h"

using namespace guidepost;
using namespace guidepost::search;

TEST_CASE("tags that meet the case are named, others say nothing", "[search]")
{
    CaseProfile profile;
    profile.offence = {"sexual", "online"};
    profile.rosh = {{"public", "medium"}, {"children", "high"}};
    profile.setting = "community";

    const auto fits =
        case_fit(profile, {{Facet::offence, "sexual"}, {Facet::rosh, "high"}, {Facet::setting, "custody"}});

    REQUIRE(fits == std::vector<std::string>{"sexual", "high RoSH"});
    REQUIRE(case_fit({}, {{Facet::offence, "sexual"}}).empty());
    REQUIRE(case_fit(profile, {}).empty());
}

TEST_CASE("innocence, age, sex and learning needs meet the topics that speak of them", "[search]")
{
    CaseProfile profile;
    profile.innocence = "maintains";
    profile.age = 22;
    profile.sex = "female";
    profile.learning_subtotal = 3;
    const FacetValues tags{{Facet::topic, "innocence"},
                           {Facet::topic, "women"},
                           {Facet::topic, "learning-disability"},
                           {Facet::topic, "young-adults"}};

    REQUIRE(case_fit(profile, tags).size() == 4);
    profile.innocence = "accepts";
    profile.age = 26;
    profile.learning_subtotal = 2;
    REQUIRE(case_fit(profile, tags) == std::vector<std::string>{"women"});
}
