// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/competence_register.h"
#include "core/text/error.h"
#include "core/usecases/delivery.h"
#include "tests/core/people/people_example.h"
#include "tests/support/catch.h"

using namespace guidepost;
using namespace guidepost::test;
using people::Competence;
using programme::Requirement;

namespace {

const Login specialist{"specialist-1"};

Requirement asks(const char* training, Rung rung = Rung::deliver)
{
    return {.session = "all", .rung = rung, .training = training};
}

const std::vector<Requirement> two{asks("groups"), asks("visits", Rung::observe)};

struct Example : PeopleExample {
    void hold(std::optional<Rung> rung, const char* training = "groups", std::optional<Date> expires = {})
    {
        people::run(connection(),
                    people::PutCompetence{{.of = specialist,
                                           .training = training,
                                           .rung = rung,
                                           .date = november(1),
                                           .expires = expires,
                                           .signed_off_by = Login{"lead-1"}}},
                    find("lead-1"));
    }
    void hold_all()
    {
        hold({});
        for (const auto rung : all_rungs())
            hold(rung);
    }
    usecases::Delivery delivery(unsigned day = 20)
    {
        return usecases::delivery_of(connection(), specialist, two, november(day));
    }
    usecases::ExceptDelivery exception(unsigned until = 30)
    {
        return {specialist, two, "The only facilitator is ill", november(until)};
    }
    std::optional<Errc> refused(const usecases::ExceptDelivery& command, const char* by)
    {
        const auto before = events();
        const auto no = usecases::check(connection(), command, find(by), november(20));
        CHECK(events() == before);
        return no ? std::optional{no->code()} : std::nullopt;
    }
};

const Clock on_the_twentieth = [] {
    using namespace std::chrono;
    return Timestamp{duration_cast<microseconds>((sys_days{november(20)} + 12h).time_since_epoch()).count()};
};

} // namespace

TEST_CASE("each thing that is asked for is met or missing by itself", "[desk]")
{
    Example example;
    example.hold_all();

    const auto delivery = example.delivery();

    REQUIRE(delivery.asked.size() == 2);
    CHECK(delivery.asked[0].is_met);
    CHECK_FALSE(delivery.asked[1].is_met);
    CHECK_FALSE(delivery.may());
    REQUIRE(delivery.missing().size() == 1);
    CHECK(delivery.missing().front().training == "visits");
}

TEST_CASE("what asks for nothing may be delivered by anybody, and a stranger has nothing", "[desk]")
{
    Example example;
    CHECK(usecases::delivery_of(example.connection(), Login{}, {}, november(20)).may());
    const auto stranger = usecases::delivery_of(example.connection(), Login{"nobody"}, two, november(20));
    CHECK_FALSE(stranger.may());
    CHECK(stranger.asked.size() == 2);
}

TEST_CASE("the last day on which all of it counts is the earliest of them", "[desk]")
{
    Example example;
    example.hold_all();
    example.hold(Rung::observe, "visits", november(25));
    CHECK(example.delivery(25).until == november(25));
    CHECK_FALSE(example.delivery(26).may());
}

TEST_CASE("a lead of the region excepts somebody from all that is missing, and it ends", "[desk]")
{
    Example example;
    example.hold({});

    usecases::run(example.connection(), example.exception(), example.find("lead-1"), on_the_twentieth);

    const auto delivery = example.delivery(30);
    CHECK(delivery.may());
    CHECK(delivery.until == november(30));
    REQUIRE(delivery.exceptions().size() == 2);
    for (const auto& one : delivery.exceptions()) {
        CHECK(one.exception->by == Login{"lead-1"});
        CHECK(one.exception->reason == "The only facilitator is ill");
    }
    CHECK(people::exceptions_on(example.connection(), november(20)).size() == 2);
    const Date after{std::chrono::sys_days{november(30)} + std::chrono::days{1}};
    CHECK_FALSE(usecases::delivery_of(example.connection(), specialist, two, after).may());
}

TEST_CASE("what is held already gets no exception", "[desk]")
{
    Example example;
    example.hold_all();
    usecases::run(example.connection(), example.exception(), example.find("lead-1"), on_the_twentieth);
    REQUIRE(example.delivery().exceptions().size() == 1);
    CHECK(example.delivery().exceptions().front().training == "visits");
    CHECK(example.refused(example.exception(), "lead-1") == Errc::conflict);
}

