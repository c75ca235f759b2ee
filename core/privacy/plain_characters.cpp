// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/plain_characters.h"

#include <algorithm>
#include <array>

namespace guidepost::privacy {
namespace {

struct Range {
    char32_t first, last;
    char32_t becomes;
};

/// In order. What is not among these stays as it is.
constexpr std::array ranges{
    Range{0x0009, 0x0009, ' '},  Range{0x000B, 0x000D, '\n'},   Range{0x0085, 0x0085, '\n'},
    Range{0x00A0, 0x00A0, ' '},  Range{0x00AD, 0x00AD, '\0'},   Range{0x00B4, 0x00B4, '\''},
    Range{0x02B9, 0x02BC, '\''}, Range{0x02C8, 0x02C8, '\''},   Range{0x02D7, 0x02D7, '-'},
    Range{0x034F, 0x034F, '\0'}, Range{0x061C, 0x061C, '\0'},   Range{0x1680, 0x1680, ' '},
    Range{0x180B, 0x180E, '\0'}, Range{0x2000, 0x200A, ' '},    Range{0x200B, 0x200F, '\0'},
    Range{0x2010, 0x2015, '-'},  Range{0x2018, 0x201B, '\''},   Range{0x201C, 0x201F, '"'},
    Range{0x2028, 0x2029, '\n'}, Range{0x202A, 0x202E, '\0'},   Range{0x202F, 0x202F, ' '},
    Range{0x2032, 0x2032, '\''}, Range{0x2033, 0x2033, '"'},    Range{0x2043, 0x2043, '-'},
    Range{0x2044, 0x2044, '/'},  Range{0x205F, 0x205F, ' '},    Range{0x2060, 0x206F, '\0'},
    Range{0x2212, 0x2212, '-'},  Range{0x2215, 0x2215, '/'},    Range{0x29F8, 0x29F8, '/'},
    Range{0x3000, 0x3000, ' '},  Range{0xFE00, 0xFE0F, '\0'},   Range{0xFE58, 0xFE58, '-'},
    Range{0xFE63, 0xFE63, '-'},  Range{0xFE6B, 0xFE6B, '@'},    Range{0xFEFF, 0xFEFF, '\0'},
    Range{0xFFA0, 0xFFA0, '\0'}, Range{0xE0001, 0xE01EF, '\0'},
};

/// The zeros of scripts whose ten digits follow each other.
constexpr std::array zeros{0x0660u, 0x06F0u, 0x07C0u, 0x0966u, 0x09E6u, 0x0A66u, 0x0AE6u, 0x0B66u, 0x0BE6u,
                           0x0C66u, 0x0CE6u, 0x0D66u, 0x0E50u, 0x0ED0u, 0x0F20u, 0x1040u, 0x17E0u, 0x1810u};

struct LookAlike {
    char32_t point;
    char latin;
};
/// Greek and Cyrillic, in order.
constexpr std::array look_alikes{
    LookAlike{0x391, 'A'}, LookAlike{0x392, 'B'}, LookAlike{0x395, 'E'}, LookAlike{0x396, 'Z'},
    LookAlike{0x397, 'H'}, LookAlike{0x399, 'I'}, LookAlike{0x39A, 'K'}, LookAlike{0x39C, 'M'},
    LookAlike{0x39D, 'N'}, LookAlike{0x39F, 'O'}, LookAlike{0x3A1, 'P'}, LookAlike{0x3A4, 'T'},
    LookAlike{0x3A5, 'Y'}, LookAlike{0x3A7, 'X'}, LookAlike{0x3B1, 'a'}, LookAlike{0x3B9, 'i'},
    LookAlike{0x3BD, 'v'}, LookAlike{0x3BF, 'o'}, LookAlike{0x3C1, 'p'}, LookAlike{0x405, 'S'},
    LookAlike{0x406, 'I'}, LookAlike{0x408, 'J'}, LookAlike{0x410, 'A'}, LookAlike{0x412, 'B'},
    LookAlike{0x415, 'E'}, LookAlike{0x41A, 'K'}, LookAlike{0x41C, 'M'}, LookAlike{0x41D, 'H'},
    LookAlike{0x41E, 'O'}, LookAlike{0x420, 'P'}, LookAlike{0x421, 'C'}, LookAlike{0x422, 'T'},
    LookAlike{0x423, 'Y'}, LookAlike{0x425, 'X'}, LookAlike{0x430, 'a'}, LookAlike{0x435, 'e'},
    LookAlike{0x43E, 'o'}, LookAlike{0x440, 'p'}, LookAlike{0x441, 'c'}, LookAlike{0x443, 'y'},
    LookAlike{0x445, 'x'}, LookAlike{0x455, 's'}, LookAlike{0x456, 'i'}, LookAlike{0x458, 'j'},
    LookAlike{0x501, 'd'}, LookAlike{0x51B, 'q'}, LookAlike{0x51D, 'w'},
};

} // namespace

char32_t plain(char32_t point)
{
    if (point >= 0xFF01 && point <= 0xFF5E) // wide forms of ASCII
        return point - 0xFF01 + 0x21;
    if (point >= 0x1D400 && point <= 0x1D6A3) { // mathematical letters, alphabet after alphabet
        const auto letter = (point - 0x1D400) % 52;
        return letter < 26 ? 'A' + letter : 'a' + letter - 26;
    }
    if (point >= 0x1D7CE && point <= 0x1D7FF)
        return '0' + (point - 0x1D7CE) % 10;
    const auto* const range =
        std::lower_bound(ranges.begin(), ranges.end(), point,
                         [](const Range& one, char32_t wanted) { return one.last < wanted; });
    if (range != ranges.end() && range->first <= point)
        return range->becomes;
    const auto* const zero = std::upper_bound(zeros.begin(), zeros.end(), point);
    return zero != zeros.begin() && point - *(zero - 1) < 10 ? '0' + (point - *(zero - 1)) : point;
}

char latin_look_alike(char32_t point)
{
    const auto* const found =
        std::lower_bound(look_alikes.begin(), look_alikes.end(), point,
                         [](const LookAlike& one, char32_t wanted) { return one.point < wanted; });
    return found != look_alikes.end() && found->point == point ? found->latin : '\0';
}

std::string_view whole_characters(std::string_view text, std::size_t from, std::size_t to)
{
    const auto is_inside = [&](std::size_t at) {
        return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
    };
    to = std::min(to, text.size());
    while (is_inside(from))
        ++from;
    while (to > from && is_inside(to))
        --to;
    return from < to ? text.substr(from, to - from) : std::string_view{};
}

bool is_latin_letter(char32_t point)
{
    return (point >= 'A' && point <= 'Z') || (point >= 'a' && point <= 'z') ||
           (point >= 0xC0 && point <= 0x24F && point != 0xD7 && point != 0xF7) ||
           (point >= 0x1E00 && point <= 0x1EFF);
}

} // namespace guidepost::privacy
