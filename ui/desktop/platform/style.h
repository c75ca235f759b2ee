// SPDX-License-Identifier: GPL-2.0-or-later
// Shape and colour beyond what wx can say: native controls keep their behaviour and their
// accessibility and take on a style by name. Where there is no GTK, controls look as the system
// draws them.
#pragma once

#include <wx/window.h>

namespace guidepost::desktop::platform {

/// Loads the style sheet for light or dark, whichever the system is in. Call again when it changes.
/// Does nothing under a high-contrast theme, which is then left as it is.
void load_style_sheet();

/// Gives a control the named style; the names are those of the style sheet in style.cpp.
void add_style(wxWindow& window, const char* name);
void remove_style(wxWindow& window, const char* name);

/// Puts a button's words at its left edge.
void align_left(wxWindow& button);

bool is_dark();

} // namespace guidepost::desktop::platform
