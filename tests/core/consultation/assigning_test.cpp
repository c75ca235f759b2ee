// SPDX-License-Identifier: GPL-2.0-or-later
// Given by hand: what routing holds against somebody is said, and so is why all the same.
#include "core/pages/consultation_words.h"
#include "tests/core/consultation/office_example.h"
#include "tests/support/catch.h"

using namespace guidepost;
using namespace guidepost::consultation;
using test::an_id;
using test::Office;

namespace {

std::string routed(Office& office, const ConsultationRef& ref)
{
    return pages::routing_words(office.read("officer-14", ref), {}, {Login{"officer-14"}, false, office.now});
}

} // namespace

TEST_CASE("outside the field, below the level or away needs a reason, which the thread shows",
          "[consultation]")
{
    Office office;
    const auto ref = office.sent();
    std::string to = "specialist-5";
    PassedOver held = PassedOver::level;
    SECTION("field")
    {
        to = "specialist-9";
        held = PassedOver::not_this_field;
    }
    SECTION("level")
    {
        office.person(to).skills = {{"sexual-offending", people::Level::developing, "", {}}};
    }
    SECTION("away")
    {
        const Date today{std::chrono::year{2026}, std::chrono::month{8}, std::chrono::day{3}};
        office.person(to).away = {{today, today, {}}};
        held = PassedOver::away;
    }
    const auto result = office.run("lead-1", Assign{an_id(), ref, Login{to}, ""});
    REQUIRE(std::holds_alternative<Refused>(result));
    CHECK(std::get<Refused>(result).why == Refusal::incomplete);
    CHECK(std::get<Refused>(result).sentence.find(neutral_words(held)) != std::string::npos);

    CHECK(office.refused("lead-1", Assign{an_id(), ref, Login{to}, " . -- "}) == Refusal::incomplete);

    office.done("lead-1", Assign{an_id(), ref, Login{to}, "Nobody else before Friday"});
    const auto thread = office.read("officer-14", ref);
    REQUIRE(thread.given);
    CHECK(thread.given->against == std::vector{held});
    REQUIRE(thread.entries.back().kind == Entry::Kind::given_against);
    CHECK(thread.entries.back().text == "Nobody else before Friday");
    const auto words = routed(office, ref);
    CHECK(words.find("Given to " + to + " by lead-1, although " + std::string{neutral_words(held)}) == 0);
    CHECK(words.find("Nobody else before Friday") != std::string::npos);
    CHECK(words.find("specialist in") == std::string::npos); // the sentence of an offer that was before
    CHECK(office.verifies());
}

TEST_CASE("whoever meets what is needed is given it without a reason; what the lead tells them is not for "
          "the officer",
          "[consultation]")
{
    Office office;
    const auto ref = office.sent();
    office.done("lead-1", Assign{an_id(), ref, Login{"specialist-5"}, "Walrus: they met before"});
    CHECK(routed(office, ref) == "Given to specialist-5 by lead-1.");
    for (const auto& entry : office.read("officer-14", ref).entries)
        CHECK(entry.text.find("Walrus") == std::string::npos);
    CHECK(office.read("specialist-5", ref).entries.back().text == "Walrus: they met before");
}

TEST_CASE("an assignment of an older record claims nothing of whom it went to", "[consultation]")
{
    Office office;
    const auto ref = office.accepted();
    CHECK(routed(office, ref).starts_with("Routed to specialist-3: specialist in sexual offending"));
    office.done("lead-1", Assign{an_id(), ref, Login{"specialist-7"}, ""});
    CHECK(routed(office, ref) == "Given to specialist-7 by lead-1.");
}

TEST_CASE("a specialist hands over to nobody who does not meet what is needed", "[consultation]")
{
    Office office;
    const auto ref = office.accepted();
    CHECK(office.refused("specialist-3", HandOver{an_id(), ref, Login{"specialist-9"}, "x"}) ==
          Refusal::incomplete);
    office.done("specialist-3", SecondOpinion{an_id(), ref, Login{"specialist-9"}, "What do you think?"});
}

TEST_CASE("an offer that lapsed reads as one that was made, not as whom it is with", "[consultation]")
{
    Office office;
    const auto ref = office.sent();
    office.now = test::on_monday(14);
    CHECK(routed(office, ref).starts_with("Was offered to specialist-3"));
}
