// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: what is said about an article, in words, for the page and for the terminal.
#pragma once

#include "core/pages/pages.h"

#include <string>
#include <vector>

namespace guidepost::pages {

struct Warning {
    std::string what = {}; ///< "Not reviewed."
    std::string text = {};
};

struct Notices {
    std::string place = {};              ///< "Sexual offending › Appeal"
    std::vector<std::string> about = {}; ///< owner, version date, review date
    std::string public_sources = {};     ///< "" where it does not apply
    std::vector<Warning> warnings = {};
    std::string summary = {};
    std::string sources_heading = {};
    std::vector<std::string> sources = {}; ///< only records when the text lists its own
    std::vector<std::string> footer = {};
};

/// Without a vocabulary, as the slug says.
std::string words_of(std::string_view slug, const std::shared_ptr<const search::Vocabulary>& vocabulary);

/// `lists_its_own_sources`: the text has a heading for them.
Notices notices_of(const ArticlePage& page, const guidance::FrontMatter& meta, bool lists_its_own_sources);

} // namespace guidepost::pages
