// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/terminal/output.h"

#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>

namespace guidepost::terminal {

/// What every command works with. main makes one and it outlives the command.
struct Session {
    Output& out;
    std::filesystem::path profile = {}; ///< as said with --profile; empty: the usual place
    bool is_practice = false; ///< --practice: the profile is the practice desk, made when it is not there
    std::string as = {};      ///< whom to act as on a practice desk; see signed_in.h
    bool json = false;
    std::stop_token stop = {}; ///< asked for by Ctrl-C
};

/// Exit codes: other programs rely on them.
enum class Exit {
    ok = 0,
    failure = 1,
    usage = 2,
    not_found = 3,
    refused = 4,
    conflict = 5,
    unwell = 6, ///< store or index
    interrupted = 130,
};

/// One verb, its options read. What goes wrong is thrown as guidepost::Error.
using Action = std::function<Exit(Session&)>;

} // namespace guidepost::terminal
