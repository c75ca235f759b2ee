// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/routing/routing.h"
#include "core/consultation/routing/working_time.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "core/values/region.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

using namespace guidepost;
using namespace guidepost::consultation;
using people::Level;
using people::Role;
using people::Staff;

namespace {

const Date wednesday = *parse_date("2026-11-18");
const Timestamp now = from_london(wednesday, 10 * 60);

RegionDistances shipped_distances()
{
    return RegionDistances{read_file(test::source_file("content/region-distances.tsv"), 64 * 1024)};
}

Staff specialist(std::string login, std::string region = "London", Level level = Level::qualified)
{
    Staff person{.login = Login{std::move(login)}};
    person.roles = {Role::specialist};
    person.band = 4;
    person.region = std::move(region);
    person.skills = {{.specialism = "domestic-abuse", .level = level}};
    person.weekly_minutes = 120;
    return person;
}

Staff lead(std::string login, std::string region = "London")
{
    Staff person{.login = Login{std::move(login)}};
    person.roles = {Role::lead};
    person.region = std::move(region);
    return person;
}

RouteQuestion a_question()
{
    RouteQuestion question;
    question.need = {.specialism = "domestic-abuse"};
    question.requester = {.login = Login{"officer-1"}, .roles = {Role::officer}, .region = "London"};
    question.now = now;
    return question;
}

Route routed(const std::vector<Staff>& everybody, const RouteQuestion& question = a_question(),
             const std::map<Login, Load>& loads = {})
{
    return route(question, everybody, loads, shipped_distances());
}

std::string login_of(const Route& route)
{
    return route.to ? route.to->value() : "";
}

} // namespace

TEST_CASE("floors come first, and each says itself", "[consultation]")
{
    auto question = a_question();
    question.need = {"domestic-abuse", Level::qualified, 4, "pqip"};
    question.excluded = {Login{"declined"}};

    auto expired = specialist("expired");
    expired.skills[0].expires = parse_date("2026-11-17");
    auto other_field = specialist("other-field");
    other_field.skills[0].specialism = "women";
    auto low_band = specialist("low-band");
    low_band.band = 3;
    auto away = specialist("away");
    away.away = {{wednesday, wednesday, {}}};
    auto conflict = specialist("conflict");
    conflict.conflicts = {Login{"officer-1"}};
    auto left = specialist("left");
    left.is_active = false;
    auto officer = specialist("officer-2");
    officer.roles = {Role::officer};
    std::vector<Staff> everybody{expired,
                                 other_field,
                                 low_band,
                                 away,
                                 conflict,
                                 left,
                                 officer,
                                 specialist("developing", "London", Level::developing),
                                 specialist("declined"),
                                 lead("lead-1")};

    const auto result = routed(everybody, question);

    REQUIRE_FALSE(result.to);
    REQUIRE(result.is_to_lead);
    REQUIRE(result.lead == Login{"lead-1"});
    REQUIRE(result.passed_over == std::map<Login, PassedOver>{
                                      {Login{"expired"}, PassedOver::not_this_field},
                                      {Login{"other-field"}, PassedOver::not_this_field},
                                      {Login{"low-band"}, PassedOver::band},
                                      {Login{"away"}, PassedOver::away},
                                      {Login{"conflict"}, PassedOver::conflict},
                                      {Login{"developing"}, PassedOver::level},
                                      {Login{"declined"}, PassedOver::declined},
                                  });
    REQUIRE(neutral_counts(result) ==
            "2 not qualified in this field, 2 not available for this one, 1 below the level this needs, "
            "1 below the band or qualification this needs, 1 away");

    // A qualification stands in for the band.
    everybody[2].qualifications = {"pqip"};
    REQUIRE(login_of(routed(everybody, question)) == "low-band");
}

TEST_CASE("a conflict counts from either side and the requester is never asked", "[consultation]")
{
    auto question = a_question();
    question.requester.conflicts = {Login{"one"}};
    question.requester.roles = {Role::officer, Role::specialist};
    auto self = specialist("officer-1");

    const auto result = routed({specialist("one"), specialist("two", "Wales"), self}, question);

    REQUIRE(login_of(result) == "two");
    REQUIRE(result.passed_over == std::map<Login, PassedOver>{{Login{"one"}, PassedOver::conflict}});
}

