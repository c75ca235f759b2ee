// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the search room. A damaged index can lose words without an error, so nothing found is
// doubted before it is said.
#pragma once

#include "core/guidance/library.h"
#include "core/search/query_builder.h"

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

namespace guidepost::search {

class Doubt {
public:
    /// Whether the index contradicts itself or the store in finding nothing for `query`. Slow for a word
    /// that was not doubted before: the store's texts are walked.
    bool finds_contradiction(const Query& query, const BuiltQuery& built, const Xapian::Database& database,
                             guidance::Library& library, std::int64_t index_feed);

    /// The index moved on: what was absent may have come.
    void forget();

private:
    bool is_lost(const std::string& word, const Xapian::Database& database, guidance::Library& library,
                 std::int64_t index_feed);

    std::unordered_set<std::string> absent_; ///< stems that the store does not have either
    std::vector<std::string> absent_parts_;  ///< of words: no text holds them
};

} // namespace guidepost::search
