// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugins/building-choices/cohort.h"

#include "plugins/building-choices/risk.h"

namespace guidepost::building_choices {
namespace {

// source records: community-programme-service-code
constexpr int learning_threshold = 3;

} // namespace

Labels labels_of(const Answers& answers)
{
    Labels labels;
    const auto take = [&](std::string why) {
        labels.cohort = Cohort::sexual;
        labels.why = std::move(why);
    };
    bool has_blank = false;
    for (auto at = items.rbegin(); at != items.rend(); ++at) {
        if (at->domain != Domain::sex)
            continue;
        const auto& score = answers.score(at->item);
        has_blank = has_blank || !score;
        if (score.value_or(0) > 0)
            take(std::string{at->number} + " is above 0");
    }
    const auto take_band = [&](Measure measure, const std::optional<Band>& band) {
        if (band && *band != Band::not_applicable)
            take(std::string{measure_name(measure, answers.predictor)} + " is " +
                 std::string{word_of(*band)});
    };
    take_band(Measure::iic_srp, answers.iic_srp);
    take_band(Measure::dc_srp, answers.dc_srp);
    has_blank = has_blank || !answers.dc_srp || (!answers.iic_srp && answers.sex != Sex::female);
    if (labels.cohort == Cohort::general)
        labels.why = "no sexual band says more than not applicable and 11.11, 11.12 and 6.12 are not above 0";
    labels.is_cohort_certain = labels.cohort == Cohort::sexual || !has_blank;
    labels.is_learning_known = answers.learning_subtotal.has_value();
    labels.has_learning_needs = answers.learning_subtotal.value_or(0) >= learning_threshold;
    return labels;
}

std::string label_text(const Labels& labels)
{
    return std::string{labels.cohort == Cohort::sexual ? "Sexual" : "General"} +
           (labels.has_learning_needs ? " LDC" : "");
}

} // namespace guidepost::building_choices
