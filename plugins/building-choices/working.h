// SPDX-License-Identifier: GPL-2.0-or-later
// The working of the identifier in sentences, one for each step, so that anybody can check it by hand.
#pragma once

#include "plugins/building-choices/blanks.h"

#include <string>
#include <vector>

namespace guidepost::building_choices {

struct Step {
    std::string step = {};
    std::string text = {};
};

/// Every step, from the setting to the blanks, in order.
std::vector<Step> working_of(const Answers& answers, const Prospects& prospects);

/// What the rule that decided says.
std::string rule_text(const Answers& answers);

/// "49.99%"
std::string percent_text(double percent);

/// Either sexual band is high or very high.
bool is_sexual_risk_high(const Answers& answers);

/// A woman with a sexual offence on record: whatever is printed or blank, no sexual predictor is about her.
bool is_woman_without_score(const Answers& answers);

/// "DC-SRP is very high", of the higher band that counts; "" when none says more than low, but for a woman of
/// whom no score can say it.
std::string sexual_risk_text(const Answers& answers);

} // namespace guidepost::building_choices
