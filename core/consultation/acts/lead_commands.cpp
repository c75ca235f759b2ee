// SPDX-License-Identifier: GPL-2.0-or-later
// What leads decide, and what is done about the record itself.
#include "core/consultation/acts/command_parts.h"
#include "core/guidance/drafts.h"
#include "core/text/digest.h"
#include "core/text/text.h"

#include <algorithm>

namespace guidepost::consultation {
namespace {

using people::Action;

constexpr std::size_t longest_title = 300, longest_draft = 64 * 1024;

/// "That person is away. Give a reason ..."
std::string against_sentence(const std::vector<PassedOver>& held)
{
    std::vector<std::string> words;
    for (const auto reason : held)
        words.emplace_back(neutral_words(reason));
    return "That person is " + join(words, " and ") +
           ". Say why it is given to them all the same: everybody in the consultation reads the reason.";
}

} // namespace

MaybeRefused refusal_of(const DecideTakeOver& command, const Case& c)
{
    if (!c.may(Action::decide_responsibility))
        return not_permitted();
    if (c.thread.request.responsibility != Responsibility::take_over || c.thread.take_over || !c.is_open())
        return not_now("Nobody asks for a take-over here, or it is decided.");
    return bad_text(command.reason, "Say why: the officer still holds the case until it is moved.");
}

void write(const DecideTakeOver& command, Writing& writing)
{
    auto details = only_text(command.reason);
    details.is_granted = command.is_granted;
    writing.append(Happening::take_over_decided, details);
}

MaybeRefused refusal_of(const Escalate& command, const Case& c)
{
    if (!c.may(Action::escalate))
        return not_permitted();
    if (!c.is_open() || c.thread.status == Status::escalated)
        return not_now("It is over, or with the lead already.");
    return bad_text(command.text, "Say what the lead should decide.");
}

void write(const Escalate& command, Writing& writing)
{
    auto details = only_text(command.text);
    details.reason = word_of(Escalation::asked);
    const auto thread = writing.thread();
    if (thread.is_restricted)
        details.to = thread.named_lead;
    writing.append(Happening::escalated, details);
}

MaybeRefused refusal_of(const Assign& command, const Case& c)
{
    if (!c.may(Action::assign))
        return not_permitted();
    if (!c.is_open() || c.thread.status == Status::answered)
        return not_now("It is answered or over.");
    if (auto refused = bad_colleague(command.to, c, Absent::allowed))
        return refused;
    const auto held = against(command.to, c.thread, c.work);
    return held.empty() ? bad_optional_text(command.text)
                        : bad_text(command.text, against_sentence(held).c_str());
}

void write(const Assign& command, Writing& writing)
{
    auto details = only_text(command.text);
    details.to = command.to;
    details.against = against(command.to, writing.thread(), writing.work());
    writing.append(Happening::assigned, details);
}

MaybeRefused refusal_of(const Redact& command, const Case& c)
{
    if (!c.may(Action::redact))
        return not_permitted();
    if (command.events.empty())
        return incomplete("events", "Say which event's text has to go.");
    for (const auto& id : command.events) {
        const auto& history = c.thread.history;
        const auto event =
            std::find_if(history.begin(), history.end(), [&](const Event& one) { return one.id == id; });
        if (event == history.end())
            return incomplete("events", "This consultation has no such event. See: consult show");
        if (!has_words(event->kind))
            return incomplete("events", "Nobody's words stand in that event.");
        if (!event->payload)
            return incomplete("events", "The text of that event was removed before.");
    }
    return bad_text(command.reason, "Say why it has to go, without repeating it.");
}

void write(const Redact& command, Writing& writing)
{
    auto details = only_text(command.reason);
    details.events = command.events;
    for (const auto& event : writing.record().events())
        if (event.payload &&
            std::find(command.events.begin(), command.events.end(), event.id) != command.events.end())
            details.kept[event.id] =
                payload_json(event.kind, without_words(event.kind, read_payload(event.kind, *event.payload)));
    writing.record().empty(command.events);
    writing.append(Happening::redacted, details);
}

MaybeRefused refusal_of(const Hold& command, const Case& c)
{
    if (!c.may(Action::redact))
        return not_permitted();
    if (c.thread.is_held == command.is_held)
        return not_now(command.is_held ? "It is held already." : "It is not held.");
    return bad_text(command.reason, "Say why.");
}

void write(const Hold& command, Writing& writing)
{
    writing.append(command.is_held ? Happening::held : Happening::hold_ended, only_text(command.reason));
}

MaybeRefused refusal_of(const MakeDraft& command, const Case& c)
{
    if (!c.may(Action::make_guidance))
        return not_permitted();
    if (!c.thread.answered_at)
        return not_now("There is no answer yet that could become guidance.");
    if (trimmed(command.title).empty() || command.title.size() > longest_title ||
        command.title.find('\n') != std::string::npos)
        return incomplete("title", "A draft needs a title of one line.");
    if (trimmed(command.markdown).empty() || command.markdown.size() > longest_draft ||
        first_invalid_utf8(command.title + command.markdown))
        return incomplete("text", "A draft is UTF-8 text of 64 KiB at most.");
    return std::nullopt;
}

void write(const MakeDraft& command, Writing& writing)
{
    const auto thread = writing.thread();
    guidance::Draft draft;
    draft.id = uuid_v7(writing.work().now);
    draft.owner = thread.need.specialism;
    draft.title = command.title;
    draft.text = command.markdown;
    draft.who = writing.work().who.person.login.value();
    draft.at = writing.work().now;
    // The hash leads back for who may read the thread; for everybody else it says nothing.
    draft.provenance = "consultation sha256:" + sha256(thread.ref.value() + thread.head_hash);
    if (thread.is_restricted) {
        // Whoever is let into the thread, and nobody else until one of them says that nothing in it tells.
        std::set<Login> who{thread.named.begin(), thread.named.end()};
        who.insert({thread.requester, Login{draft.who}});
        if (thread.adviser)
            who.insert(thread.adviser);
        draft.restricted_to = {who.begin(), who.end()};
    }
    guidance::put_draft(writing.work().connection, draft);
    Details details;
    details.draft = draft.id;
    details.hash = sha256(draft.text);
    writing.append(Happening::draft_made, details);
}

} // namespace guidepost::consultation
