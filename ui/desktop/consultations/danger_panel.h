// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/consultation/danger/red_flags.h"
#include "core/consultation/request/request.h"
#include "ui/desktop/widgets/flow_text.h"

#include <wx/button.h>
#include <wx/panel.h>
#include <wx/textctrl.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace guidepost::desktop {

/// What stops a question that tells of danger: one headline, one number, one sentence, and who was called
/// and when. Behind More: the rest, and the way out of a false alarm, which wants a reason.
class DangerPanel : public wxPanel {
public:
    DangerPanel(wxWindow* parent, std::function<void()> on_changed, std::function<void()> on_resized);

    /// The flags in the order in which they are told. None: the panel hides.
    void show(const std::vector<consultation::RedFlag>& flags);
    bool is_told() const { return IsShown(); }

    /// What a request holds of it; put there by the program it tells nobody.
    void set(const std::optional<consultation::Called>& called, const std::string& not_danger);
    std::optional<consultation::Called> called() const; ///< none while both fields are empty
    std::string not_danger() const;

    wxTextCtrl& first_field() { return *whom_; }
    void fit_to(int width);

private:
    wxTextCtrl* add_field(wxSizer& to, const wxString& name);
    void open_more(bool is_open);

    std::function<void()> on_changed_, on_resized_;
    FlowText* headline_ = nullptr;
    FlowText* number_ = nullptr;
    FlowText* says_ = nullptr;
    wxTextCtrl* whom_ = nullptr;
    wxTextCtrl* when_ = nullptr;
    wxButton* more_button_ = nullptr;
    wxPanel* more_ = nullptr;
    FlowText* more_words_ = nullptr;
    wxTextCtrl* not_danger_ = nullptr;
};

} // namespace guidepost::desktop
