// SPDX-License-Identifier: GPL-2.0-or-later
// What events do to a thread, and what the clock does. The rows of event_kinds.cpp call these.
#pragma once

#include "core/consultation/routing/working_time.h"
#include "core/consultation/thread/event_payload.h"
#include "core/consultation/thread/thread.h"

namespace guidepost::consultation {

class Fold {
public:
    Fold(const ConsultationRef& ref, const WorkingTime& time, const ClockTable& clocks);

    /// Throws Error{storage} when `sent` is not the first event and no other.
    void apply(const Event& event, const Details& details, bool is_redacted);

    /// What fell due until `now`, and whose move it is then.
    Thread finish(Timestamp now);

    Thread& thread() { return thread_; }
    void send(const Event& event, const Details& details);
    void offer(const Event& event, const Details& details);
    void hold_by(const Login& who, Timestamp at);
    void assign(const Event& event, const Details& details);
    void lapse();
    void escalate(Escalation reason);
    void ask_for_more(Timestamp at);
    void answer(Timestamp at);
    void hand_over(const Event& event);
    /// `asks_by_writing`: an older record, in which any message after an answer asked again.
    void hear_officer(Timestamp at, bool asks_by_writing);
    void ask_again(Timestamp at);
    /// What an offer becomes of somebody who is away or left follows in events of its own, and so does that
    /// a lead has to find somebody.
    void pass_on(const Event& event, const Details& details);
    void end_as(Status status); ///< closed or withdrawn

private:
    Clocks clocks() const;
    void give_time(Timestamp at); ///< whoever comes to it late has at least the time of an offer
    void start_clock(Timestamp at);
    void wait_for_answer(Timestamp at);
    std::optional<FellDue> falls_due(Timestamp now) const;
    void say_whose_move(Timestamp now);
    void say_move_after_answer();

    const WorkingTime& time_;
    const ClockTable& table_;
    Thread thread_;
    int left_ = 0;           ///< working minutes that were left when more was asked
    Timestamp more_due_ = 0; ///< for the officer to give it
};

/// All events of a chain, in order of seq, what recorded removals left of emptied payloads included. Throws
/// Error{storage} for a chain that cannot have been written by this program.
Fold fold_of(const ConsultationRef& ref, const std::vector<Event>& events, const WorkingTime& time,
             const ClockTable& clocks);

/// The record cannot be read from its event `seq` on.
[[noreturn]] void not_readable_from(const ConsultationRef& ref, std::int64_t seq);

} // namespace guidepost::consultation
