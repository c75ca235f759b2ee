// SPDX-License-Identifier: GPL-2.0-or-later
// Writes down what the clock did: lapsed offers, missed answers, what is with somebody who is away. Everybody
// reads it as done already (see thread.h); the clerk makes it part of the record and offers anew what nobody
// took. Any open desk, a timer or several at once may run it: each thread is looked at again inside its own
// transaction.
#pragma once

#include "core/consultation/rules.h"
#include "core/people/staff.h"
#include "core/store/connection.h"

#include <stop_token>
#include <vector>

namespace guidepost::consultation {

struct ClerkReport {
    std::size_t lapsed = 0;
    std::size_t escalated = 0; ///< missed answers, and what nobody is qualified to take
    std::size_t offered = 0;
    std::size_t passed_on = 0; ///< from somebody who is away or left, or back to them

    friend bool operator==(const ClerkReport&, const ClerkReport&) = default;
};

/// One transaction a thread; what was done before a stop stays.
ClerkReport run_clerk(store::Connection& connection, const Rules& rules,
                      const std::vector<people::Staff>& everybody, Timestamp now,
                      const std::stop_token& stop = {});

/// The same for what is with somebody who is away or has left, and for nothing else: after a change of staff,
/// and when a desk looks, so that a cover finds it at once.
ClerkReport pass_on_absences(store::Connection& connection, const Rules& rules,
                             const std::vector<people::Staff>& everybody, Timestamp now,
                             const std::stop_token& stop = {});

} // namespace guidepost::consultation
