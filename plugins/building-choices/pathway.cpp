// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugins/building-choices/pathway.h"

namespace guidepost::building_choices {

std::string_view word_of(Pathway pathway)
{
    switch (pathway) {
    case Pathway::high:
        return "high";
    case Pathway::moderate:
        return "moderate";
    case Pathway::alternative:
        break;
    }
    return "alternative";
}

// source records: risk-service-code
Outcome outcome_of(const Facts& facts)
{
    const bool has_high_predictors = facts.is_arp_high && facts.is_vrp_high;
    const bool is_high_by_grid = facts.need == Level::high && facts.risk == Level::high;
    if (facts.is_custody && has_high_predictors)
        return {Pathway::high, Rule::high_arp_and_vrp};
    if (facts.is_custody && facts.is_arp_high && facts.sara == Level::high)
        return {Pathway::high, Rule::high_arp_and_sara};
    if (facts.is_custody && is_high_by_grid)
        return {Pathway::high, Rule::high_need_and_risk};
    if (facts.sara != Level::low)
        return {Pathway::moderate, Rule::sara};
    if (has_high_predictors)
        return {Pathway::moderate, Rule::community_arp_and_vrp};
    if (is_high_by_grid)
        return {Pathway::moderate, Rule::community_need_and_risk};
    if (facts.need == Level::low)
        return {Pathway::alternative, Rule::low_need};
    if (facts.risk == Level::low)
        return {Pathway::alternative, Rule::low_risk};
    return {Pathway::moderate, Rule::grid};
}

Outcome outcome_of(const Answers& answers)
{
    const auto risk = risk_of(answers);
    return outcome_of(Facts{needs_of(answers).level, risk.level, risk.is_arp_high, risk.is_vrp_high,
                            risk.sara, is_custody(answers.setting.value_or(Setting::community))});
}

} // namespace guidepost::building_choices
