// SPDX-License-Identifier: GPL-2.0-or-later
// Asking, and naming who alone may see it.
#include "core/consultation/acts/command_parts.h"
#include "core/text/text.h"
#include "core/values/case_reference.h"

#include <algorithm>

namespace guidepost::consultation {
namespace {

using people::Action;

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
