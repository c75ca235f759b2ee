// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/terminal/session.h"

#include <string>

namespace guidepost::terminal {

/// A password or code: typed at a terminal without being shown, after `prompt` on stderr, or the next line
/// of stdin when that is no terminal. Throws Error{usage} when there is none or it is longer than any can
/// be, Error{cancelled} on Ctrl-C; the terminal shows keys again either way.
std::string ask_secret(const Session& session, const std::string& prompt);

/// The same for what nobody can look up later: a terminal is asked twice. Error{usage} when they differ.
std::string ask_new_secret(const Session& session, const std::string& prompt);

} // namespace guidepost::terminal
