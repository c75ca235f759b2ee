// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/thread/fold.h"

#include "core/consultation/thread/event_kinds.h"
#include "core/text/error.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::consultation {
namespace {

constexpr Timestamp day_us = 24LL * 60 * 60 * 1'000'000;

/// For a priority that the table does not know: a working day for each step.
constexpr Clocks usual_clocks{480, 480, 480, 14};

/// What recorded removals left of the payloads they emptied.
std::map<std::string, std::string> kept_of(const std::vector<Event>& events)
{
    std::map<std::string, std::string> kept;
    for (const auto& event : events)
        if (event.kind == Happening::redacted && event.payload)
            kept.merge(read_payload(event.kind, *event.payload).kept);
    return kept;
}

} // namespace

void not_readable_from(const ConsultationRef& ref, std::int64_t seq)
{
    throw Error{
        Errc::storage,
        fmt::format("The record of {} cannot be read from its event {} on: it is not in the form that "
                    "this program writes. See: guidepostctl store verify",
                    ref.value(), seq)};
}

Fold::Fold(const ConsultationRef& ref, const WorkingTime& time, const ClockTable& clocks)
    : time_{time}, table_{clocks}
{
    thread_.ref = ref;
}

void Fold::apply(const Event& event, const Details& d, bool is_redacted)
{
    auto& t = thread_;
    if ((event.seq == 1) != (event.kind == Happening::sent))
        not_readable_from(t.ref, event.seq);
    const auto& kind = kind_of(event.kind);
    if (const auto entry = kind.entry ? kind.entry(d) : std::nullopt)
        t.entries.push_back({.event = event.id,
                             .at = event.at,
                             .who = event.who,
                             .kind = *entry,
                             .text = event.kind == Happening::sent ? d.request.question : d.text,
                             .cites = d.cites,
                             .despite_guard = d.despite_guard,
                             .is_redacted = is_redacted,
                             .seq = event.seq,
                             .choice = d.choice,
                             .is_granted = d.is_granted});
    if (kind.apply)
        kind.apply(*this, event, d);
    if (event.kind != Happening::opened && event.kind != Happening::exported)
        t.updated = event.at;
    if (kind.moves != Audience::nobody)
        (kind.moves == Audience::specialists ? t.moved_inside : t.moved) = event.seq;
    t.moved_inside = std::max(t.moved, t.moved_inside);
    t.head_hash = event.hash;
    t.history.push_back(event);
}

Thread Fold::finish(Timestamp now)
{
    while (const auto due = falls_due(now)) {
        thread_.fell_due.push_back(*due);
        if (due->what == Happening::lapsed)
            lapse();
        else
            escalate(Escalation::answer_overdue);
    }
    const bool is_over = thread_.status == Status::closed || thread_.status == Status::withdrawn;
    if (thread_.cover && (thread_.cover->until <= now || is_over))
        thread_.cover.reset();
    say_whose_move(now);
    return std::move(thread_);
}

Clocks Fold::clocks() const
{
    const auto found = table_.find(thread_.request.priority.value_or(Priority::routine));
    return found == table_.end() ? usual_clocks : found->second;
}

void Fold::give_time(Timestamp at)
{
    thread_.answer_due = std::max(thread_.answer_due, time_.add(at, clocks().offer));
}

void Fold::lapse()
{
    if (!thread_.offer)
        return;
    thread_.excluded.insert(thread_.offer->to);
    thread_.offer.reset();
}

void Fold::escalate(Escalation reason)
{
    thread_.status = Status::escalated;
    thread_.escalation = reason;
}

void Fold::hold_by(const Login& who, Timestamp at)
{
    thread_.adviser = who;
    thread_.cover.reset();
    thread_.given.reset();
    thread_.offer.reset();
    thread_.status = Status::with_specialist;
    give_time(at);
}

void Fold::offer(const Event& event, const Details& d)
{
    auto& t = thread_;
    t.offer = Offer{event.id, d.to, event.at, d.until, d.reasons, d.passed_over};
    t.last_offer = t.offer;
    t.status = Status::offered;
    if (d.to)
        t.ever_offered.insert(d.to);
}

void Fold::assign(const Event& event, const Details& d)
{
    hold_by(d.to, event.at);
    thread_.given = Given{d.to, event.who, d.against, d.against.empty() ? std::string{} : d.text};
    thread_.ever_offered.insert(d.to);
}

void Fold::ask_for_more(Timestamp at)
{
    left_ = time_.between(at, thread_.answer_due);
    more_due_ = time_.add(at, clocks().more);
    thread_.status = Status::needs_more;
}

void Fold::answer(Timestamp at)
{
    auto& t = thread_;
    t.status = Status::answered;
    t.answered_at = at;
    t.outcome_due = at + clocks().outcome_days * day_us;
    t.advice.reset(); // it was a choice about the advice before
}

void Fold::hand_over(const Event& event)
{
    auto& t = thread_;
    t.excluded.insert(event.who);
    t.adviser = {};
    t.cover.reset();
    t.given.reset();
    t.status = Status::offered;
    give_time(event.at);
}

void Fold::ask_again(Timestamp at)
{
    start_clock(at);
    wait_for_answer(at);
}

