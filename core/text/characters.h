// SPDX-License-Identifier: GPL-2.0-or-later
// Single characters of UTF-8 text: reading and writing them, their small letter, their letter without
// accents.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace guidepost {

struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 0; ///< 0: no UTF-8 starts here
};
CodePoint code_point_at(std::string_view text, std::size_t at);

void append_utf8(std::string& text, char32_t point);

/// A letter, a digit or a mark that stands on one, of any script.
bool is_word_character(char32_t point);

/// In small letters: Latin, Greek, Cyrillic and Armenian; others as they are.
char32_t small(char32_t point);

/// A word in small letters without accents, composed or not: "Si\u00E2n" is "sian".
std::string folded(std::string_view word);

} // namespace guidepost
