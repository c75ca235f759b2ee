// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/csv.h"
#include "core/people/staff_file.h"
#include "core/text/error.h"
#include "tests/core/people/people_example.h"
#include "tests/support/catch.h"

using namespace guidepost;
using people::Level;
using people::Role;

namespace {

const people::FileProblem& only_problem(const people::StaffFile& file)
{
    REQUIRE(file.problems.size() == 1);
    return file.problems.front();
}

std::string yaml(const std::string& lines)
{
    return "version: 1\nstaff:\n" + lines;
}

} // namespace

TEST_CASE("people are read from YAML with what was said of them", "[people]")
{
    const auto file = people::read_staff_yaml(yaml(
        "  - login: specialist-1\n    name: Specialist 1\n    roles: [specialist, officer]\n"
        "    region: n51\n    pattern: \"mon,wed 09:00-15:30\"\n    conflicts: officer-2\n"
        "    skills:\n      - {specialism: women, level: senior, expires: 2027-01-31, evidence: \"a: b\"}\n"
        "      - risk:developing\n"
        "    away:\n      - {first: 2026-11-02, last: 2026-11-06, cover: officer-2}\n      - 2026-12-24\n"
        "    active: no\n"));
    CHECK(file.problems.empty());
    REQUIRE(file.rows.size() == 1);
    const auto& [line, staff, said] = file.rows.front();
    CHECK(line == 3);
    CHECK(staff.roles == std::set{Role::specialist, Role::officer});
    CHECK(staff.region == "North West");
    CHECK(staff.conflicts == std::set{Login{"officer-2"}});
    REQUIRE(staff.skills.size() == 2);
    CHECK(staff.skills[0].evidence == "a: b");
    CHECK(staff.skills[1].level == Level::developing);
    REQUIRE(staff.away.size() == 2);
    CHECK(staff.away[0].last == test::november(6));
    CHECK(staff.away[1].first == staff.away[1].last);
    CHECK_FALSE(staff.is_active);
    CHECK(said.contains("skills"));
    CHECK_FALSE(said.contains("band"));
}

TEST_CASE("CSV says the same as YAML", "[people]")
{
    const auto file = people::read_staff_csv(
        "\xEF\xBB\xBFLogin,name,roles,region,pattern,skills,away,conflicts,weekly_minutes\r\n"
        "specialist-1,\"Specialist 1, \"\"S\"\"\",specialist;officer,\"Kent, Surrey and Sussex\","
        "\"mon 09:00-12:00; tue 10:00-14:00\",women:senior:2027-01-31:a: b;risk:qualified,"
        "2026-11-02/2026-11-06/officer-2,,120\r\n");
    CHECK(file.problems.empty());
    REQUIRE(file.rows.size() == 1);
    const auto& staff = file.rows.front().staff;
    CHECK(staff.display_name == "Specialist 1, \"S\"");
    CHECK(staff.region == "Kent, Surrey and Sussex");
    CHECK(people::format_pattern(staff.pattern) == "mon 09:00-12:00; tue 10:00-14:00");
    REQUIRE(staff.skills.size() == 2);
    CHECK(staff.skills[0].evidence == "a: b");
    CHECK(staff.away.at(0).cover == Login{"officer-2"});
    CHECK(staff.conflicts.empty());
    CHECK(staff.weekly_minutes == 120);
    CHECK(file.rows.front().said.contains("conflicts")); // there and empty: none
}

