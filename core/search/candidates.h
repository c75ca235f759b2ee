// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the search room: which articles answer a query, in which order.
#pragma once

#include "core/search/article_words.h"
#include "core/search/query.h"
#include "core/search/query_builder.h"

#include <xapian.h>

#include <string>
#include <vector>

namespace guidepost::search {

struct Candidate {
    Xapian::docid document = 0;
    double score = 0;
    double nearness = 0; ///< to the nearest way in which officers ask for it, from 0 to 1
    bool is_expired = false;
    bool is_reviewed = true; ///< false: a text that was only imported
    std::vector<std::string> fits = {};
};

/// Best first, as many as the query's page needs at least.
struct Found {
    std::vector<Candidate> candidates = {};
    std::size_t total = 0;
    bool is_exact = true;
    Xapian::MSet set = {}; ///< knows the query, for snippets
};

/// What the words find, weighed by what an article is worth beside its words: whether it fits the case, is
/// past its review date, was reviewed at all. A text that nobody reviewed stands behind all that was, when
/// one of these has its title: it may be a copy. Throws what Xapian throws.
Found find_candidates(const Xapian::Database& database, const Query& query, const BuiltQuery& built,
                      const Xapian::Query& words, const ArticleWords& article_words);

} // namespace guidepost::search
