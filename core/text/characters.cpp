// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/characters.h"

#include <algorithm>
#include <array>

namespace guidepost {
namespace {

/// Small letters beyond U+017F that Welsh has.
char welsh_base(char32_t point)
{
    if (point >= 0x1E80 && point <= 0x1E89)
        return 'w';
    return point == 0x1EF3 ? 'y' : '\0';
}

} // namespace

CodePoint code_point_at(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
    };
    const auto first = byte(at);
    if (first < 0x80)
        return {first, 1};
    const std::size_t length = first >= 0xF5   ? 0
                               : first >= 0xF0 ? 4
                               : first >= 0xE0 ? 3
                               : first >= 0xC2 ? 2
                                               : 0;
    if (length == 0)
        return {};
    char32_t value = first & (0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0) != 0x80)
            return {};
        value = value << 6 | (byte(at + i) & 0x3F);
    }
    constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
    const bool is_half_of_a_pair = value >= 0xD800 && value <= 0xDFFF;
    return value < least.at(length) || value > 0x10FFFF || is_half_of_a_pair ? CodePoint{}
                                                                             : CodePoint{value, length};
}

void append_utf8(std::string& text, char32_t point)
{
    const auto add = [&](char32_t bits) {
        text += static_cast<char>(bits);
    };
    if (point < 0x80) {
        add(point);
    } else if (point < 0x800) {
        add(0xC0 | point >> 6);
        add(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        add(0xE0 | point >> 12);
        add(0x80 | (point >> 6 & 0x3F));
        add(0x80 | (point & 0x3F));
    } else {
        add(0xF0 | point >> 18);
        add(0x80 | (point >> 12 & 0x3F));
        add(0x80 | (point >> 6 & 0x3F));
        add(0x80 | (point & 0x3F));
    }
}

bool is_word_character(char32_t point)
{
    if (point < 0x80)
        return (point >= '0' && point <= '9') || (point >= 'A' && point <= 'Z') ||
               (point >= 'a' && point <= 'z');
    const bool is_sign = point < 0xC0 || point == 0xD7 || point == 0xF7;
    const bool is_punctuation =
        (point >= 0x2000 && point <= 0x2BFF) || (point >= 0x3000 && point <= 0x3004) ||
        (point >= 0x3008 && point <= 0x3020) || (point >= 0xFE10 && point <= 0xFE6F) ||
        (point >= 0xFF00 && point <= 0xFF65) || point == 0xFFFD || point == 0x60C || point == 0x61B ||
        point == 0x61F || point == 0x6D4 || point == 0x964;
    const bool is_picture = point >= 0x1F000;
    return !is_sign && !is_punctuation && (!is_picture || point >= 0x20000);
}

char32_t small(char32_t point)
{
    const auto is_in = [&](char32_t first, char32_t last) {
        return point >= first && point <= last;
    };
    if (is_in('A', 'Z') || (is_in(0xC0, 0xDE) && point != 0xD7) || is_in(0x391, 0x3AB) || is_in(0x410, 0x42F))
        return point + 32;
    if (is_in(0x400, 0x40F))
        return point + 80;
    if (is_in(0x531, 0x556))
        return point + 48;
    if (point == 0x386)
        return 0x3AC;
    if (is_in(0x388, 0x38A))
        return point + 37;
    // Capitals and small letters by turns, in three stretches the other way about.
    if (is_in(0x139, 0x148) || is_in(0x179, 0x17E) || is_in(0x4C1, 0x4CE))
        return point + point % 2;
    if (is_in(0x100, 0x137) || is_in(0x14A, 0x177) || is_in(0x460, 0x481) || is_in(0x48A, 0x4BF) ||
        is_in(0x4D0, 0x52F) || is_in(0x1E00, 0x1E95) || is_in(0x1EA0, 0x1EFF))
        return point | 1;
    return point;
}

std::string folded(std::string_view word)
{
    constexpr std::string_view bases =
        "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggg"
        "gggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz"
        "s"; // U+00C0 to U+017F
    constexpr char32_t first = 0xC0;
    std::string result;
    for (std::size_t at = 0; at < word.size();) {
        const auto here = code_point_at(word, at);
        at += std::max<std::size_t>(here.bytes, 1);
        const auto point = small(here.value);
        const bool is_mark = point >= 0x300 && point <= 0x36F;
        if (const char base = welsh_base(point); base != '\0')
            result += base;
        else if (point >= first && point < first + bases.size())
            result += bases[point - first];
        else if (!is_mark)
            append_utf8(result, point);
    }
    return result;
}

} // namespace guidepost
