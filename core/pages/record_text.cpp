// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/pages/record_text.h"

#include "core/consultation/request/attached_verdict.h"
#include "core/guidance/place.h"
#include "core/pages/pages.h"
#include "core/pages/thread_page.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::pages {

using namespace consultation;

namespace {

const std::string removed = "(this text was removed, and its removal is recorded)";

std::string day(Timestamp moment)
{
    return format_date_long(to_london(moment).day);
}

std::string words(Responsibility responsibility)
{
    switch (responsibility) {
    case Responsibility::advice:
        return "Advice only. The officer holds the case.";
    case Responsibility::joint:
        return "Joint work was asked for. The officer holds the case.";
    case Responsibility::take_over:
        return "A take-over was asked for.";
    }
    return {};
}

std::string words(AdviceChoice choice)
{
    switch (choice) {
    case AdviceChoice::agree:
        return "Agrees with the advice";
    case AdviceChoice::adapt:
        return "Follows it with changes";
    case AdviceChoice::decline:
        return "Does not follow it";
    }
    return {};
}

void paragraph(std::string& text, const std::string& heading, const std::string& body)
{
    if (!trimmed(body).empty())
        text += fmt::format("{}\n{}\n\n", heading, trimmed(body));
}

std::string said(const Entry& entry)
{
    const auto despite = despite_guard_words(entry);
    auto text = entry.is_redacted ? removed : std::string{trimmed(entry.text)};
    if (!despite.empty())
        text += "\n(" + despite + ")";
    return text;
}

/// All choices in their order: one that was changed later is part of what happened.
std::string decisions(const Thread& thread)
{
    std::vector<std::string> lines;
    for (const auto& entry : thread.entries)
        if (entry.kind == Entry::Kind::advice && entry.choice)
            lines.push_back(fmt::format("{}{}, {}. {}", stands(entry, thread) ? "" : "At that time: ",
                                        words(*entry.choice), day(entry.at), said(entry)));
    return join(lines, "\n");
}

std::string responsibility(const Thread& thread)
{
    if (!thread.request.responsibility)
        return {};
    auto text = words(*thread.request.responsibility);
    if (thread.request.responsibility != Responsibility::take_over)
        return text;
    if (!thread.take_over)
        return text + " The lead has not decided: the officer still holds the case.";
    return text + (*thread.take_over ? " The lead agreed. The officer holds the case until it is moved."
                                     : " The lead did not agree: the officer holds the case.");
}

std::string actions(const Thread& thread)
{
    std::string text;
    for (const auto& action : thread.actions)
        text += fmt::format("{}. {} ({}{}): {}\n", action.number, action.text.empty() ? removed : action.text,
                            action.owner, action.due ? ", by " + format_date_long(*action.due) : "",
                            !action.is_done   ? "open"
                            : *action.is_done ? "done"
                                              : "not done");
    return text;
}

std::string guidance_lines(const std::vector<ReadVersion>& versions)
{
    std::string text;
    for (const auto& read : versions)
        text += read.title.empty()
                    ? fmt::format("- {} (not here any more)\n", read.place)
                    : fmt::format("- {} ({}), revision {}{}\n", read.title, read.place, read.revision.value(),
                                  read.is_newest ? "" : "; there is a newer one now");
    return text;
}

} // namespace

NamedGuidance named_guidance(const Thread& thread, guidance::Library& library)
{
    const auto add = [&](std::vector<ReadVersion>& versions, const std::string& place, Timestamp at) {
        if (std::any_of(versions.begin(), versions.end(),
                        [&](const auto& one) { return one.place == place; }))
            return;
        const auto id = guidance::parse_place(place).article;
        ReadVersion read;
        read.place = place;
        if (const auto article = library.find(id)) {
            read.title = article->title;
            if (article->state == guidance::ArticleState::imported)
                read.title += " (imported, not reviewed)";
            if (article->state == guidance::ArticleState::withdrawn)
                read.title += " (withdrawn since)";
            read.revision = library.revision_at(id, at).value_or(article->revision);
            read.is_newest = read.revision == article->revision;
        }
        versions.push_back(std::move(read));
    };
    NamedGuidance named;
    for (const auto& place : thread.request.read)
        add(named.read, place, thread.sent_at);
    for (const auto& entry : thread.entries)
        if (entry.kind == Entry::Kind::answer)
            for (const auto& place : entry.cites)
                add(named.cited, place, entry.at);
    return named;
}

std::string record_text(const Thread& thread, const NamedGuidance& guidance, const Names& names)
{
    auto text =
        fmt::format("{}\n\nSpecialist consultation {}\nAsked on {} by {}, {}. Field: {}.\n\n",
                    sensitive_marking, thread.ref.value(), day(thread.sent_at),
                    name_of(names, thread.requester), thread.region, words_of(thread.need.specialism));
    const bool is_gone = !thread.entries.empty() && thread.entries.front().is_redacted;
    if (!thread.entries.empty())
        paragraph(text, "Question", said(thread.entries.front()));
    paragraph(text, "Decision needed",
              thread.request.decision.empty() || !thread.request.needed_by
                  ? thread.request.decision
                  : fmt::format("{} (by {})", thread.request.decision,
                                format_date_long(*thread.request.needed_by)));
    paragraph(text, "Tried before", thread.request.tried);
    if (thread.request.is_danger && !is_gone)
        paragraph(text, "Immediate danger when it was asked", *thread.request.is_danger ? "Yes" : "No");
    if (thread.request.called)
        paragraph(text, "Called about immediate danger",
                  thread.request.called->whom + ", " + thread.request.called->when);
    paragraph(text, "Why what reads as danger is none", thread.request.not_danger);
    if (!is_gone)
        for (const auto& verdict : verdicts_of(thread.request))
            paragraph(
                text,
                fmt::format("What a programme module said of the case: {}. A recommendation, not a decision.",
                            source_words(verdict)),
                join(verdict_lines(verdict), "\n"));
    for (const auto& entry : thread.entries) {
        if (entry.kind == Entry::Kind::answer)
            paragraph(text, fmt::format("Advice of {}, {}", name_of(names, entry.who), day(entry.at)),
                      said(entry));
        else if (entry.kind == Entry::Kind::asked_again)
            paragraph(text, fmt::format("Asked again, {}", day(entry.at)), said(entry));
        else if (entry.kind == Entry::Kind::call_held)
            paragraph(text, fmt::format("Call, {}", day(entry.at)), said(entry));
        else if (entry.kind == Entry::Kind::outcome)
            paragraph(text, fmt::format("Outcome, {}", day(entry.at)), said(entry));
    }
    paragraph(text, "Guidance the advice cites, as it was then", guidance_lines(guidance.cited));
    paragraph(text, "What the officer had read before asking", guidance_lines(guidance.read));
    paragraph(text, "The officer's decision on the advice", decisions(thread));
    paragraph(text, "Responsibility", responsibility(thread));
    paragraph(text, "Actions", actions(thread));
    text += fmt::format(
        "The advice is for the facts as they were put on that day.\nRecord: {} events, {}\n\n{}\n",
        thread.history.size(), thread.head_hash, sensitive_marking);
    return text;
}

} // namespace guidepost::pages
