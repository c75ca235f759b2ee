// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/desktop/widgets/web_pane.h"

#include <wx/panel.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace guidepost::desktop {

/// The bar that finds words in the page shown.
class FindBar : public wxPanel {
public:
    FindBar(wxWindow* parent, WebPane& pane);

    void open();
    void close(); ///< gives the focus back to the page
    void next(WebPane::Way way);

private:
    WebPane& pane_;
    wxTextCtrl* field_;
    wxStaticText* outcome_;
};

} // namespace guidepost::desktop
