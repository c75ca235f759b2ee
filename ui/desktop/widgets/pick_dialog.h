// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/desktop/widgets/wrapped_list.h"

#include <wx/dialog.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace guidepost::desktop {

/// A field that narrows, a list of what was found, and a line below that says what comes next. Arrows move
/// in the list while one types, Enter takes the marked row. What is found is up to who opens it.
class PickDialog : public wxDialog {
public:
    struct Words {
        wxString title, field, hint, list; ///< field and list: their accessible names
    };
    PickDialog(wxWindow* parent, const Words& words);

    /// Called with what stands in the field, at once and at every change of it.
    std::function<void(const std::string& typed)> on_typed = {};

    /// `outcome`: the line below.
    void show_rows(std::vector<wxString> rows, const wxString& outcome);
    void show_outcome(const wxString& outcome) { outcome_->SetLabel(outcome); }

    /// Shows it and returns the row that was taken; none when it was closed.
    std::optional<std::size_t> pick();

private:
    void on_key(wxKeyEvent& event);

    wxTextCtrl* field_ = nullptr;
    WrappedList* list_ = nullptr;
    wxStaticText* outcome_ = nullptr;
};

} // namespace guidepost::desktop
