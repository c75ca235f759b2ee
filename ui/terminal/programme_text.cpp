// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/terminal/programme_text.h"

#include "core/pages/programme_pages.h"
#include "core/programme/plans/plan.h"
#include "core/text/text.h"
#include "core/text/wrap.h"

#include <fmt/format.h>

namespace guidepost::terminal {
namespace {

using namespace programme;

constexpr std::size_t few_options = 4;

bool asks_for_action(Verdict verdict)
{
    return verdict == Verdict::suitable || verdict == Verdict::ask || verdict == Verdict::while_waiting;
}

std::string option_text(const Option& option, bool with_steps, const Output& out)
{
    auto text = line_text(out, fmt::format("{}: {}", option.name, words_for(option.verdict)), "  ", "    ");
    for (std::size_t i = 0; i < option.reasons.size() && (i == 0 || with_steps); ++i) {
        const auto& reason = option.reasons[i];
        text += line_text(out, i == 0 ? reason.text : fmt::format("{}: {}", reason.step, reason.text), "    ",
                          i == 0 ? "    " : "      ");
    }
    if (with_steps && !option.guidance.empty())
        text += line_text(out, "Read: " + join(option.guidance, ", "), "    ", "      ");
    return text;
}

std::string list_text(const Output& out, std::string_view heading, const std::vector<std::string>& items,
                      bool is_numbered = false)
{
    if (items.empty())
        return {};
    std::string text = "\n" + out.bold(heading) + "\n";
    for (std::size_t i = 0; i < items.size(); ++i)
        text += line_text(out, items[i], is_numbered ? fmt::format("{:>2}. ", i + 1) : "  - ", "    ");
    return text;
}

std::string kind_words(SessionKind kind)
{
    return kind == SessionKind::one_to_one ? "one-to-one" : std::string{word_of(kind)};
}

} // namespace

std::string line_text(const Output& out, std::string_view words, std::string_view first,
                      std::string_view rest)
{
    return words.empty() ? "" : wrapped(clean(words), out.width(), first, rest) + "\n";
}

std::string advice_text(const ModuleAdvice& advice, bool with_steps, const Output& out)
{
    auto assessment = advice.assessment;
    std::string text = out.bold(clean(advice.name)) + "\n";
    if (const auto banner = assessment.details.find("banner");
        banner != assessment.details.end() && banner->is_string())
        text += line_text(out, banner->get<std::string>(), "  ", "  ");
    text += line_text(out, advice.problem, "  ! ", "    ");
    for (const auto& option : assessment.options)
        text += option_text(
            option, with_steps || asks_for_action(option.verdict) || assessment.options.size() <= few_options,
            out);
    text += line_text(out, pages::range_words(assessment), "  ", "  ");
    bool is_first = true;
    std::vector<std::string> others;
    for (const auto& blank : assessment.blanks) {
        if (blank.could_change && std::exchange(is_first, false))
            text += line_text(out, "Fill first: " + blank.text, "  ", "    ");
        else if (blank.could_change)
            others.push_back(blank.text);
    }
    if (!others.empty())
        text += line_text(out, "Then: " + join(others, "; "), "  ", "    ");
    return text;
}

std::string plan_text(const Plan& plan, const Output& out)
{
    std::string text = out.bold(clean(plan.title)) + "\n";
    text += line_text(out, plan_totals(plan));
    if (!plan.is_complete)
        text += line_text(out, "Not complete: not all sessions are known, and nothing was made up.");
    std::string part;
    for (std::size_t i = 0; i < plan.sessions.size(); ++i) {
        const auto& session = plan.sessions[i];
        if (session.part != part)
            text += "\n" + line_text(out, session.part);
        part = session.part;
        const auto number =
            session.week ? fmt::format("  Week {:>2}  ", *session.week) : fmt::format("  {:>3}. ", i + 1);
        auto words = session.title;
        if (!session.week)
            words += fmt::format(" ({}{})", kind_words(session.kind),
                                 session.minutes ? fmt::format(", {} min", *session.minutes) : "");
        text += line_text(out, words, number, std::string(number.size(), ' '));
    }
    if (!plan.notes.empty())
        text += "\n";
    for (const auto& note : plan.notes)
        text += line_text(out, note, "* ", "  ");
    return text;
}

std::string brief_text(const BriefSheet& brief, const Output& out)
{
    std::string text = out.bold(clean(brief.name)) + "\n";
    text += line_text(out, "Aim: " + brief.aim);
    text += list_text(out, "Three steps", brief.steps, true);
    text += list_text(out, "Say", brief.challenge);
    text += list_text(out, "Red flags", brief.red_flags);
    text += list_text(out, "Stop and call", brief.stop_and_call);
    text += list_text(out, "Limits", brief.limits);
    text += "\n";
    if (brief.is_suggestion)
        text += line_text(out, "The brief is a suggestion of this library, no part of the toolkit.");
    text += line_text(out, "Source of limits: " + brief.source + ".");
    if (!brief.guidance.empty())
        text += line_text(out, "Read: " + join(brief.guidance, ", "));
    return text;
}

std::string step_text(const PathStep& step, const Output& out)
{
    if (step.is_action()) {
        auto text = line_text(out, fmt::format("{} [{}]", step.action, step.id));
        text += line_text(out, step.text, "  ", "  ");
        text += line_text(out, step.call.empty() ? "" : "Call: " + step.call, "  ", "  ");
        text +=
            line_text(out, step.guidance.empty() ? "" : "Read: " + join(step.guidance, ", "), "  ", "    ");
        return text;
    }
    auto text = line_text(out, fmt::format("{} [{}]", step.question, step.id));
    text += line_text(out, step.help, "  ", "  ");
    for (const auto& answer : step.answers)
        text += line_text(out, fmt::format("{} -> {}", answer.text, answer.leads_to), "  - ", "    ");
    return text;
}

std::string transition_text(const Transition& transition, const std::map<std::string, std::string>& names,
                            const Output& out)
{
    std::string text = out.bold(clean(transition.name)) + "\n";
    text += line_text(out, pages::status_words(transition.status) + ".", "  ", "  ");
    text += line_text(
        out,
        fmt::format("Look now at: {}{}.", pages::successor_words(transition, names),
                    transition.has_successor() && !transition.is_equivalent ? " (not the same)" : ""),
        "  ", "  ");
    text += line_text(out, "In the middle of it: " + transition.mid_programme, "  ", "    ");
    text += line_text(out, transition.note, "  ", "  ");
    if (!transition.guidance.empty())
        text += line_text(out, "Read: " + join(transition.guidance, ", "), "  ", "    ");
    return text + line_text(out, "Source: " + transition.source, "  ", "    ");
}

std::string group_text(const GroupFindings& findings, const Output& out)
{
    std::string text = line_text(out, "Group: " + findings.label);
    if (findings.findings.empty())
        text += line_text(out, "Nothing was found against this list.");
    for (const auto& finding : findings.findings)
        text += line_text(out,
                          fmt::format("{}, {}{}: {}", word_of(finding.severity), finding.step,
                                      finding.members.empty() ? "" : " (" + join(finding.members, ", ") + ")",
                                      finding.text),
                          "  ", "    ");
    if (!findings.without.empty())
        text += line_text(out, "If one leaves:");
    for (const auto& one : findings.without)
        text += line_text(out, fmt::format("without {}: {}", one.member, one.text), "  ", "    ");
    return text;
}

} // namespace guidepost::terminal
