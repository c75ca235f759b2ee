// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: plain text as words with their capital letters, for what looks like a name.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::privacy {

struct NameToken {
    std::size_t start = 0;
    std::size_t end = 0;     ///< a possessive 's is not part of it, nor the point of an initial
    std::string lower = {};  ///< in small letters, with its hyphens and apostrophes
    std::size_t letters = 0; ///< and digits, in characters
    bool is_capital = false; ///< starts with a capital letter
    bool is_shouted = false; ///< nothing but capitals, two at least: an acronym, or shouting
    bool is_mixed = false;   ///< a capital in the middle, as brands have it and names do not: "LexisNexis"
    bool is_number = false;
    bool is_foreign = false;    ///< starts in another script than Latin
    bool is_possessive = false; ///< an 's follows
    bool starts_sentence = false;
    bool is_in_shouting = false; ///< its line is written in capitals: they say nothing
    char gap = ' ';              ///< what parts it from the token before: ' ', ',' or '.' for more than that
};

/// Whether the token is one of the words, which are in small letters.
template <class Words>
bool has(const Words& words, const NameToken& token)
{
    return std::find(words.begin(), words.end(), token.lower) != words.end();
}

/// `plain` is the text of a PlainText.
std::vector<NameToken> name_tokens(std::string_view plain);

/// Whether a capital letter of any script stands there.
bool is_capital_at(std::string_view plain, std::size_t at);

/// "sarah's" is "sarah".
std::string_view without_possessive(std::string_view word);

} // namespace guidepost::privacy
