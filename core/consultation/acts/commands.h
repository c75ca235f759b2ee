// SPDX-License-Identifier: GPL-2.0-or-later
// What may be done in a consultation, and by whom. `check` has no effects and greys a menu; `run` asks
// the same inside one transaction and does it: events into the chain, lists brought up to date.
//
// Each command carries the id of its first event, a UUIDv7 made by whoever sends it. Sending it twice is
// harmless: the second time it was done before.
#pragma once

#include "core/consultation/rules.h"
#include "core/consultation/thread/reader.h"
#include "core/consultation/thread/thread.h"
#include "core/store/connection.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace guidepost::consultation {

struct Ask {
    EventId event = {};
    Request request = {};
    std::vector<ModuleAsk> modules = {}; ///< what programme modules ask of whoever answers
};
/// Reading is an act: it is kept who did. Again within ten minutes, with nothing new, is none.
struct Open {
    EventId event = {};
    ConsultationRef ref = {};
};
struct AcceptOffer {
    EventId event = {};
    ConsultationRef ref = {};
};
enum class DeclineReason { conflict, no_time, not_my_field, other };
std::string_view word_of(DeclineReason reason); ///< "no-time"
std::optional<DeclineReason> parse_decline_reason(std::string_view word);
/// It goes to the next who qualifies, or to the lead. A conflict needs no words.
struct DeclineOffer {
    EventId event = {};
    ConsultationRef ref = {};
    DeclineReason reason = DeclineReason::no_time;
    std::string text = {};
};
/// The answer of whoever holds it or stands in for them; of everybody else a message.
struct Reply {
    EventId event = {};
    ConsultationRef ref = {};
    std::string text = {};
    std::vector<std::string> cites = {};
    std::int64_t seen = 0; ///< moved_for of the thread as it was read; less than it is now: MovedOn
};
/// Words that are no answer and move nothing, a thank-you say. Asked for more, the officer's words are the
/// more.
struct Message {
    EventId event = {};
    ConsultationRef ref = {};
    std::string text = {};
    std::vector<std::string> cites = {};
    std::int64_t seen = 0; ///< as of Reply
};
/// The officer asks on after an answer: the clock of the answer starts anew.
struct AskAgain {
    EventId event = {};
    ConsultationRef ref = {};
    std::string text = {};
    std::int64_t seen = 0; ///< as of Reply
};
struct Note {
    EventId event = {};
    ConsultationRef ref = {};
    std::string text = {};
};
struct AskMore {
    EventId event = {};
    ConsultationRef ref = {};
    std::string text = {};
};
struct HandOver {
    EventId event = {};
    ConsultationRef ref = {};
    Login to = {}; ///< empty: routing decides
    std::string text = {};
};
struct SecondOpinion {
    EventId event = {};
    ConsultationRef ref = {};
    Login from = {};
    std::string text = {};
};
struct CallAsk {
    EventId event = {};
    ConsultationRef ref = {};
    std::string text = {};
};
struct CallHeld {
    EventId event = {};
    ConsultationRef ref = {};
    std::string text = {};
};
struct ActionAdd {
    EventId event = {};
    ConsultationRef ref = {};
    std::string text = {};
    std::string owner = {};
    std::optional<Date> due = {};
};
struct ActionSettle {
    EventId event = {};
    ConsultationRef ref = {};
    int number = 0;
    bool is_done = false;
    std::string text = {};
};
struct Minutes {
    EventId event = {};
    ConsultationRef ref = {};
    int minutes = 0;
};
/// A reason is needed but for agreeing.
struct ChooseAdvice {
    EventId event = {};
    ConsultationRef ref = {};
    AdviceChoice choice = AdviceChoice::agree;
    std::string reason = {};
};
struct DecideTakeOver {
    EventId event = {};
    ConsultationRef ref = {};
    bool is_granted = false;
    std::string reason = {};
};
struct Escalate {
    EventId event = {};
    ConsultationRef ref = {};
    std::string text = {};
};
/// To somebody below a floor, or away, only with a reason, which everybody in the thread reads.
struct Assign {
    EventId event = {};
    ConsultationRef ref = {};
    Login to = {};
    std::string text = {};
};
struct Withdraw {
    EventId event = {};
    ConsultationRef ref = {};
    std::string text = {};
};
struct Close {
    EventId event = {};
    ConsultationRef ref = {};
    std::string text = {};
};
struct Outcome {
    EventId event = {};
    ConsultationRef ref = {};
    std::string text = {};
};
/// A lead must be among those named; who asked and who advises are let in anyway.
struct Restrict {
    EventId event = {};
    ConsultationRef ref = {};
    std::vector<Login> named = {};
};
/// Empties what the events say, for ever. The reason must not repeat it.
struct Redact {
    EventId event = {};
    ConsultationRef ref = {};
    std::vector<std::string> events = {};
    std::string reason = {};
};
/// Kept beyond its retention period, or not any longer.
struct Hold {
    EventId event = {};
    ConsultationRef ref = {};
    bool is_held = true;
    std::string reason = {};
};
/// The text for the case record was taken out.
struct Export {
    EventId event = {};
    ConsultationRef ref = {};
};
/// An answer becomes a draft article: see to_guidance.h for its text.
struct MakeDraft {
    EventId event = {};
    ConsultationRef ref = {};
    std::string title = {};
    std::string markdown = {};
};

