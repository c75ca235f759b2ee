// SPDX-License-Identifier: GPL-2.0-or-later
// Summer time is worked out from the rule that has held in the United Kingdom since 1996: it runs from
// 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October. The zone files of
// the system were not taken: g++ 12 has no std::chrono::tzdb, a library for them is one more thing to
// install, a machine without its zone files would count other times than its neighbour, and moments
// before 1996 do not occur here. Should the law change, this is the one place.
#include "core/consultation/routing/working_time.h"

#include "core/text/error.h"
#include "core/text/text.h"
#include "core/text/yaml_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace guidepost::consultation {
namespace {

namespace chrono = std::chrono;

constexpr Timestamp microseconds_a_minute = 60'000'000;
constexpr Timestamp microseconds_an_hour = 60 * microseconds_a_minute;
constexpr Timestamp microseconds_a_day = 24 * microseconds_an_hour;
constexpr int minutes_a_working_day = 8 * 60; // what "5 days" means in clocks.yaml

constexpr int most_minutes = 1'000'000;

/// The years of the calendar that are counted in. A moment from a damaged record may be any number,
/// and walking there day by day would not end.
constexpr Timestamp earliest = 0;
constexpr Timestamp latest = 9999LL * 365 * microseconds_a_day;

Timestamp midnight_utc(Date day)
{
    return chrono::sys_days{day}.time_since_epoch().count() * microseconds_a_day;
}

Timestamp change_of_clocks(chrono::year year, chrono::month month)
{
    return midnight_utc(Date{chrono::sys_days{year / month / chrono::Sunday[chrono::last]}}) +
           microseconds_an_hour;
}

bool is_summer(Timestamp moment)
{
    const auto year = date_of(moment).year();
    return moment >= change_of_clocks(year, chrono::March) &&
           moment < change_of_clocks(year, chrono::October);
}

Date next_day(Date day)
{
    return Date{chrono::sys_days{day} + chrono::days{1}};
}

/// "4 hours", "1 day": a whole number and its unit.
struct Amount {
    int number = 0;
    std::string unit = {}; ///< minute, hour or day
};

Amount read_amount(const YamlNode& node, std::string_view name)
{
    const auto parts = split(node.text, ' ');
    Amount amount;
    if (node.kind == YamlNode::Kind::text && parts.size() == 2) {
        const auto& digits = parts[0];
        const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), amount.number);
        amount.unit = parts[1].ends_with('s') ? parts[1].substr(0, parts[1].size() - 1) : parts[1];
        if (result.ec == std::errc{} && result.ptr == digits.data() + digits.size() && amount.number > 0 &&
            amount.number <= 1000)
            return amount;
    }
    fail_at(node.line, fmt::format("{} takes a time of at most 1000, as in 4 hours or 5 days", name));
}

int working_minutes(const YamlNode& node, std::string_view name)
{
    const auto [number, unit] = read_amount(node, name);
    if (unit == "minute")
        return number;
    if (unit == "hour")
        return number * 60;
    if (unit == "day")
        return number * minutes_a_working_day;
    fail_at(node.line, fmt::format("{} is told in minutes, hours or days", name));
}

int calendar_days(const YamlNode& node, std::string_view name)
{
    const auto [number, unit] = read_amount(node, name);
    if (unit != "day")
        fail_at(node.line, fmt::format("{} is told in days", name));
    return number;
}

Clocks read_clocks(const YamlNode& node, const std::string& priority)
{
    if (node.kind != YamlNode::Kind::map)
        fail_at(node.line, fmt::format("{} takes offer, answer, more and outcome", priority));
    Clocks clocks{};
    for (const auto& [key, value] : node.members) {
        if (key == "offer")
            clocks.offer = working_minutes(value, key);
        else if (key == "answer")
            clocks.answer = working_minutes(value, key);
        else if (key == "more")
            clocks.more = working_minutes(value, key);
        else if (key == "outcome")
            clocks.outcome_days = calendar_days(value, key);
        else
            fail_at(value.line, fmt::format("unknown key {}", shown_in_error(key)));
    }
    for (const auto* key : {"offer", "answer", "more", "outcome"})
        if (!node.find(key))
            fail_at(node.line, fmt::format("{} of {} is not said", key, priority));
    return clocks;
}

} // namespace

