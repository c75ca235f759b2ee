// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/thread/adviser_weeks.h"

#include "core/consultation/thread/record.h"

#include <algorithm>

namespace guidepost::consultation {
namespace {

using store::Row;

constexpr Timestamp day_us = Timestamp{24} * 3600 * 1'000'000;

/// None when this person did not answer it.
std::optional<int> answer_minutes(store::Connection& connection, const WorkingTime& time,
                                  const std::string& ref, const Login& adviser)
{
    std::optional<Timestamp> taken, answered;
    connection.query("select kind, who, at from event where chain = $1 "
                     "and kind in ('accepted', 'assigned', 'answered') order by seq",
                     {"consultation/" + ref}, [&](const Row& row) {
                         if (answered)
                             return;
                         if (row.text(0) != word_of(Happening::answered))
                             taken = row.integer(2);
                         else if (row.text(1) == adviser.value())
                             answered = row.integer(2);
                     });
    return taken && answered ? std::optional{time.between(*taken, *answered)} : std::nullopt;
}

} // namespace

std::optional<int> typical_answer_minutes(store::Connection& connection, const WorkingTime& time,
                                          const Login& adviser, Timestamp now)
{
    std::vector<std::string> refs;
    connection.query(
        "select ref from consultation where adviser = $1 and is_restricted = 0 and updated >= $2 "
        "order by updated desc, ref limit $3",
        {adviser.value(), now - answers_reach_back_days * day_us, static_cast<std::int64_t>(newest_answers)},
        [&](const Row& row) { refs.push_back(row.string(0)); });
    std::vector<int> minutes;
    for (const auto& ref : refs)
        if (const auto one = answer_minutes(connection, time, ref, adviser))
            minutes.push_back(*one);
    if (minutes.size() < fewest_answers)
        return std::nullopt;
    const auto middle = minutes.begin() + static_cast<std::ptrdiff_t>(minutes.size() / 2);
    std::nth_element(minutes.begin(), middle, minutes.end());
    return *middle;
}

std::map<Login, people::Week> weeks_of(store::Connection& connection, const WorkingTime& time,
                                       const std::vector<Login>& advisers, Timestamp now)
{
    std::map<Login, people::Week> weeks;
    const auto loads = loads_of(connection, now);
    for (const auto& adviser : advisers) {
        const auto load = loads.find(adviser);
        weeks[adviser] = {load == loads.end() ? 0
                                              : load->second.minutes_this_week +
                                                    load->second.open * minutes_of_an_open_thread,
                          typical_answer_minutes(connection, time, adviser, now)};
    }
    return weeks;
}

} // namespace guidepost::consultation
