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

bool is_card_number(std::string_view digits)
{
    if (digits.size() < 13 || digits.size() > 19 ||
        std::all_of(digits.begin(), digits.end(), [&](char c) { return c == digits[0]; }))
        return false;
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const int value = (digits[digits.size() - 1 - i] - '0') * (i % 2 == 1 ? 2 : 1);
        sum += value > 9 ? value - 9 : value;
    }
    return sum % 10 == 0;
}

bool is_iban(std::string_view symbols)
{
    constexpr std::size_t shortest = 15, longest = 34;
    if (symbols.size() < shortest || symbols.size() > longest)
        return false;
    unsigned rest = 0;
    for (std::size_t i = 0; i < symbols.size(); ++i) {
        const char c = symbols[(i + 4) % symbols.size()]; // the first four are read last
        const bool is_letter = c >= 'A';
        const auto value = static_cast<unsigned>(is_letter ? c - 'A' + 10 : c - '0');
        rest = (rest * (is_letter ? 100 : 10) + value) % 97;
    }
    return rest == 1;
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
