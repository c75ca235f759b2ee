// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/commands.h"
#include "core/people/competence.h"
#include "core/people/competence_register.h"
#include "core/text/error.h"
#include "tests/core/people/people_example.h"
#include "tests/support/catch.h"

#include <nlohmann/json.hpp>

using namespace guidepost;
using namespace guidepost::test;
using people::Competence;
using people::DeliveryNeed;
using Steps = std::vector<std::string>;
using Missing = std::vector<people::MissingStep>;

namespace {

Competence step(std::optional<Rung> rung, std::optional<Date> expires = {})
{
    return {.of = Login{"specialist-1"},
            .training = "groups",
            .rung = rung,
            .date = november(1),
            .expires = expires,
            .signed_off_by = Login{"lead-1"}};
}

Competence excepted(Rung rung, const char* by = "lead-1")
{
    auto one = step(rung, november(30));
    one.exception = people::Exception{Login{by}, "The only facilitator is ill"};
    return one;
}

const std::optional<Rung> training;

Errc code_of(PeopleExample& example, const people::Command& command, const char* by)
{
    try {
        people::run(example.connection(), command, example.find(by));
    } catch (const Error& e) {
        return e.code();
    }
    return Errc{};
}

} // namespace

TEST_CASE("a rung rests on those below and, from co-delivering on, on the training", "[people]")
{
    CHECK(people::skipped({}, step(training)).empty());
    CHECK(people::skipped({}, step(Rung::observe)).empty());
    CHECK(people::skipped({}, step(Rung::co_deliver)) == Steps{"trained", "observe"});
    CHECK(people::skipped({step(training)}, step(Rung::deliver)) ==
          Steps{"observe", "co-deliver", "deliver-observed"});
    std::vector<Competence> held{step(training)};
    for (const auto rung : all_rungs()) {
        CHECK(people::skipped(held, step(rung)).empty());
        held.push_back(step(rung));
    }
    CHECK(people::skipped({step(training), step(Rung::deliver_observed)}, step(Rung::deliver)).empty());
}

TEST_CASE("what has run out, was not done yet, is of another training or excepted carries nothing",
          "[people]")
{
    auto later = step(Rung::co_deliver);
    later.date = november(10);
    auto other = step(Rung::observe);
    other.training = "visits";
    const std::vector<Competence> held{step(training), step(Rung::observe, november(9)), other};
    CHECK(people::skipped(held, later) == Steps{"observe"});
    later.date = november(9);
    CHECK(people::skipped(held, later).empty());
    later.date = Date{std::chrono::sys_days{november(1)} - std::chrono::days{1}};
    CHECK(people::skipped(held, later) == Steps{"trained", "observe"});
    CHECK(people::skipped({step(training), excepted(Rung::deliver_observed)}, step(Rung::deliver)) ==
          Steps{"observe", "co-deliver", "deliver-observed"});
}

TEST_CASE("delivery is allowed by training and rung, or by an exception that is named", "[people]")
{
    const std::vector<DeliveryNeed> need{{"groups", Rung::deliver}};
    const auto today = november(15);
    CHECK(people::may_deliver({}, {}, today).may);

    auto answer = people::may_deliver({step(training, november(20)), step(Rung::deliver)}, need, today);
    CHECK(answer.may);
    CHECK(answer.until == november(20));
    CHECK(answer.exceptions.empty());

    answer = people::may_deliver({step(training), step(Rung::co_deliver)}, need, today);
    CHECK_FALSE(answer.may);
    CHECK(answer.missing == Missing{{"groups", "deliver is not signed off"}});

    answer = people::may_deliver({step(training, november(14)), step(Rung::deliver)}, need, today);
    CHECK_FALSE(answer.may);
    CHECK(answer.missing == Missing{{"groups", "the training ran out on 14 November 2026"}});

    answer = people::may_deliver({excepted(Rung::deliver)}, need, today);
    CHECK(answer.may);
    REQUIRE(answer.exceptions.size() == 1);
    CHECK(answer.until == november(30));
    CHECK_FALSE(people::may_deliver({excepted(Rung::co_deliver)}, need, today).may);
    CHECK_FALSE(
        people::may_deliver({excepted(Rung::deliver)}, need, november(30) + std::chrono::months{1}).may);

    CHECK(people::may_deliver({step(Rung::observe)}, {{"groups", Rung::observe}}, today).may);
    answer = people::may_deliver({step(Rung::observe)},
                                 {{"groups", Rung::observe}, {"visits", Rung::observe}}, today);
    CHECK_FALSE(answer.may);
    CHECK(answer.missing.size() == 1);
}

