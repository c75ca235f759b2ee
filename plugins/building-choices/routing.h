// SPDX-License-Identifier: GPL-2.0-or-later
// Who should be asked about a case of this programme.
#pragma once

#include "plugins/building-choices/case_json.h"

namespace guidepost::building_choices {

/// guidepost:routing/1/out
Json routing_json(const Answers& answers);

} // namespace guidepost::building_choices