LocalTime to_london(Timestamp moment)
{
    const auto local = moment + (is_summer(moment) ? microseconds_an_hour : 0);
    const auto day = date_of(local);
    return {day, static_cast<int>((local - midnight_utc(day)) / microseconds_a_minute)};
}

Timestamp from_london(Date day, int minute)
{
    const auto as_utc = midnight_utc(day) + minute * microseconds_a_minute;
    const auto as_summer = as_utc - microseconds_an_hour;
    return is_summer(as_summer) ? as_summer : as_utc;
}

WorkingTime::WorkingTime(OfficeHours hours, std::set<Date> holidays)
    : hours_{hours}, holidays_{std::move(holidays)}
{
    if (hours.from < 0 || hours.to > 24 * 60 || hours.from >= hours.to)
        throw Error{Errc::format, "Office hours start before they end, on the same day."};
}

bool WorkingTime::is_working_day(Date day) const
{
    const auto weekday = chrono::weekday{chrono::sys_days{day}};
    return weekday != chrono::Saturday && weekday != chrono::Sunday && !holidays_.contains(day);
}

bool WorkingTime::is_open(Timestamp moment) const
{
    const auto local = to_london(moment);
    return is_working_day(local.day) && local.minute >= hours_.from && local.minute < hours_.to;
}

Timestamp WorkingTime::closing(Date day) const
{
    while (!is_working_day(day))
        day = next_day(day);
    return from_london(day, hours_.to);
}

Timestamp WorkingTime::add(Timestamp from, int minutes) const
{
    auto left = std::clamp(minutes, 0, most_minutes) * microseconds_a_minute;
    if (left == 0)
        return from;
    from = std::clamp(from, earliest, latest);
    for (auto day = to_london(from).day;; day = next_day(day)) {
        if (!is_working_day(day))
            continue;
        const auto start = std::max(from, from_london(day, hours_.from));
        const auto open = from_london(day, hours_.to) - start;
        if (open >= left)
            return start + left;
        left -= std::max<Timestamp>(open, 0);
    }
}

int WorkingTime::between(Timestamp from, Timestamp to) const
{
    Timestamp sum = 0;
    from = std::clamp(from, earliest, latest);
    to = std::clamp(to, earliest, latest);
    for (auto day = to_london(from).day;
         sum < most_minutes * microseconds_a_minute && from_london(day, hours_.from) < to;
         day = next_day(day)) {
        if (!is_working_day(day))
            continue;
        const auto start = std::max(from, from_london(day, hours_.from));
        const auto end = std::min(to, from_london(day, hours_.to));
        sum += std::max<Timestamp>(end - start, 0);
    }
    return static_cast<int>(std::min<Timestamp>(sum / microseconds_a_minute, most_minutes));
}

std::set<Date> parse_holidays(std::string_view tsv)
{
    std::set<Date> days;
    for (const auto& [number, line] : data_lines(tsv)) {
        const auto day = parse_date(line.substr(0, line.find('\t')));
        if (!day)
            fail_at(number, "a bank holiday starts with its date, as in 2026-12-25");
        if (!days.insert(*day).second)
            fail_at(number, fmt::format("{} stands here a second time", format_date(*day)));
    }
    return days;
}

ClockTable parse_clocks(std::string_view yaml)
{
    const auto root = read_yaml(yaml, "a table of clocks");
    ClockTable table;
    for (const auto& [key, value] : root.members) {
        if (key == "version") {
            if (value.text != "1")
                fail_at(value.line, "version takes 1");
            continue;
        }
        const auto priority = parse_priority(key);
        if (!priority)
            fail_at(value.line, fmt::format("there is no priority {}", shown_in_error(key)));
        table[*priority] = read_clocks(value, key);
    }
    for (const auto priority : {Priority::routine, Priority::soon, Priority::urgent})
        if (!table.contains(priority))
            fail_at(0, fmt::format("There are no clocks for {}", word_of(priority)));
    return table;
}

} // namespace guidepost::consultation
