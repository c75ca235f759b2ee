// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/guidance/problem.h"

#include <filesystem>
#include <string>
#include <vector>

namespace guidepost::guidance {

struct FolderFiles {
    std::vector<std::string> paths = {};    ///< within the folder, with '/', sorted
    std::vector<FileProblems> skipped = {}; ///< Markdown by name that cannot be taken, and why
};

/// The Markdown files of a folder and those below it. Links are not followed; what starts with a dot is
/// passed over. Throws Error{storage} when the folder itself cannot be listed.
FolderFiles find_markdown_files(const std::filesystem::path& folder);

/// A name as it can be shown and stored: what is no UTF-8 becomes a question mark in a box.
std::string shown_path(std::string path);

} // namespace guidepost::guidance
