// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/thread/adviser_weeks.h"
#include "core/consultation/thread/record.h"
#include "tests/core/consultation/office_example.h"
#include "tests/support/catch.h"

using namespace guidepost;
using namespace guidepost::consultation;

namespace {

constexpr Timestamp minute = 60'000'000;

/// Taken on and answered by specialist-3 that many minutes later.
void answer_after(test::Office& office, int minutes)
{
    const auto ref = office.accepted();
    office.now += minutes * minute;
    office.done("specialist-3",
                Reply{test::an_id(), ref, "Yes.", {}, office.read("specialist-3", ref).moved_inside});
}

std::optional<int> typical(test::Office& office, const char* login = "specialist-3")
{
    return typical_answer_minutes(office.db(), test::shipped_rules().time, Login{login}, office.now);
}

} // namespace

TEST_CASE("the typical answer time is the median of some answers, and not told of two", "[consultation]")
{
    test::Office office;
    office.person("specialist-5").is_active = false;
    office.person("specialist-7").is_active = false;
    CHECK_FALSE(typical(office));
    answer_after(office, 10);
    answer_after(office, 90);
    CHECK_FALSE(typical(office));
    answer_after(office, 20);
    CHECK(typical(office) == 20);
    CHECK_FALSE(typical(office, "specialist-5"));
    office.accepted(); // not answered: not counted
    CHECK(typical(office) == 20);
    office.now += 100 * 24 * 60 * minute;
    CHECK_FALSE(typical(office));
}

TEST_CASE("a week counts recorded minutes and what is open, as routing does", "[consultation]")
{
    test::Office office;
    const auto ref = office.accepted();
    office.done("specialist-3", Minutes{test::an_id(), ref, 25});
    const auto weeks = weeks_of(office.db(), test::shipped_rules().time,
                                {Login{"specialist-3"}, Login{"specialist-5"}}, office.now);
    REQUIRE(weeks.size() == 2);
    CHECK(weeks.at(Login{"specialist-3"}).minutes_used == 25 + minutes_of_an_open_thread);
    CHECK(weeks.at(Login{"specialist-5"}).minutes_used == 0);
    const auto loads = loads_of(office.db(), office.now);
    const auto& person = office.person("specialist-3");
    CHECK(free_minutes(person, loads.at(person.login)) ==
          person.weekly_minutes - weeks.at(person.login).minutes_used);
}
