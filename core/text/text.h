// SPDX-License-Identifier: GPL-2.0-or-later
// Small, well-named steps on UTF-8 text. Text is std::string, UTF-8, everywhere outside ui.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

/// The byte at which `text` stops being valid UTF-8 (overlong forms, surrogates and values past
/// U+10FFFF are not valid); nothing when all of it is.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

std::string_view trimmed(std::string_view text);
std::string lower_ascii(std::string_view text);

/// A line of a data file, trimmed, with its number from 1.
struct DataLine {
    std::size_t number = 0;
    std::string_view text = {};
};
/// The lines that say something: not empty, no comment (# first). Borrowed from `text`.
std::vector<DataLine> data_lines(std::string_view text);

/// Without empty parts.
std::vector<std::string> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);

/// A stable name made of a-z, 0-9 and single hyphens: for ids from paths and anchors from headings.
/// Latin letters with accents lose them; other letters are dropped. May be empty.
std::string slug(std::string_view text);

/// A slug or a key as it is said: "domestic-abuse", "domestic_abuse" -> "domestic abuse".
std::string spaced(std::string slug);

/// True for one or more of a-z, 0-9 and hyphens, no hyphen at either end, at most 200 bytes.
bool is_slug(std::string_view text);

/// Cuts before `bytes`, at a word's end when there is one near, and says so with an ellipsis.
std::string shortened(std::string_view text, std::size_t bytes);

/// Words as a person counts them: runs of non-space with at least one letter or digit.
std::size_t word_count(std::string_view text);

} // namespace guidepost
