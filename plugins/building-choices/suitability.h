// SPDX-License-Identifier: GPL-2.0-or-later
// What guidepost.suitability/1 answers for this programme: a recommendation, never a decision.
#pragma once

#include "plugins/building-choices/case_json.h"

namespace guidepost::building_choices {

/// guidepost:suitability/1/out
Json assessment_json(const Answers& answers);

} // namespace guidepost::building_choices
