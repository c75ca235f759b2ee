// SPDX-License-Identifier: GPL-2.0-or-later
// Where need and risk lead. The first rule that fits decides.
#pragma once

#include "plugins/building-choices/needs.h"
#include "plugins/building-choices/risk.h"

namespace guidepost::building_choices {

enum class Pathway { alternative, moderate, high };

std::string_view word_of(Pathway pathway);

enum class Rule {
    high_arp_and_vrp,      ///< custody
    high_arp_and_sara,     ///< custody
    high_need_and_risk,    ///< custody
    sara,                  ///< medium or high
    community_arp_and_vrp, ///< the community's ceiling is moderate
    community_need_and_risk,
    grid,
    low_need,
    low_risk,
};

struct Outcome {
    Pathway pathway = Pathway::alternative;
    Rule rule = Rule::low_need;
};

/// What the pathway hangs on, and nothing else.
struct Facts {
    Level need = Level::low;
    Level risk = Level::low;
    bool is_arp_high = false;
    bool is_vrp_high = false;
    Level sara = Level::low;
    bool is_custody = false;
};

Outcome outcome_of(const Facts& facts);

/// The answers as they stand: blanks count for nothing, no setting counts as the community.
Outcome outcome_of(const Answers& answers);

} // namespace guidepost::building_choices
