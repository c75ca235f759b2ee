// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <wx/scrolwin.h>

namespace guidepost::desktop {

/// A form that scrolls and keeps what has the focus in view, however deep it lies: the toolkit looks
/// only at what the form holds directly, often one panel larger than the window.
class FormScroll : public wxScrolledWindow {
public:
    enum class Ways { down, down_and_across };
    explicit FormScroll(wxWindow* parent, Ways ways = Ways::down);

    /// Scrolls as little as needed. What is higher than the view shows its upper end, or the line that is
    /// being written.
    void bring_into_view(const wxWindow& window);

protected:
    bool ShouldScrollToChildOnFocus(wxWindow*) override { return false; }

private:
    void bring_focus_into_view();
};

} // namespace guidepost::desktop