TEST_CASE("one bad entry is left out with its line and key, the others are read", "[people]")
{
    const auto one_of = [](const std::string& bad) {
        return people::read_staff_yaml(yaml("  - login: a\n    " + bad + "\n  - login: b\n"));
    };
    for (const auto& [text, key] : std::vector<std::pair<std::string, std::string>>{
             {"roles: [king]", "roles"},
             {"band: four", "band"},
             {"band: 99999999999", "band"},
             {"band: [4]", "band"},
             {"region: Scotland", "region"},
             {"pattern: always", "pattern"},
             {"skills: [women]", "skills"},
             {"skills: [{specialism: women, level: senior, since: 2019}]", "skills"},
             {"skills: {women: senior}", "skills"},
             {"away: [2026-02-30]", "away"},
             {"away: [today]", "away"},
             {"away: [{from: 2026-11-01}]", "away"},
             {"active: perhaps", "active"}}) {
        INFO(text);
        const auto file = one_of(text);
        CHECK(only_problem(file).line == 4);
        CHECK(only_problem(file).key == key);
        CHECK(only_problem(file).is_left_out);
        REQUIRE(file.rows.size() == 1);
        CHECK(file.rows.front().staff.login == Login{"b"});
    }
    const auto unknown = one_of("shoe_size: 9");
    CHECK_FALSE(only_problem(unknown).is_left_out);
    CHECK(unknown.rows.size() == 2);
    CHECK(only_problem(people::read_staff_yaml(yaml("  - just text\n  - login: b\n"))).line == 3);
    CHECK(only_problem(people::read_staff_yaml(yaml("  - name: x\n"))).key == "login");
    CHECK(only_problem(people::read_staff_yaml(yaml("  - login: a\n  - login: a\n"))).line == 4);
}

TEST_CASE("CSV lines that do not fit are left out", "[people]")
{
    const auto file =
        people::read_staff_csv("login,name\na,A\nb\nc,C,more\n,D\ne,\"E\nE\"\n\nf,\xFF\ng,\"open\nh,H\n");
    REQUIRE(file.rows.size() == 2);
    CHECK(file.rows[1].staff.display_name == "E\nE"); // refused later, as a record
    std::vector<std::size_t> lines;
    for (const auto& problem : file.problems)
        lines.push_back(problem.line);
    CHECK(lines == std::vector<std::size_t>{3, 4, 5, 9, 10});
}

