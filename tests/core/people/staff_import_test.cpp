// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/competence_register.h"
#include "core/people/practice_people.h"
#include "core/people/sign_in.h"
#include "core/people/staff_import.h"
#include "core/people/who_to_ask.h"
#include "core/store/event_chain.h"
#include "core/store/verify.h"
#include "core/text/error.h"
#include "core/values/region.h"
#include "tests/core/people/people_example.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <fstream>

using namespace guidepost;
using namespace guidepost::test;
using people::ImportMode;
using people::Level;
using people::Role;

namespace {

std::string file_of(const std::string& entries)
{
    return "version: 1\nstaff:\n" + entries;
}

people::ImportReport import_text(store::Connection& store, const std::string& entries,
                                 const people::Staff& by, ImportMode mode = ImportMode::write)
{
    return people::import_staff(store, people::read_staff_yaml(file_of(entries)), by, mode);
}

const std::string two = "  - {login: a, name: A, roles: [officer], region: Wales}\n"
                        "  - {login: b, name: B, roles: [specialist], region: N51, conflicts: [a]}\n";

} // namespace

TEST_CASE("a list is brought in once, and again changes nothing", "[people]")
{
    PeopleExample example;
    const auto by = example.find("administrator-1");
    const auto dry = import_text(example.connection(), two, by, ImportMode::dry_run);
    CHECK(dry.added.size() == 2);
    CHECK_FALSE(example.people().find(Login{"a"}));

    CHECK(import_text(example.connection(), two, by).added.size() == 2);
    const auto events = example.events();
    const auto again = import_text(example.connection(), two, by);
    CHECK(again.added.size() + again.changed.size() == 0);
    CHECK(again.unchanged.size() == 2);
    CHECK(example.events() == events);
    CHECK(again.gone.size() == 5); // all but the administrator who does it: nobody edits their own record
    CHECK(example.people().list().size() == 8);
    CHECK(again.has_administrator);
}

TEST_CASE("what a list does not say stays as it was", "[people]")
{
    PeopleExample example;
    const auto by = example.find("administrator-1");
    import_text(example.connection(), two, by);
    example.write([](auto& w) { w.put_skill(Login{"b"}, {"women", Level::senior, "", {}}); });
    const auto report = import_text(example.connection(), "  - {login: b, band: 4}\n", by);
    CHECK(report.changed == std::vector{Login{"b"}});
    CHECK(example.find("b").skills.size() == 1);
    CHECK(example.find("b").band == 4);
    import_text(example.connection(), "  - {login: b, skills: []}\n", by);
    CHECK(example.find("b").skills.empty());
}

TEST_CASE("an entry that may not stand is named and the rest is brought in", "[people]")
{
    PeopleExample example;
    const auto report =
        import_text(example.connection(),
                    "  - {login: a, name: A, roles: [officer], region: Wales}\n"
                    "  - {login: c, name: C, roles: [officer], region: Wales, band: 9}\n"
                    "  - {login: d, name: \"D\\e[31m\", roles: [officer], region: Wales}\n"
                    "  - {login: e, roles: [officer], region: Wales}\n"
                    "  - {login: f, name: F, roles: [officer], region: Wales, conflicts: [ghost]}\n"
                    "  - {login: \"../g\", name: G, roles: [officer], region: Wales}\n"
                    "  - {login: administrator-1, roles: [lead]}\n",
                    example.find("administrator-1"));
    CHECK(report.added == std::vector{Login{"a"}});
    CHECK(report.problems.size() == 6);
    CHECK(report.problems.front().line == 4);
    CHECK(example.find("administrator-1").roles == std::set{Role::administrator});
}

TEST_CASE("a lead brings in people of the own region only, and raises nobody", "[people]")
{
    PeopleExample example;
    const auto report = import_text(example.connection(),
                                    "  - {login: a, name: A, roles: [officer], region: N51}\n"
                                    "  - {login: b, name: B, roles: [officer], region: Wales}\n"
                                    "  - {login: c, name: C, roles: [lead], region: N51}\n",
                                    example.find("lead-1"));
    CHECK(report.added == std::vector{Login{"a"}});
    CHECK(report.problems.size() == 2);
    CHECK(report.gone == std::vector{Login{"officer-1"}, Login{"specialist-1"}, Login{"trainer-1"}});
    CHECK(import_text(example.connection(), two, example.find("officer-1")).added.empty());
}

TEST_CASE("a list that brings in nobody leaves a store without a chain whole", "[people]")
{
    TempDir dir;
    const auto store = store::open_store(dir.path() / "p");
    const auto by = people::first_user("root");
    CHECK(import_text(*store, "  - {login: a}\n", by).added.empty());
    CHECK(store::verify_chains(*store).damages.empty());
    CHECK_FALSE(import_text(*store, two, by).has_administrator);
    CHECK(store::verify_chains(*store).damages.empty());
}

