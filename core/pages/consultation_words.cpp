// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/pages/consultation_words.h"

#include "core/consultation/routing/working_time.h"
#include "core/consultation/thread/event_kinds.h"
#include "core/pages/pages.h"
#include "core/text/error.h"
#include "core/text/text.h"
#include "core/text/wrap.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace guidepost::pages {
namespace {

using namespace consultation;

constexpr Timestamp minute_us = 60'000'000;
constexpr Timestamp near_minutes = 90;

std::string clock_words(int minute)
{
    return fmt::format("{:02}:{:02}", minute / 60, minute % 60);
}

std::string day_words(Date day, Date today)
{
    static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::chrono::sys_days at{day}, here{today};
    if (at == here)
        return "today";
    if (at == here + std::chrono::days{1})
        return "tomorrow";
    if (at == here - std::chrono::days{1})
        return "yesterday";
    auto words = fmt::format("{} {} {}", days.at(std::chrono::weekday{at}.c_encoding()),
                             static_cast<unsigned>(day.day()),
                             months.at((static_cast<unsigned>(day.month()) + 11) % 12));
    if (day.year() != today.year())
        words += fmt::format(" {}", static_cast<int>(day.year()));
    return words;
}

std::string lead_reason(const Thread& thread)
{
    switch (thread.escalation.value_or(Escalation::asked)) {
    case Escalation::nobody_qualified:
        return "nobody qualified is free";
    case Escalation::red_flag:
        return "it holds a red flag";
    case Escalation::answer_overdue:
        return "the answer is overdue";
    case Escalation::adviser_left:
        return "whoever had it has left";
    case Escalation::adviser_away:
        return "whoever has it is away and nobody who may stands in";
    case Escalation::asked:
        break;
    }
    return "it was asked for";
}

/// "by today 16:00", or that this is past; "" without a time.
std::string until(const Thread& thread, Timestamp now)
{
    if (!thread.due)
        return {};
    return (thread.is_overdue ? ", overdue since " : " by ") + moment_words(*thread.due, now);
}

std::string answered_words(const Thread& t, const ThreadReader& reader, bool is_own)
{
    const auto by = until(t, reader.now);
    if (!t.advice)
        return is_own ? "Your move: agree with, adapt or decline the advice" + by + "."
                      : "Answered. Waiting for the officer to agree, adapt or decline" + by + ".";
    if (t.move == Move::lead)
        return "The lead decides whether the case is taken over" + by + ".";
    if (t.outcome_asked)
        return is_own ? "Your move: say how it went." : "Waiting for the officer to say how it went.";
    if (t.has_outcome)
        return "Answered, and how it went is recorded.";
    return t.outcome_due ? fmt::format("Answered. How it went is asked for on {}.",
                                       format_date_long(to_london(*t.outcome_due).day))
                         : "Answered.";
}

} // namespace

std::string name_of(const Names& names, const Login& login)
{
    const auto found = names.find(login);
    return printable(found == names.end() || found->second.empty() ? login.value() : found->second);
}

std::string moment_words(Timestamp moment, Timestamp now)
{
    const auto at = to_london(moment);
    return day_words(at.day, to_london(now).day) + " " + clock_words(at.minute);
}

std::string due_words(const Thread& thread, Timestamp now)
{
    if (!thread.due || thread.move == Move::nobody)
        return {};
    if (thread.is_overdue)
        return "overdue since " + moment_words(*thread.due, now);
    const auto left = (*thread.due - now) / minute_us;
    if (left < near_minutes)
        return fmt::format("due in {} min", left);
    return "due " + moment_words(*thread.due, now);
}

std::string move_words(const Thread& t, const Names& names, const ThreadReader& reader)
{
    const bool is_own = reader.login == t.requester;
    const auto by = until(t, reader.now);
    switch (t.status) {
    case Status::offered:
        if (!t.offer)
            return "Nobody has it yet: the lead finds somebody" + by + ".";
        if (t.offer->to == reader.login)
            return "Your move: accept or decline" + by + ".";
        return fmt::format("Offered to {}, who accepts or declines{}.", name_of(names, t.offer->to), by);
    case Status::with_specialist:
        if (t.answerer() == reader.login)
            return (t.cover ? "Your move, as cover for " + name_of(names, t.cover->of)
                            : std::string{"Your move"}) +
                   ": answer" + by + ".";
        if (t.cover)
            return fmt::format("With {}, who stands in for {} until {} and answers{}.",
                               name_of(names, t.cover->by), name_of(names, t.cover->of),
                               format_date_long(to_london(t.cover->until - minute_us).day), by);
        return fmt::format("With {}, who answers{}.", name_of(names, t.adviser), by);
    case Status::needs_more:
        return is_own ? "Your move: give what was asked for" + by + "."
                      : "Waiting for the officer to give what was asked for" + by + ".";
    case Status::answered:
        return answered_words(t, reader, is_own);
    case Status::escalated:
        return fmt::format("With the lead, because {}.{}", lead_reason(t),
                           by.empty() ? by : " To be settled" + by + ".");
    case Status::closed:
        if (t.outcome_asked)
            return is_own ? "Closed. Your move: say how it went."
                          : "Closed. Waiting for the officer to say how it went.";
        return "Closed.";
    case Status::withdrawn:
        return "Withdrawn by the officer.";
    }
    return "Nothing is to be done.";
}

