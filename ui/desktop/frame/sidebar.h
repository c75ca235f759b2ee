// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/desktop/widgets/flow_text.h"

#include <wx/button.h>
#include <wx/panel.h>
#include <wx/tglbtn.h>

#include <functional>
#include <vector>

namespace guidepost::desktop {

/// The pages there are, and below who is signed in and how the desk is.
class Sidebar : public wxPanel {
public:
    Sidebar(wxWindow* parent, const std::vector<wxString>& pages, std::function<void(std::size_t)> on_page,
            std::function<void()> on_news);

    void set_page(std::size_t page);
    /// Only what the role uses is there.
    void show_entry(std::size_t page, bool is_shown);
    /// A badge; none for 0.
    void set_count(std::size_t page, std::size_t count);
    void set_account(const wxString& who, const wxString& how);
    enum class Health { well, busy, unwell };
    void set_state(const wxString& words, Health health);
    /// A button that shows what is new. Its place is kept free, so that nothing moves when it comes.
    void show_news(bool is_there);

    wxWindow* current_button();

    /// For a window too narrow for a sidebar: the pages as they are shown here, and the words below them.
    struct Entry {
        std::size_t page = 0;
        wxString words = {};
    };
    std::vector<Entry> entries() const;
    std::vector<wxString> told() const;
    bool has_news() const { return news_->IsShown(); }

private:
    std::vector<wxString> names_;
    std::vector<wxToggleButton*> buttons_;
    std::vector<bool> is_entry_;
    std::size_t current_ = 0;
    FlowText* who_ = nullptr;
    FlowText* how_ = nullptr;
    FlowText* state_ = nullptr;
    wxButton* news_ = nullptr;
};

} // namespace guidepost::desktop
