// SPDX-License-Identifier: GPL-2.0-or-later
// What stands on a source that guidance cites.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace guidepost::guidance {

/// A comment in a data file that says which sources its rules were taken from:
///
///     # source records: sentencing-act-2026, recall-service-code
struct RulesWithSources {
    std::string path = {}; ///< within the folder, with '/'
    std::size_t line = 0;
    std::vector<std::string> sources = {};
};

/// Of every .yaml and .tsv file in the folder and below, by path. None where there is no such folder.
std::vector<RulesWithSources> rules_with_sources(const std::filesystem::path& folder);

} // namespace guidepost::guidance
