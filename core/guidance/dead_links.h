// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: links of a folder that lead nowhere, for the report of its import.
#pragma once

#include "core/guidance/markdown.h"
#include "core/guidance/problem.h"

#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

namespace guidepost::guidance {

struct LinkedText {
    std::vector<Link> links = {}; ///< by line of the file
    std::vector<Name> names = {};
};
using LinkedTexts = std::unordered_map<std::string, LinkedText>; ///< by path

/// Looks at the links of `texts`; other files of the folder are read when a link names a heading of theirs.
/// Adds a warning to `files` for each, and returns how many there are.
std::size_t add_dead_links(const std::filesystem::path& folder, const std::vector<std::string>& paths,
                           const LinkedTexts& texts, std::vector<FileProblems>& files);

} // namespace guidepost::guidance
