// SPDX-License-Identifier: GPL-2.0-or-later
// A search result as one block of Pango markup: what a row of the list shows, and what a screen
// reader speaks of it.
#pragma once

#include "core/search/results.h"
#include "core/search/vocabulary.h"
#include "ui/desktop/words/translate.h"

#include <string>
#include <string_view>
#include <vector>

namespace guidepost::desktop {

/// Colours of a result, as "#rrggbb"; one set for light, one for dark.
struct ResultColours {
    std::string quiet;      ///< path and why
    std::string match_back; ///< behind matched words
    std::string match_text;
    std::string tag_back, tag_text;   ///< programme, kind
    std::string fits_back, fits_text; ///< fits the case
    std::string warn_back, warn_text; ///< not reviewed, overdue
};

enum class Background { light, dark };
const ResultColours& result_colours(Background background);

inline constexpr std::string_view no_break_space = "\xC2\xA0";
inline constexpr std::string_view middle_dot = " \xC2\xB7 ";

/// Text with markup's own characters escaped.
std::string escape_markup(std::string_view text);

/// The searcher's snippet (escaped text with <b>..</b>) with matches on a coloured ground. Anything
/// else that looks like a tag is shown as text.
std::string highlight_snippet(std::string_view snippet, const ResultColours& colours);

/// What must be said of a hit in words, most serious first: "Not reviewed", "Review overdue since ...".
std::vector<std::string> warnings_of(const search::Hit& hit, const Translate& translate = in_english);

std::string result_markup(const search::Hit& hit, const ResultColours& colours,
                          const search::Vocabulary& vocabulary, const Translate& translate = in_english);

} // namespace guidepost::desktop
