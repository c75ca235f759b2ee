// SPDX-License-Identifier: GPL-2.0-or-later
// When the words of old consultations go. What stays is who did what and when; the chain verifies.
#pragma once

#include "core/consultation/rules.h"
#include "core/consultation/thread/thread.h"
#include "core/store/connection.h"

#include <stop_token>
#include <string_view>
#include <vector>

namespace guidepost::consultation {

/// Days after the last thing that was done.
struct RetentionPeriods {
    int closed = 0;
    int withdrawn = 0;
};

/// content/retention.yaml. Throws Error{format} with the line.
RetentionPeriods parse_retention(std::string_view yaml);

struct PastRetention {
    ConsultationRef ref = {};
    Status status = Status::closed;
    Timestamp updated = 0;
    bool is_held = false; ///< passed over
};

/// Those whose words should have gone by now, oldest first: the dry run. Asks for no rights, and gives no
/// more than references and dates.
std::vector<PastRetention> past_retention(store::Connection& connection, const RetentionPeriods& periods,
                                          Timestamp now);

/// Removes the words of those that are not held and returns how many; one transaction each. What was
/// removed before a stop stays so.
std::size_t remove_past_retention(store::Connection& connection, const Rules& rules,
                                  const RetentionPeriods& periods, const Login& who, Timestamp now,
                                  const std::stop_token& stop = {});

} // namespace guidepost::consultation
