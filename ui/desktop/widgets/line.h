// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/desktop/platform/style.h"

#include <wx/statline.h>

namespace guidepost::desktop {

/// A thin line between two areas. No panel: those take the focus.
inline wxWindow* make_line(wxWindow* parent, wxOrientation direction, const char* style = "gp-line")
{
    auto* const line = new wxStaticLine{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                        direction == wxHORIZONTAL ? wxLI_HORIZONTAL : wxLI_VERTICAL};
    line->SetMinSize(direction == wxHORIZONTAL ? wxSize{-1, 1} : wxSize{1, -1});
    platform::add_style(*line, style);
    return line;
}

} // namespace guidepost::desktop
