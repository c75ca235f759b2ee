// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <wx/button.h>
#include <wx/panel.h>

#include <functional>
#include <vector>

namespace guidepost::desktop {

/// A small round button with few words.
wxButton* make_chip(wxWindow* parent, const wxString& words, const wxString& accessible_name,
                    std::function<void()> on_press);

/// A line with "Narrow by" and chips. Those that find no room are hidden from the end on; the chip
/// marked as last always shows.
class ChipRow : public wxPanel {
public:
    struct Chip {
        wxString words = {};
        wxString accessible_name = {};
        bool is_on = false;
        std::function<void()> on_press = {};
    };

    ChipRow(wxWindow* parent, const wxString& accessible_name);

    /// `last` with empty words: none. A chip that had the focus keeps it when it is still there.
    void set(const wxString& title, const std::vector<Chip>& chips, const Chip& last);
    void set(const wxString& title, const std::vector<Chip>& chips);

private:
    void lay_out();

    wxWindow* title_ = nullptr;
    std::vector<wxButton*> chips_;
    wxButton* last_ = nullptr;
};

} // namespace guidepost::desktop
