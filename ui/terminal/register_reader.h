// SPDX-License-Identifier: GPL-2.0-or-later
// What verbs that read the register share.
#pragma once

#include "core/desk/desk.h"
#include "core/people/staff.h"
#include "ui/terminal/session.h"

#include <string>

namespace guidepost::terminal {

/// Who acts, once it is sure that they may read the register. On a practice desk it may be nobody (an empty
/// login): one looks there first for somebody to act as. Throws Error{refused}.
people::Staff register_reader(const Session& session, desk::Desk& desk);

/// The name of a region said by name or code; "" for "". Throws Error{usage}.
std::string region_name(const std::string& said);

} // namespace guidepost::terminal
