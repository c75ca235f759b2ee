// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/pages/programme_pages.h"
#include "core/pages/thread_page.h"
#include "core/text/text.h"
#include "core/text/wrap.h"

#include <fmt/format.h>

namespace guidepost::pages {
namespace {

using namespace programme;

std::string module_text(const ModuleAdvice& advice)
{
    std::string text = fmt::format("\n{}\n", printable(advice.name));
    if (!advice.problem.empty())
        text += fmt::format("  Not asked, or not answered in full: {}\n", printable(advice.problem));
    const auto& assessment = advice.assessment;
    for (const auto& option : assessment.options)
        text += fmt::format("  - {}: {}{}\n", printable(option.name), words_for(option.verdict),
                            option.reasons.empty() ? "" : ". " + printable(option.reasons.front().text));
    if (const auto range = range_words(assessment); !range.empty())
        text += fmt::format("  {}\n", range);
    std::vector<std::string> missing;
    for (const auto& blank : assessment.blanks)
        if (blank.could_change)
            missing.push_back(printable(blank.text));
    if (!missing.empty())
        text += fmt::format("  Missing before this is firm: {}\n", join(missing, "; "));
    return text;
}

} // namespace

std::string suitability_text(const SuitabilityPage& page)
{
    std::string text = fmt::format("{}\nWhat suits this case{}\n", sensitive_marking,
                                   page.reference.empty() ? "" : ": " + printable(page.reference));
    if (!page.chips.empty())
        text += printable(join(page.chips, ", ")) + "\n";
    text += "Recommendation only: worked out from published rules and from what the case says; people "
            "decide, and record why.\n";
    for (const auto& advice : page.advice)
        text += module_text(advice);
    return text;
}

} // namespace guidepost::pages
