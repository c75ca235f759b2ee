// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the search room: the words around a match, as HTML.
#pragma once

#include "core/search/best_section.h"

namespace guidepost::search {

/// Escaped text of the best section with <b>..</b> around what matched; its first words when nothing
/// in it did.
std::string snippet_of(const Xapian::MSet& set, const Xapian::Stem& stemmer, const Record& record,
                       const BestSection& best, const std::string& prefix);

std::string escaped_html(std::string_view text);

} // namespace guidepost::search
