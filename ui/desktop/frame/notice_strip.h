// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/desktop/shell/index_keeper.h"
#include "ui/desktop/shell/page.h"
#include "ui/desktop/widgets/flow_panel.h"
#include "ui/desktop/widgets/flow_text.h"

#include <wx/button.h>
#include <wx/gauge.h>
#include <wx/panel.h>
#include <wx/stattext.h>
#include <wx/timer.h>

#include <functional>

namespace guidepost::desktop {

/// Work under way with its progress and a stop, or what happened, why and a button that mends it.
class NoticeStrip : public wxPanel {
public:
    struct Actions {
        std::function<void()> stop = {}, carry_on = {}, rebuild = {};
        std::function<void()> changed_size = {}; ///< it was shown, hidden or grew
    };
    /// A reserved one keeps the height of a line, whether there is something to tell or not, so that
    /// nothing moves under the hands of somebody who writes; what is longer is read on request. One of its
    /// own takes what it needs and goes without a trace.
    enum class Room { its_own, reserved };
    NoticeStrip(wxWindow* parent, Room room, Actions actions);

    void show_state(const KeeperState& state);
    void show_message(const wxString& text, Shell::Tone tone);
    void show_offer(const wxString& text, const wxString& button, std::function<void()> action);
    void dismiss();
    bool is_telling() const { return inside_->IsShown(); }
    wxButton* first_button();

private:
    void show(const wxString& text, const wxString& button, std::function<void()> action);
    void hide();
    void arrange();
    int line_height() const;

    Room room_;
    Actions actions_;
    wxPanel* inside_ = nullptr;    ///< what is seen of it
    wxStaticText* line_ = nullptr; ///< of a reserved one, while it is not opened
    FlowText* whole_ = nullptr;
    FlowPanel* controls_ = nullptr;
    wxGauge* gauge_ = nullptr;
    wxButton* open_ = nullptr; ///< shows what finds no room in the line
    wxButton* button_ = nullptr;
    wxButton* close_ = nullptr;
    bool has_gauge_ = false, has_button_ = false;
    bool is_open_ = false;
    bool is_message_ = false; ///< somebody is to read it: work that goes on does not take its place
    wxString told_again_;     ///< a warning that gave way to work: it stays when that is done
    std::function<void()> on_button_;
    wxTimer patience_; ///< work that ends at once is not announced
    wxTimer reading_;  ///< a message that needs no answer goes by itself
    KeeperState awaited_;
};

} // namespace guidepost::desktop
