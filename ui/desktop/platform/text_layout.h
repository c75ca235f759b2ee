// SPDX-License-Identifier: GPL-2.0-or-later
// Text that breaks into lines where wx alone would cut it.
#pragma once

#include <wx/dataview.h>
#include <wx/menu.h>
#include <wx/stattext.h>

namespace guidepost::desktop::platform {

/// Lets a label wrap and gives it the height it then needs for `width` pixels.
void wrap_label(wxStaticText& label, int width);

/// Room around the text of a list's cells, in pixels.
void set_cell_padding(wxDataViewRenderer& renderer, int x, int y);

/// Wraps the cells of a list's only column at the list's width; call again when that changes.
void wrap_cells(wxDataViewCtrl& list, wxDataViewRenderer& renderer, int width);

/// The width at which a menu bar shows all its menus; 0 where the system shows them elsewhere.
int width_of_menus(const wxMenuBar& bar);

} // namespace guidepost::desktop::platform
