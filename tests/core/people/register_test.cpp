// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/register.h"
#include "core/store/event_chain.h"
#include "core/store/verify.h"
#include "core/text/error.h"
#include "tests/core/people/people_example.h"
#include "tests/support/catch.h"

using namespace guidepost;
using namespace guidepost::test;
using people::Away;
using people::Contact;
using people::Level;
using people::RegisterWriter;
using people::Role;
using people::Skill;
using people::Staff;

namespace {

Staff everything_said()
{
    return {.login = Login{"specialist-9"},
            .display_name = "Specialist 9, Glynd\xC5\xB5r",
            .roles = {Role::specialist, Role::officer},
            .band = 4,
            .qualifications = {"pqip"},
            .region = "Wales",
            .pdu = "Gwent",
            .skills = {{"sexual-offending", Level::senior, "40 groups", november(30)},
                       {"women", Level::developing, "", {}}},
            .weekly_minutes = 120,
            .pattern = people::parse_pattern("mon,wed 09:00-15:30").value(),
            .away = {{november(2), november(6), Login{"specialist-1"}}},
            .conflicts = {Login{"officer-1"}}};
}

Errc code_of(const std::function<void()>& work)
{
    try {
        work();
    } catch (const Error& e) {
        return e.code();
    }
    return Errc{};
}

} // namespace

TEST_CASE("a person is read back as written, and the same again writes no event", "[people]")
{
    PeopleExample example;
    example.write([](RegisterWriter& writer) { CHECK(writer.put_staff(everything_said())); });
    CHECK(example.find("specialist-9") == everything_said());
    const auto events = example.events();
    example.write([](RegisterWriter& writer) { CHECK_FALSE(writer.put_staff(everything_said())); });
    CHECK(example.events() == events);
    CHECK_FALSE(example.people().find(Login{"nobody"}));
}

TEST_CASE("who has left is kept for history and not listed", "[people]")
{
    PeopleExample example;
    auto left = example.find("officer-1");
    left.is_active = false;
    example.write([&](RegisterWriter& writer) { writer.put_staff(left); });
    CHECK(example.people().everybody().size() == 6);
    CHECK(example.people().list().size() == 5);
    CHECK_FALSE(example.find("officer-1").is_active);
}

TEST_CASE("skills and time away change one by one", "[people]")
{
    PeopleExample example;
    const Login who{"specialist-1"};
    example.write([&](RegisterWriter& writer) {
        writer.put_skill(who, {"women", Level::developing, "course", {}});
        writer.put_skill(who, {"women", Level::qualified, "ten cases", {}});
        writer.put_skill(who, {"risk", Level::senior, "", {}});
        writer.put_away(who, {november(20), november(24), Login{"officer-1"}});
        writer.put_away(who, {november(2), november(6), {}});
    });
    auto staff = example.find("specialist-1");
    REQUIRE(staff.skills.size() == 2);
    CHECK(staff.skills[0] == Skill{"women", Level::qualified, "ten cases", {}});
    REQUIRE(staff.away.size() == 2);
    CHECK(staff.away[0].first == november(2));

    example.write([&](RegisterWriter& writer) {
        writer.remove_skill(who, "risk");
        writer.end_away(who, november(20), november(21)); // back early: the cover is handed back
        writer.end_away(who, november(2), november(1));   // called off
    });
    staff = example.find("specialist-1");
    CHECK(staff.skills.size() == 1);
    CHECK(staff.away == std::vector<Away>{{november(20), november(21), Login{"officer-1"}}});
    CHECK(people::cover_on(example.people().everybody(), who, november(21)) == Login{"officer-1"});
    CHECK(people::cover_on(example.people().everybody(), who, november(22)) == who);
}

