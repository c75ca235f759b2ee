// SPDX-License-Identifier: GPL-2.0-or-later
// How full somebody's week is and how soon they usually answer, for "who to ask".
#pragma once

#include "core/consultation/routing/routing.h"
#include "core/consultation/routing/working_time.h"
#include "core/people/who_to_ask.h"
#include "core/store/connection.h"

#include <map>
#include <optional>
#include <vector>

namespace guidepost::consultation {

/// Of how many of the newest threads the median is taken, how far back they reach, and below how many
/// answers none is told: one or two would say how long one case took.
inline constexpr std::size_t newest_answers = 20;
inline constexpr std::size_t fewest_answers = 3;
inline constexpr int answers_reach_back_days = 90;

/// Working minutes from taking a thread on to its first answer, the median. Restricted threads are not
/// among them. None: too few.
std::optional<int> typical_answer_minutes(store::Connection& connection, const WorkingTime& time,
                                          const Login& adviser, Timestamp now);

/// Of those who are named. Minutes used count open threads as routing does, so that both agree on who
/// has time.
std::map<Login, people::Week> weeks_of(store::Connection& connection, const WorkingTime& time,
                                       const std::vector<Login>& advisers, Timestamp now);

} // namespace guidepost::consultation
