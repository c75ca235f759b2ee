// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/source_uses.h"

#include "core/values/files.h"
#include "core/values/text.h"

#include <algorithm>

namespace guidepost::guidance {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view mark = "# source records:";
constexpr std::uintmax_t largest_data = 1024 * 1024;

void read_comments(const fs::path& file, const std::string& path, std::vector<RulesWithSources>& found)
{
    const auto text = read_file(file, largest_data);
    std::size_t number = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = trimmed(std::string_view{text}.substr(at, end - at));
        at = end + 1;
        ++number;
        if (!line.starts_with(mark))
            continue;
        RulesWithSources rules{path, number};
        for (const auto& id : split(line.substr(mark.size()), ','))
            rules.sources.emplace_back(trimmed(id));
        found.push_back(std::move(rules));
    }
}

} // namespace

std::vector<RulesWithSources> rules_with_sources(const fs::path& folder)
{
    std::vector<RulesWithSources> found;
    std::error_code error;
    for (const auto& entry : fs::recursive_directory_iterator{folder, error}) {
        const auto kind = entry.path().extension();
        if (entry.is_regular_file(error) && (kind == ".yaml" || kind == ".tsv"))
            read_comments(entry.path(), entry.path().lexically_relative(folder).generic_string(), found);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.path < b.path; });
    return found;
}

} // namespace guidepost::guidance