TEST_CASE("what cannot be done to a record throws and leaves nothing behind", "[people]")
{
    PeopleExample example;
    const auto events = example.events();
    const auto attempt = [&](const std::function<void(RegisterWriter&)>& work) {
        return code_of([&] { example.write(work); });
    };
    const Login who{"specialist-1"};
    CHECK(attempt([](auto& w) {
              w.put_skill(Login{"nobody"}, {"women", Level::senior, "", {}});
          }) == Errc::not_found);
    CHECK(attempt([&](auto& w) { w.put_skill(who, {"Women!", Level::senior, "", {}}); }) == Errc::format);
    CHECK(attempt([&](auto& w) { w.remove_skill(who, "women"); }) == Errc::not_found);
    CHECK(attempt([&](auto& w) { w.put_away(who, {november(9), november(8), {}}); }) == Errc::format);
    CHECK(attempt([&](auto& w) { w.put_away(who, {november(8), november(9), who}); }) == Errc::format);
    CHECK(attempt([&](auto& w) {
              w.put_away(who, {november(8), november(9), Login{"ghost"}});
          }) == Errc::not_found);
    CHECK(attempt([&](auto& w) { w.end_away(who, november(8), november(9)); }) == Errc::not_found);
    CHECK(attempt([](auto& w) { w.remove_contact("Wales", "", "police"); }) == Errc::not_found);
    CHECK(attempt([](auto& w) { w.mark_practice(); }) == Errc::refused);
    CHECK(example.events() == events);
    CHECK_FALSE(people::is_practice(example.connection()));
}

