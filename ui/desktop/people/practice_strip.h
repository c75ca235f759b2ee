// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/people/staff.h"
#include "ui/desktop/widgets/flow_text.h"

#include <wx/button.h>
#include <wx/panel.h>

#include <functional>
#include <optional>

namespace guidepost::desktop {

/// Across the top of a practice desk's window: that it is one, who one acts as, and a switch.
class PracticeStrip : public wxPanel {
public:
    PracticeStrip(wxWindow* parent, std::function<void()> on_switch);

    void show_person(const std::optional<people::Staff>& person);
    wxWindow* button() { return switch_; }

private:
    void arrange();

    wxString full_, short_; ///< markup
    FlowText* words_ = nullptr;
    wxButton* switch_ = nullptr;
};

} // namespace guidepost::desktop
