// SPDX-License-Identifier: GPL-2.0-or-later
// The risk side of the identifier: seven measures, the worst of them counts.
#pragma once

#include "plugins/building-choices/answers.h"

namespace guidepost::building_choices {

enum class Measure { arp, vrp, dc_srp, iic_srp, csrp, sara_partner, sara_others };
inline constexpr std::size_t measure_count = 7;

/// "DC-SRP" or "OSP-DC", as the generation calls it. SARA has one name.
std::string_view measure_name(Measure measure, Predictor predictor);

struct MeasureRow {
    Measure measure = Measure::arp;
    bool is_answered = false;
    bool counts = false; ///< answered, applicable, a finding, and CSRP not switched off
    Level level = Level::low;
    bool is_no_finding = false; ///< printed, and says nothing of the person
};

struct Risk {
    std::array<MeasureRow, measure_count> rows = {}; ///< by Measure
    Level level = Level::low;
    bool is_arp_high = false;
    bool is_vrp_high = false;
    Level sara = Level::low; ///< the higher of the two
    bool is_any_answered = false;
};

/// A sexual band that says "low" of a woman. Neither predictor was made for women, and the software prints it
/// for any of them with a sexual offence on record: it is taken as "not applicable". The published rule lets
/// it switch CSRP off; a rule before that left her bands out, as this one does.
bool is_no_finding(const Answers& answers, const std::optional<Band>& band);

/// CSRP counts only while neither sexual band finds more than "not applicable".
bool counts_csrp(const Answers& answers);

/// A blank counts for nothing.
Risk risk_of(const Answers& answers);

} // namespace guidepost::building_choices
