// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/usecases/asking.h"

#include "core/programme/module_advice.h"
#include "core/text/error.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::usecases {
namespace {

using consultation::AttachedVerdict;
using consultation::Missing;
using consultation::ModuleAsk;

constexpr std::size_t most_said = 8; ///< modules: a desk with more attaches them by name

std::optional<people::Level> level_of(int level)
{
    switch (level) {
    case 1:
        return people::Level::developing;
    case 2:
        return people::Level::qualified;
    case 3:
        return people::Level::senior;
    default:
        return std::nullopt;
    }
}

ModuleAsk asked(const std::string& name, const programme::RoutingNeed& need)
{
    ModuleAsk ask{.module = name};
    for (const auto& one : need.specialisms)
        ask.specialisms.push_back({one.specialism, one.why});
    ask.level = level_of(need.level);
    ask.band = need.band;
    ask.qualification = need.qualification;
    return ask;
}

AttachedVerdict attached(const programme::ModuleAdvice& advice, Date today)
{
    const auto& assessment = advice.assessment;
    AttachedVerdict verdict{
        .module = advice.module, .name = advice.name, .version = advice.version, .on = today};
    for (const auto& option : assessment.options)
        verdict.options.push_back({option.option, option.name, std::string{word_of(option.verdict)},
                                   std::string{words_for(option.verdict)},
                                   option.reasons.empty() ? std::string{} : option.reasons.front().text});
    verdict.best_case = assessment.best_case;
    verdict.worst_case = assessment.worst_case;
    verdict.blanks = static_cast<int>(std::count_if(assessment.blanks.begin(), assessment.blanks.end(),
                                                    [](const auto& blank) { return blank.could_change; }));
    verdict.problem = advice.problem;
    return verdict;
}

void attach(consultation::Request& request, AttachedVerdict verdict)
{
    std::erase_if(request.verdicts, [&](const std::string& text) {
        const auto before = consultation::read_verdict(text);
        return before && before->module == verdict.module;
    });
    request.verdicts.push_back(consultation::verdict_json(std::move(verdict)));
}

} // namespace

std::vector<ModuleAsk> module_asks(programme::Catalogue& catalogue, const consultation::Request& request)
{
    std::vector<ModuleAsk> asks;
    for (const auto& view : catalogue.modules()) {
        if (!view.has_code() ||
            (view.state != programme::ModuleState::ready && view.state != programme::ModuleState::stopped))
            continue;
        try {
            auto ask = asked(view.manifest.name, catalogue.route(view.id, request.profile, request.question));
            if (!ask.specialisms.empty())
                asks.push_back(std::move(ask));
        } catch (const Error& error) {
            if (error.code() != Errc::not_found) // it has no say in this at all
                asks.push_back({.module = view.manifest.name, .problem = error.what()});
        }
    }
    return asks;
}

AttachedVerdict verdict_of(programme::Catalogue& catalogue, const std::string& module,
                           const CaseProfile& profile, Date today)
{
    return attached(programme::assess_module(catalogue, module, profile), today);
}

void attach_verdicts(consultation::Request& request, programme::Catalogue& catalogue,
                     const std::vector<std::string>& modules, Date today)
{
    if (!modules.empty()) {
        for (const auto& module : modules)
            attach(request, verdict_of(catalogue, module, request.profile, today));
        return;
    }
    std::size_t said = 0;
    for (const auto& advice : programme::assess_all(catalogue, request.profile))
        if (said++ < most_said)
            attach(request, attached(advice, today));
}

std::vector<Missing> wrong_answers(const consultation::Request& request,
                                   const std::vector<programme::ModuleFields>& fields)
{
    std::vector<Missing> wrong;
    for (const auto& [name, answer] : request.fields) {
        const auto point = name.find('.');
        const auto module = std::find_if(fields.begin(), fields.end(), [&](const auto& one) {
            return one.module == name.substr(0, point);
        });
        if (module != fields.end() && !module->problem.empty())
            continue;
        const programme::FormField* asked = nullptr;
        if (module != fields.end() && point != std::string::npos)
            for (const auto& field : module->fields)
                if (field.key == name.substr(point + 1) && programme::is_asked_in_consultation(field))
                    asked = &field;
        if (!asked)
            wrong.push_back({"fields", fmt::format("No module here asks for {} in a consultation.", name)});
        else if (auto problem = programme::wrong_answer(*asked, answer); !problem.empty())
            wrong.push_back({"fields", std::move(problem)});
    }
    return wrong;
}

} // namespace guidepost::usecases
