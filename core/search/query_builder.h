// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the search room: from what was typed to what is asked of the index, with the reasons
// kept so that a hit can say why it was found.
#pragma once

#include "core/search/query_parser.h"
#include "core/search/results.h"
#include "core/search/spelling.h"
#include "core/search/terms.h"
#include "core/search/vocabulary.h"

#include <string>
#include <vector>

namespace guidepost::search {

/// Another name that was looked for beside the words `form`.
struct Alternative {
    std::string form = {}; ///< as typed
    std::vector<std::string> form_stems = {};
    Expansion expansion = {};
    std::vector<std::string> stems = {};
};

struct BuiltQuery {
    Xapian::Query words = {}; ///< everything but the filters; empty when there is nothing to look for
    std::vector<std::string> stems = {}; ///< all stems looked for, own words first: to find the best section
    std::size_t own_stems = 0;           ///< how many of them are the asker's own
    std::vector<std::string> every_word = {}; ///< every word asked, see every_stem_of
    bool is_narrowed = false;                 ///< a phrase, field or exclusion may rightly leave nothing
    std::string prefix = {};                  ///< start of a stem that is still being typed, or ""
    std::vector<Alternative> alternatives = {};
    std::vector<Choice> choices = {};
    std::vector<std::string> unknown_words = {}; ///< words the index does not have
    std::string suggestion = {};                 ///< the whole text with unknown words respelt, or ""
    std::string read_as = {};
    std::vector<std::string> notes = {};
};

/// Whether a phrase or field that was asked for must be in the text, or only helps.
enum class Strictness { required, preferred };

BuiltQuery build_query(const Query& query, const Vocabulary& vocabulary, const Xapian::Database& database,
                       Spelling& spelling, Strictness strictness = Strictness::required);

/// Narrows by filters, `except` one facet: for counting what else that facet could be.
Xapian::Query with_filters(const Xapian::Query& words, const Filters& filters,
                           std::optional<Facet> except = {});

/// How terms are weighed. Divergence from randomness (IneB2) won over BM25 with every setting tried
/// on four judged collections (mean nDCG@10 .488 here against .449 for Xapian's default and .480 for
/// the best BM25), and unlike pairs of neighbours, which gained nothing more, it needs no positions.
/// Its parameter and the title's share were tried from 1 to 5 and from .1 to 2: docs/benchmarks.md.
Xapian::IneB2Weight weighting();

} // namespace guidepost::search
