// SPDX-License-Identifier: GPL-2.0-or-later
// What a screen reader is told. wxWindow::SetName does not reach it on GTK.
#pragma once

#include <wx/window.h>

namespace guidepost::desktop::platform {

/// Names a control for a screen reader; `description` adds what the name cannot say.
void set_accessible_name(wxWindow& window, const wxString& name, const wxString& description = {});

/// Ties a visible label to the control it belongs to.
void set_labelled_by(wxWindow& control, wxWindow& label);

} // namespace guidepost::desktop::platform
