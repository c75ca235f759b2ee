// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/desktop/widgets/flow_panel.h"
#include "ui/desktop/widgets/flow_text.h"

#include <wx/button.h>
#include <wx/panel.h>

#include <functional>
#include <vector>

namespace guidepost::desktop {

/// The foot of the ask form, always in sight: Send, and beside it what happened and everything that is
/// still needed, each a way to its place.
class AskFooter : public wxPanel {
public:
    AskFooter(wxWindow* parent, std::function<void()> on_send);

    /// "": nothing to say.
    void set_message(const wxString& words);

    struct Needed {
        wxString name = {}; ///< "The question"
        wxString what = {}; ///< what to do about it, as a sentence
        std::function<void()> go = {};
    };
    /// Replaces what was listed. Nothing is redone, and the keyboard stays, while the list is the same.
    void set_needed(std::vector<Needed> needed);

    void enable_send(bool is_enabled) { send_->Enable(is_enabled); }
    /// From the first word on: there is no Send, why, and in its place what takes the words elsewhere.
    void cannot_send(const wxString& why, std::function<void()> on_copy);

private:
    void arrange();

    FlowText* why_not_ = nullptr; ///< shown where nothing can be sent
    FlowText* message_ = nullptr;
    FlowPanel* needed_ = nullptr;
    wxButton* send_ = nullptr;
    wxButton* copy_ = nullptr;
    std::vector<wxString> names_;
};

} // namespace guidepost::desktop
