// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace guidepost::terminal {

/// Once is enough to open something; what nobody can look up later is asked for twice.
enum class Asking { once, twice };

/// A secret typed at a terminal without being shown, or the first line of stdin when that is none.
/// Throws Error{usage} when there is none or the two differ.
std::string ask_passphrase(const std::string& prompt, Asking asking);

} // namespace guidepost::terminal
