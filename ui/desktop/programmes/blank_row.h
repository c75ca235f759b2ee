// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/desktop/programmes/blank_question.h"
#include "ui/desktop/widgets/flow_panel.h"
#include "ui/desktop/widgets/flow_text.h"

#include <wx/choice.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include <functional>
#include <optional>
#include <string>

namespace guidepost::desktop {

/// Offers the blank whose answer could change the verdict, with its possible answers, and what was answered
/// last, to undo.
class BlankRow : public wxPanel {
public:
    struct Events {
        std::function<void(const std::string& key, const std::string& value)> answer = {};
        std::function<void(const std::string& key)> pass = {}; ///< it is not known now
        std::function<void()> undo = {};
    };

    BlankRow(wxWindow* parent, Events events);

    /// Nothing asked and nothing told: the row hides itself.
    void show(const std::optional<BlankQuestion>& question, const wxString& told);
    /// The modules look again: nothing can be pressed until they answered.
    void wait();
    /// With little room only the question and its answers are said.
    enum class Room { enough, little };
    void flow_to(int width, Room room);

    wxWindow* first_control() const { return first_; }

private:
    void make_answers(const BlankQuestion& question);
    void make_number(const BlankQuestion& question);
    void make_choice(const BlankQuestion& question);
    wxButton* add_button(wxWindow* parent, const wxString& words, const wxString& name, const char* style,
                         std::function<void()> on_press);

    Events events_;
    FlowText* title_ = nullptr;
    FlowText* why_ = nullptr;
    FlowPanel* answers_ = nullptr;
    wxStaticText* told_ = nullptr; ///< among the answers, as is the way to undo it
    wxWindow* first_ = nullptr;    ///< of what is asked
    wxWindow* undo_ = nullptr;
    bool is_asking_ = false;
    bool had_focus_ = false;
};

} // namespace guidepost::desktop
