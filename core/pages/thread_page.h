// SPDX-License-Identifier: GPL-2.0-or-later
// A consultation as one reader may see it: what was said, the answer with its numbered actions, whose move
// it is. What is for specialists is left out here for whoever does not read notes, whatever else thinned
// the thread before. Every page says OFFICIAL-SENSITIVE.
#pragma once

#include "core/pages/consultation_words.h"
#include "core/pages/pages.h"
#include "core/pages/place_words.h"

#include <map>
#include <string>
#include <vector>

namespace guidepost::pages {

struct ThreadPage {
    consultation::Thread thread = {};
    ThreadReader reader = {};
    Names names = {};
    Titles titles = {};
    bool shows_case = false; ///< with the case and the history, as a page that is printed or saved
};

/// What goes with a question, beside it: what was tried, by when, who was called about danger, or why what
/// reads as danger is none.
struct RequestFact {
    std::string name = {};
    std::string value = {};
};
std::vector<RequestFact> request_facts(const consultation::Thread& thread);

/// Where the newest entry stands: "latest" is its anchor.
std::string thread_page(const ThreadPage& page, const Look& look);

inline constexpr const char* sensitive_marking = "OFFICIAL-SENSITIVE";

} // namespace guidepost::pages
