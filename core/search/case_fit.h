// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the search room: how well an article's tags fit the case that is set.
#pragma once

#include "core/search/terms.h"

#include <string>
#include <vector>

namespace guidepost::search {

/// The words of the case that an article's tags meet: "sexual", "high RoSH", "licence". An article
/// that says nothing of a thing neither fits nor misses.
std::vector<std::string> case_fit(const CaseProfile& profile, const FacetValues& tags);

} // namespace guidepost::search
