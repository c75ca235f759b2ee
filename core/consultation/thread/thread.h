// SPDX-License-Identifier: GPL-2.0-or-later
// One consultation as its events tell it. The events of its chain are the record; this is worked out
// from them and from the moment, and from nothing else, so that two desks read the same. What fell due
// (a lapsed offer, a missed answer) reads as due everywhere, whether or not a clerk has written it down.
#pragma once

#include "core/consultation/request/request.h"
#include "core/consultation/routing/routing.h"
#include "core/consultation/routing/working_time.h"

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
std::string choice_words(AdviceChoice choice); ///< "agrees with the advice"

/// What may happen in a thread. What each is and does: the rows of event_kinds.cpp, in this order.
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
    held, ///< kept beyond its retention period
    hold_ended,
    redacted,
    asked_again, ///< the officer asks on after an answer
    passed_on,   ///< whoever had it left or is away: to a cover, or back again
};
std::string_view word_of(Happening happening); ///< as stored; never renamed
std::optional<Happening> parse_happening(std::string_view word);
std::optional<Status> parse_status(std::string_view word);
std::optional<Move> parse_move(std::string_view word);
std::optional<AdviceChoice> parse_advice_choice(std::string_view word);

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
        hand_over,      ///< why it was handed over; specialists only
        second_opinion, ///< what a colleague was asked; specialists only
        escalation,
        advice, ///< the officer's reason
        take_over,
        outcome,
        asked_again,
        given,        ///< what a lead told whom it was given to; specialists only
        given_against ///< why it was given to somebody whom routing would not choose
    } kind = Kind::message;
    std::string text = {};
    std::vector<std::string> cites = {};         ///< "article#anchor"
    std::vector<std::string> despite_guard = {}; ///< kinds of identifiers it was sent with all the same
    bool is_redacted = false;
    std::int64_t seq = 0;
    std::optional<AdviceChoice> choice = {}; ///< of `advice`
    std::optional<bool> is_granted = {};     ///< of `take_over`
};
std::string_view word_of(Entry::Kind kind);
std::string_view heading_of(Entry::Kind kind); ///< "Note, for specialists only"

/// Whether it is for specialists and leads and never reaches the officer.
bool is_internal(Entry::Kind kind);
bool is_internal(Happening happening);

/// A numbered action of an answer, owned by a role or a person.
struct OwnedAction {
    int number = 0;
    std::string text = {};
    std::string owner = {};
    std::optional<Date> due = {};
    std::optional<bool> is_done = {}; ///< none: still open
};

struct Offer {
    std::string event = {};
    Login to = {};
    Timestamp at = 0;
    Timestamp until = 0;
    std::vector<std::string> reasons = {};
    std::map<Login, PassedOver> passed_over = {};
    std::map<PassedOver, int> passed_over_counts = {}; ///< in place of the names, for who may not read them
};

/// Why something stands with the lead; stored by its word.
enum class Escalation { asked, nobody_qualified, red_flag, answer_overdue, adviser_left, adviser_away };
std::string_view word_of(Escalation reason);
std::optional<Escalation> parse_escalation(std::string_view word);

/// How it came to whoever a lead gave it to.
struct Given {
    Login to = {};
    Login by = {};
    std::vector<PassedOver> against =
        {};                  ///< what routing held against them; none: they qualify, or it is not known
    std::string reason = {}; ///< why all the same; only where there is an `against`
};

/// Why it moved from whoever had it; stored by its word.
enum class Absence { away, left, back };
std::string_view word_of(Absence why);
std::optional<Absence> parse_absence(std::string_view word);

/// That it moved, for telling.
struct PassedOn {
    std::string event = {};
    Login of = {};
    Login to = {}; ///< empty: to nobody by name
    Absence why = Absence::away;
};

/// Whoever has it is away and somebody stands in.
struct Cover {
    Login of = {};
    Login by = {};
    Timestamp until = 0; ///< from here on it is with whom it was before
};

/// What the clock alone made of a thread, for a clerk to write down.
struct FellDue {
    Happening what = Happening::lapsed; ///< lapsed or escalated
    Timestamp at = 0;
    std::string offer = {}; ///< of a lapse: the event of the offer

    friend bool operator==(const FellDue&, const FellDue&) = default;
};

struct Thread {
    /// Who is to answer: the cover while there is one, else the adviser; empty: nobody.
    const Login& answerer() const { return cover ? cover->by : adviser; }

    ConsultationRef ref = {};
    Request request = {};
    Login requester = {};
    std::string region = {}; ///< of the requester when it was sent
    std::string pdu = {};
    Need need = {};                          ///< the floor it was routed by
    std::vector<std::string> red_flags = {}; ///< ids of those the question held
    Timestamp sent_at = 0;
    Timestamp updated = 0; ///< when something was last done, reading apart
    Status status = Status::offered;
    Move move = Move::nobody;
    std::optional<Timestamp> due = {}; ///< by when whoever has the move should act
    bool is_overdue = false;           ///< at the moment asked about
    bool is_restricted = false;
    std::set<Login> named = {}; ///< of a restricted thread
    Login named_lead = {};
    std::optional<Offer> offer = {};      ///< the live one
    std::optional<Offer> last_offer = {}; ///< the newest, live or not: for how it came to be routed
    Login adviser = {};                   ///< who holds it; empty: nobody
    std::optional<Cover> cover = {};      ///< of the adviser, while it lasts
    std::optional<Given> given = {};      ///< to the adviser by a lead; none: an offer was taken
    std::set<Login> second_opinions = {};
    std::set<Login> excluded = {}; ///< declined, lapsed or handed over
    std::set<Login> ever_offered = {};
    std::set<Login> told = {}; ///< leads it was escalated to by name
    std::optional<Escalation> escalation = {};
    Timestamp answer_due = 0;
    std::optional<Timestamp> answered_at = {};
    std::vector<Entry> entries = {}; ///< notes included: the reader's rights thin them out
    std::vector<OwnedAction> actions = {};
    std::map<Login, int> minutes = {};
    std::optional<AdviceChoice> advice = {}; ///< the choice that stands
    std::optional<bool> take_over = {};      ///< the lead's decision on a take-over asked for
    bool outcome_asked = false;              ///< the time has come to say how it went
    std::optional<Timestamp> outcome_due = {};
    bool has_outcome = false;
    bool call_wanted = false; ///< asked for and not held yet
    bool is_held = false;
    std::vector<PassedOn> passed_on = {};
    std::vector<std::string> drafts = {};   ///< of guidance made from it
    std::map<Login, Timestamp> opened = {}; ///< when each reader last did
    std::int64_t moved = 0;                 ///< seq of the last thing an officer sees move
    std::int64_t moved_inside = 0;          ///< the same for those who read notes
    std::vector<FellDue> fell_due = {};
    std::vector<Event> history = {};
    std::string head_hash = {};
};

/// "GP-7K2M9Q": random, of an alphabet in which nothing looks like something else.
ConsultationRef make_ref();
/// As typed: small letters, without "GP-", O for 0 and I or L for 1 are understood. Nothing when it
/// cannot be one.
std::optional<ConsultationRef> parse_ref(std::string_view typed);
/// The chain of events that holds it.
std::string chain_of(const ConsultationRef& ref);

/// Folds a chain, in order of seq. What is due is judged at `now`. Throws Error{storage} for a chain
/// that cannot have been written by these commands; a redacted payload is never an error.
Thread read_thread(const ConsultationRef& ref, const std::vector<Event>& events, const WorkingTime& time,
                   const ClockTable& clocks, Timestamp now);

} // namespace guidepost::consultation
