// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the search room.
#pragma once

#include "core/search/results.h"

#include <xapian.h>

#include <stop_token>

namespace guidepost::search {

/// How many of the articles that `words` finds have each value: all matches are walked. Throws
/// Error{cancelled} when stopped.
FacetCounts count_facets(const Xapian::Database& database, const Xapian::Query& words,
                         const std::stop_token& stop);

} // namespace guidepost::search
