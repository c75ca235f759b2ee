// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/core/privacy/pasted_slots.h"

#include "core/privacy/check_letters.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace guidepost::test {
namespace {

const std::vector<std::string> months{"January", "February", "March",     "April",   "May",      "June",
                                      "July",    "August",   "September", "October", "November", "December"};
const std::vector<std::string> welsh_months{"Ionawr", "Chwefror", "Mawrth",     "Ebrill",
                                            "Mai",    "Mehefin",  "Gorffennaf", "Awst",
                                            "Medi",   "Hydref",   "Tachwedd",   "Rhagfyr"};

std::string upper_ascii(std::string text)
{
    for (char& c : text)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    return text;
}

std::string ordinal(std::size_t day)
{
    const auto last = day % 10;
    const auto* ending = day / 10 == 1 ? "th" : last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th";
    return fmt::format("{}{}", day, ending);
}

/// In groups of these sizes with a mark between them.
std::string grouped(std::string_view text, const std::vector<std::size_t>& sizes, std::string_view mark)
{
    std::string result;
    std::size_t at = 0;
    for (const auto size : sizes) {
        result += result.empty() ? "" : mark;
        result += text.substr(at, size);
        at += size;
    }
    return result;
}

std::string nhs_number(Chance& chance)
{
    for (;;)
        if (const auto digits = "4" + chance.digits(9); privacy::is_nhs_number(digits))
            return digits;
}

std::string insurance_number(Chance& chance)
{
    for (;;)
        if (const auto prefix = chance.letters(2); privacy::is_insurance_prefix(prefix[0], prefix[1]))
            return prefix + chance.digits(6) + chance.some_of("ABCD", 1);
}

std::string card_number(Chance& chance)
{
    const auto start = "4" + chance.digits(14);
    int sum = 0;
    for (std::size_t i = 0; i < start.size(); ++i) {
        const int twice = (start[i] - '0') * (i % 2 == 0 ? 2 : 1);
        sum += twice > 9 ? twice - 9 : twice;
    }
    return start + std::to_string((10 - sum % 10) % 10);
}

std::string iban(Chance& chance)
{
    const auto bank = std::string{"NWBK"};
    const auto account = chance.digits(14);
    int rest = 0;
    const auto add = [&](int value) {
        rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    };
    for (const char c : bank)
        add(c - 'A' + 10);
    for (const char c : account)
        add(c - '0');
    for (const int value : {16, 11, 0, 0}) // G, B and the check digits to come
        add(value);
    return fmt::format("GB{:02}{}{}", 98 - rest, bank, account);
}

std::string licence(Chance& chance)
{
    return fmt::format("{}{}{}{:02}{:02}{}{}{}{}", chance.letters(5), chance.digits(1), "",
                       chance.between(1, 12), chance.between(1, 28), chance.digits(1), chance.letters(2),
                       chance.between(2, 9), chance.letters(2));
}

std::string plate(Chance& chance, std::string_view gap)
{
    constexpr std::string_view letters = "ABCDEFGHJKLMNOPRSTUVWXY";
    return fmt::format("{}{:02}{}{}", chance.some_of(letters, 2),
                       chance.one_in(2) ? chance.between(5, 25) : chance.between(55, 74), gap,
                       chance.some_of(letters, 3));
}

std::string wide(std::string_view text)
{
    std::string result;
    for (const char c : text) { // U+FF01 to U+FF5E
        const auto point = 0xFF00 + static_cast<unsigned>(c) - 0x20;
        result += {static_cast<char>(0xE0 | point >> 12), static_cast<char>(0x80 | (point >> 6 & 0x3F)),
                   static_cast<char>(0x80 | (point & 0x3F))};
    }
    return result;
}

std::string police_number(std::string_view slot, const SomeBirth& birth, Chance& chance)
{
    const auto serial = std::to_string(chance.between(100, 999'999));
    const auto year = std::to_string(birth.year);
    if (slot == "pnc")
        return fmt::format("{}/{:0>7}{}", year, serial, privacy::pnc_letter(year.substr(2), serial));
    return fmt::format("{}/{}{}", serial, year.substr(2), privacy::cro_letter(year.substr(2), serial, false));
}

/// Empty for a slot of something else.
std::string name_in(std::string_view slot, const PastedHalf& half, Chance& chance)
{
    const auto small = lower_ascii(slot);
    const auto& names = small == "given"       ? half.given
                        : small == "surname"   ? half.surnames
                        : small == "wordname"  ? half.word_names
                        : small == "tradition" ? half.traditions
                                               : half.scripts;
    if (small != "given" && small != "surname" && small != "wordname" && small != "tradition" &&
        small != "script")
        return {};
    const auto name = chance.pick(names);
    return slot == small ? lower_ascii(name) : slot[1] != small[1] ? upper_ascii(name) : name;
}

std::string date_part(std::string_view slot, const SomeBirth& birth)
{
    const auto& [day, month, year] = birth;
    if (slot == "D" || slot == "DD")
        return fmt::format("{:0{}}", day, slot.size());
    if (slot == "M" || slot == "MM")
        return fmt::format("{:0{}}", month, slot.size());
    if (slot == "YY" || slot == "YYYY")
        return fmt::format("{:02}", slot.size() == 2 ? year % 100 : year);
    if (slot == "nth")
        return ordinal(day);
    const auto& name = slot == "Mis" ? welsh_months[month - 1] : months[month - 1];
    return slot == "Month" || slot == "Mis" ? name
           : slot == "Mon"                  ? name.substr(0, 3)
           : slot == "month"                ? lower_ascii(name)
                                            : "";
}

std::string number_in(std::string_view slot, const SomeBirth& birth, Chance& chance)
{
    if (slot == "pnc" || slot == "cro")
        return police_number(slot, birth, chance);
    if (slot.starts_with("nhs"))
        return grouped(nhs_number(chance), {3, 3, 4},
                       slot == "nhs3"   ? " "
                       : slot == "nhs-" ? "-"
                       : slot == "nhst" ? "\t"
                                        : "");
    if (slot == "ni" || slot == "ni2")
        return grouped(insurance_number(chance), {2, 2, 2, 2, 1}, slot == "ni2" ? " " : "");
    if (slot == "card" || slot == "card_")
        return grouped(card_number(chance), {4, 4, 4, 4}, slot == "card_" ? " " : "");
    if (slot == "iban" || slot == "iban_")
        return grouped(iban(chance), {4, 4, 4, 4, 4, 2}, slot == "iban_" ? " " : "");
    if (slot == "licence")
        return licence(chance);
    if (slot.starts_with("plate"))
        return slot == "platel" ? lower_ascii(plate(chance, "")) : plate(chance, slot == "plate_" ? " " : "");
    if (slot == "wcrn")
        return wide(chance.letters(1) + chance.digits(6));
    return {};
}

} // namespace

SomeBirth::SomeBirth(Chance& chance)
    : day{1 + chance.below(28)}, month{1 + chance.below(12)}, year{1950 + chance.below(56)}
{}

std::string filled(std::string_view slot, const PastedHalf& half, const SomeBirth& birth, Chance& chance)
{
    if (slot[0] >= '1' && slot[0] <= '9')
        return chance.some_of("123456789", 1) + chance.digits(static_cast<std::size_t>(slot[0] - '1'));
    if (slot == "L" || slot == "l")
        return slot == "L" ? chance.letters(1) : lower_ascii(chance.letters(1));
    if (slot == "small")
        return lower_ascii(chance.pick(half.given));
    for (auto text : {date_part(slot, birth), name_in(slot, half, chance), number_in(slot, birth, chance)})
        if (!text.empty())
            return text;
    throw std::invalid_argument{"no slot " + std::string{slot}};
}

} // namespace guidepost::test
