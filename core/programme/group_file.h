// SPDX-License-Identifier: GPL-2.0-or-later
// A group to be, as a file. Members are known by names made on the desk; each has a case as in a case file:
//
//     version: 1
//     members:
//       - member: m1
//         case: {setting: community, sex: male, innocence: maintains}
//         not_with: [m4]
#pragma once

#include "core/programme/catalogue.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace guidepost::programme {

/// Throws Error{format} that names the line: also for a name that stands twice or is no slug, and for more
/// than 30 members.
std::vector<GroupMember> parse_group(std::string_view yaml);
std::vector<GroupMember> read_group_file(const std::filesystem::path& file);

} // namespace guidepost::programme
