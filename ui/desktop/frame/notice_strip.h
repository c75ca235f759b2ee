// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/desktop/shell/index_keeper.h"
#include "ui/desktop/shell/page.h"
#include "ui/desktop/widgets/flow_text.h"

#include <wx/button.h>
#include <wx/gauge.h>
#include <wx/panel.h>
#include <wx/timer.h>

#include <functional>

namespace guidepost::desktop {

/// One strip below the case: work under way with its progress and a stop, or what happened, why and
/// a button that mends it.
class NoticeStrip : public wxPanel {
public:
    struct Actions {
        std::function<void()> stop = {}, carry_on = {}, rebuild = {};
        std::function<void()> changed_size = {}; ///< it was shown, hidden or grew
    };
    NoticeStrip(wxWindow* parent, Actions actions);

    void show_state(const KeeperState& state);
    void show_message(const wxString& text, Shell::Tone tone);
    void show_offer(const wxString& text, const wxString& button, std::function<void()> action);
    void dismiss() { hide(); }
    wxButton* first_button();

private:
    void show(const wxString& text, const wxString& button, std::function<void()> action);
    void hide();
    void arrange();

    Actions actions_;
    FlowText* text_ = nullptr;
    wxGauge* gauge_ = nullptr;
    wxButton* button_ = nullptr;
    wxButton* close_ = nullptr;
    std::function<void()> on_button_;
    wxTimer patience_; ///< work that ends at once is not announced
    wxTimer reading_;  ///< a message that needs no answer goes by itself
    KeeperState awaited_;
};

} // namespace guidepost::desktop