TEST_CASE("ten thousand people are brought in", "[people]")
{
    PeopleExample example;
    std::string csv = "login,name,roles,region,skills\n";
    for (int i = 0; i < 10'000; ++i)
        csv += "p-" + std::to_string(i) + ",Person,officer,Wales,women:qualified\n";
    const auto report = people::import_staff(example.connection(), people::read_staff_csv(csv),
                                             example.find("administrator-1"), ImportMode::write);
    CHECK(report.added.size() == 10'000);
    CHECK(report.problems.empty());
}

TEST_CASE("the practice desk's people stand, in every region and every field of guidance", "[people]")
{
    TempDir dir;
    const auto store = store::open_store(dir.path() / "p");
    const auto content = source_file("content");
    REQUIRE(people::put_practice_people(*store, content));
    CHECK_FALSE(people::put_practice_people(*store, content));
    CHECK(people::is_practice(*store));
    CHECK(store::verify_chains(*store).damages.empty());

    people::Register people{*store};
    const auto everybody = people.everybody();
    const auto today = date_of(system_now());
    CHECK(everybody.size() >= 60);
    for (const auto& region : regions())
        for (const auto role : {Role::officer, Role::specialist, Role::lead}) {
            INFO(region.name << " " << word_of(role));
            CHECK(std::any_of(everybody.begin(), everybody.end(), [&](const auto& person) {
                return person.region == region.name && has_role(person, role) && person.is_active;
            }));
        }

    std::set<std::string> owners{"learning-disability", "general-offending"};
    for (const auto& entry : std::filesystem::recursive_directory_iterator{content / "guidance"}) {
        std::ifstream file{entry.path()};
        for (std::string line; std::getline(file, line);)
            if (line.starts_with("owner: "))
                owners.insert(line.substr(7));
    }
    owners.erase("guidepost");
    owners.erase("staff");
    CHECK(owners.size() > 10);
    for (const auto& owner : owners) {
        INFO(owner);
        CHECK_FALSE(people::who_to_ask(everybody, owner, "", today, {}).empty());
    }

    const auto has = [&](auto&& test) {
        return std::any_of(everybody.begin(), everybody.end(), test);
    };
    CHECK(has([&](const auto& person) {
        return std::any_of(person.skills.begin(), person.skills.end(),
                           [&](const auto& skill) { return skill.expires && *skill.expires < today; });
    }));
    CHECK(has([&](const auto& person) { // a loop of covers, or one who has left
        const auto* away = people::away_on(person, today);
        return away && away->cover && !people::cover_on(everybody, person.login, today);
    }));
    CHECK(has([](const auto& person) { return !person.conflicts.empty(); }));
    CHECK(has([](const auto& person) { return person.pattern != people::full_week(); }));
    CHECK(has([](const auto& person) { return !person.is_active; }));
    CHECK(people.contacts_for("South West", "PDU 1").empty());
    CHECK(people.contacts_for("North West", "PDU 1").size() > 2);

    const auto may = [&](const char* login) {
        return people::may_deliver(people::competences_of(*store, Login{login}),
                                   {{"building-choices", Rung::deliver}}, today);
    };
    CHECK(may("specialist-14").may);
    CHECK_FALSE(may("specialist-15").may);
    CHECK(may("specialist-13").missing.size() == 1);
    CHECK(may("specialist-5").exceptions.size() == 1);
}

TEST_CASE("a store with people of its own does not become a practice desk", "[people]")
{
    PeopleExample example;
    const auto events = example.events();
    CHECK_THROWS_AS(people::put_practice_people(example.connection(), source_file("content")), Error);
    CHECK(example.events() == events);
    CHECK_FALSE(people::is_practice(example.connection()));
}

TEST_CASE("who to ask is who holds the field, the region first, those at work before others", "[people]")
{
    const auto today = november(10);
    auto specialist = [&](const char* login, const char* region, Level level, int minutes) {
        auto staff = person(login, Role::specialist, region);
        staff.skills = {{"women", level, "", {}}};
        staff.weekly_minutes = minutes;
        return staff;
    };
    auto away = specialist("away", "Wales", Level::senior, 100);
    away.away = {{today, november(12), Login{"busy"}}};
    auto expired = specialist("expired", "Wales", Level::senior, 100);
    expired.skills[0].expires = november(9);
    auto left = specialist("left", "Wales", Level::senior, 100);
    left.is_active = false;
    auto officer = specialist("officer", "Wales", Level::senior, 100);
    officer.roles = {Role::officer};
    const std::vector everybody{away,
                                specialist("busy", "Wales", Level::qualified, 100),
                                expired,
                                specialist("far", "London", Level::senior, 500),
                                specialist("free", "Wales", Level::qualified, 100),
                                left,
                                officer};
    const auto found = people::who_to_ask(everybody, "women", "Wales", today,
                                          {{Login{"busy"}, {130, 45}}, {Login{"free"}, {20, std::nullopt}}});
    std::vector<std::string> logins;
    for (const auto& adviser : found)
        logins.push_back(adviser.person.login.value());
    CHECK(logins == std::vector<std::string>{"free", "busy", "away", "far"});
    CHECK(found[0].free_minutes == 80);
    CHECK(found[1].free_minutes == 0);
    CHECK(found[1].typical_answer_minutes == 45);
    CHECK(found[2].cover == Login{"busy"});
    CHECK_FALSE(found[3].is_in_region);
    CHECK(people::who_to_ask(everybody, "nothing", "", today, {}).empty());
    CHECK(people::specialisms(everybody, today) == std::vector<std::string>{"women"});
}
