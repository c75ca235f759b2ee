// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: what one character of Unicode is in plain text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace guidepost::privacy {

struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 0; ///< 0: no UTF-8 starts here
};
CodePoint code_point_at(std::string_view text, std::size_t at);

void append_utf8(std::string& text, char32_t point);

/// '\0' for what is invisible, an ASCII character for what is only another shape of it, else itself.
char32_t plain(char32_t point);

/// The Latin letter that a Greek or Cyrillic one looks like; '\0' for none.
char latin_look_alike(char32_t point);

/// A letter, a digit or a mark that stands on one, of any script.
bool is_word_character(char32_t point);

/// The part [from, to) of valid UTF-8 without a character that is cut at either end; `to` may lie behind the
/// end.
std::string_view whole_characters(std::string_view text, std::size_t from, std::size_t to);

/// In small letters: Latin, Greek, Cyrillic and Armenian; others as they are.
char32_t small(char32_t point);

/// Latin letters with what stands on them, and those of ASCII; neither digits nor signs.
bool is_latin_letter(char32_t point);

/// A word in small letters without accents: "Si\u00E2n" is "sian".
std::string folded(std::string_view word);

} // namespace guidepost::privacy
