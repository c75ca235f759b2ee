// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: reads names off the words of one text.
#pragma once

#include "core/privacy/name_words.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::privacy {

/// Words [first, last) of the text are a name.
struct FoundName {
    NameClue clue = NameClue::unknown;
    std::size_t first = 0, last = 0;
    std::size_t from = 0; ///< the first word that the role replaces
    std::string role = {};
};

/// A title, a relation or "called" before it: more than how a word is written.
bool is_strong(NameClue clue);

/// In the order of the text, none over another. `plain` is what the tokens were read of.
std::vector<FoundName> read_names(std::string_view plain, const std::vector<NameToken>& tokens,
                                  const NameWords& words);

/// The same name gets the same role with the same letter, letters go by the order of the text, and the clue
/// that says most names the role: "his girlfriend Sarah" makes every Sarah a partner. One label for each
/// name.
std::vector<std::string> labels_of(const std::vector<FoundName>& names, const std::vector<NameToken>& tokens,
                                   const NameWords& words);

} // namespace guidepost::privacy
