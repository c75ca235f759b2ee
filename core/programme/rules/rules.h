// SPDX-License-Identifier: GPL-2.0-or-later
// What a module's rules come to for a case, where the rules are data. The answer is the same kind of value
// that a module's code gives: a recommendation, with every step and every blank.
#pragma once

#include "core/programme/exchange/answers.h"
#include "core/programme/plans/transition.h"
#include "core/programme/rules/offers.h"
#include "core/values/case_profile.h"

#include <map>
#include <string>
#include <vector>

namespace guidepost::programme {

/// What is around the offers.
struct RuleContext {
    std::vector<Transition> transitions = {};
    std::map<std::string, std::string> names = {}; ///< a module's id -> its name, for successors
    std::string banner = {};                       ///< of a module to be read only; "" for the others
};

/// In this order: what is closed is closed; custody only in the community is custody only; one rule that is
/// known and not met makes it not eligible; one that is open, or that says so when it is not met, makes it
/// a question; then while waiting; then suitable. Remand counts as custody.
Option weigh(const Offer& offer, const CaseProfile& profile, const RuleContext& context,
             std::vector<Blank>& blanks);

/// All offers of a module. Blanks are listed once each, those that could change a verdict first.
Assessment assess_offers(const std::vector<Offer>& offers, const CaseProfile& profile,
                         const RuleContext& context);

/// "SARA to a partner: medium or higher", without its source.
std::string rule_text(const Rule& rule, const CaseProfile& profile);

} // namespace guidepost::programme
