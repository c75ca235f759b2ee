// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/guidance/problem.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace guidepost::guidance {

struct FolderFiles {
    std::vector<std::string> paths = {};       ///< within the folder, with '/', sorted
    std::vector<FileProblems> skipped = {};    ///< Markdown by name that cannot be taken, and why
    std::vector<std::string> documents = {};   ///< that a converter can read: .docx, .odt, .html; sorted
    std::vector<std::string> passed_over = {}; ///< folders that were not looked into: "node_modules/"
    std::map<std::string, std::size_t> other_kinds = {}; ///< files that are no Markdown, by ending: ".pdf"
};

/// The Markdown files of a folder and those below it. Links are not followed; node_modules and what starts
/// with a dot is passed over. Throws Error{storage} when the folder itself cannot be listed.
FolderFiles find_markdown_files(const std::filesystem::path& folder);

/// The bytes of one of them. Throws what read_file throws, in words that leave out the path.
std::string read_text(const std::filesystem::path& folder, const std::string& path, std::uintmax_t largest);

/// A name as it can be shown and stored: what is no UTF-8 becomes a question mark in a box.
std::string shown_path(std::string path);

} // namespace guidepost::guidance
