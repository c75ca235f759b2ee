// SPDX-License-Identifier: GPL-2.0-or-later
// A group to be, as a file. Members are known by names made on the desk; each has a case as in a case file:
//
//     version: 1
//     members:
//       - member: m1
//         case: {setting: community, sex: male, innocence: maintains}
//         not_with: [m4]
//     started: {module: some-programme, version: 1.4.0, on: 2026-11-22}
//
// `started` is there once the group began: from then on its plan, briefs and findings come from that version
// of the module, whatever is installed later. It is the last line, so that beginning only adds to the file.
#pragma once

#include "core/programme/catalogue.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::programme {

/// What a group began with.
struct GroupStart {
    std::string module = {};
    std::string version = {};
    std::optional<Date> on = {};

    friend bool operator==(const GroupStart&, const GroupStart&) = default;
};

inline constexpr std::uintmax_t largest_group_file = 256 * 1024;

struct Group {
    std::vector<GroupMember> members = {};
    std::optional<GroupStart> started = {}; ///< none: it is yet to begin
};

/// Throws Error{format} that names the line: also for a name that stands twice or is no slug, and for more
/// than 30 members.
Group parse_group(std::string_view yaml);
Group read_group_file(const std::filesystem::path& file);

/// The file with the line that says what the group began with. Throws what parse_group throws, and
/// Error{conflict} when it has begun.
std::string with_start(std::string_view yaml, const GroupStart& start);

/// How the catalogue knows what the group began with: `id@version`. Throws Error{not_found} when that version
/// is not on this desk any more.
std::string kept_version(Catalogue& catalogue, const GroupStart& start);

} // namespace guidepost::programme
