// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/module_advice.h"

#include "core/programme/plans/plan.h"
#include "core/programme/plans/transition.h"
#include "core/programme/rules/offers.h"
#include "core/programme/rules/rules.h"
#include "core/text/error.h"
#include "core/text/text.h"
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
    ModuleAdvice advice{
        view.id, view.manifest.name.empty() ? view.id : view.manifest.name, {}, {}, view.manifest.version};
    if (!can_be_read(view)) {
        advice.problem = view.reason;
        return advice;
    }
    if (view.may_have(GUIDEPOST_SUITABILITY)) {
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

namespace {

/// None when a file cannot be read: that was said where its module speaks.
std::vector<Offer> offers_of(const ModuleView& view)
{
    try {
        return read_offers(view.folder);
    } catch (const Error&) {
        return {};
    }
}

std::vector<std::string> programmes_of(const ModuleView& view)
{
    if (view.manifest.kind != "programme")
        return {};
    std::vector<std::string> programmes;
    try {
        programmes = options_with_plan(view.folder);
    } catch (const Error&) {
        // As above.
    }
    for (const auto& offer : offers_of(view))
        if (offer.type == "programme")
            programmes.push_back(offer.id);
    return programmes;
}

/// The first programme that suits, by name; "" when none does. A programme is what has sessions, or is called
/// one in the files; a route beside it is none.
std::string suitable_programme(Catalogue& catalogue, const std::vector<ModuleAdvice>& all)
{
    for (const auto& advice : all) {
        const auto view = catalogue.find(advice.module);
        if (!view)
            continue;
        const auto programmes = programmes_of(*view);
        for (const auto& option : advice.assessment.options)
            if (option.verdict == Verdict::suitable &&
                std::find(programmes.begin(), programmes.end(), option.option) != programmes.end())
                return option.name;
    }
    return {};
}

void keep_for_waiting(ModuleAdvice& advice, const std::vector<Offer>& offers, const std::string& programme)
{
    auto& options = advice.assessment.options;
    for (auto& option : options) {
        const bool is_for_waiting = std::any_of(offers.begin(), offers.end(), [&](const auto& offer) {
            return offer.id == option.option && offer.is_for_waiting;
        });
        if (!is_for_waiting || option.verdict != Verdict::suitable)
            continue;
        option.verdict = Verdict::while_waiting;
        option.reasons.insert(
            option.reasons.begin(),
            {"In short", fmt::format("{} is suitable: until it starts, and not instead of it.", programme)});
        if (option.reasons.size() > 1)
            option.reasons[1].step = "By its own rules";
    }
    std::stable_partition(options.begin(), options.end(),
                          [](const auto& option) { return option.verdict == Verdict::suitable; });
}

/// What one module says of what another offers.
void combine(Catalogue& catalogue, std::vector<ModuleAdvice>& all)
{
    const auto programme = suitable_programme(catalogue, all);
    if (programme.empty())
        return;
    for (auto& advice : all)
        if (const auto view = catalogue.find(advice.module))
            keep_for_waiting(advice, offers_of(*view), programme);
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
    combine(catalogue, all);
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
    if ((can_be_read(view) || is_running_on) && view.may_have(GUIDEPOST_PLAN)) {
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
