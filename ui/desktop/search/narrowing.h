// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/search/results.h"

#include <string>
#include <string_view>
#include <vector>

namespace guidepost::desktop {

/// The query with a short form replaced by one of its meanings, as a phrase: "AP rules" becomes
/// "\"approved premises\" rules". Capitals do not matter, whole words only; a query that does not hold
/// the form gets the phrase added.
std::string with_meaning(std::string_view query, std::string_view form, std::string_view meaning);

/// Whether a word of one of the titles or snippets starts with the query's last word: then somebody
/// may be in the middle of it, and it is no slip of spelling.
bool begins_a_found_word(std::string_view query, const std::vector<search::Hit>& hits);

} // namespace guidepost::desktop
