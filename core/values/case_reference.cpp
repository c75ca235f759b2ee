// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/values/case_reference.h"

#include "core/text/digest.h"
#include "core/text/text.h"

#include <algorithm>
#include <array>

namespace guidepost {
namespace {

constexpr std::array<std::string_view, 16> first_words{"north", "south", "east",  "west",  "upper", "lower",
                                                       "inner", "outer", "early", "later", "round", "square",
                                                       "level", "plain", "quiet", "broad"};
constexpr std::string_view hexadecimal = "0123456789abcdef", digits = "23456789",
                           letters = "bcdfghjkmnpqrstvwxz";
constexpr std::size_t longest_number = 3, longest_mix = 4, longest_run = 2;

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_number(std::string_view part)
{
    return !part.empty() && part.size() <= longest_number && std::all_of(part.begin(), part.end(), is_digit);
}

/// "7k2": digits and letters in turns, too short for a name or a year.
bool is_mix(std::string_view part)
{
    if (part.size() < 2 || part.size() > longest_mix)
        return false;
    std::size_t run = 0;
    bool has_digit = false, has_letter = false;
    for (const char c : part) {
        run = is_digit(c) ? 0 : run + 1;
        has_digit = has_digit || is_digit(c);
        has_letter = has_letter || !is_digit(c);
        if (run > longest_run)
            return false;
    }
    return has_digit && has_letter;
}

} // namespace

std::string make_case_reference(const std::function<bool(const std::string&)>& is_taken)
{
    for (;;) {
        const auto word = hexadecimal.find(random_letters(hexadecimal, 1)); // one for each of the words
        auto reference = std::string{first_words.at(word)} + "-" + random_letters(digits, 1) +
                         random_letters(letters, 1) + random_letters(digits, 1);
        if (!is_taken || !is_taken(reference))
            return reference;
    }
}

bool is_case_reference_of_a_desk(std::string_view reference)
{
    if (reference.empty())
        return true;
    const auto parts = split(reference, '-');
    if (parts.size() < 2 || parts.size() > 4)
        return false;
    const bool is_older = parts[0] == "case" && is_number(parts[1]);
    const bool is_made =
        std::find(first_words.begin(), first_words.end(), parts[0]) != first_words.end() && is_mix(parts[1]);
    if (!is_older && !is_made)
        return false;
    return parts.size() == 2 || (parts[2] == "copy" && (parts.size() == 3 || is_number(parts[3])));
}

} // namespace guidepost
