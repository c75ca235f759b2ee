// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/values/case_profile.h"
#include "ui/desktop/shell/commands.h"

#include <wx/panel.h>

#include <functional>
#include <optional>
#include <vector>

class wxButton;
class wxStaticText;

namespace guidepost::desktop {

/// The case one works on, in a few words, above every page.
class CaseStrip : public wxPanel {
public:
    CaseStrip(wxWindow* parent, std::function<void(Command)> run);

    void show_case(const std::optional<CaseProfile>& profile, std::size_t cases);
    wxWindow* first_button();

private:
    void arrange();

    std::function<void(Command)> run_;
    wxStaticText* title_ = nullptr;
    std::vector<wxStaticText*> chips_;
    wxStaticText* more_ = nullptr;
    wxStaticText* hint_ = nullptr;
    wxButton* set_ = nullptr;
    wxButton* edit_ = nullptr;
    wxButton* switch_ = nullptr;
    wxButton* clear_ = nullptr;
    std::vector<wxButton*> buttons_; ///< those there is a use for, the most needed first
    bool is_arranging_ = false;
};

} // namespace guidepost::desktop
