// SPDX-License-Identifier: GPL-2.0-or-later
// What to ask next about a case: the blank whose answer could change what a module says, as a question with
// its possible answers.
#pragma once

#include "core/programme/module_advice.h"
#include "core/values/case_profile.h"
#include "ui/desktop/words/translate.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace guidepost::desktop {

struct BlankAnswer {
    std::string value = {}; ///< as the case file writes it
    std::string label = {};
};

struct BlankQuestion {
    std::string key = {};         ///< of the case: "vrp", "oasys.11.12"
    std::string text = {};        ///< what it is, for people
    std::string module_name = {}; ///< whose verdict it could change
    std::vector<BlankAnswer> answers = {};
    bool is_number = false; ///< then there are no answers to choose from
    double least = 0, most = 0;
    std::size_t further = 0; ///< how many of that module's blanks could change a verdict after this one

    bool is_choice() const { return !answers.empty(); }
};

/// Of the module named when it has one, else of the first that has, those that are kept to be read last.
/// Blanks that have no place in a case, take several answers at once, or stand in `passed_over`, are not
/// asked for here. None: nothing is left to ask.
std::optional<BlankQuestion> next_question(const std::vector<programme::ModuleAdvice>& advice,
                                           const std::string& module,
                                           const std::set<std::string>& passed_over,
                                           const Translate& translate = in_english);

/// The case with that answer. Throws Error{format} saying what the blank takes.
CaseProfile answered(CaseProfile profile, const std::string& key, const std::string& value);

} // namespace guidepost::desktop
