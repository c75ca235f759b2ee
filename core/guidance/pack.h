// SPDX-License-Identifier: GPL-2.0-or-later
// A pack is a folder with a manifest, pack.yaml:
//
//     id: guidance
//     title: General guidance
//     version: 2026.11.1
//     approved_by: Guidepost editors        # a body or a role, never a person alone
//     approved_on: 2026-11-21
//     sources: records                       # may be left out: its articles may then write sources as text
#pragma once

#include "core/guidance/problem.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::guidance {

struct Manifest {
    std::string id = {};
    std::string title = {};
    std::string version = {};
    std::string approved_by = {};
    std::string approved_on = {};
    bool names_records = false; ///< its articles name sources by the id of a record, never as text
};

/// Nothing when the folder has no manifest. Throws Error{format} when it has one that cannot be used.
std::optional<Manifest> read_manifest(const std::filesystem::path& folder);

/// Orders versions by their numbers, part by part: 2026.9 comes before 2026.11.
bool is_older_version(std::string_view version, std::string_view than);

} // namespace guidepost::guidance
