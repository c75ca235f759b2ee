// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: one person of a list of staff.
#pragma once

#include "core/people/file_values.h"
#include "core/people/staff_file.h"

#include <optional>
#include <vector>

namespace guidepost::people {

/// Nothing for an entry that cannot be used; `problems` then has all that is wrong with it. A key that is not
/// known is a problem too, and the entry is read without it.
std::optional<StaffRow> read_staff_row(const YamlNode& entry, std::optional<Date> today,
                                       std::vector<FileProblem>& problems);

} // namespace guidepost::people
