// SPDX-License-Identifier: GPL-2.0-or-later
// What of a case a rule can be held against, by the names the files of modules use.
#pragma once

#include "core/values/case_profile.h"

#include <optional>
#include <string>
#include <string_view>

namespace guidepost::programme {

/// A value on the scale of its measure: percent, years, months, or the place of a level in its order.
struct Measured {
    double value = 0;
    std::string text = {}; ///< for people: "55%", "very high", "9 months"
};

/// arp vrp csrp dc_srp iic_srp sara.partner sara.others rosh age months_left learning need_score offence.
bool is_measure(std::string_view name);

/// None: the case does not say, or has no place to say it. "offence" is asked for with has_offence.
std::optional<Measured> measured(const CaseProfile& profile, std::string_view measure);

/// What a rule says, on the same scale: "49.99", "medium". None when the measure takes no such word.
std::optional<double> threshold(std::string_view measure, std::string_view text);

/// As the case's generation of predictors calls it: "DC-SRP" or "OSP-DC", "SARA to a partner", "Age".
std::string measure_label(std::string_view measure, const CaseProfile& profile);

/// Where the answer is entered: "sentence.months_left" for months_left.
std::string case_key_of(std::string_view measure);

} // namespace guidepost::programme
