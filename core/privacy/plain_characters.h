// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: what one character of Unicode is in plain text.
#pragma once

#include "core/text/characters.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace guidepost::privacy {

/// '\0' for what is invisible, an ASCII character for what is only another shape of it, else itself.
char32_t plain(char32_t point);

/// The Latin letter that a Greek or Cyrillic one looks like; '\0' for none.
char latin_look_alike(char32_t point);

/// The part [from, to) of valid UTF-8 without a character that is cut at either end; `to` may lie behind the
/// end.
std::string_view whole_characters(std::string_view text, std::size_t from, std::size_t to);

/// Latin letters with what stands on them, and those of ASCII; neither digits nor signs.
bool is_latin_letter(char32_t point);

} // namespace guidepost::privacy
