// SPDX-License-Identifier: GPL-2.0-or-later
// What was done to somebody's record, and to their way in, from the events.
#pragma once

#include "core/people/staff.h"
#include "core/store/connection.h"
#include "core/values/clock.h"

#include <string>
#include <vector>

namespace guidepost::people {

struct StaffAct {
    Timestamp at = 0;
    std::string who = {};  ///< a login, or "account:NAME" for the account of the computer
    std::string kind = {}; ///< as stored: "skill-put", "recovered"
    std::string what = {}; ///< in words: "skill entered: domestic-abuse"
};

/// Oldest first. Signing in and out is left out: it changes nothing. Throws Error{refused} unless `by` is
/// that person or may edit their record.
std::vector<StaffAct> history_of(store::Connection& connection, const Staff& of, const Staff& by);

} // namespace guidepost::people
