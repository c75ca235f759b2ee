// SPDX-License-Identifier: GPL-2.0-or-later
// Whose rights count: what the events say, whatever a table says.
#include "core/people/register.h"
#include "core/text/error.h"
#include "tests/core/people/people_example.h"
#include "tests/support/catch.h"

using namespace guidepost;
using namespace guidepost::test;
using people::RegisterWriter;
using people::Role;

namespace {

/// As somebody who owns the file can.
void tamper(store::Connection& connection, const std::string& sql)
{
    connection.run_script("drop trigger if exists event_keeps; drop trigger if exists event_stays");
    connection.run_script(sql);
}

std::optional<Errc> refusal_of(PeopleExample& example)
{
    try {
        example.people().everybody();
    } catch (const Error& e) {
        return e.code();
    }
    return std::nullopt;
}

} // namespace

TEST_CASE("a role that was written into the table of staff is not held", "[people]")
{
    PeopleExample example;
    const auto before = example.people().everybody();
    tamper(example.connection(), "update staff set body = replace(body, '\"officer\"', '\"administrator\"')");
    tamper(example.connection(), "insert into staff(login, is_active, body) select 'stranger', 1, "
                                 "replace(body, 'lead-1', 'stranger') from staff where login = 'lead-1'");
    tamper(example.connection(), "update staff set is_active = 0 where login = 'lead-1'");
    for (auto connection = store::open_store(example.profile() / "profile");
         auto* read : {connection.get(), &example.connection()}) {
        people::Register people{*read};
        CHECK(people.everybody() == before);
        CHECK(people.find(Login{"officer-1"})->roles == std::set{Role::officer});
        CHECK_FALSE(people.find(Login{"stranger"}));
        CHECK(people.find(Login{"lead-1"})->is_active);
    }
}

TEST_CASE("an event of people that was changed gives nobody a right: the register is not read", "[people]")
{
    const auto* sql = GENERATE(
        "update event_payload set body = replace(body, '\"officer\"', '\"lead\"')",
        "update event set who = 'officer-1' where chain = 'people' and seq = 2",
        "delete from event_payload where event = (select id from event where chain = 'people' and seq = 2); "
        "delete from event where chain = 'people' and seq = 2",
        "update event set seq = 900 where chain = 'people' and seq = (select max(seq) from event where chain "
        "= "
        "'people')");
    PeopleExample example;
    const auto profile = example.profile() / "profile";
    {
        const auto connection = store::open_store(profile);
        connection->run_script("pragma foreign_keys = off");
        tamper(*connection, sql);
    }
    const auto connection = store::open_store(profile);
    people::Register people{*connection};
    CHECK_THROWS_AS(people.everybody(), Error);
}

TEST_CASE("what was undone is not remembered, and what another desk wrote is seen", "[people]")
{
    PeopleExample example;
    auto officer = example.find("officer-1");
    officer.band = 5;
    {
        store::Transaction undone{example.connection()};
        RegisterWriter writer{example.connection(), Login{"administrator-1"}};
        writer.put_staff(officer);
        writer.finish();
        CHECK(example.find("officer-1").band == 5);
    }
    CHECK(example.find("officer-1").band != 5);

    const auto other = store::open_store(example.profile() / "profile");
    {
        store::Transaction transaction{*other};
        RegisterWriter writer{*other, Login{"administrator-1"}};
        officer.band = 6;
        writer.put_staff(officer);
        writer.finish();
        transaction.commit();
    }
    CHECK(example.find("officer-1").band == 6);
    CHECK_FALSE(refusal_of(example));
}