void Fold::end_as(Status status)
{
    thread_.status = status;
    thread_.offer.reset();
}

void Fold::send(const Event& event, const Details& d)
{
    auto& t = thread_;
    t.request = d.request;
    t.requester = event.who;
    t.region = d.region;
    t.pdu = d.pdu;
    t.need = d.need;
    t.red_flags = d.red_flags;
    t.sent_at = event.at;
    t.status = Status::offered;
    start_clock(event.at);
}

void Fold::start_clock(Timestamp at)
{
    auto& t = thread_;
    t.answer_due = time_.add(at, clocks().answer);
    // A decision that comes sooner than the clock leaves no more time than there is.
    if (t.request.needed_by)
        if (const auto last = time_.closing(*t.request.needed_by); last > at)
            t.answer_due = std::min(t.answer_due, last);
}

void Fold::wait_for_answer(Timestamp at)
{
    thread_.status = thread_.adviser ? Status::with_specialist : Status::offered;
    give_time(at);
}

void Fold::hear_officer(Timestamp at, bool asks_by_writing)
{
    auto& t = thread_;
    const bool asks_again = asks_by_writing && t.status == Status::answered && !t.advice;
    if (t.status != Status::needs_more && !asks_again)
        return;
    t.answer_due = asks_again ? time_.add(at, clocks().answer) : time_.add(at, left_);
    wait_for_answer(at);
}

void Fold::pass_on(const Event& event, const Details& d)
{
    auto& t = thread_;
    const auto why = parse_absence(d.reason).value_or(Absence::away);
    t.passed_on.push_back({event.id, d.of, d.to, why});
    if (t.offer && t.offer->to == d.of)
        t.offer.reset();
    if (t.adviser != d.of)
        return;
    t.cover.reset();
    if (why == Absence::left) {
        t.adviser = {};
        t.given.reset();
        if (t.status == Status::with_specialist)
            t.status = Status::offered;
        return;
    }
    if (d.to)
        t.cover = Cover{d.of, d.to, d.until};
    const bool is_found = d.to || why == Absence::back;
    if (is_found && t.status == Status::escalated && t.escalation == Escalation::adviser_away) {
        t.status = Status::with_specialist;
        t.escalation.reset();
        give_time(event.at);
    }
}

std::optional<FellDue> Fold::falls_due(Timestamp now) const
{
    const auto& t = thread_;
    if (t.offer && t.offer->until <= now)
        return FellDue{Happening::lapsed, t.offer->until, t.offer->event};
    const bool waits = t.status == Status::with_specialist || (t.status == Status::offered && !t.offer);
    if (waits && t.answer_due <= now)
        return FellDue{Happening::escalated, t.answer_due, {}};
    return std::nullopt;
}

void Fold::say_whose_move(Timestamp now)
{
    auto& t = thread_;
    t.outcome_asked = t.outcome_due && *t.outcome_due <= now && !t.has_outcome &&
                      (t.status == Status::answered || t.status == Status::closed);
    switch (t.status) {
    case Status::offered:
        t.move = t.offer ? Move::specialist : Move::lead;
        t.due = t.offer ? t.offer->until : t.answer_due;
        break;
    case Status::with_specialist:
        t.move = Move::specialist;
        t.due = t.answer_due;
        break;
    case Status::needs_more:
        t.move = Move::officer;
        t.due = more_due_;
        break;
    case Status::answered:
        say_move_after_answer();
        break;
    case Status::escalated:
        t.move = Move::lead;
        t.due = t.answer_due;
        break;
    case Status::closed:
        t.move = t.outcome_asked ? Move::officer : Move::nobody;
        if (t.outcome_asked)
            t.due = t.outcome_due;
        break;
    case Status::withdrawn:
        t.move = Move::nobody;
        break;
    }
    t.is_overdue = t.move != Move::nobody && t.due && *t.due <= now;
}

void Fold::say_move_after_answer()
{
    auto& t = thread_;
    if (!t.advice) {
        t.move = Move::officer;
        t.due = time_.add(*t.answered_at, clocks().more);
    } else if (t.request.responsibility == Responsibility::take_over && !t.take_over) {
        t.move = Move::lead;
        t.due = time_.add(*t.answered_at, clocks().more);
    } else if (t.outcome_asked) {
        t.move = Move::officer;
        t.due = t.outcome_due;
    } else
        t.move = Move::nobody;
}

Fold fold_of(const ConsultationRef& ref, const std::vector<Event>& events, const WorkingTime& time,
             const ClockTable& clocks)
{
    if (events.empty())
        not_readable_from(ref, 1);
    const auto kept = kept_of(events);
    Fold fold{ref, time, clocks};
    std::int64_t seq = 0;
    for (const auto& event : events) {
        if (event.seq != ++seq)
            not_readable_from(ref, seq);
        Details details;
        if (event.payload)
            details = read_payload(event.kind, *event.payload);
        else if (const auto found = kept.find(event.id); found != kept.end())
            details = read_payload(event.kind, found->second);
        fold.apply(event, details, !event.payload);
    }
    return fold;
}

} // namespace guidepost::consultation
