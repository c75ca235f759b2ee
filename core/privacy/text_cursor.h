// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: reading letters and digits of plain text with marks between them. Every
// step looks at a bounded stretch of text and never goes back.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace guidepost::privacy {

constexpr bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}
constexpr char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}
constexpr bool is_letter(char c)
{
    return upper(c) >= 'A' && upper(c) <= 'Z';
}
constexpr bool is_alphanumeric(char c)
{
    return is_digit(c) || is_letter(c);
}

/// What stands between two characters of one identifier.
struct Gap {
    char kind = '\0'; ///< ' ', '-', '.', '_' or '/'; '\0' for nothing
    std::size_t bytes = 0;
};

/// At most one dash, dot, underscore or stroke, or two spaces; a dash may have a space on each side.
Gap gap_at(std::string_view text, std::size_t at);

/// Letters and digits as read, in capitals.
struct Symbols {
    static constexpr std::size_t most = 12;
    std::array<char, most> symbols = {};
    std::array<char, most> gaps = {}; ///< the kind before each symbol; none before the first
    std::array<bool, most> is_small = {};
    std::size_t count = 0;
    std::size_t end = 0; ///< in the text

    std::string_view view() const { return {symbols.data(), count}; }
    std::string_view part(std::size_t from, std::size_t size) const { return view().substr(from, size); }
    /// How many gaps stand before the symbols [from, to).
    std::size_t gaps_in(std::size_t from, std::size_t to) const;
    /// Whether those gaps are all of one kind.
    bool is_even(std::size_t from, std::size_t to) const;
};

/// Reads `pattern` at `at`: L is a letter, D a digit. No word may go on after it.
std::optional<Symbols> read_symbols(std::string_view text, std::size_t at, std::string_view pattern);

/// Whether a word starts here: what stands before is no letter and no digit.
bool starts_word(std::string_view text, std::size_t at);
/// Whether no letter and no digit follows.
bool ends_word(std::string_view text, std::size_t at);

/// Whether `word`, given in small letters, stands as a word within `reach` bytes of [start, end).
bool has_near(std::string_view text, std::size_t start, std::size_t end, std::string_view word,
              std::size_t reach);

} // namespace guidepost::privacy
