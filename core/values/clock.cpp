// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/values/clock.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace guidepost {
namespace chrono = std::chrono;

Timestamp system_now()
{
    return chrono::duration_cast<chrono::microseconds>(chrono::system_clock::now().time_since_epoch())
        .count();
}

Date date_of(Timestamp moment)
{
    return Date{
        chrono::floor<chrono::days>(chrono::sys_time<chrono::microseconds>{chrono::microseconds{moment}})};
}

std::optional<Date> parse_date(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto number = [&](std::size_t from, std::size_t count) {
        int value = -1;
        const auto* end = text.data() + from + count;
        const auto result = std::from_chars(text.data() + from, end, value);
        return result.ptr == end && text[from] != '-' ? value : -1;
    };
    const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
    if (year < 0 || month < 0 || day < 0)
        return std::nullopt;
    const Date date{chrono::year{year}, chrono::month{static_cast<unsigned>(month)},
                    chrono::day{static_cast<unsigned>(day)}};
    return date.ok() ? std::optional{date} : std::nullopt;
}

std::string format_date(Date date)
{
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string format_date_long(Date date)
{
    static constexpr std::array months{"January", "February", "March",     "April",   "May",      "June",
                                       "July",    "August",   "September", "October", "November", "December"};
    return fmt::format("{} {} {}", static_cast<unsigned>(date.day()),
                       months.at(static_cast<unsigned>(date.month()) - 1), static_cast<int>(date.year()));
}

std::string format_timestamp(Timestamp moment)
{
    const chrono::sys_time<chrono::microseconds> time{chrono::microseconds{moment}};
    const auto day = chrono::floor<chrono::days>(time);
    const chrono::hh_mm_ss clock{chrono::floor<chrono::seconds>(time - day)};
    return fmt::format("{}T{:02}:{:02}:{:02}Z", format_date(Date{day}), clock.hours().count(),
                       clock.minutes().count(), clock.seconds().count());
}

} // namespace guidepost
