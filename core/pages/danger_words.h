// SPDX-License-Identifier: GPL-2.0-or-later
// What is told of danger in a question: one headline, one number, one sentence, and the rest behind "More".
// Window and terminal say the same because they ask here.
#pragma once

#include "core/consultation/danger/red_flags.h"

#include <string>
#include <vector>

namespace guidepost::pages {

struct DangerWords {
    std::string headline = {}; ///< "Call 999 now"
    std::string number = {};   ///< "999"
    std::string says = {};     ///< one sentence
    std::vector<std::string> more = {};
};

/// Of the flags in the order in which they are told, at least one.
DangerWords danger_words(const std::vector<consultation::RedFlag>& flags);

} // namespace guidepost::pages
