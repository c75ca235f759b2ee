// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/desktop/consultations/guard_marks.h"

#include <wx/window.h>

#include <vector>

namespace guidepost::desktop {

/// Asks once whether words go out although they hold what says who they are about; going back is what Enter
/// does. True at once when nothing but perhaps a name was marked: names are a guess, and were shown.
bool ask_despite_marks(wxWindow* parent, const std::vector<GuardMark>& marks);

} // namespace guidepost::desktop
