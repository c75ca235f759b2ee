// SPDX-License-Identifier: GPL-2.0-or-later
// Cases in the short form of the worked rows.
#pragma once

#include "plugins/building-choices/answers.h"

#include <string_view>

namespace guidepost::test {

/// Scores in the order of building_choices::items: "120|00|0000|0000". '-' is a blank.
void put_scores(building_choices::Answers& answers, std::string_view row);

/// In the community, every item 0 and nothing else answered.
building_choices::Answers all_nought();

/// Every question answered, need and risk low, in the community.
building_choices::Answers complete();

} // namespace guidepost::test
