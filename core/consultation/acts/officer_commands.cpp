// SPDX-License-Identifier: GPL-2.0-or-later
// What the one who asks does: ask, choose, say how it went.
#include "core/consultation/acts/command_parts.h"
#include "core/text/text.h"

#include <algorithm>

namespace guidepost::consultation {
namespace {

using people::Action;

constexpr Timestamp opened_again_us = 10LL * 60 * 1'000'000;

} // namespace

MaybeRefused refusal_of(const Open&, const Case& c)
{
    return c.may(Action::read_thread) ? MaybeRefused{} : not_permitted();
}

void write(const Open&, Writing& writing)
{
    const auto& me = writing.work().who.person.login;
    const auto& events = writing.record().events();
    for (auto event = events.rbegin(); event != events.rend() && event->kind == Happening::opened; ++event)
        if (event->who == me && event->at + opened_again_us > writing.work().now)
            return;
    writing.append(Happening::opened, {});
}

MaybeRefused refusal_of(const ChooseAdvice& command, const Case& c)
{
    if (!c.may(Action::choose_advice))
        return not_permitted();
    if (c.thread.status != Status::answered)
        return not_now("There is no answer to choose about, or it is closed.");
    if (command.choice == c.thread.advice && trimmed(command.reason).empty())
        return not_now("That is what was chosen already.");
    if (command.choice == AdviceChoice::agree)
        return bad_optional_text(command.reason);
    return bad_text(command.reason, "Say why, so that the record shows how you decided.");
}

void write(const ChooseAdvice& command, Writing& writing)
{
    auto details = only_text(command.reason);
    details.choice = command.choice;
    for (const auto& entry : writing.thread().entries)
        if (entry.kind == Entry::Kind::answer)
            details.answer = entry.event;
    writing.append(Happening::advice_chosen, details);
}

MaybeRefused refusal_of(const AskAgain& command, const Case& c)
{
    if (!c.may(Action::ask_again))
        return not_permitted();
    if (!c.is_open())
        return not_now("This consultation is over. Ask anew, and name it.");
    if (c.thread.status != Status::answered)
        return not_now("There is no answer yet: send a message.");
    return bad_text(command.text, "Say what you still need to know, or what has changed.");
}

void write(const AskAgain& command, Writing& writing)
{
    writing.append(Happening::asked_again, only_text(command.text));
}

MaybeRefused refusal_of(const Withdraw& command, const Case& c)
{
    if (!c.may(Action::withdraw))
        return not_permitted();
    if (!c.is_open() || c.thread.status == Status::answered)
        return not_now("It is answered or over: close it instead.");
    return bad_optional_text(command.text);
}

void write(const Withdraw& command, Writing& writing)
{
    writing.append(Happening::withdrawn, only_text(command.text));
}

MaybeRefused refusal_of(const Close& command, const Case& c)
{
    if (!c.may(Action::close))
        return not_permitted();
    if (!c.is_open())
        return not_now("It is closed.");
    const bool is_officer = c.thread.requester == c.work.who.person.login;
    if (is_officer && c.thread.status != Status::answered)
        return not_now("There is no answer yet: withdraw it instead.");
    if (is_officer && !c.thread.advice)
        return not_now("Say first what you do with the advice: agree, adapt or decline.");
    return bad_optional_text(command.text);
}

void write(const Close& command, Writing& writing)
{
    writing.append(Happening::closed, only_text(command.text));
}

MaybeRefused refusal_of(const Outcome& command, const Case& c)
{
    if (!c.may(Action::record_outcome))
        return not_permitted();
    if (!c.thread.answered_at || c.thread.status == Status::withdrawn)
        return not_now("There was no answer that could have had an outcome.");
    return bad_text(command.text, "Say how it went, in a sentence or two.");
}

void write(const Outcome& command, Writing& writing)
{
    writing.append(Happening::outcome, only_text(command.text));
}

MaybeRefused refusal_of(const Export&, const Case& c)
{
    return c.may(Action::export_record) ? MaybeRefused{} : not_permitted();
}

void write(const Export&, Writing& writing)
{
    writing.append(Happening::exported, {});
}

} // namespace guidepost::consultation
