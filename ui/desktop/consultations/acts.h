// SPDX-License-Identifier: GPL-2.0-or-later
// What can be done in a thread, as the window offers it: words, what must be given, and the command it
// becomes. Whether it may be done is asked of the command itself.
#pragma once

#include "core/consultation/acts/commands.h"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::desktop {

enum class Act {
    accept,
    decline_offer,
    send,      ///< the adviser's answer; of everybody else a message
    message,   ///< of the adviser, words that are no answer
    ask_again, ///< the officer, after an answer
    ask_more,
    note,
    hand_over,
    second_opinion,
    ask_call,
    call_held,
    add_action,
    settle_action,
    minutes,
    agree,
    adapt,
    decline_advice,
    grant_take_over,
    refuse_take_over,
    escalate,
    assign,
    withdraw,
    close,
    outcome,
    restrict_to,
    redact,
    copy_record,
    make_guidance,
};

/// On which side of the thread the reader stands.
enum class Side { officer, specialist, lead };

struct ActRow {
    enum class Text { none, optional, required, composer }; ///< composer: what stands in the reply field
    enum class More {
        none,
        colleague,
        colleague_or_anybody,
        people,
        owner,
        action,
        minutes,
        reason,
        entries
    };
    enum class Place { nowhere, bar, menu };

    Act act;
    std::string_view word; ///< of a draft in the journal
    const char* label;     ///< English, translated where it is shown
    const char* prompt;    ///< above the text of its dialog
    Text text;
    More more;
    Place officer, specialist, lead;

    Place place(Side side) const;
    /// Whether a press does it at once.
    bool is_direct() const { return text == Text::none && more == More::none; }
};

std::span<const ActRow> act_table();
const ActRow& row_of(Act act);

/// What its button says: "Send answer" for who answers it, "Send message" for everybody else.
const char* label_of(Act act, const consultation::Thread& thread, const Login& reader);

/// What is written in the composer, as one chooses it: "Answer", "Message", "Note". Only of those acts.
const char* kind_of(Act act, const consultation::Thread& thread, const Login& reader);
/// Who reads it and what it moves, in a sentence.
const char* kind_hint(Act act, const consultation::Thread& thread, const Login& reader);
/// Whether guidance can be cited with it.
bool takes_cites(Act act);

/// The kinds that somebody may write, or has begun to (`has_draft`), in order.
std::vector<Act> kinds_to_write(const consultation::Thread& thread, const Login& reader, Side side,
                                const std::map<Act, std::string>& refusals,
                                const std::function<bool(Act)>& has_draft);
/// What one writes unless one chooses: what was begun, else what comes next. None where nothing can be
/// written.
std::optional<Act> usual_kind(const std::vector<Act>& kinds, const consultation::Thread& thread,
                              const std::function<bool(Act)>& has_draft);

/// What a person gave for an act. Each act reads its own.
struct ActInput {
    std::string text = {};
    std::vector<std::string> cites = {};
    std::int64_t seen = 0;
    Login colleague = {};
    std::vector<Login> people = {};
    std::string owner = {};
    std::optional<Date> due = {};
    int number = 0;
    bool is_done = true;
    int minutes = 0;
    consultation::DeclineReason reason = consultation::DeclineReason::no_time;
    std::vector<std::string> entries = {};
    std::string title = {}; ///< of a draft of guidance
};

consultation::Command command_of(Act act, const ConsultationRef& ref, const EventId& event, ActInput input);

/// Input that lacks nothing, so that what refuses it refuses the act itself. Colleagues and people are
/// left to the caller, who knows them.
ActInput whole_input(Act act, const consultation::Thread& thread);

/// The reader's side, by the relations they have to the thread.
Side side_of(const consultation::Thread& thread, const consultation::Reader& reader);

} // namespace guidepost::desktop
