// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/privacy_guard.h"

#include <algorithm>
#include <array>

namespace guidepost::privacy {
namespace {

struct Said {
    PersonalData what;
    std::string_view word, name;
};
constexpr std::array said{
    Said{PersonalData::crn, "crn", "case reference number (CRN)"},
    Said{PersonalData::prison_number, "prison-number", "prison number"},
    Said{PersonalData::booking_number, "booking-number", "prison booking number"},
    Said{PersonalData::pnc_id, "pnc-id", "PNC ID"},
    Said{PersonalData::cro_number, "cro-number", "CRO number"},
    Said{PersonalData::national_insurance, "national-insurance", "National Insurance number"},
    Said{PersonalData::nhs_number, "nhs-number", "NHS number"},
    Said{PersonalData::postcode, "postcode", "postcode"},
    Said{PersonalData::date_of_birth, "date-of-birth", "date of birth"},
    Said{PersonalData::phone, "phone", "telephone number"},
    Said{PersonalData::email, "email", "email address"},
    Said{PersonalData::passport, "passport", "passport number"},
    Said{PersonalData::driving_licence, "driving-licence", "driving licence number"},
    Said{PersonalData::vehicle, "vehicle", "car registration"},
    Said{PersonalData::bank_account, "bank-account", "bank account"},
    Said{PersonalData::payment_card, "payment-card", "card number"},
    Said{PersonalData::online_account, "online-account", "online account"},
    Said{PersonalData::address, "address", "address"},
    Said{PersonalData::place, "place", "school or small place"},
    Said{PersonalData::other_number, "other-number", "other reference number"},
};
static_assert(said.size() == static_cast<std::size_t>(last_kind) + 1);

const Said& said_of(PersonalData what)
{
    return *std::find_if(said.begin(), said.end(), [&](const Said& row) { return row.what == what; });
}

} // namespace

std::string_view name_of(PersonalData what)
{
    return said_of(what).name;
}

std::string_view word_of(PersonalData what)
{
    return said_of(what).word;
}

} // namespace guidepost::privacy
