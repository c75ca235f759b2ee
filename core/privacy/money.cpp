// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/check_letters.h"
#include "core/privacy/identifier_finders.h"
#include "core/privacy/pattern.h"
#include "core/privacy/text_cursor.h"

#include <algorithm>
#include <array>

namespace guidepost::privacy {
namespace {

std::string without_gaps(std::string_view part)
{
    std::string symbols;
    for (const char c : part)
        if (is_alphanumeric(c))
            symbols += upper(c);
    return symbols;
}

} // namespace

void find_money(std::string_view plain, Findings& findings)
{
    // After the bank every group holds a digit: a word that follows is none of it.
    static const std::string iban_form =
        R"([A-Z]{2}\ ?\d\d[\ \-]?[A-Z\d]{4}(?:[\ \-]?(?=[A-Z]{0,3}\d)[A-Z\d]{4}){1,6}
        (?:[\ \-]?(?=[A-Z]{0,2}\d)[A-Z\d]{1,3})?)";
    static const Pattern iban{word_start + iban_form + word_end};
    static const Pattern named_iban{"\\biban" + link_to_number + "(" + iban_form + ")" + word_end};
    static const Pattern card{
        word_start +
        R"((?<!\d[.,])(?:\d{4}(?:[\ \-]?\d{4}){2}[\ \-]?\d{1,7}|\d{4}[\ \-]?\d{6}[\ \-]?\d{5}))" + word_end};
    static const Pattern named_card{R"(\b(?:card|visa|mastercard|amex|debit|maestro)(?![\p{L}]))" +
                                    link_to_number + R"((\d{4}(?:[\ \-]?\d{4}){2}[\ \-]?\d{1,7}))" +
                                    word_end};
    static const Pattern account{R"((?: \b(?:bank\ )?(?:account|acc|acct)(?![\p{L}])\.? | \ba/c ))" +
                                 link_to_number + R"((\d(?:[\ \-]?\d){6,9}))" + word_end};
    static const Pattern sort_code{R"((?: \bsort(?:ing)?[\ \-]?code | \bs/c ))" + link_to_number +
                                   R"((\d\d[\ \-.]?\d\d[\ \-.]?\d\d))" + word_end};
    const auto add = [&](PersonalData what, Span place) {
        findings.push_back({what, place.start, place.end});
        return true;
    };
    iban.for_each(plain, [&](const auto& match) {
        return is_iban(without_gaps(match[0].of(plain))) && add(PersonalData::bank_account, match[0]);
    });
    card.for_each(plain, [&](const auto& match) {
        return is_card_number(without_gaps(match[0].of(plain))) && add(PersonalData::payment_card, match[0]);
    });
    named_iban.for_each(plain, [&](const auto& match) { return add(PersonalData::bank_account, match[1]); });
    named_card.for_each(plain, [&](const auto& match) { return add(PersonalData::payment_card, match[1]); });
    account.for_each(plain, [&](const auto& match) { return add(PersonalData::bank_account, match[1]); });
    sort_code.for_each(plain, [&](const auto& match) { return add(PersonalData::bank_account, match[1]); });
}

} // namespace guidepost::privacy
