// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <wx/dataview.h>

#include <functional>
#include <vector>

namespace guidepost::desktop {

/// A list whose rows are blocks of markup, broken into lines at the list's width. A screen reader
/// reads the rows as text.
class WrappedList : public wxDataViewCtrl {
public:
    struct Padding {
        int x = 14;
        int y = 9;
    };
    enum class Rules { none, between_rows };

    WrappedList(wxWindow* parent, const wxString& accessible_name, const char* style, Padding padding,
                Rules rules);

    /// Replaces the rows. Nothing is selected afterwards; no event is sent. The same rows again change
    /// nothing, neither what is selected nor what is in view.
    void set_rows(std::vector<wxString> markup);
    std::size_t size() const;

    /// The selected row, or -1. Selecting by program sends no event.
    int selected() const;
    void select(int row);
    void show_top(); ///< whatever is selected

    std::function<void(int)> on_selected = {};  ///< by mouse or keys
    std::function<void(int)> on_activated = {}; ///< Enter or double click

private:
    class Rows;
    void wrap();

    wxObjectDataPtr<Rows> rows_;
    wxDataViewRenderer* renderer_ = nullptr; ///< the column's
    int wrapped_at_ = 0;
};

} // namespace guidepost::desktop
