// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: one person of a list of staff.
#pragma once

#include "core/people/file_values.h"
#include "core/people/staff_file.h"

namespace guidepost::people {

/// Keys that are not known are problems; everything else that is wrong throws BadValue.
StaffRow read_staff_row(const YamlNode& entry, std::optional<Date> today, std::vector<FileProblem>& problems);

} // namespace guidepost::people
