// SPDX-License-Identifier: GPL-2.0-or-later
// Each word of the text is offered once to each kind of identifier; the longest that fits wins and
// the search goes on behind it. A kind reads a few characters and says no at the first that does not
// fit, so hostile text costs no more than any other. Regular expressions were not taken: those of the
// standard library overflow the stack on long input, and check letters need code in any case.
#include "core/privacy/privacy_guard.h"

#include "core/privacy/birth_dates.h"
#include "core/privacy/contact_details.h"
#include "core/privacy/record_numbers.h"
#include "core/privacy/text_cursor.h"

#include <array>
#include <optional>

namespace guidepost::privacy {
namespace {

/// Kinds that may start at a word, with what finds their end; 0 is none.
struct Kind {
    PersonalData what;
    std::size_t (*end)(std::string_view text, std::size_t at);
    bool starts_with_digit, starts_with_letter;
};
constexpr std::array kinds{
    Kind{PersonalData::crn, crn_end, false, true},
    Kind{PersonalData::prison_number, prison_number_end, false, true},
    Kind{PersonalData::national_insurance, insurance_number_end, false, true},
    Kind{PersonalData::postcode, postcode_end, false, true},
    Kind{PersonalData::cro_number, cro_end, true, true},
    Kind{PersonalData::pnc_id, pnc_end, true, false},
    Kind{PersonalData::phone, phone_end, true, false},
    Kind{PersonalData::nhs_number, nhs_number_end, true, false},
    Kind{PersonalData::booking_number, booking_number_end, true, true},
};

/// The tail of a larger number, "12/345" or "1.234"; what stands behind a finding is none.
bool is_inside_number(std::string_view text, std::size_t at, std::size_t last_end)
{
    return at >= 2 && at - 1 != last_end && (text[at - 1] == '/' || text[at - 1] == '.') &&
           is_digit(text[at - 2]);
}

std::optional<Finding> finding_at(std::string_view text, std::size_t at, std::size_t last_end, Date today)
{
    const bool is_number = is_digit(text[at]);
    std::optional<Finding> longest;
    const auto offer = [&](PersonalData what, std::size_t end) {
        if (end > (longest ? longest->end : 0))
            longest = {what, at, end};
    };
    if (is_number && is_inside_number(text, at, last_end))
        return std::nullopt;
    for (const auto& kind : kinds)
        if (is_number ? kind.starts_with_digit : kind.starts_with_letter)
            offer(kind.what, kind.end(text, at));
    if (is_number)
        offer(PersonalData::date_of_birth, birth_date_end(text, at, today));
    if (longest && longest->what == PersonalData::phone && at > 0 && text[at - 1] == '+')
        --longest->start;
    return longest;
}

std::optional<Finding> email_at(std::string_view text, std::size_t sign, std::size_t not_before)
{
    const auto [start, end] = email_around(text, sign, not_before);
    return end == 0 ? std::nullopt : std::optional{Finding{PersonalData::email, start, end}};
}

} // namespace

std::string_view name_of(PersonalData what)
{
    switch (what) {
    case PersonalData::crn:
        return "case reference number (CRN)";
    case PersonalData::prison_number:
        return "prison number";
    case PersonalData::booking_number:
        return "prison booking number";
    case PersonalData::pnc_id:
        return "PNC ID";
    case PersonalData::cro_number:
        return "CRO number";
    case PersonalData::national_insurance:
        return "National Insurance number";
    case PersonalData::nhs_number:
        return "NHS number";
    case PersonalData::postcode:
        return "postcode";
    case PersonalData::date_of_birth:
        return "date of birth";
    case PersonalData::phone:
        return "telephone number";
    case PersonalData::email:
        return "email address";
    }
    return "";
}

std::string_view word_of(PersonalData what)
{
    switch (what) {
    case PersonalData::crn:
        return "crn";
    case PersonalData::prison_number:
        return "prison-number";
    case PersonalData::booking_number:
        return "booking-number";
    case PersonalData::pnc_id:
        return "pnc-id";
    case PersonalData::cro_number:
        return "cro-number";
    case PersonalData::national_insurance:
        return "national-insurance";
    case PersonalData::nhs_number:
        return "nhs-number";
    case PersonalData::postcode:
        return "postcode";
    case PersonalData::date_of_birth:
        return "date-of-birth";
    case PersonalData::phone:
        return "phone";
    case PersonalData::email:
        return "email";
    }
    return "";
}

std::vector<Finding> find_identifiers(std::string_view text, Date today)
{
    std::vector<Finding> findings;
    std::size_t done = 0; // nothing before this is looked at again
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::optional<Finding> found;
        if (text[at] == '@')
            found = email_at(text, at, done);
        else if (is_alphanumeric(text[at]) && starts_word(text, at))
            found = finding_at(text, at, done, today);
        if (!found)
            continue;
        findings.push_back(*found);
        done = found->end;
        at = done - 1;
    }
    return findings;
}

} // namespace guidepost::privacy
