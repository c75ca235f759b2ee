// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/name_order.h"

#include "core/text/text.h"

#include <algorithm>
#include <string>

namespace guidepost::people {
namespace {

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// Each number with its length before it, so that texts compare as their numbers do.
std::string to_compare(const std::string& name)
{
    constexpr std::string_view digits = "0123456789";
    const auto text = lower_ascii(name);
    std::string key;
    for (std::size_t i = 0; i < text.size();) {
        if (!is_digit(text[i])) {
            key += text[i++];
            continue;
        }
        const auto end = std::min(text.find_first_not_of(digits, i), text.size());
        auto number = text.substr(i, end - i);
        number.erase(0, std::min(number.find_first_not_of('0'), number.size() - 1));
        // Names are short; a number of more digits than a byte counts is none.
        key += '0';
        key += static_cast<char>(std::min<std::size_t>(number.size(), 127));
        key += number;
        i = end;
    }
    return key;
}

} // namespace

bool is_named_before(const Staff& one, const Staff& other)
{
    const auto first = to_compare(one.display_name), second = to_compare(other.display_name);
    return first != second ? first < second : to_compare(one.login.value()) < to_compare(other.login.value());
}

std::vector<Staff> by_name(std::vector<Staff> people)
{
    std::sort(people.begin(), people.end(), is_named_before);
    return people;
}

} // namespace guidepost::people
