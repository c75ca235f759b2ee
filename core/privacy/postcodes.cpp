// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/postcodes.h"

#include "core/privacy/text_cursor.h"
#include "core/text/text.h"

#include <algorithm>
#include <array>

namespace guidepost::privacy {
namespace {

/// "2nd", "4th", "3pm": what follows "s28" or "the M1" and is no half of a postcode.
bool is_count_or_time(std::string_view inward)
{
    static constexpr std::array<std::string_view, 7> units{"am", "pm", "kg", "km", "cm", "mg", "wk"};
    const auto letters = inward.substr(1);
    const auto ordinal = inward[0] == '1' ? "st" : inward[0] == '2' ? "nd" : inward[0] == '3' ? "rd" : "th";
    return letters == ordinal || std::find(units.begin(), units.end(), letters) != units.end();
}

} // namespace

std::size_t postcode_end(std::string_view text, std::size_t at)
{
    std::size_t size = 0;
    while (size < 8 && at + size < text.size() && is_alphanumeric(text[at + size]))
        ++size;
    const auto is_inward = [&](std::size_t from) {
        return from + 3 <= text.size() && is_digit(text[from]) && is_letter(text[from + 1]) &&
               is_letter(text[from + 2]) && ends_word(text, from + 3);
    };
    const auto is_outward = [](std::string_view part) {
        const auto letters = part.size() > 1 && is_letter(part[1]) ? 2u : 1u;
        return part.size() > letters && part.size() <= letters + 2 && is_letter(part[0]) &&
               is_digit(part[letters]);
    };
    if (size >= 5 && size <= 7 && is_outward(text.substr(at, size - 3)) && is_inward(at + size - 3)) {
        // Our own references end in six random characters.
        const bool is_reference = at >= 3 && lower_ascii(text.substr(at - 3, 3)) == "gp-" && size == 6;
        return is_reference ? 0 : at + size;
    }
    const auto gap = gap_at(text, at + size);
    const auto inward = at + size + gap.bytes;
    if (gap.bytes == 0 || !is_outward(text.substr(at, size)) || !is_inward(inward))
        return 0;
    return is_count_or_time(text.substr(inward, 3)) ? 0 : inward + 3;
}

} // namespace guidepost::privacy
