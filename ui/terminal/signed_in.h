// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/desk/desk.h"
#include "core/people/staff.h"
#include "ui/terminal/session.h"

namespace guidepost::terminal {

/// Who acts. On a practice desk the one named with --as; elsewhere who signed in, which this keeps from
/// lapsing; and as long as nobody has a password, the account that owns the store, as an administrator.
/// Throws Error{refused} that says what to do, Error{not_found} for a login that is not there.
people::Staff signed_in(const Session& session, desk::Desk& desk);

} // namespace guidepost::terminal
