// SPDX-License-Identifier: GPL-2.0-or-later
// A command as JSON, both ways: {"do": "reply", "event": "…", "ref": "GP-…", …}, with its keys in order and
// without what is empty. What travels from one desk to another, and what tells whether the same is sent
// again.
#pragma once

#include "core/consultation/acts/commands.h"

#include <string>
#include <string_view>

namespace guidepost::consultation {

/// "ask", "accept-offer": the word of a command, of which each has its own.
std::string_view word_of(const Command& command);

/// What modules ask of whoever answers is left out: the desk that runs the command asks them itself.
std::string command_json(const Command& command);

/// Throws Error{format} when it is no command: JSON, its word and the type of each field are looked at, what
/// a later version added is passed over. Whether it may be done is for `check`.
Command read_command(std::string_view json);

/// The same for the same thing asked for, by whatever event and after whatever was seen.
std::string digest_of(const Command& command);

} // namespace guidepost::consultation
