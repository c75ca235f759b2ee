// SPDX-License-Identifier: GPL-2.0-or-later
// The practice desk: a profile apart, with fictional people, in which everything may be tried and anybody
// acted as.
#pragma once

#include "core/desk/desk.h"

#include <filesystem>

namespace guidepost::desk {

/// Where it lies unless said otherwise: guidepost-practice beside the usual profile.
std::filesystem::path practice_profile();

/// Makes the desk's profile a practice desk, or completes one whose making was interrupted. Returns whether
/// there was anything to do; read-only, it is taken as it is. Throws Error{refused} for a profile that holds
/// people of its own.
bool make_practice(Desk& desk, Clock clock = system_now);

} // namespace guidepost::desk