TEST_CASE("hostile names and figures are not kept", "[people]")
{
    PeopleExample example;
    auto staff = person("officer-2", Role::officer);
    const auto refuses = [&] {
        return code_of([&] { example.write([&](auto& w) { w.put_staff(staff); }); }) == Errc::format;
    };
    REQUIRE_FALSE(refuses());
    for (const auto& name :
         {std::string{}, std::string{" "}, std::string{"a\nb"}, std::string{"\033]0;x\007"},
          std::string{"nul\0l", 5}, std::string{"\xE2\x80\xAEtxt"}, std::string{"\xFF\xFE"},
          std::string(1'000'000, 'x'),
          std::string{"\xC2\x9B"
                      "31m"}}) {
        staff.display_name = name;
        CHECK(refuses());
    }
    staff = person("officer-2", Role::officer);
    for (const auto* login : {"", "Officer 2", "a/b", "../x", "x\n", "-a", "a'; drop table staff"}) {
        staff.login = Login{login};
        CHECK(refuses());
    }
    staff.login = Login{std::string(65, 'a')};
    CHECK(refuses());
    staff = person("officer-2", Role::officer);
    SECTION("band")
    {
        staff.band = 7;
    }
    SECTION("minutes below nothing")
    {
        staff.weekly_minutes = -1;
    }
    SECTION("more minutes than a week has")
    {
        staff.weekly_minutes = 2'401;
    }
    SECTION("region")
    {
        staff.region = "north west";
    }
    SECTION("no role")
    {
        staff.roles.clear();
    }
    SECTION("in conflict with oneself")
    {
        staff.conflicts.insert(staff.login);
    }
    SECTION("one specialism twice")
    {
        staff.skills = {{"women", Level::senior, "", {}}, {"women", Level::developing, "", {}}};
    }
    SECTION("no day of the calendar")
    {
        staff.away = {{november(31), november(31), {}}};
    }
    SECTION("a thousand skills")
    {
        staff.skills.resize(1'000, {"women", Level::senior, "", {}});
    }
    CHECK(refuses());
}

TEST_CASE("contacts of a PDU come before those of its region, and none is none", "[people]")
{
    PeopleExample example;
    const Contact duty{"Wales", "Gwent", "duty senior probation officer", "0300 000 0001", "Mon-Fri", ""};
    const Contact region{"Wales", "", "head of public protection", "0300 000 0002", "", ""};
    example.write([&](RegisterWriter& writer) {
        CHECK(writer.put_contact(region));
        CHECK(writer.put_contact(duty));
        CHECK_FALSE(writer.put_contact(duty));
    });
    CHECK(example.people().contacts_for("Wales", "Gwent") == std::vector{duty, region});
    CHECK(example.people().contacts_for("Wales", "Dyfed") == std::vector{region});
    CHECK(example.people().contacts_for("London", "").empty());
    CHECK(example.people().contacts() == std::vector{region, duty});
    example.write(
        [](RegisterWriter& writer) { writer.remove_contact("Wales", "", "head of public protection"); });
    CHECK(example.people().contacts() == std::vector{duty});
    CHECK(code_of([&] {
              example.write([](auto& w) { w.put_contact({"Wales", "", "", "1", "", ""}); });
          }) == Errc::format);
}

TEST_CASE("a number that is for practice and drama is no contact of a real desk", "[people]")
{
    for (const char* number : {"0113 496 0001", "+44 113 496 0001", "07700 900123", "01632 960 999"}) {
        CAPTURE(number);
        PeopleExample example;
        CHECK(code_of([&] {
                  example.write([&](auto& w) { w.put_contact({"Wales", "", "duty", number, "", ""}); });
              }) == Errc::format);
        CHECK(example.people().contacts().empty());
        example.write([&](RegisterWriter& writer) {
            CHECK(writer.put_contact({"Wales", "", "duty", "0113 395 0001", "", ""}));
        });
    }
}

TEST_CASE("the tables can be made anew from the events", "[people]")
{
    PeopleExample example;
    const Login who{"specialist-1"};
    example.write([&](RegisterWriter& writer) {
        writer.put_staff(everything_said());
        writer.put_skill(who, {"women", Level::qualified, "", {}});
        writer.put_skill(who, {"risk", Level::qualified, "", {}});
        writer.remove_skill(who, "risk");
        writer.put_away(who, {november(2), november(6), {}});
        writer.end_away(who, november(2), november(4));
        writer.put_contact({"Wales", "", "police", "999", "", ""});
        writer.put_contact({"Wales", "Gwent", "duty", "1", "", ""});
        writer.remove_contact("Wales", "Gwent", "duty");
        writer.note("signed-in", who);
    });
    const auto staff = example.people().everybody();
    const auto contacts = example.people().contacts();
    example.connection().execute("update staff set body = '{}'");
    example.connection().execute("delete from contact");
    {
        store::Transaction transaction{example.connection()};
        people::rebuild(example.connection());
        transaction.commit();
    }
    CHECK(example.people().everybody() == staff);
    CHECK(example.people().contacts() == contacts);
    CHECK(store::verify_chains(example.connection()).damages.empty());
}

TEST_CASE("a record that nobody can have written is an error in words, without its text", "[people]")
{
    for (const std::string payload :
         {"", "{", "[]", "{\"staff\":{\"login\":7}}",
          "{\"staff\":{\"login\":\"x\",\"name\":\"secret\",\"roles\":[\"king\"]}}"}) {
        PeopleExample example;
        {
            store::Transaction transaction{example.connection()};
            store::append(example.connection(),
                          {std::string{people::people_chain}, "x", "staff-put", payload},
                          1'700'000'000'000'000);
            transaction.commit();
        }
        INFO(payload);
        try {
            example.find("officer-1");
            FAIL_CHECK("read");
        } catch (const Error& e) {
            CHECK(e.code() == Errc::storage);
            CHECK(std::string{e.what()}.find("secret") == std::string::npos);
        }
    }
}

TEST_CASE("a practice desk is one from its first event on", "[people]")
{
    TempDir dir;
    const auto connection = store::open_store(dir.path() / "p");
    CHECK_FALSE(people::is_practice(*connection));
    store::Transaction transaction{*connection};
    people::RegisterWriter writer{*connection, Login{"practice"}};
    writer.mark_practice();
    writer.put_staff(person("officer-1", Role::officer));
    CHECK_THROWS_AS(writer.mark_practice(), Error);
    writer.finish();
    transaction.commit();
    CHECK(people::is_practice(*connection));
}