TEST_CASE("the register refuses a skipped rung unless a lead excepts it", "[people]")
{
    PeopleExample example;
    const auto put = [&](const Competence& one, const char* by) {
        return code_of(example, people::PutCompetence{one}, by);
    };
    CHECK(put(step(Rung::deliver), "lead-1") == Errc::refused);
    CHECK(put(step(training), "lead-1") == Errc{});
    CHECK(put(step(Rung::observe), "administrator-1") == Errc{});
    CHECK(put(step(Rung::deliver), "lead-1") == Errc::refused);
    CHECK(put(excepted(Rung::deliver), "specialist-1") == Errc::refused);
    CHECK(put(excepted(Rung::deliver), "lead-2") == Errc::refused);
    CHECK(put(excepted(Rung::deliver, "lead-2"), "lead-1") == Errc::refused);
    CHECK(put(excepted(Rung::deliver, "administrator-1"), "administrator-1") == Errc::refused);
    CHECK(put(excepted(Rung::deliver), "lead-1") == Errc{});
    CHECK(people::exceptions_on(example.connection(), november(15)).size() == 1);
    CHECK(people::exceptions_on(example.connection(), november(30) + std::chrono::months{1}).empty());
    CHECK(put(step(Rung::co_deliver), "lead-1") == Errc{});

    const auto held = people::competences_of(example.connection(), Login{"specialist-1"});
    REQUIRE(held.size() == 4);
    CHECK(held[0] == step(training));
    CHECK(held[3] == excepted(Rung::deliver));
    const auto events = example.events();
    CHECK(put(step(training), "lead-1") == Errc{});
    CHECK(example.events() == events);

    CHECK(code_of(example, people::RemoveCompetence{Login{"specialist-1"}, "groups", Rung::deliver},
                  "lead-1") == Errc{});
    CHECK(code_of(example, people::RemoveCompetence{Login{"specialist-1"}, "groups", Rung::deliver},
                  "lead-1") == Errc::not_found);
    {
        const auto before = people::competences_of(example.connection(), Login{"specialist-1"});
        store::Transaction transaction{example.connection()};
        people::rebuild(example.connection());
        CHECK(people::competences_of(example.connection(), Login{"specialist-1"}) == before);
    }
}

TEST_CASE("a line of the register that cannot stand is refused", "[people]")
{
    PeopleExample example;
    const auto refuses = [&](const Competence& one) {
        return code_of(example, people::PutCompetence{one}, "lead-1") == Errc::format;
    };
    auto one = step(training);
    SECTION("no name of a training")
    {
        one.training = "Groups!";
    }
    SECTION("ends before it was done")
    {
        one.expires = Date{std::chrono::sys_days{november(1)} - std::chrono::days{1}};
    }
    SECTION("signed off by oneself")
    {
        one.signed_off_by = one.of;
    }
    SECTION("signed off by nobody")
    {
        one.signed_off_by = {};
    }
    SECTION("hostile evidence")
    {
        one.evidence = "\033[2Jgone";
    }
    SECTION("endless evidence")
    {
        one.evidence = std::string(1'000'000, 'x');
    }
    SECTION("an exception without a reason")
    {
        one = excepted(Rung::deliver);
        one.exception->reason.clear();
    }
    SECTION("an exception without an end")
    {
        one = excepted(Rung::deliver);
        one.expires.reset();
    }
    SECTION("an exception for longer than a season")
    {
        one = excepted(Rung::deliver);
        one.expires = Date{std::chrono::sys_days{one.date} + std::chrono::days{93}};
    }
    CHECK(refuses(one));
    auto unknown = step(training);
    unknown.signed_off_by = Login{"ghost"};
    CHECK(code_of(example, people::PutCompetence{unknown}, "lead-1") == Errc::not_found);
}

TEST_CASE("steps are read from the words they are written with", "[people]")
{
    for (const auto* word : {"trained", "observe", "co-deliver", "deliver-observed", "deliver"})
        CHECK(people::word_of_step(people::parse_step(word).value()) == word);
    CHECK_FALSE(people::parse_step(""));
    CHECK_FALSE(people::parse_step("Observe"));
}
