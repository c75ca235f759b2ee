// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <wx/stattext.h>

namespace guidepost::desktop {

/// A label that breaks into lines. Whoever lays it out tells it the width it has.
class FlowText : public wxStaticText {
public:
    FlowText(wxWindow* parent, const char* style = nullptr);

    void set_text(const wxString& text);
    void set_markup(const wxString& markup);

    /// Takes the height its text needs at this width. True when that changed.
    bool fit_to(int width);

private:
    int width_ = 300;
};

} // namespace guidepost::desktop
