// SPDX-License-Identifier: GPL-2.0-or-later
// What people look for and no guidance answers. Nothing keeps these searches yet: whoever will must put
// every one through the guard first, as this does again, and show a gap only when three people had it.
#pragma once

#include "core/privacy/guard.h"
#include "core/values/id.h"

#include <cstddef>
#include <string>
#include <vector>

namespace guidepost::consultation {

/// A search or question that ended without good guidance.
struct Unanswered {
    std::string words = {};
    Login who = {};
};

struct Gap {
    std::string words = {}; ///< as first typed
    std::size_t people = 0; ///< how many different ones
    std::size_t times = 0;

    friend bool operator==(const Gap&, const Gap&) = default;
};

/// One person's rare question could say who a case is about; that of three is a gap.
inline constexpr std::size_t least_people_of_a_gap = 3;

/// The same words in any order and case are one gap. What the guard stops is left out, whoever typed it
/// and how often. Most people first, then as they came.
std::vector<Gap> gaps_in(const std::vector<Unanswered>& searches, const privacy::GuardWords& words,
                         Date today);

} // namespace guidepost::consultation
