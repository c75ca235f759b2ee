// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/check_letters.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace guidepost::privacy {
namespace {

constexpr std::string_view alphabet = "ZABCDEFGHJKLMNPQRTUVWXY"; // no I, O, S

std::uint64_t number(std::string_view digits, std::uint64_t before = 0)
{
    for (const char c : digits)
        before = before * 10 + static_cast<std::uint64_t>(c - '0');
    return before;
}

char letter(std::string_view year, std::string_view serial, std::size_t digits)
{
    auto value = number(year);
    for (auto have = serial.size(); have < digits; ++have)
        value *= 10;
    return alphabet[number(serial, value) % alphabet.size()];
}

} // namespace

char pnc_letter(std::string_view two_digit_year, std::string_view serial)
{
    return letter(two_digit_year, serial, 7);
}

char cro_letter(std::string_view two_digit_year, std::string_view serial, bool is_search_file)
{
    return letter(two_digit_year, serial, is_search_file ? 0 : 6);
}

bool is_nhs_number(std::string_view digits)
{
    if (digits.size() != 10 ||
        std::all_of(digits.begin(), digits.end(), [&](char c) { return c == digits[0]; }))
        return false;
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < 9; ++i)
        sum += (10 - i) * static_cast<std::uint64_t>(digits[i] - '0');
    const auto check = (11 - sum % 11) % 11;
    return check != 10 && check == static_cast<std::uint64_t>(digits[9] - '0');
}

bool is_insurance_prefix(char first, char second)
{
    static constexpr std::string_view firsts = "ABCEGHJKLMNOPRSTWXYZ", seconds = "ABCEGHJKLMNPRSTWXYZ";
    static constexpr std::array<std::string_view, 7> never{"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"};
    const std::array both{first, second};
    return firsts.find(first) != firsts.npos && seconds.find(second) != seconds.npos &&
           std::find(never.begin(), never.end(), std::string_view{both.data(), 2}) == never.end();
}

} // namespace guidepost::privacy
