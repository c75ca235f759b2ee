// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/desktop/shell/services.h"

#include <wx/window.h>

namespace guidepost::desktop {

/// The cases of this desk: new, copy, remove, and every field of each. True when something was
/// saved; the case that was last in view is then the active one.
bool show_case_editor(wxWindow* parent, Services services);

} // namespace guidepost::desktop
