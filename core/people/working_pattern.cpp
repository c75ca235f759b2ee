// SPDX-License-Identifier: GPL-2.0-or-later
// pattern = "none" | stretch *(";" stretch) ; stretch = days " " hh:mm "-" hh:mm
// days = day *("," day) | day "-" day ; each day at most once
// Read besides: whole names of days, 9:00, 9.00 and 9, other dashes, blanks around them, "to".
#include "core/people/staff.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

namespace guidepost::people {
namespace {

constexpr std::array<std::string_view, 5> day_words{"mon", "tue", "wed", "thu", "fri"};
constexpr int minutes_a_day = 24 * 60;

/// "mon", "Monday", "Tues".
std::optional<std::size_t> parse_day(std::string_view word)
{
    constexpr std::array<std::string_view, 5> names{"monday", "tuesday", "wednesday", "thursday", "friday"};
    const auto wanted = lower_ascii(trimmed(word));
    const auto found = std::find_if(names.begin(), names.end(), [&](std::string_view name) {
        return wanted.size() >= 3 && name.starts_with(wanted);
    });
    if (found == names.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - names.begin());
}

/// "09:30", "9:30", "9.30" or "9" as minutes; "24:00" is the end of the day.
std::optional<int> parse_minute(std::string_view text)
{
    const auto number = [](std::string_view digits) -> std::optional<int> {
        if (digits.empty() || digits.size() > 2 ||
            digits.find_first_not_of("0123456789") != std::string_view::npos)
            return std::nullopt;
        return std::stoi(std::string{digits});
    };
    const auto point = text.find_first_of(":.");
    const auto hours = number(text.substr(0, point));
    const bool is_whole = point == std::string_view::npos;
    const auto minutes = is_whole ? std::optional{0} : number(text.substr(point + 1));
    if (!hours || !minutes || (!is_whole && text.size() - point != 3) || *minutes >= 60)
        return std::nullopt;
    const int all = *hours * 60 + *minutes;
    return all <= minutes_a_day ? std::optional{all} : std::nullopt;
}

/// With one kind of dash, no blanks around it, and plain blanks.
std::string plain_pattern(std::string_view text)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> spellings{{{"\u2013", "-"},
                                                                                      {"\u2014", "-"},
                                                                                      {"\u2010", "-"},
                                                                                      {"\u2011", "-"},
                                                                                      {"\u2012", "-"},
                                                                                      {"\u2212", "-"},
                                                                                      {"\u00A0", " "},
                                                                                      {" to ", "-"}}};
    std::string plain{text};
    for (const auto& [written, meant] : spellings)
        for (auto at = plain.find(written); at != std::string::npos; at = plain.find(written, at))
            plain.replace(at, written.size(), meant);
    std::string close;
    for (const char c : plain) {
        if (c == '-')
            close.resize(close.find_last_not_of(' ') + 1);
        if (c != ' ' || !close.ends_with('-'))
            close += c;
    }
    return close;
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
    const auto plain = plain_pattern(text);
    if (lower_ascii(trimmed(plain)) == "none")
        return pattern;
    std::set<std::size_t> named;
    for (const auto& stretch : split(plain, ';')) {
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
