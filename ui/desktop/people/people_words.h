// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/people/staff.h"

#include <string>
#include <string_view>
#include <vector>

namespace guidepost::desktop {

/// "officer, band 4, North West, PDU 2": what tells one person from another, without the name.
std::string about_person(const people::Staff& person);

/// Those in whose name, login, role, region or field all the words stand, any case.
std::vector<people::Staff> find_people(const std::vector<people::Staff>& everybody, std::string_view typed);

/// Whom a practice desk starts as: an officer if there is one. Nobody when it is empty.
Login first_to_act_as(const std::vector<people::Staff>& everybody);

} // namespace guidepost::desktop
