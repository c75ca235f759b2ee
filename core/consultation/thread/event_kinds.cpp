// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/thread/event_kinds.h"

#include "core/consultation/thread/event_fields.h"
#include "core/consultation/thread/fold.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::consultation {
namespace {

constexpr auto nobody = Audience::nobody;
constexpr auto specialists = Audience::specialists;

template <Entry::Kind kind>
std::optional<Entry::Kind> always(const Details&)
{
    return kind;
}

std::optional<Entry::Kind> entry_of_assigned(const Details& d)
{
    if (!d.against.empty())
        return Entry::Kind::given_against;
    return d.text.empty() ? std::nullopt : std::optional{Entry::Kind::given};
}

std::string say_passed_on(const Telling& t)
{
    if (!t.passed)
        return "passed on";
    const auto of = t.name_of(t.passed->of);
    switch (t.passed->why) {
    case Absence::back:
        return of + " is back and has it again";
    case Absence::left:
        return of + " has left";
    case Absence::away:
        break;
    }
    return t.passed->to ? fmt::format("{} is away, {} stands in", of, t.name_of(t.passed->to))
                        : of + " is away";
}

std::string say_take_over(const Telling& t)
{
    if (!t.details.is_granted)
        return "take-over decided by " + t.who;
    return (*t.details.is_granted ? "take-over granted by " : "take-over not granted by ") + t.who;
}

std::string say_settled(const Telling& t)
{
    const auto& d = t.details;
    return d.is_done ? fmt::format("action {} {}", d.number, *d.is_done ? "done" : "not done")
                     : "action settled";
}

std::vector<EventKind> rows()
{
    using namespace field;
    using H = Happening;
    using E = Entry::Kind;
    return {
        {.happening = H::sent,
         .word = "sent",
         .fields = {&request, &region, &pdu, &need, &red_flags},
         .entry = always<E::question>,
         .apply = [](Fold& fold, const Event& e, const Details& d) { fold.send(e, d); },
         .say =
             [](const Telling& t) {
                 return "sent by " + t.who;
             }},
        {.happening = H::offered,
         .word = "offered",
         .fields = {&to, &until, &reasons, &passed_over, &over_time},
         .apply = [](Fold& fold, const Event& e, const Details& d) { fold.offer(e, d); },
         .say =
             [](const Telling& t) {
                 return "offered to " + t.to;
             }},
        {.happening = H::accepted,
         .word = "accepted",
         .fields = {&offer},
         .apply = [](Fold& fold, const Event& e, const Details&) { fold.hold_by(e.who, e.at); },
         .say =
             [](const Telling& t) {
                 return "taken by " + t.who;
             }},
        {.happening = H::declined,
         .word = "declined",
         .fields = {&offer, &reason, &text},
         .words_to = specialists,
         .apply =
             [](Fold& fold, const Event& e, const Details&) {
                 fold.thread().excluded.insert(e.who);
                 fold.thread().offer.reset();
             },
         // That somebody could not is for the lead to know, and never the reason.
         .say =
             [](const Telling& t) {
                 return t.is_among_specialists ? "not taken by " + t.who : "not taken, offered on";
             }},
        {.happening = H::lapsed,
         .word = "lapsed",
         .fields = {&offer},
         .apply =
             [](Fold& fold, const Event&, const Details& d) {
                 if (const auto& live = fold.thread().offer; live && live->event == d.offer)
                     fold.lapse();
             },
         .say =
             [](const Telling&) {
                 return std::string{"offer lapsed, offered on"};
             }},
        {.happening = H::assigned,
         .word = "assigned",
         .fields = {&to, &text, &against},
         .words_to = specialists,
         .entry = entry_of_assigned,
         .apply = [](Fold& fold, const Event& e, const Details& d) { fold.assign(e, d); },
         .say =
             [](const Telling& t) {
                 return "given to " + t.to;
             }},
        {.happening = H::message,
         .word = "message",
         .fields = {&text, &cites, &asks},
         .entry = always<E::message>,
         .apply =
             [](Fold& fold, const Event& e, const Details& d) {
                 if (e.who == fold.thread().requester)
                     fold.hear_officer(e.at, !d.asks.has_value());
             },
         .say =
             [](const Telling& t) {
                 return "message from " + t.who;
             }},
        {.happening = H::note,
         .word = "note",
         .fields = {&text},
         .told_to = specialists,
         .words_to = specialists,
         .moves = specialists,
         .entry = always<E::note>,
         .say =
             [](const Telling& t) {
                 return "note by " + t.who;
             }},
        {.happening = H::more_asked,
         .word = "more-asked",
         .fields = {&text},
         .entry = always<E::more_asked>,
         .apply = [](Fold& fold, const Event& e, const Details&) { fold.ask_for_more(e.at); },
         .say =
             [](const Telling& t) {
                 return "more asked for by " + t.who;
             }},
        {.happening = H::answered,
         .word = "answered",
         .fields = {&text, &cites},
         .entry = always<E::answer>,
         .apply = [](Fold& fold, const Event& e, const Details&) { fold.answer(e.at); },
         .say =
             [](const Telling& t) {
                 return "answered by " + t.who;
             }},
        {.happening = H::handed_over, // an empty `to` lets routing decide
         .word = "handed-over",
         .fields = {&to, &text},
         .words_to = specialists,
         .entry = always<E::hand_over>,
         .apply = [](Fold& fold, const Event& e, const Details&) { fold.hand_over(e); },
         .say =
             [](const Telling& t) {
                 return t.details.to && t.is_among_specialists
                            ? fmt::format("handed over by {} to {}", t.who, t.to)
                            : "handed over by " + t.who;
             }},
        {.happening = H::second_opinion_asked,
         .word = "second-opinion-asked",
         .fields = {&to, &text},
         .told_to = specialists,
         .words_to = specialists,
         .moves = specialists,
         .entry = always<E::second_opinion>,
         .apply = [](Fold& fold, const Event&,
                     const Details& d) { fold.thread().second_opinions.insert(d.to); },
         .say =
             [](const Telling& t) {
                 return "second opinion asked of " + t.to;
             }},
        {.happening = H::call_asked,
         .word = "call-asked",
         .fields = {&text},
         .entry = always<E::call_asked>,
         .apply = [](Fold& fold, const Event&, const Details&) { fold.thread().call_wanted = true; },
         .say =
             [](const Telling& t) {
                 return "call asked for by " + t.who;
             }},
        {.happening = H::call_held,
         .word = "call-held",
         .fields = {&text},
         .entry = always<E::call_held>,
         .apply = [](Fold& fold, const Event&, const Details&) { fold.thread().call_wanted = false; },
         .say =
             [](const Telling&) {
                 return std::string{"call held"};
             }},
        {.happening = H::action_added,
         .word = "action-added",
         .fields = {&number, &text, &owner, &due},
         .apply =
             [](Fold& fold, const Event&, const Details& d) {
                 fold.thread().actions.push_back({d.number, d.text, d.owner, d.due, {}});
             },
         .say =
             [](const Telling& t) {
                 return t.details.number > 0 ? fmt::format("action {} added", t.details.number)
                                             : "action added";
             }},
        {.happening = H::action_settled,
         .word = "action-settled",
         .fields = {&number, &done, &text},
         .apply =
             [](Fold& fold, const Event&, const Details& d) {
                 for (auto& action : fold.thread().actions)
                     if (action.number == d.number)
                         action.is_done = d.is_done;
             },
         .say = say_settled},
        {.happening = H::minutes,
         .word = "minutes",
         .fields = {&minutes, &of},
         .told_to = specialists,
         .moves = nobody,
         .apply = [](Fold& fold, const Event& e,
                     const Details& d) { fold.thread().minutes[d.of ? d.of : e.who] += d.minutes; },
         .say =
             [](const Telling& t) {
                 return t.details.minutes > 0 ? fmt::format("{} minutes recorded", t.details.minutes)
                                              : "minutes recorded";
             }},
        {.happening = H::advice_chosen,
         .word = "advice-chosen",
         .fields = {&choice, &text, &answer},
         .entry = always<E::advice>,
         .apply = [](Fold& fold, const Event&, const Details& d) { fold.thread().advice = d.choice; },
         .say =
             [](const Telling& t) {
                 return t.details.choice ? t.who + " " + choice_words(*t.details.choice)
                                         : "choice made by " + t.who;
             }},
        {.happening = H::take_over_decided,
         .word = "take-over-decided",
         .fields = {&granted, &text},
         .entry = always<E::take_over>,
         .apply = [](Fold& fold, const Event&, const Details& d) { fold.thread().take_over = d.is_granted; },
         .say = say_take_over},
        {.happening = H::escalated,
         .word = "escalated",
         .fields = {&reason, &to, &text},
         .entry = always<E::escalation>,
         .apply =
             [](Fold& fold, const Event&, const Details& d) {
                 if (d.to)
                     fold.thread().told.insert(d.to);
                 fold.escalate(parse_escalation(d.reason).value_or(Escalation::asked));
             },
         .say =
             [](const Telling&) {
                 return std::string{"brought to the lead"};
             }},
        {.happening = H::closed,
         .word = "closed",
         .fields = {&text},
         .apply = [](Fold& fold, const Event&, const Details&) { fold.end_as(Status::closed); },
         .say =
             [](const Telling& t) {
                 return "closed by " + t.who;
             }},
        {.happening = H::withdrawn,
         .word = "withdrawn",
         .fields = {&text},
         .apply = [](Fold& fold, const Event&, const Details&) { fold.end_as(Status::withdrawn); },
         .say =
             [](const Telling& t) {
                 return "withdrawn by " + t.who;
             }},
        {.happening = H::outcome,
         .word = "outcome",
         .fields = {&text},
         .entry = always<E::outcome>,
         .apply = [](Fold& fold, const Event&, const Details&) { fold.thread().has_outcome = true; },
         .say =
             [](const Telling& t) {
                 return "how it went, by " + t.who;
             }},
        {.happening = H::opened,
         .word = "opened",
         .told_to = nobody,
         .moves = nobody,
         .apply =
             [](Fold& fold, const Event& e, const Details&) {
                 fold.thread().opened[e.who] = e.at;
             }},
        {.happening = H::restricted,
         .word = "restricted",
         .fields = {&named, &lead},
         .apply =
             [](Fold& fold, const Event&, const Details& d) {
                 auto& thread = fold.thread();
                 thread.is_restricted = true;
                 thread.named = {d.named.begin(), d.named.end()};
                 thread.named_lead = d.lead;
             },
         .say =
             [](const Telling& t) {
                 return "restricted to named people by " + t.who;
             }},
        {.happening = H::exported,
         .word = "exported",
         .moves = nobody,
         .say =
             [](const Telling& t) {
                 return "copied for the record by " + t.who;
             }},
        {.happening = H::draft_made,
         .word = "draft-made",
         .fields = {&draft, &hash},
         .moves = nobody,
         .apply = [](Fold& fold, const Event&, const Details& d) { fold.thread().drafts.push_back(d.draft); },
         .say =
             [](const Telling&) {
                 return std::string{"draft of guidance made"};
             }},
        {.happening = H::verdict_attached,
         .word = "verdict-attached",
         .fields = {&verdict},
         .moves = nobody,
         .apply = [](Fold& fold, const Event&,
                     const Details& d) { fold.thread().request.verdicts.push_back(d.verdict); },
         .say =
             [](const Telling&) {
                 return std::string{"recommendation of a module attached"};
             }},
        {.happening = H::held,
         .word = "held",
         .fields = {&text},
         .words_to = specialists,
         .moves = nobody,
         .apply = [](Fold& fold, const Event&, const Details&) { fold.thread().is_held = true; },
         .say =
             [](const Telling& t) {
                 return "kept beyond its time by " + t.who;
             }},
        {.happening = H::hold_ended,
         .word = "hold-ended",
         .fields = {&text},
         .words_to = specialists,
         .moves = nobody,
         .apply = [](Fold& fold, const Event&, const Details&) { fold.thread().is_held = false; },
         .say =
             [](const Telling&) {
                 return std::string{"no longer kept beyond its time"};
             }},
        {.happening = H::redacted,
         .word = "redacted",
         .fields = {&events, &text, &kept},
         .moves = nobody,
         .keeps_its_words = true,
         .say =
             [](const Telling& t) {
                 return "words removed by " + t.who;
             }},
        {.happening = H::asked_again,
         .word = "asked-again",
         .fields = {&text},
         .entry = always<E::asked_again>,
         .apply = [](Fold& fold, const Event& e, const Details&) { fold.ask_again(e.at); },
         .say =
             [](const Telling& t) {
                 return "asked again by " + t.who;
             }},
        {.happening = H::passed_on, // `of` had it; an empty `to`: nobody stands in
         .word = "passed-on",
         .fields = {&of, &to, &reason, &until},
         .apply = [](Fold& fold, const Event& e, const Details& d) { fold.pass_on(e, d); },
         .say = say_passed_on},
    };
}

std::vector<EventKind> make()
{
    auto all = rows();
    for (auto& kind : all) {
        kind.fields.push_back(&field::command);
        // Whatever people write may be sent although the guard found something in it.
        if (std::any_of(kind.fields.begin(), kind.fields.end(),
                        [](const Field* one) { return one == &field::text || one == &field::request; }))
            kind.fields.push_back(&field::despite_guard);
    }
    return all;
}

} // namespace

const std::vector<EventKind>& event_kinds()
{
    static const auto all = make();
    return all;
}

const EventKind& kind_of(Happening happening)
{
    return event_kinds().at(static_cast<std::size_t>(happening));
}

std::string_view word_of(Happening happening)
{
    return kind_of(happening).word;
}

std::optional<Happening> parse_happening(std::string_view word)
{
    for (const auto& kind : event_kinds())
        if (kind.word == word)
            return kind.happening;
    return std::nullopt;
}

bool is_internal(Happening happening)
{
    return kind_of(happening).told_to == Audience::specialists;
}

} // namespace guidepost::consultation
