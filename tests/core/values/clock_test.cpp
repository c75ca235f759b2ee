// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/values/clock.h"
#include "tests/support/catch.h"

using namespace guidepost;

TEST_CASE("a date is read when the calendar has it", "[values]")
{
    CHECK(format_date(parse_date("2026-11-21").value()) == "2026-11-21");
    CHECK(format_date(parse_date("2024-02-29").value()) == "2024-02-29");
    for (const char* bad :
         {"", "2026-11-31", "2025-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "2026-11-21 ", "21/11/2026",
          "2026-11-2x", "2026-+1-21", "2026--1-21", "-026-11-21", "2026/11/21"}) {
        INFO(bad);
        CHECK_FALSE(parse_date(bad));
    }
}

TEST_CASE("dates and moments are written for people and for files", "[values]")
{
    const auto date = parse_date("2026-11-01").value();
    CHECK(format_date_long(date) == "1 November 2026");
    CHECK(format_timestamp(0) == "1970-01-01T00:00:00Z");
    CHECK(format_timestamp(1'795'279'800'999'999) == "2026-11-21T16:50:00Z");
    CHECK(format_timestamp(-1) == "1969-12-31T23:59:59Z");
}

TEST_CASE("the day of a moment is the one in UTC", "[values]")
{
    CHECK(format_date(date_of(0)) == "1970-01-01");
    CHECK(format_date(date_of(-1)) == "1969-12-31");
    CHECK(format_date(date_of(86'400'000'000 - 1)) == "1970-01-01");
}
