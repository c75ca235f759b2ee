// SPDX-License-Identifier: GPL-2.0-or-later
// The text is made plain and read in two ways. Each word is offered once to each kind of record number, which
// reads a few characters and says no at the first that does not fit: check letters need code. What people
// write in many ways (dates, addresses, names of accounts) is found by expressions. Findings that touch each
// other are one in the end, so that no half of anything stays behind.
#include "core/privacy/privacy_guard.h"

#include "core/privacy/identifier_finders.h"
#include "core/privacy/plain_text.h"
#include "core/privacy/postcodes.h"
#include "core/privacy/record_numbers.h"
#include "core/privacy/text_cursor.h"

#include <algorithm>
#include <array>

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
    Kind{PersonalData::nhs_number, nhs_number_end, true, false},
    Kind{PersonalData::booking_number, booking_number_end, true, true},
};

/// The tail of a larger number, "12/345" or "1.234".
bool is_inside_number(std::string_view plain, std::size_t at)
{
    return at >= 2 && (plain[at - 1] == '/' || plain[at - 1] == '.') && is_digit(plain[at - 2]);
}

/// Most words are none of a number: two letters and a gap are all that may stand before its first digit.
bool has_digit_soon(std::string_view plain, std::size_t at)
{
    constexpr std::size_t reach = 6;
    const auto part = plain.substr(at, reach);
    return std::any_of(part.begin(), part.end(), is_digit);
}

void find_record_numbers(std::string_view plain, Findings& findings)
{
    for (std::size_t at = 0; at < plain.size(); ++at) {
        if (!is_alphanumeric(plain[at]) || !starts_word(plain, at) || !has_digit_soon(plain, at))
            continue;
        const bool is_number = is_digit(plain[at]);
        if (is_number && is_inside_number(plain, at))
            continue;
        for (const auto& kind : kinds)
            if (is_number ? kind.starts_with_digit : kind.starts_with_letter)
                if (const auto end = kind.end(plain, at); end != 0)
                    findings.push_back({kind.what, at, end});
    }
}

/// The longer of two that lie over each other says what it is, and the mark covers both.
Findings joined(Findings findings)
{
    const auto size = [](const Finding& finding) {
        return finding.end - finding.start;
    };
    std::stable_sort(findings.begin(), findings.end(), [&](const Finding& one, const Finding& other) {
        return one.start != other.start ? one.start < other.start : size(one) > size(other);
    });
    Findings result;
    std::size_t longest = 0; // of those joined into the last
    for (const auto& finding : findings) {
        if (result.empty() || finding.start >= result.back().end) {
            result.push_back(finding);
            longest = size(finding);
            continue;
        }
        result.back().end = std::max(result.back().end, finding.end);
        if (size(finding) > longest) {
            result.back().what = finding.what;
            longest = size(finding);
        }
    }
    return result;
}

} // namespace

std::vector<Finding> find_identifiers(std::string_view text, Date today, const KnownWords* known)
{
    const PlainText plain{text};
    Findings findings;
    find_record_numbers(plain.text(), findings);
    find_named_numbers(plain.text(), findings);
    find_birth_dates(plain.text(), today, findings);
    find_phones(plain.text(), findings);
    find_mail(plain.text(), findings);
    find_documents(plain.text(), findings);
    find_money(plain.text(), findings);
    find_online_accounts(plain.text(), findings);
    find_addresses(plain.text(), findings);
    find_places(plain.text(), known, findings);
    findings = joined(std::move(findings));
    for (auto& finding : findings)
        finding = {finding.what, plain.start_of(finding.start), plain.end_of(finding.end)};
    return findings;
}

} // namespace guidepost::privacy
