// SPDX-License-Identifier: GPL-2.0-or-later
// How the community service sorts people into groups. Staff can override both labels.
#pragma once

#include "plugins/building-choices/answers.h"

#include <string>

namespace guidepost::building_choices {

enum class Cohort { general, sexual };

struct Labels {
    Cohort cohort = Cohort::general;
    std::string why = {};          ///< the answer that made it so
    bool is_cohort_certain = true; ///< no blank could make it sexual
    bool has_learning_needs = false;
    bool is_learning_known = false;
};

/// Sexual when a sexual band says anything but "not applicable" or 11.11, 11.12 or 6.12 is above 0. LDC
/// when the learning screening adds up to 3 or more.
Labels labels_of(const Answers& answers);

/// "Sexual LDC"
std::string label_text(const Labels& labels);

} // namespace guidepost::building_choices
