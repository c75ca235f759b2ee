// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/desktop/modules/module_service.h"
#include "ui/desktop/shell/page.h"
#include "ui/desktop/shell/services.h"
#include "ui/desktop/widgets/flow_panel.h"
#include "ui/desktop/widgets/flow_text.h"
#include "ui/desktop/widgets/web_pane.h"
#include "ui/desktop/widgets/wrapped_list.h"

#include <wx/button.h>
#include <wx/panel.h>
#include <wx/splitter.h>
#include <wx/timer.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace guidepost::desktop {

/// The programme modules of this desk: how each stands and why, what it can do and what holds it, and what
/// can be done about it. Also tells of a module that stops while somebody is elsewhere in the window.
class ModulesPage : public wxPanel, public Page {
public:
    ModulesPage(wxWindow* parent, Services services, Shell& shell);

    wxWindow& widget() override { return *this; }
    std::vector<wxWindow*> panes() override;
    bool can_run(Command command) const override;
    void run(Command command) override;
    void person_changed() override;
    void index_changed(News news) override;
    void appearance_changed() override;

    bool is_used() const override;
    void shown() override { look_again(); }

private:
    void look_again();
    void make_top(wxSizer& all);
    void make_right();
    void fill();
    void fill_buttons();
    void fit_right();
    void select(const std::string& id);
    void look();
    void show_looked_at(std::optional<pages::ModuleStatePage> looked_at);
    void show_message(const wxString& title, const wxString& words);
    void render();
    void watch();

    void act(ModuleAct act);
    void acted(ModuleAct act, const std::string& name);
    void install();
    void changed_guidance(const wxString& told);
    void catch_up();

    const programme::ModuleView* selected() const;
    std::set<people::Role> roles() const;
    bool is_open() const { return IsShown(); }

    Services services_;
    Shell& shell_;
    ModuleService service_;
    std::vector<programme::ModuleView> modules_; ///< as last shown
    std::string selected_;
    std::optional<pages::ModuleStatePage> looked_at_;
    RequestPtr look_request_, act_request_;
    bool needs_index_ = false; ///< guidance came or went, and the keeper was busy
    wxString told_;            ///< what was done, to be said when searches know of it
    wxTimer watch_;
    wxTimer slow_; ///< a module that takes its time to start is said to
    wxSplitterWindow* sides_ = nullptr;
    WrappedList* list_ = nullptr;
    wxPanel* right_ = nullptr;
    FlowPanel* buttons_row_ = nullptr;
    std::map<ModuleAct, wxButton*> buttons_;
    FlowText* why_not_ = nullptr;
    WebPane* pane_ = nullptr;
    wxButton* install_ = nullptr;
};

} // namespace guidepost::desktop
