// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/journal/journal.h"

#include <wx/window.h>

#include <filesystem>

namespace guidepost::desktop {

/// How one hears of something new: start with the session, and a command that carries the count to where
/// staff look.
void edit_notifications(wxWindow* parent, journal::Journal& journal, const std::filesystem::path& profile);

/// Runs the command of the setting, if there is one, with the count as its last argument and nothing else
/// of what waits.
void run_notify_command(journal::Journal& journal, std::size_t count);

} // namespace guidepost::desktop