TEST_CASE("what is no list of staff at all is refused", "[people]")
{
    for (const std::string& text :
         {std::string{}, std::string{"staff: []"}, std::string{"version: 2\nstaff: []"},
          std::string{"version: 1\nstaff: x"}, std::string{"version: 1\n"}, std::string{"[1]"},
          std::string{"version: 1\nstaff: [&a {login: a}, *a]"}, std::string(100'000, '[')}) {
        INFO(text.substr(0, 40));
        CHECK_THROWS_AS(people::read_staff_yaml(text), Error);
    }
    CHECK_THROWS_AS(people::read_staff_csv(""), Error);
    CHECK_THROWS_AS(people::read_staff_csv("name,band\nA,3\n"), Error);
    CHECK_THROWS_AS(people::read_staff_csv("login,login\na,b\n"), Error);
    test::TempDir dir;
    CHECK_THROWS_AS(people::read_staff_file(dir.path() / "none.csv"), Error);
    CHECK_THROWS_AS(people::read_staff_file(dir.write("big.csv", std::string(5'000'000, 'x'))), Error);
    CHECK(people::read_staff_file(dir.write("x.CSV", "login\na\n")).rows.size() == 1);
}

TEST_CASE("today and days from it are for the practice desk only", "[people]")
{
    const auto away = [](const std::string& when) {
        return people::read_staff_yaml(yaml("  - {login: a, away: [" + when + "]}\n"), test::november(10));
    };
    CHECK(away("today").rows.at(0).staff.away.at(0).first == test::november(10));
    CHECK(away("today-9").rows.at(0).staff.away.at(0).first == test::november(1));
    CHECK(away("today+20").rows.at(0).staff.away.at(0).first == test::november(30));
    for (const auto* bad : {"today+", "todayx", "today 5", "today++5", "today+999999", "tomorrow"})
        CHECK(away(bad).rows.empty());
}

TEST_CASE("comma-separated values keep quotes, lines and empty cells", "[people]")
{
    const auto csv = people::read_csv("a,,\"b\"\"\n,c\"\r\n\n x ,\"\"");
    REQUIRE(csv.rows.size() == 2);
    CHECK(csv.rows[0].cells == std::vector<std::string>{"a", "", "b\"\n,c"});
    CHECK(csv.rows[1].cells == std::vector<std::string>{" x ", ""});
    CHECK(csv.rows[1].line == 4);
    CHECK(people::read_csv("").rows.empty());
    CHECK(people::read_csv("a\n\"b").line_of_open_quote == 2);
    CHECK(people::read_csv(std::string(1'000'000, '"')).rows.size() <= 1);
}

TEST_CASE("contacts are read, and one that cannot stand is said", "[people]")
{
    const auto file = people::read_contacts_yaml(
        "version: 1\ncontacts:\n  - {region: N51, whom: duty, phone: \"0113 496 0000\", when: Mon-Fri}\n"
        "  - {region: Nowhere, whom: duty, phone: x}\n  - {region: Wales, whom: duty}\n"
        "  - {region: Wales, whom: duty, phone: x, fax: y}\n");
    REQUIRE(file.contacts.size() == 1);
    CHECK(file.contacts.front().region == "North West");
    CHECK(file.problems.size() == 3);
}

TEST_CASE("lines of training are read, and one that cannot stand is said", "[people]")
{
    const std::string good = "login: a, training: groups, step: trained, date: 2026-11-01, signed_off_by: b";
    const auto read = [](const std::string& line) {
        return people::read_training_yaml("version: 1\ntraining:\n  - {" + line + "}\n");
    };
    CHECK(read(good).lines.size() == 1);
    for (const std::string& bad :
         {good + ", exception: {by: c}", good + ", shoe: 9", good + ", expires: soon",
          std::string{"login: a"}, std::string{"login: a, step: juggle"}, good + ", exception: [c]"}) {
        INFO(bad);
        CHECK(read(bad).lines.empty());
        CHECK(read(bad).problems.size() == 1);
    }
}

namespace {

std::string utf16(std::string_view ascii, bool low_first, bool marked)
{
    std::string bytes = !marked ? "" : low_first ? "\xFF\xFE" : "\xFE\xFF";
    for (const char c : ascii) {
        bytes += low_first ? c : '\0';
        bytes += low_first ? '\0' : c;
    }
    return bytes;
}

} // namespace

TEST_CASE("a list is read however a spreadsheet saved it", "[people]")
{
    const std::string commas =
        "login,name,roles,region\nsp-1,One,specialist,Wales\nsp-2,\"Two, T\",\"officer;lead\",N51\n";
    const std::string semicolons =
        "login;name;roles;region\r\nsp-1;One;specialist;Wales\r\nsp-2;Two, T;\"officer;lead\";N51\r\n";
    const std::string tabs =
        "login\tname\troles\tregion\nsp-1\tOne\tspecialist\tWales\nsp-2\tTwo, T\tofficer, lead\tN51\n";
    for (const auto& text :
         {commas, "\xEF\xBB\xBF" + commas, semicolons, tabs, "sep=,\n" + commas, "sep=;\r\n" + semicolons,
          "\xEF\xBB\xBFsep=;\n" + semicolons, utf16(tabs, true, true), utf16(tabs, false, true),
          utf16(commas, true, false), utf16(commas, false, false)}) {
        CAPTURE(text);
        const auto file = people::read_staff_csv(text);
        CHECK(file.problems.empty());
        REQUIRE(file.rows.size() == 2);
        CHECK(file.rows[0].staff.display_name == "One");
        CHECK(file.rows[1].staff.display_name == "Two, T");
        CHECK(file.rows[1].staff.roles == std::set{Role::officer, Role::lead});
    }
    CHECK(people::read_staff_csv("sep=;\nlogin;name\n;A\n").problems.front().line == 3);
}

TEST_CASE("columns without a name and empty rows at the end say nothing", "[people]")
{
    const auto file = people::read_staff_csv("login,name,,\nsp-1,One,,\nsp-2,Two\n,,,\n");
    CHECK(file.problems.empty());
    CHECK(file.rows.size() == 2);
    const auto odd = people::read_staff_csv("login,,name\nsp-1,stray,One\n");
    CHECK_FALSE(only_problem(odd).is_left_out);
    CHECK(odd.rows.size() == 1);
    CHECK_THROWS_AS(people::read_staff_csv("login,name,name\na,A,B\n"), Error);
}

TEST_CASE("words of a list count whatever their capitals, blanks and dashes", "[people]")
{
    const auto file = people::read_staff_csv(
        "Login,Name,Roles,Band,Region,Pattern,Active\n"
        "sp-1,One,Specialist,4.0,north\xC2\xA0west,Mon-Fri 9:00-17:00,Yes\n"
        "sp-2,Two,SPECIALIST,4,\"Kent, Surrey & Sussex\",mon\xE2\x80\x93"
        "fri 09:00\xE2\x80\x93"
        "17:00,yes\n"
        "sp-3,Three,specialist,4,Yorkshire & the Humber,Monday to Thursday 9.30 - 17.00,YES\n"
        "sp-4,Four,specialist,,kent surrey and sussex,,\n");
    for (const auto& problem : file.problems)
        UNSCOPED_INFO(problem.line << " " << problem.key << " " << problem.what);
    CHECK(file.problems.empty());
    REQUIRE(file.rows.size() == 4);
    CHECK(file.rows[0].staff.region == "North West");
    CHECK(file.rows[0].staff.band == 4);
    CHECK(people::format_pattern(file.rows[0].staff.pattern) == "mon-fri 09:00-17:00");
    CHECK(file.rows[1].staff.region == "Kent, Surrey and Sussex");
    CHECK(people::format_pattern(file.rows[1].staff.pattern) == "mon-fri 09:00-17:00");
    CHECK(file.rows[2].staff.region == "Yorkshire and the Humber");
    CHECK(people::format_pattern(file.rows[2].staff.pattern) == "mon-thu 09:30-17:00");
    CHECK(file.rows[3].staff.region == "Kent, Surrey and Sussex");
    CHECK(file.rows[3].staff.pattern == people::full_week()); // empty: a full week
    CHECK_FALSE(file.rows[3].said.contains("active"));
    for (const char* pattern :
         {"mon 17:00-09:00", "fri-mon 09:00-17:00", "mon 9:0-17:00", "mon 25:00-26:00", "m 9-17", "mon"})
        CHECK_FALSE(people::parse_pattern(pattern));
    CHECK(people::parse_pattern("mon 9-17"));
}

TEST_CASE("an empty pattern leaves nobody out, in either form", "[people]")
{
    const auto csv =
        people::read_staff_csv("login,name,roles,band,region,pattern\noff-8,Officer 8,officer,4,Wales,\n");
    CHECK(csv.problems.empty());
    REQUIRE(csv.rows.size() == 1);
    const auto file = people::read_staff_yaml(
        yaml("  - {login: off-9, name: Officer 9, roles: [officer], region: Wales, pattern: \"\"}\n"));
    CHECK(file.problems.empty());
    REQUIRE(file.rows.size() == 1);
    CHECK(file.rows.front().staff.pattern == people::full_week());
}

TEST_CASE("every mistake of a list is in one report", "[people]")
{
    const auto file =
        people::read_staff_csv("login,name,roles,band,region,pattern,active\n"
                               "a,A,king,four,Scotland,always,perhaps\nb,B,officer,4,Nowhere,,\n");
    std::vector<std::string> found;
    for (const auto& problem : file.problems)
        found.push_back(std::to_string(problem.line) + " " + problem.key);
    CHECK(found ==
          std::vector<std::string>{"2 roles", "2 band", "2 region", "2 pattern", "2 active", "3 region"});
    CHECK(file.rows.empty());
}
