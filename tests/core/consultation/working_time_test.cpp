// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/routing/working_time.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "tests/support/catch.h"
#include "tests/support/error_of.h"
#include "tests/support/temp_dir.h"

#include <limits>
#include <random>

using namespace guidepost;
using namespace guidepost::consultation;

namespace {

constexpr Timestamp minute = 60'000'000;

Date day(std::string_view text)
{
    return *parse_date(text);
}

/// "2026-11-20 16:30" as the clock on the wall in London says.
Timestamp at(std::string_view text)
{
    const auto number = [&](std::size_t from) {
        return std::stoi(std::string{text.substr(from, 2)});
    };
    return from_london(day(text.substr(0, 10)), number(11) * 60 + number(14));
}

std::string wall(Timestamp moment)
{
    const auto local = to_london(moment);
    const auto two = [](int n) {
        return (n < 10 ? "0" : "") + std::to_string(n);
    };
    return format_date(local.day) + " " + two(local.minute / 60) + ":" + two(local.minute % 60);
}

WorkingTime office()
{
    return {{}, parse_holidays(read_file(test::source_file("content/bank-holidays.tsv"), 64 * 1024))};
}

} // namespace

TEST_CASE("London is an hour ahead from the last Sunday of March to that of October", "[consultation]")
{
    REQUIRE(format_timestamp(at("2026-03-27 09:00")) == "2026-03-27T09:00:00Z");
    REQUIRE(format_timestamp(at("2026-03-30 09:00")) == "2026-03-30T08:00:00Z");
    REQUIRE(format_timestamp(at("2026-10-23 17:00")) == "2026-10-23T16:00:00Z");
    REQUIRE(format_timestamp(at("2026-10-26 17:00")) == "2026-10-26T17:00:00Z");

    // The very minutes: 29 March and 25 October 2026, 01:00 UTC.
    const auto spring = from_london(day("2026-03-29"), 0) + 60 * minute;
    REQUIRE(wall(spring - minute) == "2026-03-29 00:59");
    REQUIRE(wall(spring) == "2026-03-29 02:00");
    REQUIRE(at("2026-03-29 01:30") == at("2026-03-29 02:30"));
    const auto autumn = from_london(day("2026-10-25"), 0) + 120 * minute;
    REQUIRE(wall(autumn - minute) == "2026-10-25 01:59");
    REQUIRE(wall(autumn) == "2026-10-25 01:00");
    REQUIRE(at("2026-10-25 01:30") == autumn - 30 * minute); // the first of the two
}

TEST_CASE("each local time of 30 years comes back as it went", "[consultation]")
{
    for (auto date = day("2020-01-01"); date < day("2050-01-01");
         date = Date{std::chrono::sys_days{date} + std::chrono::days{1}})
        for (const int minutes : {0, 59, 180, 539, 540, 1020, 1439}) {
            const auto back = to_london(from_london(date, minutes));
            REQUIRE(back.day == date);
            REQUIRE(back.minute == minutes);
        }
}

TEST_CASE("working time goes over nights, weekends and bank holidays", "[consultation]")
{
    const auto time = office();
    struct Step {
        const char* from;
        int minutes;
        const char* to;
    };
    for (const auto& [from, minutes, to] : std::vector<Step>{
             {"2026-11-18 10:00", 60, "2026-11-18 11:00"},
             {"2026-11-18 16:30", 60, "2026-11-19 09:30"},
             {"2026-11-18 16:00", 60, "2026-11-18 17:00"}, // ends at closing, not next morning
             {"2026-11-18 17:00", 1, "2026-11-19 09:01"},
             {"2026-11-18 08:59", 1, "2026-11-18 09:01"},
             {"2026-11-18 23:59", 30, "2026-11-19 09:30"},
             {"2026-11-19 00:00", 30, "2026-11-19 09:30"},
             {"2026-11-20 16:30", 60, "2026-11-23 09:30"}, // Friday to Monday
             {"2026-11-21 12:00", 480, "2026-11-23 17:00"},
             {"2026-12-24 16:00", 120, "2026-12-29 10:00"}, // Christmas, its weekend, Boxing Day moved
             {"2026-04-02 16:00", 120, "2026-04-07 10:00"}, // Good Friday to Easter Monday
             {"2026-03-27 16:00", 120, "2026-03-30 10:00"}, // clocks go forward between
             {"2026-10-23 16:00", 120, "2026-10-26 10:00"}, // and back
             {"2027-12-24 16:59", 2, "2027-12-29 09:01"},   // both days moved
             {"2026-12-31 16:00", 120, "2027-01-04 10:00"},
         }) {
        CAPTURE(from, minutes);
        CHECK(wall(time.add(at(from), minutes)) == to);
        CHECK(time.between(at(from), at(to)) == minutes);
    }
}

