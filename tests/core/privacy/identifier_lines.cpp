// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/core/privacy/identifier_lines.h"

#include "core/privacy/check_letters.h"
#include "core/text/text.h"
#include "tests/core/privacy/chance.h"

#include <fmt/format.h>

namespace guidepost::test {
namespace {

using privacy::PersonalData;

/// Parts joined as people do: with nothing most of the time, else with a space, dash or dot.
std::string joined(Chance& chance, const std::vector<std::string>& parts)
{
    return fmt::format("{}", fmt::join(parts, chance.pick<std::string>({"", "", "", " ", "-", "."})));
}

std::string nhs_number(Chance& chance)
{
    for (;;) {
        const auto digits = "4" + chance.digits(9);
        if (privacy::is_nhs_number(digits))
            return joined(chance, {digits.substr(0, 3), digits.substr(3, 3), digits.substr(6)});
    }
}

std::string insurance_number(Chance& chance)
{
    for (;;) {
        const auto prefix = chance.letters(2);
        if (privacy::is_insurance_prefix(prefix[0], prefix[1]))
            return joined(chance, {prefix, chance.digits(2), chance.digits(2), chance.digits(2),
                                   std::string(1, static_cast<char>('A' + chance.below(4)))});
    }
}

std::string pnc_id(Chance& chance)
{
    const auto year = std::to_string(chance.between(1950, 2026));
    const auto serial = std::to_string(chance.between(1, 9'999'999));
    const std::string letter(1, privacy::pnc_letter(year.substr(2), serial));
    switch (chance.below(4)) {
    case 0:
        return fmt::format("{}/{:0>7}{}", year, serial, letter);
    case 1:
        return fmt::format("{}/{}{}", year.substr(2), serial, letter);
    case 2:
        return fmt::format("{}{:0>7}{}", year, serial, letter);
    default:
        return fmt::format("{}/{}{}", year, serial, letter);
    }
}

std::string cro_number(Chance& chance)
{
    const auto year = fmt::format("{:02}", chance.between(0, 99));
    const auto serial = std::to_string(chance.between(1, 999'999));
    if (chance.one_in(2))
        return fmt::format("SF{}/{}{}", year, serial, privacy::cro_letter(year, serial, true));
    return fmt::format("{}/{}{}", serial, year, privacy::cro_letter(year, serial, false));
}

std::string birth_date(Chance& chance)
{
    static const std::vector<std::string> months{"January", "Feb",    "March", "Apr",     "May", "June",
                                                 "Jul",     "August", "Sept",  "October", "Nov", "December"};
    const int day = chance.between(1, 28), month = chance.between(1, 12), year = chance.between(1940, 2012);
    switch (chance.below(5)) {
    case 0:
        return fmt::format("{:02}/{:02}/{}", day, month, year);
    case 1:
        return fmt::format("{}/{}/{:02}", day, month, chance.between(40, 99));
    case 2:
        return fmt::format("{}-{:02}-{:02}", year, month, day);
    case 3:
        return fmt::format("{:02}.{:02}.{}", day, month, year);
    default:
        return fmt::format("{} {} {}", day, months[static_cast<std::size_t>(month - 1)], year);
    }
}

std::string postcode(Chance& chance)
{
    const auto outward = chance.letters(1 + chance.below(2)) + chance.digits(1) +
                         (chance.one_in(2)   ? ""
                          : chance.one_in(4) ? chance.letters(1)
                                             : chance.digits(1));
    return outward + chance.pick<std::string>({" ", " ", ""}) + chance.digits(1) + chance.letters(2);
}

std::string phone(Chance& chance)
{
    const auto rest = chance.digits(6);
    const auto mobile = fmt::format("7{}", chance.digits(3));
    const auto start = chance.pick<std::string>({"0", "0", "+44 ", "+44", "+44 (0)"});
    return start + joined(chance, {mobile, rest.substr(0, 3), rest.substr(3)});
}

IdentifierLine identifier(Chance& chance)
{
    switch (chance.below(10)) {
    case 0:
        return {PersonalData::crn, joined(chance, {chance.letters(1), chance.digits(6)})};
    case 1:
        return {PersonalData::prison_number,
                joined(chance, {chance.letters(1), chance.digits(4), chance.letters(2)})};
    case 2:
        return {PersonalData::pnc_id, pnc_id(chance)};
    case 3:
        return {PersonalData::cro_number, cro_number(chance)};
    case 4:
        return {PersonalData::national_insurance, insurance_number(chance)};
    case 5:
        return {PersonalData::nhs_number, nhs_number(chance)};
    case 6:
        return {PersonalData::postcode, postcode(chance)};
    case 7:
        return {PersonalData::date_of_birth, birth_date(chance)};
    case 8:
        return {PersonalData::phone, phone(chance)};
    default:
        return {PersonalData::email,
                fmt::format("{}.{}@{}.example.org", lower_ascii(chance.letters(5)),
                            lower_ascii(chance.letters(6)), lower_ascii(chance.letters(4)))};
    }
}

} // namespace

std::vector<IdentifierLine> identifier_lines(std::size_t count)
{
    static const std::vector<std::string> before{
        "",          "He is ",    "Please look at ",      "Ref ",      "His details: ", "(", "See record ",
        "The man, ", "For info:", "Person on probation ", "number is "};
    static const std::vector<std::string> after{
        "",       ".",           ", on licence.", " and wants to join the group",
        ")",      "; RoSH high", " today",        "\nSeen at 10am.",
        "'s file"};
    Chance chance{20261121};
    std::vector<IdentifierLine> lines;
    while (lines.size() < count) {
        auto [what, text] = identifier(chance);
        if (chance.one_in(5))
            text = lower_ascii(text);
        lines.push_back({what, chance.pick(before) + text + chance.pick(after)});
    }
    return lines;
}

std::vector<std::string> clean_lines(std::size_t count)
{
    Chance chance{8};
    const auto number = [&](int low, int high) {
        return chance.between(low, high);
    };
    const auto line = [&]() -> std::string {
        switch (chance.below(20)) {
        case 0:
            return fmt::format("OASys {}.{} scored {} and {}.{} scored {}.", number(1, 13), number(1, 30),
                               number(0, 2), number(1, 13), number(1, 30), number(0, 2));
        case 1:
            return fmt::format("ARP {}.{}%, VRP {}.{}% and CSRP {}.{}%.", number(1, 99), number(0, 9),
                               number(1, 99), number(0, 9), number(0, 9), number(10, 99));
        case 2:
            return fmt::format("Under section {} of the {} Act, see s.{}({}).", number(1, 350),
                               number(1998, 2026), number(1, 99), number(1, 9));
        case 3:
            return fmt::format("He was {} at the time and is now {}.", number(18, 70), number(18, 90));
        case 4:
            return fmt::format("Transferred from N{}{} to the PDU N{}{} team.", number(50, 59),
                               chance.letters(3), number(50, 59), chance.letters(3));
        case 5:
            return fmt::format("Review due {}/{:02}/{} after {} weeks.", number(1, 28), number(1, 12),
                               number(2024, 2029), number(2, 52));
        case 6:
            return fmt::format("Session {}.{} of module {} went badly, group of {} to {} men.", number(1, 9),
                               number(1, 12), number(1, 6), number(3, 6), number(7, 12));
        case 7:
            return fmt::format("Tier {}{}, MAPPA {} level {}, RoSH high.",
                               chance.letters(1)[0] % 4 == 0 ? 'A' : 'B', number(0, 3), number(1, 4),
                               number(1, 3));
        case 8:
            return fmt::format("Consultation GP-{}{}{}{}{}{} was answered in {} h.", chance.letters(1),
                               chance.digits(1), chance.letters(1), chance.digits(1), chance.letters(1),
                               chance.digits(1), number(1, 60));
        case 9:
            return fmt::format("Fined {},{:03} pounds and {} hours of unpaid work.", number(1, 20),
                               number(0, 999), number(40, 300));
        case 10:
            return fmt::format("A {} month sentence from {} to {}, {} months left.", number(6, 60),
                               number(2019, 2024), number(2025, 2029), number(1, 48));
        case 11:
            return fmt::format("Lives in the M{} area, works nights on the A{} at {}am.", number(1, 60),
                               number(1, 99), number(1, 12));
        case 12:
            return fmt::format("Case north-{}k{} has DC-SRP medium and an OGRS{} of {}.", number(1, 9),
                               number(1, 9), number(3, 4), number(1, 99));
        case 13:
            return fmt::format("{} appointments missed: {} in May, {} in June {}.", number(1, 9),
                               number(1, 5), number(1, 5), number(2024, 2026));
        case 14:
            return fmt::format("Category B {} to {} prisons, wing {}{}.", number(2010, 2019),
                               number(2020, 2026), number(1, 9), chance.letters(1));
        case 15:
            return fmt::format("The SARA lists {} items; {} of {} were rated.", number(10, 30), number(1, 9),
                               number(10, 30));
        case 16:
            return fmt::format("Meeting on {} November 2026 at {}:{:02}, room {}.{}.", number(1, 30),
                               number(9, 17), number(0, 59), number(1, 5), number(10, 30));
        case 17:
            return fmt::format("Exclusion zone of {} m around s{} {}th street school.", number(100, 900),
                               number(1, 40), number(4, 9));
        case 18:
            return fmt::format("Version {}.{}.{} of the toolkit, pages {}-{}.", number(2020, 2026),
                               number(1, 12), number(1, 9), number(1, 99), number(100, 300));
        default:
            return fmt::format("A {} page report said that {} in {} men deny part of it.", number(10, 200),
                               number(1, 5), number(6, 10));
        }
    };
    std::vector<std::string> lines;
    while (lines.size() < count)
        lines.push_back(line());
    return lines;
}

} // namespace guidepost::test
