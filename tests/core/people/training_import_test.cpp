// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/training_import.h"
#include "core/text/error.h"
#include "tests/core/people/people_example.h"
#include "tests/support/catch.h"

using namespace guidepost;
using namespace guidepost::test;
using people::ImportMode;

namespace {

const std::string table = "login,training,step,date,expires,signed_off_by,evidence\n"
                          "specialist-1,groups,observe,2026-11-03,,lead-1,\"watched, twice\"\n"
                          "specialist-1,groups,trained,2026-11-01,2028-11-01,,course\n"
                          "specialist-1,groups,co-deliver,2026-11-04,,lead-1,\n";

people::TrainingReport brought(PeopleExample& example, const std::string& csv, const char* by = "lead-1",
                               ImportMode mode = ImportMode::write)
{
    return people::import_training(example.connection(), people::read_training_csv(csv), example.find(by),
                                   november(22), mode);
}

std::string complaint(const std::string& csv)
{
    try {
        people::read_training_csv(csv);
    } catch (const Error& e) {
        CHECK(e.code() == Errc::format);
        return e.what();
    }
    return "";
}

} // namespace

TEST_CASE("a table of training comes in whatever its order, and again changes nothing", "[people]")
{
    PeopleExample example;
    auto report = brought(example, table, "lead-1", ImportMode::dry_run);
    CHECK(report.added == 3);
    CHECK(people::competences_of(example.connection(), Login{"specialist-1"}).empty());

    report = brought(example, table);
    CHECK(report.added == 3);
    CHECK(report.problems.empty());
    const auto held = people::competences_of(example.connection(), Login{"specialist-1"});
    REQUIRE(held.size() == 3);
    CHECK(held[0].signed_off_by == Login{"lead-1"}); // who brought it in
    CHECK(held[0].expires.has_value());
    CHECK(held[1].evidence == "watched, twice");

    const auto events = example.events();
    report = brought(example, table);
    CHECK(report.unchanged == 3);
    CHECK(report.added + report.changed == 0);
    CHECK(example.events() == events);

    report = brought(example, "date,step,training,login\n2026-11-09,trained,groups,specialist-1\n");
    CHECK(report.changed == 1);
}

TEST_CASE("a line that cannot stand is left out with its reason, and the others come in", "[people]")
{
    PeopleExample example;
    const auto report = brought(example, "login,training,step,date\n"
                                         "specialist-1,groups,trained,2026-11-01\n"       // 2
                                         "specialist-1,groups,deliver,2026-11-02\n"       // 3: skips
                                         "nobody-9,groups,trained,2026-11-01\n"           // 4
                                         "specialist-1,Bad Name,trained,2026-11-01\n"     // 5
                                         "specialist-1,groups,flying,2026-11-01\n"        // 6
                                         "specialist-1,groups,observe,tomorrow\n"         // 7
                                         "specialist-1,ahead,trained,2026-12-24\n"        // 8
                                         "lead-1,groups,trained,2026-11-01\n"             // 9: one's own
                                         "specialist-1,groups,trained,2026-11-05\n"       // 10: again
                                         ",groups,trained,2026-11-01\n"                   // 11
                                         "specialist-1,more,trained,2026-11-01,x,y,z,1\n" // 12
                                         "specialist-1,last,trained,2026-11-01\n");       // 13
    CHECK(report.added == 2);
    std::vector<std::size_t> lines;
    for (const auto& problem : report.problems) {
        lines.push_back(problem.line);
        CHECK_FALSE(problem.what.empty());
    }
    CHECK(lines == std::vector<std::size_t>{3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
    CHECK(report.problems[0].what.find("No rung is skipped") == 0);
    CHECK(report.problems[7].what == "says again what line 2 says");
}

TEST_CASE("nobody brings in what they may not sign off", "[people]")
{
    PeopleExample example;
    const auto report = brought(example, table, "specialist-1");
    CHECK(report.added == 0);
    CHECK(report.problems.size() == 3);
    CHECK(brought(example, table, "officer-1").added == 0);
}

TEST_CASE("a table that cannot be read says where", "[people]")
{
    CHECK(complaint("") == "This table is empty: its first line names the columns.");
    CHECK(complaint("login,training,step\n") == "line 1: the column date is missing.");
    CHECK(complaint("login,training,step,date,login\n") == "line 1: the column login stands there twice.");
    CHECK(complaint("login,training,step,date,mood\n").starts_with("line 1: there is no column mood."));
    CHECK(complaint("\xFF").find("UTF-8") != std::string::npos);
    const auto open = people::read_training_csv("login,training,step,date\nspecialist-1,\"groups,trained\n");
    CHECK(open.rows.empty());
    REQUIRE(open.problems.size() == 1);
    CHECK(open.problems.front().line == 2);
}