using Command = std::variant<Ask, Open, AcceptOffer, DeclineOffer, Reply, Message, AskAgain, Note, AskMore,
                             HandOver, SecondOpinion, CallAsk, CallHeld, ActionAdd, ActionSettle, Minutes,
                             ChooseAdvice, DecideTakeOver, Escalate, Assign, Withdraw, Close, Outcome,
                             Restrict, Redact, Hold, Export, MakeDraft>;

enum class Refusal {
    not_found,     ///< not there, or not for this reader: the same
    not_permitted, ///< by this person
    not_now,       ///< in this status
    incomplete,    ///< something is missing or too long
    taken,         ///< the id belongs to another event
};
struct Refused {
    Refusal why = Refusal::not_permitted;
    std::string sentence = {};
    std::vector<Missing> missing = {}; ///< of a request
};
struct Done {
    ConsultationRef ref = {};
    EventId event = {};
    bool was_done_before = false;
};
/// The thread went on since the writer read it: nothing was sent and nothing is lost. Sending again
/// with `now` as `seen` sends it.
struct MovedOn {
    std::vector<Entry> arrived = {};
    std::int64_t now = 0;
};
using Result = std::variant<Done, Refused, MovedOn>;

/// In Work::despite_guard: a case reference that no desk made (core/values/case_reference.h).
inline constexpr std::string_view reference_kind = "case-reference";

/// Who acts, when, and on what. Borrows all of it.
struct Work {
    store::Connection& connection;
    const Rules& rules;
    const std::vector<people::Staff>& everybody;
    Reader who = {};
    Timestamp now = 0;
    /// Words of the kinds of identifiers that the guard found in what is written and that are sent all the
    /// same (see command_words.h): kept with the first event that holds words.
    std::vector<std::string> despite_guard = {};
    /// A practice desk is filled with threads before its guidance is taken in: what they cite is not looked
    /// for.
    bool cites_what_comes = false;
};

/// Nothing: it may be done. `thread` as read_whole gives it; not looked at by Ask.
std::optional<Refused> check(const Command& command, const Thread& thread, const Work& work);

/// Throws Error{storage} when the store cannot be written; then nothing was done.
Result run(const Command& command, const Work& work);

/// The flag that a person raises by saying that somebody is in danger now.
inline constexpr std::string_view danger_said = "danger-now";

/// The ids of the red flags in what a request says, each once, nearest to death first; last `danger_said`
/// where it says so and the words tell of something that is nearer.
std::vector<std::string> red_flags_in(const Request& request, const Rules& rules);
/// The same as they stand in the table.
std::vector<RedFlag> flags_told(const Request& request, const Rules& rules);

/// What routing holds against giving a thread to somebody: floors not met, away. In the order of PassedOver.
std::vector<PassedOver> against(const Login& login, const Thread& thread, const Work& work);

/// To whom a request would go now. A pure preview: nothing is written.
Route preview_route(const Request& request, const Work& work, const std::vector<ModuleAsk>& modules = {});

} // namespace guidepost::consultation
