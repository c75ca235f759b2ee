// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/likely_names.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::privacy {

std::string role_in_place_of(const Finding& finding)
{
    return fmt::format("[{}]", name_of(finding.what));
}

std::string redacted(std::string_view text, const std::vector<Finding>& identifiers,
                     const std::vector<LikelyName>& names)
{
    struct Change {
        std::size_t start = 0, end = 0;
        std::string words = {};
    };
    std::vector<Change> changes;
    for (const auto& finding : identifiers)
        changes.push_back({finding.start, finding.end, role_in_place_of(finding)});
    for (const auto& name : names)
        changes.push_back({std::min(name.from, name.start), name.end, name.role});
    std::stable_sort(changes.begin(), changes.end(),
                     [](const Change& one, const Change& other) { return one.start < other.start; });
    std::string result;
    std::size_t done = 0;
    for (const auto& change : changes) {
        if (change.start < done || change.end > text.size() || change.start >= change.end)
            continue;
        result += text.substr(done, change.start - done);
        result += change.words;
        done = change.end;
    }
    result += text.substr(done);
    return result;
}

} // namespace guidepost::privacy
