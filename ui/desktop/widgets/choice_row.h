// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/desktop/widgets/flow_panel.h"

#include <wx/tglbtn.h>

#include <functional>
#include <optional>
#include <vector>

namespace guidepost::desktop {

/// One of a few things, none of which is chosen for the person: buttons of which at most one is down.
class ChoiceRow : public FlowPanel {
public:
    ChoiceRow(wxWindow* parent, const wxString& name, const std::vector<wxString>& choices,
              const char* style);

    std::optional<std::size_t> chosen() const;
    /// By the program; tells nobody.
    void choose(std::optional<std::size_t> choice);

    /// As many words as there are choices.
    void rename(const std::vector<wxString>& choices);

    std::function<void()> on_changed = {};

private:
    wxString name_;
    std::vector<wxToggleButton*> buttons_;
};

} // namespace guidepost::desktop
