// SPDX-License-Identifier: GPL-2.0-or-later
// What each event of a consultation carries: JSON with its keys in order and no spaces, so that the
// same thing is always the same bytes. Keys that are empty are left out. `text` is the only place, with
// the request itself, where anybody's words stand.
//
//   sent                  request, region, pdu, need {specialism, level, band, qualification, must_hold,
//                         modules [{module, words}]}, red_flags
//   offered               to, until, reasons, passed_over {login: word}, over_time
//   accepted, lapsed      offer (id of the event)
//   declined              offer, reason (conflict | no-time | not-my-field | other), text
//   assigned              to, text, against [word of PassedOver]: what routing holds against them; text is
//                         then the reason, and shown to everybody in the thread
//   message               text, cites, asks: false since asking again is an event of its own. One without it
//                         is older: of the officer, after an answer, it asked again
//   answered              text, cites
//   asked_again           text
//   passed_on             of (who had it), to (the cover; "": nobody), reason (away | left | back), until
//   note, more_asked      text
//   handed_over           to ("" lets routing decide), text
//   second_opinion_asked  to, text
//   call_asked, call_held text
//   action_added          number, text, owner, due
//   action_settled        number, done, text
//   minutes               minutes, of (whose)
//   advice_chosen         choice, text (the reason), answer (id of the event)
//   take_over_decided     granted, text
//   escalated             reason (see Escalation), to (a lead), text
//   closed, withdrawn     text
//   outcome               text
//   opened, exported      nothing
//   restricted            named, lead
//   draft_made            draft, hash (of its text)
//   verdict_attached      verdict (JSON as the module gave it)
//   held, hold_ended      text (why)
//   redacted              events, text (why), kept {event: its payload without words}
//
// Whatever holds words may also say `despite_guard`: the kinds of identifiers that the guard found in them
// and that were sent all the same. Never the words.
//
// One table of fields for all kinds was chosen over thirty structs that differ in one member.
#pragma once

#include "core/consultation/thread.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::consultation {

/// Everything a payload may say; a kind writes and reads only its own fields.
struct Details {
    Request request = {};
    std::string region = {};
    std::string pdu = {};
    Need need = {};
    std::vector<std::string> red_flags = {};
    std::string text = {};
    std::vector<std::string> cites = {};
    Login to = {};
    Timestamp until = 0;
    std::vector<std::string> reasons = {};
    std::map<Login, PassedOver> passed_over = {};
    bool is_over_time = false;
    std::string offer = {};
    std::string reason = {};
    int number = 0;
    std::string owner = {};
    std::optional<Date> due = {};
    std::optional<bool> is_done = {};
    int minutes = 0;
    Login of = {};
    std::optional<AdviceChoice> choice = {};
    std::string answer = {};
    std::optional<bool> is_granted = {};
    std::vector<Login> named = {};
    Login lead = {};
    std::string draft = {};
    std::string hash = {};
    std::string verdict = {};
    std::vector<std::string> events = {};
    std::map<std::string, std::string> kept = {}; ///< event -> payload
    std::optional<bool> asks = {};
    std::vector<PassedOver> against = {};
    std::vector<std::string> despite_guard = {};
};

/// The payload of one kind. Throws Error{format} when a text is not UTF-8.
std::string payload_json(Happening kind, const Details& details);

/// Takes what any version wrote; what is missing is empty. Throws Error{storage} when it is no JSON
/// object or a field has another type: nobody but a stranger can have written it.
Details read_payload(Happening kind, std::string_view json);

/// The same without anybody's words: what stays when the text must go.
Details without_words(Happening kind, Details details);

/// Whether the kind can hold words that may have to go.
bool has_words(Happening kind);

} // namespace guidepost::consultation
