// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/people/staff.h"

#include <wx/window.h>

#include <optional>
#include <vector>

namespace guidepost::desktop {

/// One of the people, found by typing; none when it was closed.
std::optional<people::Staff> choose_person(wxWindow* parent, const wxString& title,
                                           const std::vector<people::Staff>& people);

} // namespace guidepost::desktop
