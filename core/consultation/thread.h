// SPDX-License-Identifier: GPL-2.0-or-later
// One consultation as its events tell it. The events of its chain are the record; this is worked out
// from them and from the moment, and from nothing else, so that two desks read the same. What fell due
// (a lapsed offer, a missed answer) reads as due everywhere, whether or not a clerk has written it down.
#pragma once

#include "core/consultation/request.h"
#include "core/consultation/routing.h"
#include "core/consultation/working_time.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace guidepost::consultation {

enum class Status { offered, with_specialist, needs_more, answered, escalated, closed, withdrawn };
enum class Move { officer, specialist, lead, nobody };
enum class AdviceChoice { agree, adapt, decline };

std::string_view word_of(Status status); ///< "with-specialist"
std::string_view word_of(Move move);
std::string_view word_of(AdviceChoice choice);

/// What may happen in a thread. The word is the event's kind in the chain, written out in word_of and
/// never renamed. The payload of each is described in thread_events.h.
enum class Happening {
    sent,
    offered,
    accepted,
    declined,
    lapsed,
    assigned,
    message,
    note,
    more_asked,
    answered,
    handed_over,
    second_opinion_asked,
    call_asked,
    call_held,
    action_added,
    action_settled,
    minutes,
    advice_chosen,
    take_over_decided,
    escalated,
    closed,
    withdrawn,
    outcome,
    opened,
    restricted,
    exported,
    draft_made,
    verdict_attached,
    redacted,
};
std::string_view word_of(Happening happening);
std::optional<Happening> parse_happening(std::string_view word);

struct Event {
    std::string id = {};
    std::int64_t seq = 0;
    Timestamp at = 0;
    Login who = {};
    Happening kind = Happening::opened;
    std::optional<std::string> payload = {}; ///< JSON; none when it was redacted
    std::string hash = {};
};

/// One thing said, for showing in order.
struct Entry {
    std::string event = {};
    Timestamp at = 0;
    Login who = {};
    enum class Kind {
        question,
        message,
        note,
        more_asked,
        answer,
        call_asked,
        call_held,
        outcome
    } kind = Kind::message;
    std::string text = {};
    std::vector<std::string> cites = {}; ///< "article#anchor"
    bool is_redacted = false;
};

/// A numbered action of an answer, owned by a role or a person.
struct OwnedAction {
    int number = 0;
    std::string text = {};
    std::string owner = {};
    std::optional<Date> due = {};
    std::optional<bool> is_done = {}; ///< none: still open
};

struct Offer {
    Login to = {};
    Timestamp at = 0;
    Timestamp until = 0;
    std::vector<std::string> reasons = {};
    std::map<Login, PassedOver> passed_over = {};
};

struct Thread {
    ConsultationRef ref = {};
    Request request = {};
    Login requester = {};
    std::string region = {}; ///< of the requester when it was sent
    Status status = Status::offered;
    Move move = Move::nobody;
    std::optional<Timestamp> due = {}; ///< by when whoever has the move should act
    bool is_overdue = false;           ///< at the moment asked about
    bool is_restricted = false;
    std::set<Login> named = {}; ///< of a restricted thread
    Login named_lead = {};
    std::optional<Offer> offer = {}; ///< the live one
    Login adviser = {};              ///< who holds it; empty: nobody
    std::set<Login> second_opinions = {};
    std::set<Login> excluded = {};   ///< declined, lapsed or handed over
    std::vector<Entry> entries = {}; ///< notes included: the reader's rights thin them out
    std::vector<OwnedAction> actions = {};
    std::map<Login, int> minutes = {};
    std::optional<AdviceChoice> advice = {};
    std::string advice_reason = {};
    std::optional<bool> take_over = {}; ///< the lead's decision on a take-over asked for
    bool outcome_asked = false;         ///< the time has come to say how it went
    std::vector<Event> history = {};
    std::string head_hash = {};
};

/// Folds a chain, in order of seq. What is due is judged at `now`. Throws Error{storage} for a chain
/// that cannot have been written by these commands; a redacted payload is never an error.
Thread read_thread(const ConsultationRef& ref, const std::vector<Event>& events, const WorkingTime& time,
                   const ClockTable& clocks, Timestamp now);

} // namespace guidepost::consultation
