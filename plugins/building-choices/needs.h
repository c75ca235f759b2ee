// SPDX-License-Identifier: GPL-2.0-or-later
// The need side of the identifier: thirteen items become four domains, and those one score.
#pragma once

#include "plugins/building-choices/answers.h"

namespace guidepost::building_choices {

/// The gate: without a sexual offence ever (1.30) or a risk of sexual harm (6.11) the sex domain counts
/// nought. Unanswered is not a yes.
bool counts_sex_domain(const Answers& answers);

/// What the answered items of a domain add up to, gate or not.
int domain_sum(Domain domain, const Answers& answers);

/// 0, 1 or 2. A blank adds nothing.
int domain_score(Domain domain, const Answers& answers);

/// Of a score from 0 to 8: low to 2, medium to 5, then high.
Level need_level(int score);

struct Needs {
    std::array<int, domain_count> domains = {}; ///< by Domain
    int score = 0;
    Level level = Level::low;
};
Needs needs_of(const Answers& answers);

} // namespace guidepost::building_choices
