// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/people/staff.h"

#include <vector>

namespace guidepost::people {

/// As one looks for a name that one would say: first name first, capital or not, numbers by what they count:
/// "Officer 2" before "Officer 10". People of the same name stand by their login.
bool is_named_before(const Staff& one, const Staff& other);

std::vector<Staff> by_name(std::vector<Staff> people);

} // namespace guidepost::people
