// SPDX-License-Identifier: GPL-2.0-or-later
// What an event of a consultation carries: JSON with its keys in order and no spaces, so that the same thing
// is always the same bytes. Keys that are empty are left out. Which kind has which fields: event_kinds.cpp.
//
// One struct for all kinds was chosen over thirty that differ in one member.
#pragma once

#include "core/consultation/thread/thread.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::consultation {

/// Everything a payload may say; a kind writes and reads only its own fields. `text` is the only place, with
/// the request and a module's verdict, where anybody's words stand.
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
    std::string offer = {};  ///< id of its event
    std::string reason = {}; ///< a word: see DeclineReason, Escalation, Absence
    int number = 0;          ///< of an action
    std::string owner = {};
    std::optional<Date> due = {};
    std::optional<bool> is_done = {};
    int minutes = 0;
    Login of = {}; ///< whose minutes; who had what was passed on
    std::optional<AdviceChoice> choice = {};
    std::string answer = {}; ///< id of its event
    std::optional<bool> is_granted = {};
    std::vector<Login> named = {};
    Login lead = {};
    std::string draft = {};
    std::string hash = {};                        ///< of the draft's text
    std::string verdict = {};                     ///< JSON as the module gave it
    std::vector<std::string> events = {};         ///< whose words were removed
    std::map<std::string, std::string> kept = {}; ///< event -> its payload without words
    /// False in a message of today, in which asking again is an event of its own. A message without it is
    /// older: of the officer, after an answer, it asked again.
    std::optional<bool> asks = {};
    std::vector<PassedOver> against = {}; ///< what routing holds against whom a lead gives it to
    /// The kinds of identifiers that the guard found in the words, which were sent all the same. Never the
    /// words.
    std::vector<std::string> despite_guard = {};
    /// In the first event of a command: digest_of it, by which the same sent again is told from something
    /// else. It goes with the words.
    std::string command = {};
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
