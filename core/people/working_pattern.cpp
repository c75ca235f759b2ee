// SPDX-License-Identifier: GPL-2.0-or-later
// pattern = "none" | stretch *(";" stretch) ; stretch = days " " hh:mm "-" hh:mm
// days = day *("," day) | day "-" day ; each day at most once
#include "core/people/staff.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::people {
namespace {

constexpr std::array<std::string_view, 5> day_words{"mon", "tue", "wed", "thu", "fri"};
constexpr int minutes_a_day = 24 * 60;

std::optional<std::size_t> parse_day(std::string_view word)
{
    const auto found = std::find(day_words.begin(), day_words.end(), lower_ascii(trimmed(word)));
    if (found == day_words.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - day_words.begin());
}

/// "09:30" as minutes; "24:00" is the end of the day.
std::optional<int> parse_minute(std::string_view text)
{
    const auto digit = [&](std::size_t at) {
        return text[at] >= '0' && text[at] <= '9' ? text[at] - '0' : -1;
    };
    if (text.size() != 5 || text[2] != ':' || digit(0) < 0 || digit(1) < 0 || digit(3) < 0 || digit(4) < 0)
        return std::nullopt;
    const int hours = digit(0) * 10 + digit(1), minutes = digit(3) * 10 + digit(4);
    const int all = hours * 60 + minutes;
    return minutes < 60 && all <= minutes_a_day ? std::optional{all} : std::nullopt;
}

std::optional<Hours> parse_hours(std::string_view text)
{
    const auto dash = text.find('-');
    if (dash == std::string_view::npos)
        return std::nullopt;
    const auto from = parse_minute(trimmed(text.substr(0, dash)));
    const auto to = parse_minute(trimmed(text.substr(dash + 1)));
    return from && to && *from < *to ? std::optional{Hours{*from, *to}} : std::nullopt;
}

/// The days of "mon-wed,fri", in any order.
std::optional<std::vector<std::size_t>> parse_days(std::string_view text)
{
    std::vector<std::size_t> days;
    for (const auto& part : split(text, ',')) {
        const auto dash = part.find('-');
        const auto first = parse_day(std::string_view{part}.substr(0, dash));
        const auto last =
            dash == std::string::npos ? first : parse_day(std::string_view{part}.substr(dash + 1));
        if (!first || !last || *first > *last)
            return std::nullopt;
        for (auto day = *first; day <= *last; ++day)
            days.push_back(day);
    }
    return days.empty() ? std::nullopt : std::optional{days};
}

std::string format_days(const std::vector<std::size_t>& days)
{
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < days.size();) {
        auto end = i + 1;
        while (end < days.size() && days[end] == days[end - 1] + 1)
            ++end;
        if (end - i >= 3)
            parts.push_back(fmt::format("{}-{}", day_words.at(days[i]), day_words.at(days[end - 1])));
        else
            for (auto k = i; k < end; ++k)
                parts.emplace_back(day_words.at(days[k]));
        i = end;
    }
    return join(parts, ",");
}

} // namespace

WorkingPattern full_week()
{
    WorkingPattern week;
    week.fill({9 * 60, 17 * 60});
    return week;
}

std::optional<WorkingPattern> parse_pattern(std::string_view text)
{
    WorkingPattern pattern{};
    if (trimmed(text) == "none")
        return pattern;
    std::set<std::size_t> named;
    for (const auto& stretch : split(text, ';')) {
        const auto words = trimmed(stretch);
        const auto space = words.find_last_of(' ');
        if (space == std::string_view::npos)
            return std::nullopt;
        const auto days = parse_days(trimmed(words.substr(0, space)));
        const auto hours = parse_hours(words.substr(space + 1));
        if (!days || !hours)
            return std::nullopt;
        for (const auto day : *days) {
            if (!named.insert(day).second)
                return std::nullopt;
            pattern.at(day) = *hours;
        }
    }
    return named.empty() ? std::nullopt : std::optional{pattern};
}

std::string format_pattern(const WorkingPattern& pattern)
{
    std::vector<std::string> stretches;
    std::set<std::size_t> done;
    for (std::size_t first = 0; first < pattern.size(); ++first) {
        const auto hours = pattern.at(first);
        if (hours.from == hours.to || done.contains(first))
            continue;
        std::vector<std::size_t> days;
        for (auto day = first; day < pattern.size(); ++day)
            if (pattern.at(day) == hours) {
                days.push_back(day);
                done.insert(day);
            }
        stretches.push_back(fmt::format("{} {:02}:{:02}-{:02}:{:02}", format_days(days), hours.from / 60,
                                        hours.from % 60, hours.to / 60, hours.to % 60));
    }
    return stretches.empty() ? "none" : join(stretches, "; ");
}

} // namespace guidepost::people
