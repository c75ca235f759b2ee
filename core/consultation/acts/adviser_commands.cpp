// SPDX-License-Identifier: GPL-2.0-or-later
// What those who advise do, and what both sides do in the thread.
#include "core/consultation/acts/command_parts.h"
#include "core/guidance/library.h"
#include "core/guidance/place.h"
#include "core/text/text.h"

#include <algorithm>

namespace guidepost::consultation {
namespace {

using people::Action;

constexpr int most_minutes = 600;
constexpr std::size_t longest_owner = 200, most_cites = 50, most_actions = 50;

/// Guidance that nobody can read here.
MaybeRefused bad_cites(const std::vector<std::string>& cites, const Work& work)
{
    if (work.cites_what_comes)
        return std::nullopt;
    guidance::Library library{work.connection};
    for (const auto& place : cites)
        if (auto why = guidance::why_not_readable(library, place); !why.empty())
            return incomplete("cites", std::move(why));
    return std::nullopt;
}

MaybeRefused over(const Case& c)
{
    return c.is_open() ? MaybeRefused{} : not_now("This consultation is over. Ask anew, and name it.");
}

MaybeRefused no_offer()
{
    return not_now("This offer is not open any more: it lapsed, or was answered.");
}

} // namespace

MaybeRefused refusal_of(const AcceptOffer&, const Case& c)
{
    if (!c.may(Action::answer_offer))
        return c.thread.ever_offered.contains(c.work.who.person.login) ? no_offer() : not_permitted();
    return over(c);
}

void write(const AcceptOffer&, Writing& writing)
{
    Details details;
    if (const auto thread = writing.thread(); thread.offer)
        details.offer = thread.offer->event;
    writing.append(Happening::accepted, details);
}

MaybeRefused refusal_of(const DeclineOffer& command, const Case& c)
{
    if (!c.may(Action::answer_offer))
        return c.thread.ever_offered.contains(c.work.who.person.login) ? no_offer() : not_permitted();
    if (command.reason == DeclineReason::other)
        return bad_text(command.text, "Say why, in a few words.");
    return bad_optional_text(command.text);
}

void write(const DeclineOffer& command, Writing& writing)
{
    auto details = only_text(command.text);
    details.reason = word_of(command.reason);
    if (const auto thread = writing.thread(); thread.offer)
        details.offer = thread.offer->event;
    writing.append(Happening::declined, details);
    route_on(writing.record(), writing.work().who.person.login, writing.work());
}

MaybeRefused refusal_of(const Message& command, const Case& c)
{
    if (!c.may(Action::write_message))
        return not_permitted();
    if (auto refused = over(c))
        return refused;
    if (command.cites.size() > most_cites)
        return incomplete("cites", "That is more guidance than anybody reads: name the best few.");
    if (auto refused = bad_cites(command.cites, c.work))
        return refused;
    return bad_text(command.text, "There is nothing to send: write something.");
}

void write(const Message& command, Writing& writing)
{
    auto details = only_text(command.text);
    details.cites = command.cites;
    details.asks = false;
    writing.append(Happening::message, details);
}

MaybeRefused refusal_of(const Reply& command, const Case& c)
{
    return refusal_of(Message{command.event, command.ref, command.text, command.cites, command.seen}, c);
}

void write(const Reply& command, Writing& writing)
{
    if (!Case{writing.thread(), writing.work()}.is_adviser()) {
        write(Message{command.event, command.ref, command.text, command.cites, command.seen}, writing);
        return;
    }
    auto details = only_text(command.text);
    details.cites = command.cites;
    writing.append(Happening::answered, details);
}

MaybeRefused refusal_of(const Note& command, const Case& c)
{
    return c.may(Action::write_note) ? bad_text(command.text, "There is nothing to note.") : not_permitted();
}

void write(const Note& command, Writing& writing)
{
    writing.append(Happening::note, only_text(command.text));
}

MaybeRefused refusal_of(const AskMore& command, const Case& c)
{
    if (!c.may(Action::ask_for_more))
        return not_permitted();
    if (c.thread.status != Status::with_specialist && c.thread.status != Status::escalated)
        return not_now("More can be asked for while the answer is being worked on.");
    return bad_text(command.text, "Say what you need to know.");
}

void write(const AskMore& command, Writing& writing)
{
    writing.append(Happening::more_asked, only_text(command.text));
}

MaybeRefused refusal_of(const HandOver& command, const Case& c)
{
    if (!c.may(Action::hand_over) || !c.is_adviser())
        return not_permitted();
    if (c.thread.status == Status::answered || !c.is_open())
        return not_now("It is answered: there is nothing to hand over.");
    if (command.to) {
        if (auto refused = bad_colleague(command.to, c))
            return refused;
        if (!against(command.to, c.thread, c.work).empty())
            return incomplete("to",
                              "That person does not meet what this question needs. Choose somebody else, or "
                              "bring it to the lead, who may decide so and say why.");
    }
    return bad_text(command.text, "Say what the next one needs to know.");
}

void write(const HandOver& command, Writing& writing)
{
    auto details = only_text(command.text);
    details.to = command.to;
    writing.append(Happening::handed_over, details);
    if (command.to)
        offer_to(writing, command.to);
    else
        route_on(writing.record(), writing.work().who.person.login, writing.work());
}

MaybeRefused refusal_of(const SecondOpinion& command, const Case& c)
{
    if (!c.may(Action::ask_second_opinion))
        return not_permitted();
    if (auto refused = over(c))
        return refused;
    if (auto refused = bad_colleague(command.from, c))
        return refused;
    return bad_text(command.text, "Say what you want a second opinion on.");
}

void write(const SecondOpinion& command, Writing& writing)
{
    auto details = only_text(command.text);
    details.to = command.from;
    writing.append(Happening::second_opinion_asked, details);
}

MaybeRefused refusal_of(const CallAsk& command, const Case& c)
{
    if (!c.may(Action::ask_for_call))
        return not_permitted();
    if (auto refused = over(c))
        return refused;
    return bad_text(command.text, "Say when and how you can be reached.");
}

void write(const CallAsk& command, Writing& writing)
{
    writing.append(Happening::call_asked, only_text(command.text));
}

MaybeRefused refusal_of(const CallHeld& command, const Case& c)
{
    if (!c.may(Action::record_call))
        return not_permitted();
    if (auto refused = over(c))
        return refused;
    return bad_text(command.text, "Say what came out of the call: what is not written down was not said.");
}

void write(const CallHeld& command, Writing& writing)
{
    writing.append(Happening::call_held, only_text(command.text));
}

MaybeRefused refusal_of(const ActionAdd& command, const Case& c)
{
    if (!c.may(Action::put_action))
        return not_permitted();
    if (auto refused = over(c))
        return refused;
    if (c.thread.actions.size() >= most_actions)
        return incomplete("text", "There are too many actions already: nobody follows more.");
    auto refused = bad_text(command.text, "Say what is to be done.");
    if (trimmed(command.owner).empty() || command.owner.size() > longest_owner ||
        first_invalid_utf8(command.owner)) {
        auto no_owner = incomplete("owner", "Say who does it, by role.");
        if (refused)
            no_owner.missing.push_back(refused->missing.front());
        return no_owner;
    }
    return refused;
}

void write(const ActionAdd& command, Writing& writing)
{
    auto details = only_text(command.text);
    details.owner = command.owner;
    details.due = command.due;
    details.number = static_cast<int>(writing.thread().actions.size()) + 1;
    writing.append(Happening::action_added, details);
}

MaybeRefused refusal_of(const ActionSettle& command, const Case& c)
{
    if (!c.may(Action::settle_action))
        return not_permitted();
    const auto& actions = c.thread.actions;
    if (std::none_of(actions.begin(), actions.end(),
                     [&](const OwnedAction& action) { return action.number == command.number; }))
        return incomplete("number", "There is no action of that number.");
    return bad_optional_text(command.text);
}

void write(const ActionSettle& command, Writing& writing)
{
    auto details = only_text(command.text);
    details.number = command.number;
    details.is_done = command.is_done;
    writing.append(Happening::action_settled, details);
}

MaybeRefused refusal_of(const Minutes& command, const Case& c)
{
    if (!c.may(Action::record_minutes))
        return not_permitted();
    if (command.minutes < 1 || command.minutes > most_minutes)
        return incomplete("minutes", "Minutes are a number from 1 to 600.");
    return std::nullopt;
}

void write(const Minutes& command, Writing& writing)
{
    Details details;
    details.minutes = command.minutes;
    details.of = writing.work().who.person.login;
    writing.append(Happening::minutes, details);
}

} // namespace guidepost::consultation
