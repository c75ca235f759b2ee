// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/thread.h"

#include "core/consultation/thread_events.h"
#include "core/values/error.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::consultation {
namespace {

constexpr Timestamp day_us = 24LL * 60 * 60 * 1'000'000;

/// For a priority that the table does not know: a working day for each step.
constexpr Clocks usual_clocks{480, 480, 480, 14};

[[noreturn]] void impossible(const ConsultationRef& ref, std::int64_t seq)
{
    throw Error{
        Errc::storage,
        fmt::format("The record of {} cannot be read from its event {} on: it is not in the form that "
                    "this program writes. See: guidepostctl store verify",
                    ref.value(), seq)};
}

class Fold {
public:
    Fold(const ConsultationRef& ref, const WorkingTime& time, const ClockTable& clocks)
        : time_{time}, table_{clocks}
    {
        thread_.ref = ref;
    }

    void apply(const Event& event, const Details& d, bool is_redacted)
    {
        auto& t = thread_;
        if ((event.seq == 1) != (event.kind == Happening::sent))
            impossible(t.ref, event.seq);
        if (const auto kind = entry_of(event.kind, d))
            t.entries.push_back({event.id, event.at, event.who, *kind,
                                 event.kind == Happening::sent ? d.request.question : d.text, d.cites,
                                 d.despite_guard, is_redacted, event.seq});
        happen(event, d);
        if (event.kind != Happening::opened && event.kind != Happening::exported)
            t.updated = event.at;
        if (moves(event.kind))
            (is_internal(event.kind) ? t.moved_inside : t.moved) = event.seq;
        t.moved_inside = std::max(t.moved, t.moved_inside);
        t.head_hash = event.hash;
        t.history.push_back(event);
    }

    Thread finish(Timestamp now)
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

private:
    static std::optional<Entry::Kind> entry_of(Happening kind, const Details& d)
    {
        switch (kind) {
        case Happening::sent:
            return Entry::Kind::question;
        case Happening::message:
            return Entry::Kind::message;
        case Happening::note:
            return Entry::Kind::note;
        case Happening::more_asked:
            return Entry::Kind::more_asked;
        case Happening::answered:
            return Entry::Kind::answer;
        case Happening::call_asked:
            return Entry::Kind::call_asked;
        case Happening::call_held:
            return Entry::Kind::call_held;
        case Happening::handed_over:
            return Entry::Kind::hand_over;
        case Happening::second_opinion_asked:
            return Entry::Kind::second_opinion;
        case Happening::escalated:
            return Entry::Kind::escalation;
        case Happening::advice_chosen:
            return Entry::Kind::advice;
        case Happening::take_over_decided:
            return Entry::Kind::take_over;
        case Happening::outcome:
            return Entry::Kind::outcome;
        case Happening::asked_again:
            return Entry::Kind::asked_again;
        case Happening::assigned:
            if (!d.against.empty())
                return Entry::Kind::given_against;
            return d.text.empty() ? std::nullopt : std::optional{Entry::Kind::given};
        default:
            return std::nullopt;
        }
    }

    /// What somebody who is writing wants to have seen.
    static bool moves(Happening kind)
    {
        switch (kind) {
        case Happening::opened:
        case Happening::exported:
        case Happening::minutes:
        case Happening::draft_made:
        case Happening::verdict_attached:
        case Happening::redacted:
        case Happening::held:
        case Happening::hold_ended:
            return false;
        default:
            return true;
        }
    }

    Clocks clocks() const
    {
        const auto found = table_.find(thread_.request.priority.value_or(Priority::routine));
        return found == table_.end() ? usual_clocks : found->second;
    }

    /// Whoever comes to it late has at least the time of an offer.
    void give_time(Timestamp at)
    {
        thread_.answer_due = std::max(thread_.answer_due, time_.add(at, clocks().offer));
    }

    void lapse()
    {
        if (!thread_.offer)
            return;
        thread_.excluded.insert(thread_.offer->to);
        thread_.offer.reset();
    }

    void escalate(Escalation reason)
    {
        thread_.status = Status::escalated;
        thread_.escalation = reason;
    }

    void hold_by(const Login& who, Timestamp at)
    {
        thread_.adviser = who;
        thread_.cover.reset();
        thread_.given.reset();
        thread_.offer.reset();
        thread_.status = Status::with_specialist;
        give_time(at);
    }

