// SPDX-License-Identifier: GPL-2.0-or-later
// What stands on a source that guidance cites.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace guidepost::guidance {

/// Where a data file says which records its rules were taken from: a key `source` or `sources` that holds
/// nothing but ids,
///
///     source: "samaritans-pages, nhs-crisis-pages"
///
/// or a comment, where the key is for people or there are no keys:
///
///     # source records: sentencing-act-2026, recall-service-code
struct RulesWithSources {
    std::string path = {}; ///< within the folder, with '/'
    std::size_t line = 0;
    std::vector<std::string> sources = {};
};

/// Of every .yaml and .tsv file in the folder and below, by path and line. None where there is no such
/// folder.
std::vector<RulesWithSources> rules_with_sources(const std::filesystem::path& folder);

} // namespace guidepost::guidance
