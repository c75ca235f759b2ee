// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/search/query.h"
#include "core/search/results.h"
#include "core/search/vocabulary.h"
#include "ui/desktop/words/translate.h"

#include <optional>
#include <string>
#include <vector>

namespace guidepost::desktop {

/// One value one can narrow by, or has narrowed by.
struct FilterChip {
    search::Facet facet = search::Facet::programme;
    std::string value = {};
    std::optional<std::size_t> articles = {}; ///< nothing while it is being counted
    bool is_chosen = false;
};

/// The chosen values first, then the ones that would narrow best: of programme, offence, RoSH, topic
/// and setting the largest in turn, then the next ones. Values that would leave everything or nothing as it
/// is are left out.
std::vector<FilterChip> filter_chips(const search::Filters& chosen, const search::FacetCounts& counts,
                                     std::size_t total, std::size_t limit);

/// Adds the value, or takes it away when it is there.
void toggle(search::Filters& filters, search::Facet facet, const std::string& value);
bool contains(const search::Filters& filters, search::Facet facet, const std::string& value);

/// "RoSH", "Programme" ...: English.
const char* facet_title(search::Facet facet);

/// "RoSH high", "Licence", a programme's own name: the value as a person reads it, alone.
std::string facet_value_words(search::Facet facet, const std::string& value,
                              const search::Vocabulary& vocabulary, const Translate& translate = in_english);

} // namespace guidepost::desktop