    void happen(const Event& event, const Details& d)
    {
        auto& t = thread_;
        switch (event.kind) {
        case Happening::sent:
            send(event, d);
            break;
        case Happening::offered:
            t.offer = Offer{event.id, d.to, event.at, d.until, d.reasons, d.passed_over};
            t.last_offer = t.offer;
            t.status = Status::offered;
            if (d.to)
                t.ever_offered.insert(d.to);
            break;
        case Happening::accepted:
            hold_by(event.who, event.at);
            break;
        case Happening::assigned:
            hold_by(d.to, event.at);
            t.given = Given{d.to, event.who, d.against, d.against.empty() ? std::string{} : d.text};
            t.ever_offered.insert(d.to);
            break;
        case Happening::declined:
            t.excluded.insert(event.who);
            t.offer.reset();
            break;
        case Happening::lapsed:
            if (t.offer && t.offer->event == d.offer)
                lapse();
            break;
        case Happening::message:
            if (event.who == t.requester)
                hear_officer(event.at, !d.asks.has_value());
            break;
        case Happening::asked_again:
            start_clock(event.at);
            wait_for_answer(event.at);
            break;
        case Happening::passed_on:
            pass_on(event, d);
            break;
        case Happening::more_asked:
            left_ = time_.between(event.at, t.answer_due);
            more_due_ = time_.add(event.at, clocks().more);
            t.status = Status::needs_more;
            break;
        case Happening::answered:
            t.status = Status::answered;
            t.answered_at = event.at;
            t.outcome_due = event.at + clocks().outcome_days * day_us;
            t.advice.reset(); // it was a choice about the advice before
            t.advice_reason.clear();
            break;
        case Happening::handed_over:
            t.excluded.insert(event.who);
            t.adviser = {};
            t.cover.reset();
            t.given.reset();
            t.status = Status::offered;
            give_time(event.at);
            break;
        case Happening::second_opinion_asked:
            t.second_opinions.insert(d.to);
            break;
        case Happening::call_asked:
            t.call_wanted = true;
            break;
        case Happening::call_held:
            t.call_wanted = false;
            break;
        case Happening::action_added:
            t.actions.push_back({d.number, d.text, d.owner, d.due, {}});
            break;
        case Happening::action_settled:
            for (auto& action : t.actions)
                if (action.number == d.number)
                    action.is_done = d.is_done;
            break;
        case Happening::minutes:
            t.minutes[d.of ? d.of : event.who] += d.minutes;
            break;
        case Happening::advice_chosen:
            t.advice = d.choice;
            t.advice_reason = d.text;
            break;
        case Happening::take_over_decided:
            t.take_over = d.is_granted;
            break;
        case Happening::escalated:
            if (d.to)
                t.told.insert(d.to);
            escalate(parse_escalation(d.reason).value_or(Escalation::asked));
            break;
        case Happening::closed:
            t.status = Status::closed;
            t.offer.reset();
            break;
        case Happening::withdrawn:
            t.status = Status::withdrawn;
            t.offer.reset();
            break;
        case Happening::outcome:
            t.has_outcome = true;
            break;
        case Happening::opened:
            t.opened[event.who] = event.at;
            break;
        case Happening::restricted:
            t.is_restricted = true;
            t.named = {d.named.begin(), d.named.end()};
            t.named_lead = d.lead;
            break;
        case Happening::draft_made:
            t.drafts.push_back(d.draft);
            break;
        case Happening::verdict_attached:
            t.request.verdicts.push_back(d.verdict);
            break;
        case Happening::held:
            t.is_held = true;
            break;
        case Happening::hold_ended:
            t.is_held = false;
            break;
        case Happening::note:
        case Happening::exported:
        case Happening::redacted:
            break;
        }
    }

    void send(const Event& event, const Details& d)
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

    void start_clock(Timestamp at)
    {
        auto& t = thread_;
        t.answer_due = time_.add(at, clocks().answer);
        // A decision that comes sooner than the clock leaves no more time than there is.
        if (t.request.needed_by)
            if (const auto last = time_.closing(*t.request.needed_by); last > at)
                t.answer_due = std::min(t.answer_due, last);
    }

    void wait_for_answer(Timestamp at)
    {
        thread_.status = thread_.adviser ? Status::with_specialist : Status::offered;
        give_time(at);
    }

    /// `asks_by_writing`: an older record, in which any message after an answer asked again.
    void hear_officer(Timestamp at, bool asks_by_writing)
    {
        auto& t = thread_;
        const bool asks_again = asks_by_writing && t.status == Status::answered && !t.advice;
        if (t.status != Status::needs_more && !asks_again)
            return;
        t.answer_due = asks_again ? time_.add(at, clocks().answer) : time_.add(at, left_);
        wait_for_answer(at);
    }

    /// What an offer becomes of somebody who is away or left follows in events of its own, and so does that a
    /// lead has to find somebody.
    void pass_on(const Event& event, const Details& d)
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

    std::optional<FellDue> falls_due(Timestamp now) const
    {
        const auto& t = thread_;
        if (t.offer && t.offer->until <= now)
            return FellDue{Happening::lapsed, t.offer->until, t.offer->event};
        const bool waits = t.status == Status::with_specialist || (t.status == Status::offered && !t.offer);
        if (waits && t.answer_due <= now)
            return FellDue{Happening::escalated, t.answer_due, {}};
        return std::nullopt;
    }

    void say_whose_move(Timestamp now)
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

    void say_move_after_answer()
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

    const WorkingTime& time_;
    const ClockTable& table_;
    Thread thread_;
    int left_ = 0;           ///< working minutes that were left when more was asked
    Timestamp more_due_ = 0; ///< for the officer to give it
};

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

bool is_internal(Entry::Kind kind)
{
    return kind == Entry::Kind::note || kind == Entry::Kind::hand_over ||
           kind == Entry::Kind::second_opinion || kind == Entry::Kind::given;
}

bool is_internal(Happening happening)
{
    return happening == Happening::note || happening == Happening::second_opinion_asked;
}

Thread read_thread(const ConsultationRef& ref, const std::vector<Event>& events, const WorkingTime& time,
                   const ClockTable& clocks, Timestamp now)
{
    if (events.empty())
        impossible(ref, 1);
    const auto kept = kept_of(events);
    Fold fold{ref, time, clocks};
    std::int64_t seq = 0;
    for (const auto& event : events) {
        if (event.seq != ++seq)
            impossible(ref, seq);
        Details details;
        if (event.payload)
            details = read_payload(event.kind, *event.payload);
        else if (const auto found = kept.find(event.id); found != kept.end())
            details = read_payload(event.kind, found->second);
        fold.apply(event, details, !event.payload);
    }
    return fold.finish(now);
}

} // namespace guidepost::consultation
