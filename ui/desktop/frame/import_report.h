// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/guidance/import.h"

#include <wx/window.h>

namespace guidepost::desktop {

/// What came in, what was left out and why.
void show_import_report(wxWindow* parent, const guidance::ImportReport& report);

} // namespace guidepost::desktop
