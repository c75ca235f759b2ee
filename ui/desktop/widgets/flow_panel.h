// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <wx/panel.h>

#include <vector>

namespace guidepost::desktop {

/// Lays its shown children out like words: beside each other, then on the next line. It asks its
/// parent for the height it needs at the width it has. Unlike wxWrapSizer it knows that height in
/// the same layout that gives it the width.
class FlowPanel : public wxPanel {
public:
    FlowPanel(wxWindow* parent, const char* style); ///< null: it looks as its parent does

    /// This child and those after it stand at the right edge while all fit on one line.
    void start_right_group(wxWindow* child) { right_ = child; }

    /// After children were added, shown or renamed. True when the height wanted has changed.
    bool flow_to(int width);
    /// What all of it takes on one line.
    int width_on_one_line() const;

private:
    wxWindow* right_ = nullptr;
};

} // namespace guidepost::desktop
