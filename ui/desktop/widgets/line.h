// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/desktop/platform/style.h"

#include <wx/panel.h>

namespace guidepost::desktop {

/// A thin line between two areas; `direction` as for wxStaticLine.
inline wxWindow* make_line(wxWindow* parent, wxOrientation direction, const char* style = "gp-line")
{
    auto* const line = new wxPanel{parent, wxID_ANY, wxDefaultPosition, {1, 1}};
    line->SetMinSize(direction == wxHORIZONTAL ? wxSize{-1, 1} : wxSize{1, -1});
    platform::add_style(*line, style);
    return line;
}

} // namespace guidepost::desktop
