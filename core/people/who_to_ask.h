// SPDX-License-Identifier: GPL-2.0-or-later
// Who knows a field, who of them has time, and how soon they usually answer: for a person to look up.
// Routing decides for itself, by floors (core/consultation/routing/routing.h).
#pragma once

#include "core/people/staff.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::people {

/// How somebody's week is filled. It comes from whoever keeps consultations; this room does not know them.
struct Week {
    int minutes_used = 0;                           ///< of advice, this week
    std::optional<int> typical_answer_minutes = {}; ///< working minutes, the median of late; none: too few
};

struct Adviser {
    Staff person = {};
    Level level = Level::developing;
    std::optional<Date> expires = {}; ///< of the skill
    int free_minutes = 0;             ///< this week, never below 0; 0 for somebody away
    std::optional<int> typical_answer_minutes = {};
    std::optional<Away> away = {}; ///< today
    Login cover = {};              ///< who stands in for somebody away; empty: nobody
    bool is_in_region = false;     ///< of the one asked for; true when none was
};

/// Active specialists whose skill counts today. In the region first, then those at work, then the higher
/// level, more free minutes, the login.
std::vector<Adviser> who_to_ask(const std::vector<Staff>& everybody, std::string_view specialism,
                                std::string_view region, Date today, const std::map<Login, Week>& weeks);

/// Every specialism that an active specialist holds today, by name.
std::vector<std::string> specialisms(const std::vector<Staff>& everybody, Date today);

} // namespace guidepost::people
