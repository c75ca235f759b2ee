// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <wx/window.h>

namespace guidepost::desktop {

/// Every key of the window, from the table of commands.
void show_shortcuts(wxWindow* parent);

} // namespace guidepost::desktop
