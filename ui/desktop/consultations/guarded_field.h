// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/desktop/consultations/guard_marks.h"
#include "ui/desktop/widgets/flow_text.h"

#include <wx/button.h>
#include <wx/panel.h>
#include <wx/textctrl.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace guidepost::desktop {

/// A text field with undo that marks, as one types, what would say who a case is about, says beside it
/// what that is, and replaces it at one press. It warns and never blocks.
class GuardedField : public wxPanel {
public:
    enum class Lines { one, several };
    /// Where it says so: below in a form that is read from its top, above in what stands at the foot of the
    /// window, so that the text being written stays where it is.
    enum class Notice { below, above };
    GuardedField(wxWindow* parent, const wxString& accessible_name, const wxString& hint, Lines lines,
                 int least_lines = 1, Notice notice = Notice::below);

    /// Words that likely names are told by. None: only identifiers are marked.
    void set_words(std::shared_ptr<const GuardWords> words);

    /// The least height of a field of several lines.
    void set_least_lines(int lines);

    std::string text() const;
    /// Put there by the program; tells nobody.
    void set_text(const std::string& text);
    wxTextCtrl& field() { return *field_; }
    const std::vector<GuardMark>& marks() const { return marks_; }
    /// As if everything that is marked had been replaced.
    std::string text_by_role() const { return without_marks(text(), marks_, Replace::everything); }

    /// Replaces identifiers, or all that is marked when there are none; what the one key does.
    void replace_marks();

    std::function<void()> on_changed = {};
    std::function<void()> on_height_changed = {}; ///< what it says came or went

private:
    void look();
    void paint_marks();
    void arrange();

    wxTextCtrl* field_ = nullptr;
    wxWindow* notice_ = nullptr;
    FlowText* noticed_ = nullptr;
    wxButton* replace_ = nullptr;
    std::shared_ptr<const GuardWords> words_;
    std::vector<GuardMark> marks_;
    bool is_several_ = false;
};

} // namespace guidepost::desktop
