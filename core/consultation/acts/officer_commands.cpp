// SPDX-License-Identifier: GPL-2.0-or-later
// What the one who asks does: ask, choose, say how it went.
#include "core/consultation/acts/command_parts.h"
#include "core/values/case_reference.h"
#include "core/values/text.h"

#include <algorithm>

namespace guidepost::consultation {
namespace {

using people::Action;

constexpr Timestamp opened_again_us = 10LL * 60 * 1'000'000;

Details only_text(const std::string& text)
{
    Details details;
    details.text = text;
    return details;
}

/// Who leads a restricted thread: the first lead named.
Login lead_among(const std::vector<Login>& named, const Work& work)
{
    for (const auto& login : named)
        for (const auto& person : work.everybody)
            if (person.login == login && person.is_active && people::has_role(person, people::Role::lead))
                return login;
    return {};
}

bool are_known(const std::vector<Login>& named, const Work& work)
{
    return std::all_of(named.begin(), named.end(), [&](const Login& login) {
        return std::any_of(work.everybody.begin(), work.everybody.end(),
                           [&](const auto& person) { return person.login == login && person.is_active; });
    });
}

void add_limits(std::vector<Missing>& missing, const Request& request, const Work& work)
{
    if (!request.is_restricted)
        return;
    if (!are_known(request.restricted_to, work))
        missing.push_back(
            {"restricted", "Somebody named for this restricted consultation is not known here."});
    else if (!lead_among(request.restricted_to, work))
        missing.push_back({"restricted", "Name a lead who may see it: somebody must be able to decide."});
}

std::vector<Missing> all_missing(const Request& request, const Work& work)
{
    auto missing = missing_from(request);
    add_limits(missing, request, work);
    if (request.needed_by && *request.needed_by < to_london(work.now).day)
        missing.push_back({"needed_by", "The day by which you need the answer, " +
                                            format_date_long(*request.needed_by) +
                                            ", has passed. Say another."});
    for (const auto* text : {&request.question, &request.decision, &request.tried, &request.not_danger})
        if (first_invalid_utf8(*text))
            missing.push_back({"question", "The text is not UTF-8."});
    const auto& despite = work.despite_guard;
    if (!is_case_reference_of_a_desk(request.profile.reference) &&
        std::find(despite.begin(), despite.end(), reference_kind) == despite.end())
        missing.push_back(
            {"reference", "The reference of the case may say who it is about. Give the case one of the "
                          "desk's own making, such as " +
                              make_case_reference() + "."});
    // Who says that somebody is in danger cannot say that the words mean nothing.
    const bool is_no_danger = request.is_danger != true && !trimmed(request.not_danger).empty();
    if (!request.called && !is_no_danger && !red_flags_in(request, work.rules).empty())
        missing.push_back(
            {"called", std::string{request.is_danger == true
                                       ? "You say that somebody is in danger now."
                                       : "What you write says that somebody may be in danger now."} +
                           " Call first; then say whom you called, by role, and when."});
    return missing;
}

} // namespace

MaybeRefused refusal_of(const Ask& command, const Case& c)
{
    if (!people::may(c.work.who.person.roles, Action::ask, people::Relation::none))
        return Refused{Refusal::not_permitted, "Asking is the officer's who holds the case.", {}};
    auto missing = all_missing(command.request, c.work);
    if (missing.empty())
        return std::nullopt;
    auto sentence = missing.front().what;
    return Refused{Refusal::incomplete, std::move(sentence), std::move(missing)};
}

void write(const Ask& command, Writing& writing)
{
    const auto& work = writing.work();
    Details sent;
    sent.request = command.request;
    sent.region = work.who.person.region;
    sent.pdu = work.who.person.pdu;
    sent.need = need_of(command.request, work.rules.needs, command.modules);
    sent.red_flags = red_flags_in(command.request, work.rules);
    writing.append(Happening::sent, sent);
    if (command.request.is_restricted) {
        Details limits;
        limits.named = command.request.restricted_to;
        limits.lead = lead_among(limits.named, work);
        writing.append(Happening::restricted, limits);
    }
    if (!sent.red_flags.empty()) {
        // To specialist and lead at once.
        Details told;
        told.reason = word_of(Escalation::red_flag);
        told.to = command.request.is_restricted
                      ? lead_among(command.request.restricted_to, work)
                      : preview_route(command.request, work, command.modules).lead.value_or(Login{});
        writing.append(Happening::escalated, told);
    }
    route_on(writing.record(), work.who.person.login, work);
}

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

MaybeRefused refusal_of(const Restrict& command, const Case& c)
{
    if (!c.may(Action::restrict))
        return not_permitted();
    if (!are_known(command.named, c.work))
        return incomplete("named", "Somebody named is not known here.");
    if (!lead_among(command.named, c.work))
        return incomplete("named", "Name a lead who may see it: somebody must be able to decide.");
    return std::nullopt;
}

void write(const Restrict& command, Writing& writing)
{
    Details details;
    details.named = command.named;
    details.lead = lead_among(command.named, writing.work());
    writing.append(Happening::restricted, details);
}

} // namespace guidepost::consultation
