// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the search room: what was shown lately, ready to be shown again.
#pragma once

#include "core/search/record.h"
#include "core/search/terms.h"

#include <cstdint>
#include <optional>
#include <unordered_map>

namespace guidepost::search {

/// What a result is made of, read from the index and unpacked.
struct ShownRecord {
    Record record = {};
    FacetValues facets = {};
    /// What the store said of the article when its newest publication was `asked_at`.
    std::optional<guidance::ArticleState> state = {};
    std::int64_t asked_at = -1;
};

/// While somebody types, most results come back with every key, and unpacking twenty whole articles
/// was a quarter of the time of an answer. Holds one state of one index.
class RecordCache {
public:
    /// Borrowed until the next call of either. Throws what Xapian and `read_record` throw.
    ShownRecord& get(const Xapian::Database& database, Xapian::docid document);

    /// The index has changed.
    void forget();

private:
    std::unordered_map<Xapian::docid, ShownRecord> shown_;
    std::size_t bytes_ = 0;
};

} // namespace guidepost::search
