// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the search room: the index as a reader has it open, while a writer moves it on.
#pragma once

#include "core/guidance/library.h"
#include "core/search/index_folder.h"

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <optional>

namespace guidepost::search {

/// The index answered something that cannot be right.
struct Unwell {};

class LiveIndex {
public:
    enum class Moved { not_at_all, within_the_feed, to_another_feed };

    explicit LiveIndex(std::filesystem::path folder) : folder_{std::move(folder)} {}

    /// Opens the live generation, or moves to what a writer has committed since. Throws Unwell when there
    /// is none or it does not agree with the store, and what Xapian throws.
    Moved open(guidance::Library& library);
    void close() { database_.reset(); }

    /// Open.
    const Xapian::Database& database() const { return *database_; }
    std::int64_t feed() const { return feed_; }
    /// Where the store was when the index was last opened.
    std::int64_t store_feed() const { return store_feed_; }

private:
    IndexFolder folder_;
    std::optional<Xapian::Database> database_ = {};
    std::filesystem::path generation_ = {};
    std::int64_t feed_ = -1;
    std::int64_t store_feed_ = -1;
};

} // namespace guidepost::search
