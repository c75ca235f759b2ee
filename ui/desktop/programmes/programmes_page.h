// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/desktop/programmes/blank_row.h"
#include "ui/desktop/programmes/gate_dialog.h"
#include "ui/desktop/programmes/programme_places.h"
#include "ui/desktop/programmes/programme_service.h"
#include "ui/desktop/shell/page.h"
#include "ui/desktop/shell/services.h"
#include "ui/desktop/widgets/flow_panel.h"
#include "ui/desktop/widgets/web_pane.h"
#include "ui/desktop/widgets/wrapped_list.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/panel.h>
#include <wx/splitter.h>
#include <wx/tglbtn.h>

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace guidepost::desktop {

/// The programme modules: what suits the case, their sessions, toolkits and paths, who may deliver them, what
/// became of older ones. Knows modules by what they say of themselves.
class ProgrammesPage : public wxPanel, public Page {
public:
    ProgrammesPage(wxWindow* parent, Services services, Shell& shell);

    wxWindow& widget() override { return *this; }
    std::vector<wxWindow*> panes() override;
    bool can_run(Command command) const override;
    void run(Command command) override;
    void case_changed(const std::optional<CaseProfile>& active) override;
    void person_changed() override;
    void index_changed(News news) override
    {
        if (news != News::none)
            look_again();
    }
    void appearance_changed() override { fill_list(); }
    void save_state() override;

    void open_path(const PathLink& link) override;
    /// Which modules there are and how they stand may have changed.
    void look_again();

private:
    enum class Visit { record, none };
    enum class Onto { paper, file };

    // programmes_page.cpp
    void go(ProgrammePlace place, Visit visit);
    void show_modules(std::vector<ModuleItem> modules);
    const ModuleItem* module() const;
    /// What the module shown can be planned: what its files hold and what its code offered for the case.
    std::vector<ProgrammeItem> items() const;
    const ProgrammeItem* item() const;
    struct NamedPath {
        PathLink at;
        std::string title;
    };
    /// Of all modules: there are few, and nobody knows in which they are.
    std::vector<NamedPath> paths() const;
    OnFailure on_failure();

    // programmes_loading.cpp
    void load();
    void load_suitability();
    void load_sheet();
    void load_path();
    void load_delivery();
    void show_advice(Suitability said);
    void show_page(const std::string& title, const std::string& html, const std::string& base,
                   const std::string& anchor = {});
    void show_message(const wxString& title, const std::vector<wxString>& paragraphs);
    void show_not_used(const programme::ModuleView& view);
    void fail(const Error& error);
    usecases::SheetWanted sheet_wanted(const ProgrammeItem& of, std::optional<people::Staff> deliverer) const;
    /// Its files hold no such plan.
    bool asks_module(const ProgrammeItem& of) const;

    // programmes_layout.cpp
    void make_widgets();
    wxToggleButton* add_toggle(FlowPanel* to, const wxString& words, const char* style,
                               std::function<void()> on_press);
    wxButton* add_button(FlowPanel* to, const wxString& words, std::function<void()> on_press);
    void fill_list();
    void fill_bar();
    void fill_choice(wxChoice& choice, const std::vector<std::string>& names, int selection,
                     const wxString& accessible_name);
    void flow();
    void show_empty(bool is_empty);

    // programmes_acts.cpp
    void answer(const std::string& key, const std::string& value);
    void undo_answer();
    void show_question();
    void copy_text();
    void print(Onto onto);
    void print_now(Onto onto);
    void print_sheet(Onto onto, const people::Staff& deliverer);
    void ask_gate(Onto onto, const people::Staff& who);
    void make_exception();
    void except(const GateAnswer& answer, std::function<void()> then);

    Services services_;
    Shell& shell_;
    ProgrammeService service_;
    ProgrammeHistory history_;
    ProgrammePlace place_;
    std::vector<ModuleItem> modules_;
    std::vector<wxString> rows_;       ///< of the list
    std::vector<ProgrammeItem> items_; ///< of the module shown
    std::optional<CaseProfile> profile_;
    std::optional<Suitability> said_;                    ///< of the profile as it is
    std::optional<usecases::DeliveryOverview> overview_; ///< of the place shown
    std::set<std::string> passed_over_;                  ///< blanks that are not known now
    struct Answered {
        CaseProfile before;
        wxString told;
    };
    std::vector<Answered> answered_;
    std::string title_; ///< of the page shown
    bool is_list_known_ = false;
    bool is_stale_ = true; ///< loaded when next shown
    bool is_sheet_shown_ = false;
    bool has_room_ = true;           ///< for a list beside the page
    bool is_message_ = false;        ///< what is shown is nothing to print
    std::function<void()> on_shown_; ///< once
    RequestPtr list_request_, page_request_, print_request_, act_request_;

    FlowPanel* tabs_ = nullptr;
    wxWindow* tabs_side_ = nullptr;
    std::vector<wxToggleButton*> tab_buttons_;
    wxSplitterWindow* sides_ = nullptr;
    WrappedList* list_ = nullptr;
    wxPanel* right_ = nullptr;
    wxPanel* bar_side_ = nullptr;
    FlowPanel* bar_ = nullptr;
    wxChoice* module_choice_ = nullptr; ///< in place of the list where there is no room for one
    wxChoice* item_choice_ = nullptr;
    wxToggleButton* plan_ = nullptr;
    wxToggleButton* brief_ = nullptr;
    wxToggleButton* whole_ = nullptr;
    wxButton* except_ = nullptr;
    wxButton* attach_ = nullptr;
    wxButton* copy_ = nullptr;
    wxButton* print_ = nullptr;
    BlankRow* blank_ = nullptr;
    wxPanel* empty_ = nullptr;
    FlowText* empty_words_ = nullptr;
    wxButton* empty_button_ = nullptr;
    WebPane* pane_ = nullptr;
};

} // namespace guidepost::desktop
