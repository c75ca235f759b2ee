// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the search room: of one title a person reads what comes first. That is the reviewed one, and
// copies do not crowd what else answers.
#pragma once

#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

namespace guidepost::search {

/// Moves every text that nobody reviewed behind all others when a reviewed one of the list has its title; the
/// order is kept otherwise. `title_of` gives titles as title_to_compare does.
template <class One, class IsReviewed, class TitleOf>
void put_copies_last(std::vector<One>& list, IsReviewed is_reviewed, TitleOf title_of)
{
    std::unordered_set<std::string> reviewed;
    for (const auto& one : list)
        if (is_reviewed(one))
            reviewed.insert(title_of(one));
    std::stable_partition(list.begin(), list.end(), [&](const One& one) {
        return is_reviewed(one) || !reviewed.contains(title_of(one));
    });
}

} // namespace guidepost::search
