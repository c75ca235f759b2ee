// SPDX-License-Identifier: GPL-2.0-or-later
// Notices in free text what would say who a case is about. It warns; a person decides. It is used as
// a question is typed and before a search is remembered.
#pragma once

#include "core/values/clock.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace guidepost::privacy {

class KnownWords;

/// What kind of thing gives a person away.
enum class PersonalData {
    crn,                ///< case reference number: X123456
    prison_number,      ///< A1234BC
    booking_number,     ///< three weak forms; only near the word "booking"
    pnc_id,             ///< 2008/0056560Z, its letter checked
    cro_number,         ///< 65656/91H or SF05/482703J, its letter checked
    national_insurance, ///< AB123456C
    nhs_number,         ///< ten digits, the last one checked
    postcode,           ///< a whole one; an area alone may be said
    date_of_birth,      ///< a date near "born" or the like, or one that makes somebody 10 to 100 years old
    phone,              ///< UK numbers, also without their 0, and foreign ones
    email,
    passport,        ///< beside the word
    driving_licence, ///< by its form, or beside the word
    vehicle,         ///< the registration of a car, by its form or beside the word
    bank_account,    ///< IBAN, its check digits right; account and sort code beside their names
    payment_card,    ///< its last digit checked, or beside the word
    online_account,  ///< a handle, a user name, a link to a profile
    address,         ///< a street with its number
    place,           ///< a school; a small place where somebody lives, works or goes
    other_number,    ///< of police, court, immigration: beside its name
};
inline constexpr PersonalData last_kind = PersonalData::other_number;

/// For a person: "case reference number (CRN)".
std::string_view name_of(PersonalData what);
/// For programs: "prison-number".
std::string_view word_of(PersonalData what);

/// Where it stands, in bytes, and never what it says: the text itself may not reach a log.
struct Finding {
    PersonalData what = PersonalData::crn;
    std::size_t start = 0;
    std::size_t end = 0; ///< one past the last byte

    friend bool operator==(const Finding&, const Finding&) = default;
};

/// Identifiers in the order in which they stand, none over another. Capital or small letters; blanks, dashes,
/// dots and strokes of every kind may stand inside, and what nobody sees. Beside its name ("CRN", "PNC") a
/// number counts whatever its check letter says. OASys items (11.12), percentages, sections of statutes,
/// codes of delivery units (N54DUR) and our own references (GP-7K2M9Q) are none. Cost grows with the length
/// of the text alone. Likely names are a softer matter and not among these: likely_names.h. Small places are
/// told from towns by `known`; without it only schools are places.
std::vector<Finding> find_identifiers(std::string_view text, Date today, const KnownWords* known = nullptr);

} // namespace guidepost::privacy
