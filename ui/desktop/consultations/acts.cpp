// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/consultations/acts.h"

#include <algorithm>
#include <array>
#include <utility>

// Marks a text for the translators; it is translated where it is shown.
#define N_(text) text

namespace guidepost::desktop {
namespace {

using namespace consultation;
using Text = ActRow::Text;
using More = ActRow::More;
constexpr auto bar = ActRow::Place::bar;
constexpr auto menu = ActRow::Place::menu;
constexpr auto no = ActRow::Place::nowhere;

// clang-format off
constexpr std::array rows{
    //                                                                                                     officer spec. lead
    ActRow{Act::accept, "accept", N_("Accept"), "", Text::none, More::none,                                 no,  bar,  no},
    ActRow{Act::decline_offer, "decline-offer", N_("Pass on..."),
           N_("A few words for the lead. The officer sees only that it goes to somebody else."),
           Text::optional, More::reason,                                                                    no,  bar,  no},
    ActRow{Act::agree, "agree", N_("Agree"), "", Text::none, More::none,                                    bar, no,   no},
    ActRow{Act::adapt, "adapt", N_("Adapt..."), N_("What will you do differently, and why?"),
           Text::required, More::none,                                                                      bar, no,   no},
    ActRow{Act::decline_advice, "decline-advice", N_("Decline..."), N_("Why will you not follow the advice?"),
           Text::required, More::none,                                                                      bar, no,   no},
    ActRow{Act::copy_record, "copy-record", N_("Copy for the record"), "", Text::none, More::none,          bar, menu, menu},
    ActRow{Act::send, "reply", N_("Send message"), "", Text::composer, More::none,                          bar, bar,  bar},
    ActRow{Act::message, "message", N_("Send message"), "", Text::composer, More::none,                     no,  bar,  no},
    ActRow{Act::ask_again, "ask-again", N_("Ask again"), "", Text::composer, More::none,                    bar, no,   no},
    ActRow{Act::ask_more, "ask-more", N_("Ask for more"), "", Text::composer, More::none,                   no,  bar,  menu},
    ActRow{Act::note, "note", N_("Add note"), "", Text::composer, More::none,                                   no,  bar,  bar},
    ActRow{Act::assign, "assign", N_("Give to..."), N_("What should they know?"),
           Text::optional, More::colleague,                                                                 no,  no,   bar},
    ActRow{Act::grant_take_over, "grant-take-over", N_("Grant take-over..."), N_("Who takes the case over, and from when?"),
           Text::required, More::none,                                                                      no,  no,   menu},
    ActRow{Act::refuse_take_over, "refuse-take-over", N_("Refuse take-over..."), N_("Why does the case stay where it is?"),
           Text::required, More::none,                                                                      no,  no,   menu},
    ActRow{Act::hand_over, "hand-over", N_("Hand over..."), N_("What does the next one need to know?"),
           Text::required, More::colleague_or_anybody,                                                      no,  bar,  no},
    ActRow{Act::add_action, "add-action", N_("Add action..."), N_("What is to be done?"),
           Text::required, More::owner,                                                                     no,  menu, menu},
    ActRow{Act::settle_action, "settle-action", N_("Settle action..."), N_("Anything to add?"),
           Text::optional, More::action,                                                                    menu, menu, menu},
    ActRow{Act::second_opinion, "second-opinion", N_("Ask for a second opinion..."), N_("What do you want a second opinion on?"),
           Text::required, More::colleague,                                                                 no,  menu, menu},
    ActRow{Act::ask_call, "ask-call", N_("Ask for a call..."), N_("When and how can you be reached?"),
           Text::required, More::none,                                                                      menu, menu, no},
    ActRow{Act::call_held, "call-held", N_("Record a call..."), N_("What came out of the call?"),
           Text::required, More::none,                                                                      menu, menu, menu},
    ActRow{Act::minutes, "minutes", N_("Record minutes..."), "", Text::none, More::minutes,                 no,  menu, menu},
    ActRow{Act::outcome, "outcome", N_("Say how it went..."), N_("How did it go? A sentence or two."),
           Text::required, More::none,                                                                      menu, no,  no},
    ActRow{Act::escalate, "escalate", N_("Bring it to the lead..."), N_("Why should the lead look at it?"),
           Text::required, More::none,                                                                      menu, menu, menu},
    ActRow{Act::make_guidance, "make-guidance", N_("Make guidance of the answer..."), "", Text::none, More::none, no, menu, menu},
    ActRow{Act::close, "close", N_("Close..."), N_("Anything to add?"), Text::optional, More::none,         menu, no,  menu},
    ActRow{Act::withdraw, "withdraw", N_("Withdraw..."), N_("Why is it not needed any more?"),
           Text::optional, More::none,                                                                      menu, no,  no},
    ActRow{Act::restrict_to, "restrict", N_("Restrict to named people..."), "", Text::none, More::people,   menu, no,  menu},
    ActRow{Act::redact, "redact", N_("Remove words..."), N_("Why must they go? Do not repeat them."),
           Text::required, More::entries,                                                                   no,  no,   menu},
};
// clang-format on

/// Holds it or stands in for whoever does.
bool is_answerer(const Thread& thread, const Login& reader)
{
    return reader && reader != thread.requester && (thread.adviser == reader || thread.answerer() == reader);
}

} // namespace

ActRow::Place ActRow::place(Side side) const
{
    switch (side) {
    case Side::officer:
        return officer;
    case Side::specialist:
        return specialist;
    case Side::lead:
        break;
    }
    return lead;
}

std::span<const ActRow> act_table()
{
    return rows;
}

const ActRow& row_of(Act act)
{
    return *std::find_if(rows.begin(), rows.end(), [act](const ActRow& row) { return row.act == act; });
}

const char* label_of(Act act, const Thread& thread, const Login& reader)
{
    if (act == Act::send && is_answerer(thread, reader))
        return N_("Send answer");
    return row_of(act).label;
}

const char* kind_of(Act act, const Thread& thread, const Login& reader)
{
    switch (act) {
    case Act::send:
        return is_answerer(thread, reader) ? N_("Answer") : N_("Message");
    case Act::note:
        return N_("Note");
    case Act::message:
        return N_("Message");
    default:
        return row_of(act).label;
    }
}

const char* kind_hint(Act act, const Thread& thread, const Login& reader)
{
    switch (act) {
    case Act::send:
        if (is_answerer(thread, reader))
            return N_("The officer reads the answer and decides what to do with it.");
        return thread.status == Status::answered ? N_("A message starts no clock and changes nothing you "
                                                      "chose. To ask on, choose Ask again.")
                                                 : N_("Everybody in the consultation reads a message.");
    case Act::message:
        return N_("Everybody in the consultation reads a message. It is no answer.");
    case Act::ask_again:
        return N_(
            "Say what you still need to know, or what has changed. The clock of the answer starts anew.");
    case Act::ask_more:
        return N_("The officer is asked. Meanwhile the clock of the answer stands still.");
    case Act::note:
        return N_("Specialists and leads see a note. The officer never does.");
    default:
        return "";
    }
}

bool takes_cites(Act act)
{
    return act == Act::send || act == Act::message;
}

std::vector<Act> kinds_to_write(const Thread& thread, const Login& reader, Side side,
                                const std::map<Act, std::string>& refusals,
                                const std::function<bool(Act)>& has_draft)
{
    std::vector<Act> kinds;
    for (const auto& row : rows) {
        if (row.text != Text::composer || row.place(side) == no)
            continue;
        // Of everybody but who answers, what is sent is a message already.
        const bool is_meant = row.act != Act::message || is_answerer(thread, reader);
        const auto refusal = refusals.find(row.act);
        const bool is_possible = is_meant && refusal != refusals.end() && refusal->second.empty();
        if (is_possible || has_draft(row.act))
            kinds.push_back(row.act);
    }
    return kinds;
}

std::optional<Act> usual_kind(const std::vector<Act>& kinds, const Thread& thread,
                              const std::function<bool(Act)>& has_draft)
{
    const auto begun = std::find_if(kinds.begin(), kinds.end(), has_draft);
    if (begun != kinds.end())
        return *begun;
    // A second answer would ask the officer to choose anew.
    if (thread.status == Status::answered &&
        std::find(kinds.begin(), kinds.end(), Act::message) != kinds.end())
        return Act::message;
    return kinds.empty() ? std::nullopt : std::optional{kinds.front()};
}

Command command_of(Act act, const ConsultationRef& ref, const EventId& event, ActInput in)
{
    switch (act) {
    case Act::accept:
        return AcceptOffer{event, ref};
    case Act::decline_offer:
        return DeclineOffer{event, ref, in.reason, in.text};
    case Act::send:
        return Reply{event, ref, in.text, in.cites, in.seen};
    case Act::message:
        return Message{event, ref, in.text, in.cites, in.seen};
    case Act::ask_again:
        return AskAgain{event, ref, in.text, in.seen};
    case Act::ask_more:
        return AskMore{event, ref, in.text};
    case Act::note:
        return Note{event, ref, in.text};
    case Act::hand_over:
        return HandOver{event, ref, in.colleague, in.text};
    case Act::second_opinion:
        return SecondOpinion{event, ref, in.colleague, in.text};
    case Act::ask_call:
        return CallAsk{event, ref, in.text};
    case Act::call_held:
        return CallHeld{event, ref, in.text};
    case Act::add_action:
        return ActionAdd{event, ref, in.text, in.owner, in.due};
    case Act::settle_action:
        return ActionSettle{event, ref, in.number, in.is_done, in.text};
    case Act::minutes:
        return Minutes{event, ref, in.minutes};
    case Act::agree:
        return ChooseAdvice{event, ref, AdviceChoice::agree, in.text};
    case Act::adapt:
        return ChooseAdvice{event, ref, AdviceChoice::adapt, in.text};
    case Act::decline_advice:
        return ChooseAdvice{event, ref, AdviceChoice::decline, in.text};
    case Act::grant_take_over:
        return DecideTakeOver{event, ref, true, in.text};
    case Act::refuse_take_over:
        return DecideTakeOver{event, ref, false, in.text};
    case Act::escalate:
        return Escalate{event, ref, in.text};
    case Act::assign:
        return Assign{event, ref, in.colleague, in.text};
    case Act::withdraw:
        return Withdraw{event, ref, in.text};
    case Act::close:
        return Close{event, ref, in.text};
    case Act::outcome:
        return Outcome{event, ref, in.text};
    case Act::restrict_to:
        return Restrict{event, ref, in.people};
    case Act::redact:
        return Redact{event, ref, in.entries, in.text};
    case Act::copy_record:
        return Export{event, ref};
    case Act::make_guidance:
        return MakeDraft{event, ref, in.title, in.text};
    }
    return Open{event, ref};
}

ActInput whole_input(Act act, const Thread& thread)
{
    ActInput input;
    input.text = "x";
    input.title = "x";
    input.owner = "x";
    input.minutes = 1;
    input.seen = std::max(thread.moved, thread.moved_inside);
    input.number = thread.actions.empty() ? 0 : thread.actions.front().number;
    if (!thread.entries.empty())
        input.entries = {thread.entries.front().event};
    if (act == Act::agree)
        input.text.clear();
    return input;
}

Side side_of(const Thread& thread, const Reader& reader)
{
    const auto relations = relations_to(thread, reader);
    const auto is = [&](people::Relation relation) {
        return relations.contains(relation);
    };
    if (is(people::Relation::requester))
        return Side::officer;
    if (is(people::Relation::adviser) || is(people::Relation::offered))
        return Side::specialist;
    if (is(people::Relation::lead) || is(people::Relation::named_lead))
        return Side::lead;
    return Side::specialist;
}

} // namespace guidepost::desktop
