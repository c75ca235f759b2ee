// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/rules/rules.h"

#include <algorithm>
#include <array>

namespace guidepost::programme {
namespace {

/// What an officer can act on first.
int rank(Verdict verdict)
{
    constexpr std::array order{Verdict::suitable,     Verdict::while_waiting, Verdict::ask,
                               Verdict::custody_only, Verdict::not_eligible,  Verdict::closed};
    return static_cast<int>(std::find(order.begin(), order.end(), verdict) - order.begin());
}

} // namespace

Assessment assess_offers(const std::vector<Offer>& offers, const CaseProfile& profile,
                         const RuleContext& context)
{
    Assessment assessment;
    std::vector<Blank> blanks;
    for (const auto& offer : offers)
        assessment.options.push_back(weigh(offer, profile, context, blanks));
    std::stable_sort(assessment.options.begin(), assessment.options.end(),
                     [](const auto& a, const auto& b) { return rank(a.verdict) < rank(b.verdict); });
    for (auto& blank : blanks)
        if (std::none_of(assessment.blanks.begin(), assessment.blanks.end(),
                         [&](const auto& one) { return one.key == blank.key && one.text == blank.text; }))
            assessment.blanks.push_back(std::move(blank));
    // What can be entered stands before what has to be asked elsewhere.
    std::stable_partition(assessment.blanks.begin(), assessment.blanks.end(),
                          [](const Blank& blank) { return blank.key != "asked"; });
    if (!context.banner.empty())
        assessment.details["banner"] = context.banner;
    return assessment;
}

} // namespace guidepost::programme