TEST_CASE("the nearer region comes before free time, free time before the last offer", "[consultation]")
{
    std::vector<Staff> everybody{specialist("far", "Wales"), specialist("next", "South Central"),
                                 specialist("here-a"), specialist("here-b")};
    everybody[0].weekly_minutes = everybody[1].weekly_minutes = 600;
    std::map<Login, Load> loads{{Login{"here-a"}, {.minutes_this_week = 30, .last_offer = now - 10}},
                                {Login{"here-b"}, {.minutes_this_week = 20, .last_offer = now - 5}}};

    auto result = routed(everybody, a_question(), loads);
    REQUIRE(login_of(result) == "here-b");
    REQUIRE(result.passed_over.at(Login{"here-a"}) == PassedOver::less_time);
    REQUIRE(result.passed_over.at(Login{"next"}) == PassedOver::further_away);

    loads[Login{"here-b"}].minutes_this_week = 30;
    result = routed(everybody, a_question(), loads);
    REQUIRE(login_of(result) == "here-a"); // asked longer ago
    REQUIRE(result.passed_over.at(Login{"here-b"}) == PassedOver::asked_since);

    loads[Login{"here-b"}].last_offer.reset(); // never asked is longest ago
    REQUIRE(login_of(routed(everybody, a_question(), loads)) == "here-b");

    loads[Login{"here-b"}].open = 1; // a thread that waits is time already given away
    REQUIRE(login_of(routed(everybody, a_question(), loads)) == "here-a");

    loads.clear();
    REQUIRE(login_of(routed(everybody, a_question(), loads)) == "here-a"); // by login at last

    everybody.erase(everybody.begin() + 2, everybody.end());
    REQUIRE(login_of(routed(everybody)) == "next");
    everybody.pop_back();
    REQUIRE(login_of(routed(everybody)) == "far");
}

TEST_CASE("who has used the week comes after those further away, and is asked when all have",
          "[consultation]")
{
    std::vector<Staff> everybody{specialist("here"), specialist("far", "Wales")};
    std::map<Login, Load> loads{{Login{"here"}, {.minutes_this_week = 120}}};
    auto result = routed(everybody, a_question(), loads);
    REQUIRE(login_of(result) == "far");
    REQUIRE_FALSE(result.is_over_time);
    REQUIRE(result.passed_over.at(Login{"here"}) == PassedOver::no_time);

    loads[Login{"far"}].minutes_this_week = 500;
    result = routed(everybody, a_question(), loads);
    REQUIRE(login_of(result) == "here");
    REQUIRE(result.is_over_time);
    REQUIRE_FALSE(result.is_to_lead);
}

TEST_CASE("the order in which staff are listed changes nothing", "[consultation]")
{
    std::vector<Staff> everybody;
    for (const char* login : {"e", "c", "a", "d", "b"})
        everybody.push_back(specialist(login));
    std::sort(everybody.begin(), everybody.end(),
              [](const auto& one, const auto& other) { return one.login < other.login; });
    const auto first = routed(everybody);
    do
        REQUIRE(routed(everybody).passed_over == first.passed_over);
    while (std::next_permutation(everybody.begin(), everybody.end(),
                                 [](const auto& one, const auto& other) { return one.login < other.login; }));
    REQUIRE(login_of(first) == "a");
}

TEST_CASE("a restricted thread is offered among those named alone", "[consultation]")
{
    auto question = a_question();
    question.only = std::set{Login{"named"}, Login{"lead-2"}};
    const std::vector<Staff> everybody{specialist("near"), specialist("named", "Wales"), lead("lead-1"),
                                       lead("lead-2")};

    auto result = routed(everybody, question);
    REQUIRE(login_of(result) == "named");
    REQUIRE(result.passed_over.empty());
    REQUIRE(result.lead == Login{"lead-2"});

    question.excluded = {Login{"named"}};
    result = routed(everybody, question);
    REQUIRE(result.is_to_lead);
    REQUIRE(result.passed_over.size() == 1);

    question.only = std::set<Login>{};
    result = routed(everybody, question);
    REQUIRE(result.is_to_lead);
    REQUIRE_FALSE(result.lead);
    REQUIRE(result.passed_over.empty());
}