TEST_CASE("of two rungs of one training the higher one is excepted", "[desk]")
{
    Example example;
    auto command = example.exception();
    command.requirements = {asks("groups", Rung::observe), asks("groups"), asks("groups", Rung::co_deliver)};
    usecases::run(example.connection(), command, example.find("lead-1"), on_the_twentieth);
    const auto held = people::competences_of(example.connection(), specialist);
    REQUIRE(held.size() == 1);
    CHECK(held.front().rung == Rung::deliver);
}

TEST_CASE("nobody but a lead of the region makes an exception, and never for oneself", "[desk]")
{
    Example example;
    example.write([](auto& writer) { writer.put_staff(person("lead-9", people::Role::lead, "Wales")); });
    for (const auto* by : {"officer-1", "specialist-1", "trainer-1", "administrator-1", "lead-9"}) {
        INFO(by);
        CHECK(example.refused(example.exception(), by) == Errc::refused);
    }
    auto own = example.exception();
    own.of = Login{"lead-1"};
    CHECK(example.refused(own, "lead-1") == Errc::refused);
    CHECK_FALSE(example.refused(example.exception(), "lead-1"));
}

TEST_CASE("an exception without a reason, in the past or too long is not made", "[desk]")
{
    Example example;
    auto command = example.exception();
    command.reason = " \n ";
    CHECK(example.refused(command, "lead-1") == Errc::format);
    CHECK(example.refused(example.exception(19), "lead-1") == Errc::format);
    command = example.exception();
    command.until =
        Date{std::chrono::sys_days{november(20)} + people::longest_exception + std::chrono::days{1}};
    CHECK(example.refused(command, "lead-1") == Errc::format);
    CHECK_THROWS_AS(usecases::run(example.connection(), command, example.find("lead-1"), on_the_twentieth),
                    Error);
    CHECK(people::competences_of(example.connection(), specialist).empty());
}

TEST_CASE("those who may deliver come first, then who is on the way, and other regions do not", "[desk]")
{
    Example example;
    example.write([](auto& writer) {
        writer.put_staff(person("specialist-0", people::Role::specialist));
        writer.put_staff(person("specialist-8", people::Role::specialist, "Wales"));
    });
    example.hold({});

    const auto found =
        usecases::deliverers_in(example.connection(), "North West", {asks("groups")}, november(20));

    REQUIRE(found.size() > 2);
    CHECK(found.front().person.login == specialist);
    CHECK(found.front().has_some);
    CHECK_FALSE(found.front().delivery.may());
    for (const auto& one : found)
        CHECK(one.person.region == "North West");
}

TEST_CASE("the leads who may except somebody are those of the region who have not left", "[desk]")
{
    Example example;
    example.write([](auto& writer) {
        writer.put_staff(person("lead-9", people::Role::lead, "Wales"));
        auto gone = person("lead-2", people::Role::lead);
        gone.is_active = false;
        writer.put_staff(gone);
    });
    const auto leads = usecases::who_may_except(example.people().everybody(), example.find("specialist-1"));
    REQUIRE(leads.size() == 1);
    CHECK(leads.front().login == Login{"lead-1"});
}

TEST_CASE("of those who deliver together one is enough for each thing that is asked for", "[desk]")
{
    Example example;
    example.hold_all();
    const Login other{"officer-1"};
    const auto missing = [&](const std::vector<Login>& together) {
        return usecases::missing_among(example.connection(), together, two, november(20));
    };

    REQUIRE(missing({specialist, other}).size() == 1);
    CHECK(missing({specialist, other}).front().training == "visits");
    CHECK(missing({other}).size() > 1);

    people::run(example.connection(),
                people::PutCompetence{{.of = other,
                                       .training = "visits",
                                       .rung = Rung::observe,
                                       .date = november(1),
                                       .signed_off_by = Login{"lead-1"}}},
                example.find("lead-1"));
    CHECK(missing({specialist, other}).empty());
    CHECK_FALSE(missing({specialist}).empty());
}

TEST_CASE("one answers for oneself, and a lead for the region", "[desk]")
{
    Example example;
    const auto lead = example.find("lead-1"), officer = example.find("officer-1");
    CHECK(usecases::may_answer_for(officer, officer));
    CHECK(usecases::may_answer_for(lead, officer));
    CHECK_FALSE(usecases::may_answer_for(officer, lead));
    CHECK_FALSE(usecases::may_answer_for(lead, person("officer-9", people::Role::officer, "Wales")));
}
