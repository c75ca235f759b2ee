// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the search room: which section of an article answers.
#pragma once

#include "core/search/query_builder.h"
#include "core/search/record.h"

namespace guidepost::search {

struct BestSection {
    std::size_t index = 0;
    std::uint64_t first_match = 0; ///< term position of the first match within it; 0 when there is none
    bool matches = false;
};

/// Sections are stretches of term positions, so the index itself says where words stand: no text is
/// cut again. A word in a heading counts double; the earliest of equals wins.
BestSection find_best_section(const Xapian::Database& database, Xapian::docid document, const Record& record,
                              const BuiltQuery& query);

/// Whether the document has every one of the stems.
bool has_all(const Xapian::Database& database, Xapian::docid document, const std::vector<std::string>& stems);

} // namespace guidepost::search
