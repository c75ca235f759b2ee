// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/terminal/programme_json.h"

namespace guidepost::terminal {
namespace {

using Json = nlohmann::ordered_json;
using namespace programme;

template <class Number>
Json or_null(const std::optional<Number>& number)
{
    return number ? Json(*number) : Json(nullptr);
}

Json option_json(const Option& option)
{
    auto reasons = Json::array();
    for (const auto& reason : option.reasons)
        reasons.push_back({{"step", reason.step}, {"text", reason.text}});
    return {{"option", option.option},
            {"name", option.name},
            {"verdict", std::string{word_of(option.verdict)}},
            {"reasons", std::move(reasons)},
            {"guidance", option.guidance}};
}

Json advice_json(const ModuleAdvice& advice)
{
    const auto& assessment = advice.assessment;
    auto options = Json::array(), blanks = Json::array();
    for (const auto& option : assessment.options)
        options.push_back(option_json(option));
    for (const auto& blank : assessment.blanks)
        blanks.push_back({{"key", blank.key}, {"text", blank.text}, {"could_change", blank.could_change}});
    return {{"module", advice.module},
            {"name", advice.name},
            {"options", std::move(options)},
            {"details", Json(assessment.details)},
            {"blanks", std::move(blanks)},
            {"best_case", assessment.best_case},
            {"worst_case", assessment.worst_case},
            {"problem", advice.problem}};
}

Json brief_parts(const Brief& brief)
{
    return {{"aim", brief.aim},
            {"steps", brief.steps},
            {"challenge", brief.challenge},
            {"red_flags", brief.red_flags},
            {"stop_and_call", brief.stop_and_call}};
}

} // namespace

Json assessments_json(const std::vector<ModuleAdvice>& all)
{
    auto assessments = Json::array();
    for (const auto& advice : all)
        assessments.push_back(advice_json(advice));
    return {{"version", 1}, {"recommendation_only", true}, {"assessments", std::move(assessments)}};
}

Json plan_json(const Plan& plan)
{
    auto sessions = Json::array();
    for (const auto& session : plan.sessions)
        sessions.push_back({{"session", session.session},
                            {"title", session.title},
                            {"part", session.part},
                            {"kind", std::string{word_of(session.kind)}},
                            {"minutes", or_null(session.minutes)},
                            {"week", or_null(session.week)},
                            {"materials", session.materials},
                            {"guidance", session.guidance},
                            {"brief", session.brief ? brief_parts(*session.brief) : Json(nullptr)}});
    return {{"title", plan.title},
            {"is_complete", plan.is_complete},
            {"notes", plan.notes},
            {"sessions", std::move(sessions)}};
}

Json brief_json(const BriefSheet& brief)
{
    return {{"option", brief.option},
            {"name", brief.name},
            {"aim", brief.aim},
            {"steps", brief.steps},
            {"challenge", brief.challenge},
            {"red_flags", brief.red_flags},
            {"stop_and_call", brief.stop_and_call},
            {"limits", brief.limits},
            {"guidance", brief.guidance},
            {"is_suggestion", brief.is_suggestion},
            {"source", brief.source}};
}

Json step_json(const PathStep& step)
{
    if (step.is_action())
        return {{"step", step.id},
                {"action", step.action},
                {"text", step.text},
                {"guidance", step.guidance},
                {"call", step.call.empty() ? Json(nullptr) : Json(step.call)}};
    auto answers = Json::array();
    for (const auto& answer : step.answers)
        answers.push_back({{"text", answer.text}, {"leads_to", answer.leads_to}});
    return {
        {"step", step.id}, {"question", step.question}, {"help", step.help}, {"answers", std::move(answers)}};
}

Json path_json(const Path& path)
{
    auto steps = Json::array();
    for (const auto& step : path.steps)
        steps.push_back(step_json(step));
    return {{"path", path.id},     {"title", path.title},   {"summary", path.summary},
            {"start", path.start}, {"source", path.source}, {"steps", std::move(steps)}};
}

Json transition_json(const Transition& transition)
{
    return {{"id", transition.id},
            {"name", transition.name},
            {"status", transition.status},
            {"successor", transition.successor},
            {"is_equivalent", transition.is_equivalent},
            {"mid_programme", transition.mid_programme},
            {"note", transition.note},
            {"guidance", transition.guidance},
            {"source", transition.source}};
}

Json group_json(const GroupFindings& findings)
{
    auto list = Json::array(), without = Json::array();
    for (const auto& finding : findings.findings)
        list.push_back({{"severity", std::string{word_of(finding.severity)}},
                        {"step", finding.step},
                        {"text", finding.text},
                        {"members", finding.members}});
    for (const auto& one : findings.without)
        without.push_back({{"member", one.member}, {"text", one.text}});
    return {{"label", findings.label}, {"findings", std::move(list)}, {"without", std::move(without)}};
}

} // namespace guidepost::terminal
