// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: the arithmetic by which some identifiers prove themselves.
#pragma once

#include <string_view>

namespace guidepost::privacy {

/// The letter of a PNC id: two digits of the year, then the serial filled up to seven digits, modulo 23.
/// `serial` holds one to seven digits.
char pnc_letter(std::string_view two_digit_year, std::string_view serial);

/// Of a CRO number: as above with six digits; of one that starts with SF the serial is not filled up.
char cro_letter(std::string_view two_digit_year, std::string_view serial, bool is_search_file);

/// Ten digits whose last one fits the others. Ten times the same digit is no number of anybody.
bool is_nhs_number(std::string_view digits);

/// Thirteen to nineteen digits, the last one by Luhn's sum.
bool is_card_number(std::string_view digits);

/// Capitals and digits whose third and fourth make them 1 modulo 97.
bool is_iban(std::string_view symbols);

/// The two letters a National Insurance number may start with; capitals.
bool is_insurance_prefix(char first, char second);

} // namespace guidepost::privacy
