// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/module_parts.h"

#include "core/programme/plans/brief.h"
#include "core/programme/plans/paths.h"
#include "core/programme/plans/plan.h"
#include "core/programme/plans/transition.h"
#include "core/programme/rules/offers.h"
#include "core/text/error.h"
#include "plugins/api/guidepost_module.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace guidepost::programme {

namespace fs = std::filesystem;

namespace {

constexpr std::array words_of_capability{
    std::pair{GUIDEPOST_SUITABILITY, "Says what suits a case, with every step of the way there."},
    std::pair{GUIDEPOST_PLAN, "Puts sessions or exercises in order."},
    std::pair{GUIDEPOST_ROUTING, "Says which specialists a question needs."},
    std::pair{GUIDEPOST_FORM, "Adds questions to the case and to a consultation."},
    std::pair{GUIDEPOST_GROUP, "Looks at who would be together in a group."},
};

} // namespace

ModuleParts count_parts(const fs::path& module_folder)
{
    ModuleParts parts;
    std::error_code none; // a module without guidance has no articles
    for (const auto& entry : fs::directory_iterator{module_folder / "guidance", none})
        parts.articles += entry.path().extension() == ".md";
    try {
        parts.offers = read_offers(module_folder).size();
        parts.plans = options_with_plan(module_folder).size();
        parts.briefs = options_with_brief(module_folder).size();
        parts.paths = read_paths(module_folder).size();
        parts.transitions = read_transitions(module_folder).size();
    } catch (const Error& e) {
        parts.problem = e.what();
    }
    return parts;
}

std::string capability_words(const std::string& capability)
{
    const auto found = std::find_if(words_of_capability.begin(), words_of_capability.end(),
                                    [&](const auto& one) { return one.first == capability; });
    return found == words_of_capability.end()
               ? fmt::format("{}: this Guidepost does not ask for it.", capability)
               : found->second;
}

} // namespace guidepost::programme