std::string state_words(const Listed& row, const Names& names)
{
    if (row.status == Status::withdrawn)
        return "withdrawn";
    if (row.status == Status::closed && row.move == Move::nobody)
        return "closed";
    switch (row.move) {
    case Move::officer:
        return row.status == Status::needs_more ? "more asked of the officer"
               : row.status == Status::answered ? "answered: officer to choose"
                                                : "officer to say how it went";
    case Move::lead:
        return "with the lead";
    case Move::specialist:
        return row.status == Status::offered ? "offered to " + name_of(names, row.offered_to)
               : row.cover ? name_of(names, row.cover) + " for " + name_of(names, row.adviser)
                           : "with " + name_of(names, row.adviser);
    case Move::nobody:
        break;
    }
    return "answered: officer has chosen";
}

std::string routing_words(const Thread& t, const Names& names, const ThreadReader& reader)
{
    const auto name = [&](const Login& login) {
        return login == reader.login ? std::string{"you"} : name_of(names, login);
    };
    if (t.given) {
        auto words = fmt::format("Given to {} by {}", name(t.given->to), name(t.given->by));
        std::vector<std::string> against;
        for (const auto reason : t.given->against)
            against.emplace_back(neutral_words(reason));
        if (!against.empty())
            words += ", although " + join(against, " and ");
        if (!t.given->reason.empty())
            words += ". Why: " + std::string{trimmed(t.given->reason)};
        return printable(words + (words.ends_with('.') ? "" : "."));
    }
    const auto& offer = t.offer ? t.offer : t.last_offer;
    if (!offer)
        return {};
    const bool is_with_them = t.offer || t.adviser == offer->to;
    auto words = (is_with_them ? "Routed to " : "Was offered to ") + name(offer->to);
    if (!offer->reasons.empty())
        words += ": " + join(offer->reasons, "; ");
    return printable(words + ".");
}

std::string holder_words(const Thread& t, const ThreadReader& reader)
{
    if (t.request.responsibility != Responsibility::take_over)
        return {};
    const bool is_own = reader.login == t.requester;
    if (!t.take_over)
        return is_own ? "You still hold this case. A take-over was asked for and the lead has not decided."
                      : "The officer still holds this case. A take-over was asked for and the lead has not "
                        "decided.";
    if (*t.take_over)
        return "The lead granted the take-over of this case.";
    return is_own ? "You hold this case: the lead did not grant the take-over."
                  : "The officer holds this case: the lead did not grant the take-over.";
}

std::string history_words(const Event& event, const Thread& thread, const Names& names,
                          const ThreadReader& reader)
{
    const auto& kind = kind_of(event.kind);
    if (kind.told_to == Audience::nobody || (kind.told_to == Audience::specialists && !reader.reads_notes))
        return {};
    Details details;
    if (event.payload)
        details = read_payload(event.kind, *event.payload);
    else if (thread.last_offer && thread.last_offer->event == event.id)
        details.to = thread.last_offer->to;
    const auto passed = std::find_if(thread.passed_on.begin(), thread.passed_on.end(),
                                     [&](const PassedOn& one) { return one.event == event.id; });
    const auto what = kind.say({.details = details,
                                .who = name_of(names, event.who),
                                .to = details.to ? name_of(names, details.to) : "a specialist",
                                .is_among_specialists = reader.reads_notes,
                                .passed = passed == thread.passed_on.end() ? nullptr : &*passed,
                                .name_of = [&](const Login& login) {
                                    return name_of(names, login);
                                }});
    const auto at = to_london(event.at);
    const auto today = to_london(reader.now).day;
    return (at.day == today ? clock_words(at.minute) : moment_words(event.at, reader.now)) + " " + what;
}

std::string despite_guard_words(const Entry& entry)
{
    if (entry.despite_guard.empty())
        return {};
    std::vector<std::string> kinds;
    for (const auto& kind : entry.despite_guard)
        kinds.push_back(spaced(kind));
    return printable("Sent although the privacy guard saw: " + join(kinds, ", ") + ".");
}

std::string entry_words(const Entry& entry, const Thread& thread)
{
    std::string what;
    if (entry.kind == Entry::Kind::advice && entry.choice)
        what = choice_words(*entry.choice);
    else if (entry.kind == Entry::Kind::take_over && entry.is_granted)
        what = *entry.is_granted ? "grants the take-over" : "does not grant the take-over";
    else
        return std::string{heading_of(entry.kind)};
    return stands(entry, thread) ? what : "at that time: " + what;
}

bool stands(const Entry& entry, const Thread& thread)
{
    const bool has_decision =
        entry.kind == Entry::Kind::advice ? thread.advice.has_value() : thread.take_over.has_value();
    const auto last = std::find_if(thread.entries.rbegin(), thread.entries.rend(),
                                   [&](const Entry& other) { return other.kind == entry.kind; });
    return has_decision && last != thread.entries.rend() && last->event == entry.event;
}

std::string module_field_words(std::string_view name)
{
    const auto point = name.find('.');
    auto words = words_of(name.substr(0, point));
    if (point != std::string_view::npos)
        words += ", " + lower_ascii(words_of(name.substr(point + 1)));
    return printable(words);
}

std::string priority_words(Priority priority)
{
    switch (priority) {
    case Priority::routine:
        return "Routine";
    case Priority::soon:
        return "Soon";
    case Priority::urgent:
        return "Urgent";
    }
    return {};
}

std::string responsibility_words(Responsibility responsibility)
{
    switch (responsibility) {
    case Responsibility::advice:
        return "Advice only";
    case Responsibility::joint:
        return "Joint work";
    case Responsibility::take_over:
        return "Take-over asked for";
    }
    return {};
}

} // namespace guidepost::pages
