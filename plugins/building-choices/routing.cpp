// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugins/building-choices/routing.h"

#include "plugins/building-choices/cohort.h"
#include "plugins/building-choices/pathway.h"
#include "plugins/building-choices/working.h"

namespace guidepost::building_choices {

Json routing_json(const Answers& answers)
{
    auto specialisms = Json::array();
    const auto ask = [&](const char* specialism, const std::string& why) {
        specialisms.push_back({{"specialism", specialism}, {"why", why}});
    };
    const auto outcome = outcome_of(answers);
    const bool is_left_out = outcome.pathway == Pathway::alternative;
    const bool is_sexual_risk = is_sexual_risk_high(answers);
    if (is_sexual_risk && is_left_out)
        ask("sexual-offending",
            sexual_risk_text(answers) + " and the programme's rules leave this case out.");
    else if (is_sexual_risk)
        ask("sexual-offending", sexual_risk_text(answers) + ".");
    ask("interventions", "Places, readiness and the choice of intensity are the treatment manager's.");
    if (labels_of(answers).has_learning_needs)
        ask("accessibility", "The learning screening is 3 or more.");
    if (answers.sex == Sex::female)
        ask("women", "Groups for women and mixed groups need the women's lead.");
    Json answer{{"version", 1}, {"specialisms", std::move(specialisms)}};
    // The floors are our proposal: no source sets them.
    if (is_sexual_risk)
        answer["floor"] = {{"level", 2}};
    return answer;
}

} // namespace guidepost::building_choices
