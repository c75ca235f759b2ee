// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/drama_numbers.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

namespace guidepost::people {
namespace {

constexpr std::array<std::string_view, 18> prefixes{
    "01134960", "01144960", "01154960", "01164960", "01174960", "01184960",
    "01214960", "01314960", "01414960", "01514960", "01614960", "02079460",
    "01914980", "02896496", "02920180", "01632960", "07700900", "08081570"};

} // namespace

bool has_drama_number(std::string_view text)
{
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits),
                 [](char c) { return c >= '0' && c <= '9'; });
    if (digits.starts_with("44"))
        digits.replace(0, 2, "0");
    return std::any_of(prefixes.begin(), prefixes.end(),
                       [&](std::string_view prefix) { return digits.starts_with(prefix); });
}

} // namespace guidepost::people
