// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/desktop/consultations/composer.h"
#include "ui/desktop/consultations/side_panel.h"
#include "ui/desktop/widgets/web_pane.h"

#include <wx/button.h>
#include <wx/panel.h>
#include <wx/tglbtn.h>

#include <functional>
#include <optional>

namespace guidepost::desktop {

/// One thread: its page, what is written below, and beside it case, routing and history. It shows what it
/// is given and tells what is pressed.
class ThreadView : public wxPanel {
public:
    struct Actions {
        Composer::Actions composer;
        std::function<void(const Link&)> open; ///< a link to an article
        std::function<void()> back_to_list;
    };
    ThreadView(wxWindow* parent, journal::Journal& journal, Actions actions);

    void show(OpenThread open);
    /// A message where no thread is.
    void show_message(const pages::MessagePage& message);
    const std::optional<OpenThread>& open_thread() const { return open_; }

    Composer& composer() { return *composer_; }
    WebPane& pane() { return *pane_; }
    SidePanel& side() { return *side_; }

    /// In a narrow window the thread stands in place of the list.
    void set_beside_list(bool is_beside);
    void toggle_side();
    void appearance_changed();

private:
    void render();
    bool arrange(); ///< whether the page has to be made anew

    Actions actions_;
    std::optional<OpenThread> open_;
    pages::MessagePage message_;
    std::string shown_message_; ///< as HTML; empty while a thread is shown
    bool wants_side_ = true;
    wxPanel* tools_ = nullptr;
    wxButton* back_ = nullptr;
    WebPane* pane_ = nullptr;
    Composer* composer_ = nullptr;
    wxWindow* composer_line_ = nullptr;
    wxWindow* side_line_ = nullptr;
    SidePanel* side_ = nullptr;
    bool has_side_ = false;
    int renderings_ = 0;
};

} // namespace guidepost::desktop
