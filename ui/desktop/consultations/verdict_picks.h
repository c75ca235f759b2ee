// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/consultation/request/attached_verdict.h"
#include "ui/desktop/widgets/flow_text.h"

#include <wx/checkbox.h>
#include <wx/panel.h>

#include <functional>
#include <set>
#include <string>
#include <vector>

namespace guidepost::desktop {

/// What programme modules say of a case, each with a box to send it along; none is ticked for the person.
/// Hidden while there is nothing to pick.
class VerdictPicks : public wxPanel {
public:
    explicit VerdictPicks(wxWindow* parent);

    void show(std::vector<consultation::AttachedVerdict> verdicts);
    /// By module; one that says nothing now is remembered until it does.
    void set_ticked(std::set<std::string> modules);
    void tick(const std::string& module);
    /// Those that are ticked and say something now.
    std::vector<consultation::AttachedVerdict> ticked() const;

    void fit_to(int width);

    std::function<void()> on_changed = {};

private:
    void show_ticks();

    std::vector<consultation::AttachedVerdict> verdicts_;
    std::set<std::string> ticked_;
    std::vector<wxCheckBox*> boxes_; ///< one for each verdict
    std::vector<FlowText*> texts_;
};

} // namespace guidepost::desktop
