// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugins/building-choices/group.h"
#include "tests/plugins/building-choices/cases.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace guidepost;
using namespace guidepost::building_choices;

namespace {

/// Eligible, medium risk, nothing special.
Answers ordinary()
{
    auto answers = test::complete();
    test::put_scores(answers, "000|11|1100|1100");
    answers.arp = 55;
    return answers;
}

std::vector<Member> group_of(std::size_t size)
{
    std::vector<Member> members;
    for (std::size_t i = 1; i <= size; ++i)
        members.push_back({"m" + std::to_string(i), ordinary(), {}});
    return members;
}

const Finding* find(const Composition& composition, std::string_view step, std::vector<std::string> members)
{
    for (const auto& finding : composition.findings)
        if (finding.step == step && finding.members == members)
            return &finding;
    return nullptr;
}

const Leaving* without(const Composition& composition, std::string_view member)
{
    for (const auto& leaving : composition.without)
        if (leaving.member == member)
            return &leaving;
    return nullptr;
}

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a plain group has a label and nothing to say", "[building-choices]")
{
    const auto composition = composition_of(group_of(8));
    CHECK(composition.label == "General, male");
    CHECK(composition.findings.empty());
    CHECK(composition.without.empty());
    CHECK(composition_of({}).findings.empty());
}

TEST_CASE("the only one who maintains innocence is found, and who would be if another left",
          "[building-choices]")
{
    auto members = group_of(8);
    members[0].answers.innocence = Innocence::maintains;
    const auto lone = composition_of(members);
    REQUIRE(find(lone, "Alone", {"m1"}));
    CHECK(find(lone, "Alone", {"m1"})->severity == Severity::concern);
    REQUIRE(without(lone, "m1"));
    CHECK(has(without(lone, "m1")->text, "No longer there: Alone"));

    members[5].answers.innocence = Innocence::maintains;
    const auto two = composition_of(members);
    CHECK_FALSE(find(two, "Alone", {"m1"}));
    REQUIRE(without(two, "m6"));
    CHECK(has(without(two, "m6")->text, "m1: The only one who maintains innocence"));
    CHECK_FALSE(without(two, "m3"));
}

TEST_CASE("people who must not meet stop the group until one leaves", "[building-choices]")
{
    auto members = group_of(4);
    members[3].not_with = {"m2"};
    const auto composition = composition_of(members);
    REQUIRE(composition.findings.size() == 1);
    CHECK(composition.findings[0].severity == Severity::stop);
    CHECK(composition.findings[0].members == std::vector<std::string>{"m2", "m4"});
    REQUIRE(without(composition, "m2"));
    CHECK(has(without(composition, "m2")->text, "No longer there: Non-association"));
    CHECK(without(composition, "m4"));
    CHECK_FALSE(without(composition, "m1"));
}

TEST_CASE("mixed risk, and a group in which nobody can challenge, are concerns", "[building-choices]")
{
    auto members = group_of(5);
    members[0].answers.arp = 80;
    members[1].answers.arp = 10;
    const auto mixed = composition_of(members);
    REQUIRE(find(mixed, "Mixed risk", {"m1", "m2"}));
    CHECK(has(find(mixed, "Mixed risk", {"m1", "m2"})->text, "Low risk (m2) beside high risk (m1)"));

    auto low = group_of(3);
    for (auto& member : low) {
        member.answers.arp = 10;
        member.answers.innocence = Innocence::maintains;
    }
    const auto composition = composition_of(low);
    CHECK(std::count_if(composition.findings.begin(), composition.findings.end(),
                        [](const auto& f) { return f.step == "Voice"; }) == 2);
    CHECK(find(composition, "Pathway", {"m1", "m2", "m3"})); // low risk: not eligible
}

TEST_CASE("learning needs change the label and are seen when alone", "[building-choices]")
{
    auto members = group_of(6);
    members[2].answers.learning_subtotal = 5;
    auto composition = composition_of(members);
    CHECK(composition.label == "General LDC, male");
    CHECK(find(composition, "Alone", {"m3"}));
    members[3].answers.learning_subtotal = 3;
    composition = composition_of(members);
    CHECK(find(composition, "Pace", {"m3", "m4"})->severity == Severity::note);
    REQUIRE(without(composition, "m4"));
    CHECK(has(without(composition, "m4")->text, "m3: The only one with learning needs"));
    members[4].answers.learning_subtotal = 3;
    CHECK(find(composition_of(members), "Pace", {"m3", "m4", "m5"})->severity == Severity::concern);
}

TEST_CASE("sex, cohort, setting and size are looked at", "[building-choices]")
{
    auto members = group_of(13);
    members[4].answers.sex = Sex::female;
    members[5].answers.dc_srp = Band::low;
    members[6].answers.setting = Setting::remand;
    members[7].answers.age = 17;
    const auto composition = composition_of(members);
    CHECK(composition.label == "Sexual, mixed");
    CHECK(find(composition, "Alone", {"m5"}));
    CHECK(find(composition, "Mixed group", {}));
    CHECK(find(composition, "Cohort", {"m6"})->severity == Severity::concern);
    CHECK(find(composition, "Setting", {"m7"})->severity == Severity::stop);
    CHECK(find(composition, "Age", {"m8"})->severity == Severity::stop);
    CHECK(find(composition, "Size", {}));
    CHECK(std::is_sorted(composition.findings.begin(), composition.findings.end(),
                         [](const auto& a, const auto& b) { return a.severity > b.severity; }));
    CHECK(find(composition_of(group_of(1)), "Size", {"m1"})->severity == Severity::stop);
}

TEST_CASE("what is not known is said and a name that stands twice is refused", "[building-choices]")
{
    auto members = group_of(3);
    members[1].answers.innocence.reset();
    members[2].answers.learning_subtotal.reset();
    members[0].not_with = {"m9"};
    const auto composition = composition_of(members);
    CHECK(find(composition, "Not known", {"m2"}));
    CHECK(find(composition, "Not known", {"m3"}));
    CHECK(find(composition, "Non-association", {"m1"}));
    members[1].name = "m1";
    CHECK_THROWS_AS(composition_of(members), std::runtime_error);
}
