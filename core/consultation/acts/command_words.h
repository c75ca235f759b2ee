// SPDX-License-Identifier: GPL-2.0-or-later
// The words that somebody sends with a command, for the privacy guard: it is asked about all of them alike,
// in the window and in the terminal.
#pragma once

#include "core/consultation/acts/commands.h"
#include "core/privacy/guard.h"

#include <string>
#include <vector>

namespace guidepost::consultation {

/// One text and where it stands.
struct CommandText {
    std::string field = {}; ///< "question", "reference", "text"
    std::string text = {};
};

/// What people write in a thread. A draft of guidance is none of it: it is guarded where it is made.
std::vector<CommandText> texts_of(const Command& command);

/// What the guard sees in one place; never the words.
struct SeenByGuard {
    std::string field = {};
    std::string kind = {}; ///< for programs: "crn", "name"
    std::string what = {}; ///< for a person
    std::size_t start = 0;
    std::size_t end = 0;
    bool is_identifier = false; ///< else a doubt about a name
};
std::vector<SeenByGuard> seen_by_guard(const Command& command, const privacy::GuardWords& words, Date today);

/// The kinds of the identifiers among them, each once: what is kept when they are sent all the same.
std::vector<std::string> identifier_kinds(const std::vector<SeenByGuard>& seen);

} // namespace guidepost::consultation