TEST_CASE("the lead is at work where there is one, is covered, and is not the requester", "[consultation]")
{
    auto away = lead("lead-1");
    away.away = {{wednesday, wednesday, Login{"lead-9"}}};
    REQUIRE(routed({away, lead("lead-2")}).lead == Login{"lead-2"});
    REQUIRE(routed({away, lead("lead-9", "Wales")}).lead == Login{"lead-9"});
    REQUIRE(routed({away}).lead == Login{"lead-1"});
    REQUIRE(routed({lead("lead-9", "Wales")}).lead == Login{"lead-9"}); // else nobody could read it
    REQUIRE(routed({away, lead("lead-8", "Wales")}).lead == Login{"lead-8"});
    REQUIRE_FALSE(routed({lead("officer-1")}).lead);
    REQUIRE_FALSE(routed({}).lead);
    REQUIRE(routed({}).is_to_lead);
}

TEST_CASE("an urgent one goes to somebody who works today", "[consultation]")
{
    auto off = specialist("a-off");
    off.pattern.at(2) = {};
    auto question = a_question();
    REQUIRE(login_of(routed({off, specialist("b")}, question)) == "a-off");
    question.is_needed_today = true;
    REQUIRE(login_of(routed({off, specialist("b")}, question)) == "b");
    question.now = from_london(*parse_date("2026-11-21"), 600); // Saturday: the weekday does not decide
    REQUIRE(login_of(routed({off, specialist("b")}, question)) == "a-off");
}

TEST_CASE("an officer reads why this person and no name of anybody", "[consultation]")
{
    auto question = a_question();
    question.need.band = 4;
    auto result = routed({specialist("spec-secret"), specialist("spec-other", "Wales")}, question);

    REQUIRE(result.reasons == std::vector<std::string>{"specialist in domestic abuse, qualified",
                                                       "band 4 or above, as this case needs",
                                                       "in your region",
                                                       "has time this week: about 2 hours"});
    REQUIRE(neutral_counts(result) == "1 further away");
    REQUIRE(neutral_counts({}) == "");

    result = routed({lead("lead-secret")}, question);
    for (const auto& reason : result.reasons)
        REQUIRE(reason.find("secret") == std::string::npos);
}

TEST_CASE("each reason has a word of its own and neutral words", "[consultation]")
{
    std::set<std::string_view> words;
    for (const auto reason : passed_over_reasons()) {
        REQUIRE(words.insert(word_of(reason)).second);
        REQUIRE_FALSE(neutral_words(reason).empty());
    }
    REQUIRE(neutral_words(PassedOver::conflict) == neutral_words(PassedOver::declined));
}

TEST_CASE("the shipped map knows every region, and each has neighbours", "[consultation]")
{
    const auto distances = shipped_distances();
    for (const auto& one : regions()) {
        int neighbours = 0;
        for (const auto& other : regions()) {
            const auto steps = distances.between(one.name, other.name);
            REQUIRE(steps == distances.between(other.name, one.name));
            REQUIRE((steps == 0) == (one.name == other.name));
            neighbours += steps == 1;
        }
        CHECK(neighbours >= 2);
    }
    CHECK(distances.between("Wales", "North West") == 1);
    CHECK(distances.between("Wales", "London") == 2);
    CHECK(distances.between("London", "Nowhere") == 2);
}

TEST_CASE("a map that does not read is refused with its line", "[consultation]")
{
    for (const char* bad : {"Wales\tLondon\t1\nWales", "Wales\tLondon\t1\nWales\tAtlantis\t1",
                            "Wales\tLondon\t1\nLondon\tWales\t2", "Wales\tLondon\t1\nWales\tWales\t1",
                            "Wales\tLondon\t1\nWales\tNorth West\t3"})
        try {
            RegionDistances distances{bad};
            FAIL(bad);
        } catch (const Error& e) {
            CHECK(std::string_view{e.what()}.starts_with("line 2: "));
        }
}
