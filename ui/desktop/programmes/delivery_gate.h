// SPDX-License-Identifier: GPL-2.0-or-later
// Whom somebody at the window can print a plan for, and whom they can let deliver by exception. The
// register's own checks decide in the end; this keeps what they would refuse from being offered.
#pragma once

#include "core/usecases/delivery.h"

#include <chrono>
#include <span>
#include <vector>

namespace guidepost::desktop {

struct GatePerson {
    people::Staff staff = {};
    usecases::Delivery delivery = {};
};

/// Oneself first. A lead prints for everybody of the region, others for themselves only.
std::vector<GatePerson> gate_people(const people::Staff& who, const usecases::Delivery& mine,
                                    const std::vector<usecases::Deliverer>& region);

/// A lead of the person's region, never for oneself.
bool may_except(const people::Staff& who, const GatePerson& person);

struct ExceptionSpan {
    std::chrono::days days;
    const char* label; ///< English
};
/// From the shortest to the longest the register takes.
std::span<const ExceptionSpan> exception_spans();

} // namespace guidepost::desktop
