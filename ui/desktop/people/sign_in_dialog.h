// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/desk/desk.h"
#include "core/people/sign_in.h"
#include "ui/desktop/platform/worker.h"

#include <wx/window.h>

#include <optional>

namespace guidepost::desktop {

/// Asks for login and password, or for an invitation's code and a new password, until they are right or
/// it is closed.
std::optional<people::SignedIn> ask_to_sign_in(wxWindow* parent, desk::Desk& desk, Worker& errands);

} // namespace guidepost::desktop
