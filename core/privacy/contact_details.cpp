// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/contact_details.h"

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

/// Digits with the gaps people put into telephone numbers, from `at`. Returns where they end, or 0.
std::size_t phone_digits_end(std::string_view text, std::size_t at, std::size_t wanted)
{
    constexpr std::size_t most_groups = 6;
    std::size_t have = 0, groups = 0;
    while (have < wanted) {
        std::size_t group = 0;
        while (have < wanted && at < text.size() && is_digit(text[at])) {
            ++at;
            ++have;
            ++group;
        }
        if (group == 0 || ++groups > most_groups)
            return 0;
        if (have == wanted)
            break;
        if (at < text.size() && text[at] == ')')
            ++at;
        const auto gap = gap_at(text, at);
        if (group == 1 && groups == 1 && gap.kind == '.')
            return 0; // 0.123
        at += gap.bytes;
        if (at < text.size() && text[at] == '(')
            ++at;
    }
    return ends_word(text, at) && (at >= text.size() || text[at] != '%') ? at : 0;
}

bool is_local_part(char c)
{
    return is_alphanumeric(c) || std::string_view{".!#$%&'*+-/=?^_`{|}~"}.find(c) != std::string_view::npos;
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

std::size_t phone_end(std::string_view text, std::size_t at)
{
    std::size_t after_code = 0;
    if (at > 0 && text[at - 1] == '+' && text.substr(at, 2) == "44")
        after_code = at + 2;
    else if (text.substr(at, 4) == "0044")
        after_code = at + 4;
    if (after_code == 0)
        return at < text.size() && text[at] == '0' ? phone_digits_end(text, at, 11) : 0;
    after_code += gap_at(text, after_code).bytes;
    if (text.substr(after_code, 3) == "(0)")
        after_code += 3 + gap_at(text, after_code + 3).bytes;
    else if (after_code < text.size() && text[after_code] == '0')
        ++after_code;
    if (after_code < text.size() && text[after_code] == '(')
        ++after_code;
    for (const std::size_t digits : {10u, 9u})
        if (const auto end = phone_digits_end(text, after_code, digits); end != 0)
            return end;
    return 0;
}

std::pair<std::size_t, std::size_t> email_around(std::string_view text, std::size_t sign,
                                                 std::size_t not_before)
{
    constexpr std::size_t longest_local = 64, longest_domain = 253;
    auto start = sign;
    while (start > not_before && sign - start < longest_local && is_local_part(text[start - 1]))
        --start;
    while (start < sign && !is_alphanumeric(text[start]))
        ++start;
    auto end = sign + 1, last_dot = sign;
    while (end < text.size() && end - sign <= longest_domain &&
           (is_alphanumeric(text[end]) || text[end] == '-' || text[end] == '.')) {
        if (text[end] == '.' && end + 2 < text.size() && is_letter(text[end + 1]) && is_letter(text[end + 2]))
            last_dot = end;
        ++end;
    }
    if (start == sign || last_dot == sign || last_dot == sign + 1)
        return {0, 0};
    while (!is_alphanumeric(text[end - 1]))
        --end;
    return {start, end};
}

} // namespace guidepost::privacy