TEST_CASE("between counts back what add counted, at any moment", "[consultation]")
{
    const auto time = office();
    std::mt19937_64 chance{11};
    const auto from = at("2024-01-01 00:00"), to = at("2030-12-01 00:00");
    for (int i = 0; i < 20'000; ++i) {
        const auto start = from + static_cast<Timestamp>(chance() % static_cast<std::uint64_t>(to - from));
        const int minutes = static_cast<int>(chance() % 6000);
        const auto end = time.add(start, minutes);
        CAPTURE(format_timestamp(start), minutes, format_timestamp(end));
        REQUIRE(time.between(start, end) == minutes);
        REQUIRE(end >= start);
        REQUIRE(time.between(end, start) == 0);
        const auto local = to_london(end);
        if (minutes > 0) {
            REQUIRE(time.is_working_day(local.day));
            REQUIRE(local.minute >= 9 * 60);
            REQUIRE(local.minute <= 17 * 60);
        }
    }
}

TEST_CASE("adding in two steps comes to the same as in one", "[consultation]")
{
    const auto time = office();
    std::mt19937_64 chance{12};
    for (int i = 0; i < 5000; ++i) {
        const auto start = at("2026-01-01 00:00") + static_cast<Timestamp>(chance() % 500'000) * minute;
        const int one = 1 + static_cast<int>(chance() % 900), two = 1 + static_cast<int>(chance() % 900);
        REQUIRE(time.add(time.add(start, one), two) == time.add(start, one + two));
    }
}

TEST_CASE("the office is open from nine to five on working days", "[consultation]")
{
    const auto time = office();
    REQUIRE(time.minutes_a_day() == 480);
    for (const char* open : {"2026-11-18 09:00", "2026-11-18 16:59", "2026-03-30 09:00"})
        CHECK(time.is_open(at(open)));
    for (const char* closed :
         {"2026-11-18 08:59", "2026-11-18 17:00", "2026-11-21 12:00", "2026-12-25 12:00", "2026-12-28 12:00"})
        CHECK_FALSE(time.is_open(at(closed)));
    REQUIRE(wall(time.closing(day("2026-11-18"))) == "2026-11-18 17:00");
    REQUIRE(wall(time.closing(day("2026-12-25"))) == "2026-12-29 17:00");
}

TEST_CASE("every year of the shipped list has its eight bank holidays on weekdays", "[consultation]")
{
    const auto days = parse_holidays(read_file(test::source_file("content/bank-holidays.tsv"), 64 * 1024));
    std::map<int, int> by_year;
    for (const auto date : days) {
        ++by_year[static_cast<int>(date.year())];
        CHECK(std::chrono::weekday{std::chrono::sys_days{date}}.iso_encoding() <= 5);
    }
    REQUIRE(by_year.size() == 7);
    for (const auto& [year, count] : by_year)
        CHECK(count == 8);
    for (const char* known : {"2024-04-01", "2025-04-18", "2026-04-06", "2026-12-28", "2027-12-28"})
        CHECK(days.contains(day(known)));
}

TEST_CASE("moments that no calendar has end the count instead of hanging it", "[consultation]")
{
    const auto time = office();
    const auto least = std::numeric_limits<Timestamp>::min(), most = std::numeric_limits<Timestamp>::max();
    REQUIRE(time.between(least, most) == 1'000'000);
    REQUIRE(time.between(most, least) == 0);
    REQUIRE(time.add(0, std::numeric_limits<int>::max()) == time.add(0, 1'000'000));
    REQUIRE(time.add(at("2026-11-18 10:00"), -5) == at("2026-11-18 10:00"));
    time.add(least, 5);
    time.add(most, 5);
    REQUIRE_THROWS_AS(WorkingTime({17 * 60, 9 * 60}, {}), Error);
    REQUIRE_THROWS_AS(WorkingTime({-1, 25 * 60}, {}), Error);
}

TEST_CASE("a list of bank holidays is refused with its line", "[consultation]")
{
    REQUIRE(parse_holidays("").empty());
    REQUIRE(parse_holidays("# none\r\n\n2026-12-25\tChristmas Day\r\n") == std::set{day("2026-12-25")});
    CHECK(test::error_of([] { parse_holidays("2026-12-25\tA\n\n2026-13-01\tB"); }).starts_with("line 3: "));
    CHECK(test::error_of([] { parse_holidays("2026-12-25\n2026-12-25"); }) ==
          "line 2: 2026-12-25 stands here a second time.");
    CHECK_FALSE(test::error_of([] { parse_holidays("Christmas\n"); }).empty());
}

TEST_CASE("the shipped clocks read, and the more urgent is the faster", "[consultation]")
{
    auto clocks = parse_clocks(read_file(test::source_file("content/clocks.yaml"), 64 * 1024));
    REQUIRE(clocks.size() == 3);
    REQUIRE(clocks[Priority::routine].answer == 5 * 480);
    REQUIRE(clocks[Priority::urgent].offer == 60);
    REQUIRE(clocks[Priority::soon].outcome_days == 14);
    for (const auto step : {&Clocks::offer, &Clocks::answer, &Clocks::more}) {
        CHECK(clocks[Priority::urgent].*step < clocks[Priority::soon].*step);
        CHECK(clocks[Priority::soon].*step < clocks[Priority::routine].*step);
    }
}

TEST_CASE("clocks that do not read are refused with line and key", "[consultation]")
{
    const std::string whole =
        "version: 1\nroutine: {offer: 1 day, answer: 2 days, more: 1 day, outcome: 14 days}\n"
        "soon: {offer: 1 day, answer: 2 days, more: 1 day, outcome: 14 days}\n";
    REQUIRE(test::error_of([&] { parse_clocks(whole); }) == "There are no clocks for urgent.");
    struct Bad {
        const char* line;
        const char* error;
    };
    for (const auto& [line, error] : std::vector<Bad>{
             {"urgent: 4 hours", "line 4: urgent takes offer, answer, more and outcome."},
             {"urgent: {offer: 1 day, answer: 2 days, more: 1 day}",
              "line 4: outcome of urgent is not said."},
             {"urgent: {offer: soon}",
              "line 4: offer takes a time of at most 1000, as in 4 hours or 5 days."},
             {"urgent: {offer: -1 days}",
              "line 4: offer takes a time of at most 1000, as in 4 hours or 5 days."},
             {"urgent: {offer: 2 weeks}", "line 4: offer is told in minutes, hours or days."},
             {"urgent: {outcome: 2 hours}", "line 4: outcome is told in days."},
             {"urgent: {wait: 2 hours}", "line 4: unknown key wait."},
             {"tomorrow: {}", "line 4: there is no priority tomorrow."},
             {"soon: {}", "line 4: soon stands here a second time."},
             {"urgent: &a {}", "line 4: anchors (&name) are not allowed."},
         })
        CHECK(test::error_of([&] { parse_clocks(whole + line); }) == error);
    CHECK_FALSE(test::error_of([] { parse_clocks(""); }).empty());
    CHECK_FALSE(test::error_of([] { parse_clocks("[1, 2]"); }).empty());
}
