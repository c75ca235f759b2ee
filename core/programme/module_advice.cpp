// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/module_advice.h"

#include "core/programme/plan.h"
#include "core/programme/rules.h"
#include "core/programme/transition.h"
#include "core/values/error.h"
#include "core/values/text.h"
#include "plugins/api/guidepost_module.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace guidepost::programme {
namespace {

bool can_be_read(const ModuleView& view)
{
    // A module whose code stopped still has its files.
    return view.state == ModuleState::ready || view.state == ModuleState::stopped;
}

/// Known only once the module ran: until then it may have it.
bool may_have(const ModuleView& view, std::string_view capability)
{
    return view.has_code() &&
           (view.capabilities.empty() || std::find(view.capabilities.begin(), view.capabilities.end(),
                                                   capability) != view.capabilities.end());
}

std::map<std::string, std::string> names_of(Catalogue& catalogue)
{
    std::map<std::string, std::string> names;
    for (const auto& view : catalogue.modules())
        if (!view.manifest.name.empty())
            names[view.id] = view.manifest.name;
    return names;
}

ModuleAdvice advice_of(Catalogue& catalogue, const ModuleView& view, const CaseProfile& profile)
{
    ModuleAdvice advice{view.id, view.manifest.name.empty() ? view.id : view.manifest.name, {}, {}};
    if (!can_be_read(view)) {
        advice.problem = view.reason;
        return advice;
    }
    if (may_have(view, GUIDEPOST_SUITABILITY)) {
        try {
            advice.assessment = catalogue.assess(view.id, profile);
        } catch (const Error& e) {
            // A module without this capability has its say in its files.
            if (e.code() != Errc::not_found)
                advice.problem = e.what();
        }
    }
    try {
        RuleContext context{.names = names_of(catalogue)};
        context.transitions = read_transitions(view.folder);
        if (view.manifest.is_read_only)
            context.banner = view.manifest.banner.empty() ? "Kept to be read; nothing in it is begun."
                                                          : view.manifest.banner;
        auto said = assess_offers(read_offers(view.folder), profile, context);
        auto& whole = advice.assessment;
        std::move(said.options.begin(), said.options.end(), std::back_inserter(whole.options));
        std::move(said.blanks.begin(), said.blanks.end(), std::back_inserter(whole.blanks));
        if (said.details.contains("banner"))
            whole.details["banner"] = said.details["banner"];
    } catch (const Error& e) {
        advice.problem = fmt::format("{}: {}", advice.name, e.what());
    }
    return advice;
}

ModuleView found(Catalogue& catalogue, const std::string& module)
{
    auto view = catalogue.find(module);
    if (!view) {
        std::vector<std::string> ids;
        for (const auto& one : catalogue.modules())
            ids.push_back(one.id);
        throw Error{Errc::not_found, ids.empty() ? "No module is installed."
                                                 : fmt::format("There is no module {}. There is: {}.",
                                                               shortened(module, 60), join(ids, ", "))};
    }
    return *view;
}

} // namespace

std::vector<ModuleAdvice> assess_all(Catalogue& catalogue, const CaseProfile& profile)
{
    std::vector<ModuleAdvice> all;
    for (const auto& view : catalogue.modules()) {
        auto advice = advice_of(catalogue, view, profile);
        if (!advice.assessment.options.empty() || !advice.problem.empty())
            all.push_back(std::move(advice));
    }
    return all;
}

ModuleAdvice assess_module(Catalogue& catalogue, const std::string& module, const CaseProfile& profile)
{
    const auto view = found(catalogue, module);
    if (!can_be_read(view))
        throw Error{Errc::refused, view.reason};
    return advice_of(catalogue, view, profile);
}

Plan plan_of(Catalogue& catalogue, const std::string& module, const std::string& option,
             const CaseProfile& profile)
{
    const auto view = found(catalogue, module);
    if (!can_be_read(view) && view.state != ModuleState::retired)
        throw Error{Errc::refused, view.reason};
    if (auto plan = read_data_plan(view.folder, option))
        return *plan;
    const bool is_running_on = view.state == ModuleState::retired && module.find('@') != std::string::npos;
    if ((can_be_read(view) || is_running_on) && may_have(view, GUIDEPOST_PLAN)) {
        try {
            return catalogue.plan(module, option, profile);
        } catch (const Error& e) {
            if (e.code() != Errc::not_found)
                throw;
        }
    }
    const auto options = options_with_plan(view.folder);
    throw Error{Errc::not_found, options.empty() ? fmt::format("{} has no plans.", view.manifest.name)
                                                 : fmt::format("{} has no plan for {}. It has plans for: {}.",
                                                               view.manifest.name, shortened(option, 60),
                                                               join(options, ", "))};
}

} // namespace guidepost::programme
