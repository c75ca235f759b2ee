// SPDX-License-Identifier: GPL-2.0-or-later
// What an author is told before a pack is adopted: everything the import would say, and what only
// shows when all articles are looked at together.
#pragma once

#include "core/guidance/cited_sources.h"
#include "core/guidance/problem.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace guidepost::guidance {

/// One Markdown file of the folder. What could not be read has problems and no counts.
struct CheckedArticle {
    std::string path = {}; ///< within the folder
    std::string id = {};
    std::string title = {};
    std::size_t words = 0;
    std::size_t links = 0;
    std::size_t sources = 0;             ///< named in the front matter
    std::optional<int> reading_age = {}; ///< an estimate in years; nothing for short or Welsh text
    std::vector<Problem> problems = {};  ///< by line
};

struct CheckedFolder {
    std::vector<Problem> problems = {};        ///< of the folder itself: its manifest
    std::vector<CheckedArticle> articles = {}; ///< by path

    std::size_t errors() const;
    std::size_t warnings() const;
};

/// Fewer words than this, or more, are warned about.
inline constexpr std::size_t fewest_words = 300, most_words = 900;

/// What an article may lead to and stand on outside of its folder.
struct Surroundings {
    std::vector<std::filesystem::path> others = {}; ///< folders of packs that links may lead to
    CitedSources sources = {};                      ///< the records that articles may name
    Date today = date_of(system_now());
};

/// Checks a folder to the standard of a pack, with or without a manifest. Reads files, writes nothing.
/// Throws Error{not_found} when there is no such folder.
CheckedFolder check_folder(const std::filesystem::path& folder, const Surroundings& surroundings = {});

} // namespace guidepost::guidance
