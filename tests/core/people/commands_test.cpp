// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/commands.h"
#include "core/store/event_chain.h"
#include "core/store/verify.h"
#include "core/text/error.h"
#include "tests/core/people/people_example.h"
#include "tests/support/catch.h"

#include <fmt/format.h>

#include <thread>

using namespace guidepost;
using namespace guidepost::test;
using people::Level;
using people::Role;

namespace {

/// `check` and `run` must say the same, and a refused run must write nothing.
bool works(PeopleExample& example, const people::Command& command, const std::string& by)
{
    auto people = example.people();
    const auto actor = example.find(by);
    const auto no = people::check(command, actor, people);
    const auto events = example.events();
    try {
        people::run(example.connection(), command, actor);
    } catch (const Error& e) {
        REQUIRE(no);
        CHECK(e.code() == no->code());
        CHECK(std::string{e.what()} == no->what());
        CHECK(example.events() == events);
        return false;
    }
    REQUIRE_FALSE(no);
    return true;
}

const std::vector<std::string> everyone{"officer-1", "specialist-1", "trainer-1",
                                        "lead-1",    "lead-2",       "administrator-1"};

std::vector<std::string> who_may(PeopleExample& example, const people::Command& command)
{
    std::vector<std::string> may;
    for (const auto& by : everyone)
        if (works(example, command, by))
            may.push_back(by);
    return may;
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("a record is edited by the region's lead and by administrators", "[people]")
{
    PeopleExample example;
    auto officer = example.find("officer-1");
    officer.band = 3;
    CHECK(who_may(example, people::PutStaff{officer}) == Names{"lead-1", "administrator-1"});
    CHECK(who_may(example, people::PutSkill{Login{"specialist-1"}, {"women", Level::senior, "", {}}}) ==
          Names{"lead-1", "administrator-1"});
    CHECK(who_may(example, people::PutContact{{"Wales", "", "duty", "1", "", ""}}) ==
          Names{"lead-2", "administrator-1"});
    auto newcomer = person("officer-7", Role::officer, "Wales");
    CHECK(who_may(example, people::PutStaff{newcomer}) == Names{"lead-2", "administrator-1"});
}

TEST_CASE("nobody raises themselves or their like", "[people]")
{
    PeopleExample example;
    for (const auto& who : everyone) {
        auto own = example.find(who);
        own.roles = {Role::lead, Role::specialist, Role::administrator};
        CHECK_FALSE(works(example, people::PutStaff{own}, who));
        CHECK_FALSE(works(example, people::PutSkill{own.login, {"women", Level::senior, "", {}}}, who));
    }
    auto officer = example.find("officer-1");
    officer.roles.insert(Role::lead);
    CHECK(who_may(example, people::PutStaff{officer}) == Names{"administrator-1"}); // now she is a lead
    officer.roles = {Role::officer};
    CHECK(who_may(example, people::PutStaff{officer}) ==
          Names{"administrator-1"}); // and not lead-1's to demote
    auto moved = example.find("specialist-1");
    moved.region = "Wales";
    CHECK(who_may(example, people::PutStaff{moved}) == Names{"administrator-1"});
}

TEST_CASE("everybody enters and ends their own time away", "[people]")
{
    PeopleExample example;
    for (const auto& who : everyone) {
        CHECK(works(example, people::PutAway{Login{who}, {november(2), november(8), {}}}, who));
        CHECK(works(example, people::ComeBack{Login{who}, november(5)}, who));
        CHECK(example.find(who).away.at(0).last == november(4));
    }
    const people::PutAway of_officer{Login{"officer-1"}, {november(12), november(13), Login{"trainer-1"}}};
    CHECK(who_may(example, of_officer) == Names{"officer-1", "lead-1", "administrator-1"});
    CHECK_THROWS_AS(people::run(example.connection(), people::ComeBack{Login{"officer-1"}, november(20)},
                                example.find("officer-1")),
                    Error);
}

TEST_CASE("of several commands all are done or none", "[people]")
{
    PeopleExample example;
    const people::PutAway own{Login{"officer-1"}, {november(2), november(8), {}}};
    const people::PutAway of_another{Login{"specialist-1"}, {november(2), november(8), {}}};
    const auto before = example.events();
    CHECK_THROWS_AS(people::run_all(example.connection(), {own, of_another}, example.find("officer-1")),
                    Error);
    CHECK(example.events() == before);
    CHECK(example.find("officer-1").away.empty());

    people::run_all(example.connection(), {own, of_another}, example.find("administrator-1"));
    CHECK(example.find("officer-1").away.size() == 1);
    CHECK(example.find("specialist-1").away.size() == 1);
}

TEST_CASE("who has left may nothing, also with a session still open", "[people]")
{
    PeopleExample example;
    const auto lead = example.find("lead-1");
    auto left = lead;
    left.is_active = false;
    example.write([&](auto& writer) { writer.put_staff(left); });
    const people::Command command = people::PutContact{{"North West", "", "duty", "1", "", ""}};
    CHECK_THROWS_AS(people::run(example.connection(), command, lead), Error); // as she was when it was drawn
}

TEST_CASE("somebody unknown is not found, whoever asks with the right to", "[people]")
{
    PeopleExample example;
    auto people = example.people();
    const auto no = people::check(people::PutAway{Login{"ghost"}, {november(1), november(2), {}}},
                                  example.find("administrator-1"), people);
    REQUIRE(no);
    CHECK(no->code() == Errc::not_found);
}

TEST_CASE("a record that somebody else changed meanwhile is not written over", "[people]")
{
    PeopleExample example;
    const auto read = example.find("officer-1");
    auto mine = read, theirs = read;
    theirs.pdu = "South PDU";
    mine.band = 3;
    const auto lead = example.find("lead-1");
    people::run(example.connection(), people::PutStaff{theirs, read}, lead);
    try {
        people::run(example.connection(), people::PutStaff{mine, read}, lead);
        FAIL("written over");
    } catch (const Error& e) {
        CHECK(e.code() == Errc::conflict);
    }
    CHECK(example.find("officer-1") == theirs);
}

TEST_CASE("desks that write at the same time lose nothing", "[people]")
{
    PeopleExample example;
    const auto lead = example.find("lead-1");
    {
        std::vector<std::jthread> desks;
        for (int desk = 0; desk < 4; ++desk)
            desks.emplace_back([&, desk] {
                const auto connection = store::open_store(example.profile() / "profile");
                for (int i = 0; i < 10; ++i)
                    people::run(
                        *connection,
                        people::PutSkill{Login{"specialist-1"},
                                         {fmt::format("field-{}-{}", desk, i), Level::senior, "", {}}},
                        lead);
            });
    }
    CHECK(example.find("specialist-1").skills.size() == 40);
    CHECK(store::verify_chains(example.connection()).damages.empty());
}
