// SPDX-License-Identifier: GPL-2.0-or-later
// What a screen reader is told. wxWindow::SetName does not reach it on GTK.
#pragma once

#include <wx/window.h>

namespace guidepost::desktop::platform {

/// Names a control for a screen reader; `description` adds what the name cannot say.
void set_accessible_name(wxWindow& window, const wxString& name, const wxString& description = {});

/// Tells that a window is a dialog: wx makes its dialogs plain windows.
void mark_as_dialog(wxWindow& dialog);

} // namespace guidepost::desktop::platform
