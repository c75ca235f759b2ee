// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>

namespace guidepost::pages {

/// Titles of articles by id; one that is not there shows as its words.
using Titles = std::map<std::string, std::string>;

/// "new-partner#do-now" -> "New partner › Do now".
std::string place_words(const std::string& place, const Titles& titles);

} // namespace guidepost::pages
