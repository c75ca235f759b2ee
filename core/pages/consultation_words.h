// SPDX-License-Identifier: GPL-2.0-or-later
// A consultation in words for people: when, whose move, what happened. The page, the lists of the window
// and its side panel say the same because they ask here.
#pragma once

#include "core/consultation/thread/board.h"
#include "core/consultation/thread/thread.h"

#include <map>
#include <string>

namespace guidepost::pages {

/// Display names by login. One that is not there shows as its login.
using Names = std::map<Login, std::string>;
std::string name_of(const Names& names, const Login& login);

/// Who reads, as far as words depend on it.
struct ThreadReader {
    Login login = {};
    bool reads_notes = false; ///< what is for specialists and leads
    Timestamp now = 0;
};

/// London time: "today 16:00", "tomorrow 09:00", "Mon 23 Nov 16:00"; with its year when that is not this
/// one.
std::string moment_words(Timestamp moment, Timestamp now);

/// "due in 48 min", "due today 16:00", "overdue since Mon 23 Nov 16:00"; "" when nothing is.
std::string due_words(const consultation::Thread& thread, Timestamp now);

/// Whose move it is, what it is and until when, as this reader should hear it: "Your move: answer by today
/// 16:00." Never empty.
std::string move_words(const consultation::Thread& thread, const Names& names, const ThreadReader& reader);

/// Where a line of a list stands, in a few words: "with Specialist 3", "officer to say how it went".
std::string state_words(const consultation::Listed& row, const Names& names);

/// How it came to whoever it is with: "Routed to Specialist 3: ...", "Given to Specialist 9 by Lead 1,
/// although
/// ...". It says of nobody what does not hold of them; "" when nobody has it and nobody was asked.
std::string routing_words(const consultation::Thread& thread, const Names& names, const ThreadReader& reader);

/// Who holds the case while a take-over is asked for; "" when none is.
std::string holder_words(const consultation::Thread& thread, const ThreadReader& reader);

/// One line of the history: "09:05 taken by Specialist 3", with its day when that is not today. "" for what
/// this reader is not told. Payloads are left out of what readers are given: the thread fills in what it
/// can.
std::string history_words(const consultation::Event& event, const consultation::Thread& thread,
                          const Names& names, const ThreadReader& reader);

/// Below an entry that was sent although the guard saw identifiers in it: of what kinds. "" for all others.
std::string despite_guard_words(const consultation::Entry& entry);

/// What an entry is, above its text ("Question"), and of a decision what was decided: "agrees with the
/// advice", or "at that time: agrees with the advice" of one that was changed since or asked about again.
std::string entry_words(const consultation::Entry& entry, const consultation::Thread& thread);
/// Whether a decision still counts: it is the last of its kind, and nothing was asked again after it.
bool stands(const consultation::Entry& decision, const consultation::Thread& thread);
/// "building-blocks.weeks-left" -> "Building blocks, weeks left": the question of a module that is not asked
/// itself here.
std::string module_field_words(std::string_view name);
std::string priority_words(consultation::Priority priority);
std::string responsibility_words(consultation::Responsibility responsibility);

} // namespace guidepost::pages
