// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/desktop/consultations/ask_form.h"
#include "ui/desktop/consultations/consultation_service.h"
#include "ui/desktop/consultations/thread_view.h"
#include "ui/desktop/shell/page.h"
#include "ui/desktop/shell/services.h"
#include "ui/desktop/widgets/flow_panel.h"
#include "ui/desktop/widgets/wrapped_list.h"

#include <wx/panel.h>
#include <wx/splitter.h>
#include <wx/srchctrl.h>
#include <wx/timer.h>

#include <functional>
#include <memory>
#include <optional>

namespace guidepost::desktop {

/// Asking and answering: the lists one has, the thread that is read, and the form for a new question.
class ConsultationsPage : public wxPanel, public Page {
public:
    ConsultationsPage(wxWindow* parent, Services services, Shell& shell);

    wxWindow& widget() override { return *this; }
    std::vector<wxWindow*> panes() override;
    bool can_run(Command command) const override;
    wxString why_not(Command command) const override;
    std::string words_at_risk() const override { return form_->words_at_risk(); }
    void run(Command command) override;
    void case_changed(const std::optional<CaseProfile>& active) override;
    void person_changed() override;
    void appearance_changed() override;

    bool is_used() const override;
    void ask_with_verdict(const std::string& module) override;
    void time_passed() override { look_again(); }

private:
    static constexpr int pause_ms = 250, select_ms = 200;

    // consultations_page_layout.cpp: widgets and their room
    void make_widgets();
    void show_chips();
    void flow_chips();
    void set_sides();
    bool is_narrow() const;

    // consultations_page.cpp: lists
    void look_again();
    void choose(ConsultationView::Which which);
    void fetch();
    void show_listing(Listing listing);
    void fill_list();
    const ConsultationView* view() const;
    void forget_removed(); ///< drafts that may quote what had to go
    void open_selected();
    void on_key(wxKeyEvent& event);

    // consultations_acts.cpp: one thread
    enum class Why { chosen, done, tried, looked_again }; ///< tried: something was not taken
    void open_ref(const ConsultationRef& ref, Why why);
    void show_thread(std::optional<OpenThread> open, Why why);
    void show_nothing();
    void act(Act act);
    void run_act(Act act, ActInput input);
    void show_result(Act act, const ActInput& input, const Acted& acted);
    void cite();
    void copy_record();
    void make_guidance();
    void show_form(bool is_form);
    void open_article(const Link& link);
    void fail(const Error& error);

    Services services_;
    Shell& shell_;
    ConsultationService service_;
    std::shared_ptr<const GuardWords> guard_words_;
    std::vector<ConsultationView> views_;
    ConsultationView::Which which_ = ConsultationView::Which::all_mine;
    bool is_chosen_ = false; ///< the person chose the list; until then the first that is not empty shows
    std::string find_;
    Listing listing_;
    ConsultationRef shown_;
    std::int64_t seen_ = 0; ///< what the person who writes had before them
    std::string last_count_;
    bool is_reading_ = false; ///< in a narrow window: the thread is in front, not the list
    std::optional<ActInput> unsent_;
    RequestPtr list_request_, open_request_, act_request_, words_request_, timing_request_, clerk_request_;
    std::optional<Why> opening_; ///< why a thread is being fetched, while it is
    wxTimer pause_;
    wxTimer select_;
    wxTimer clerk_;
    std::vector<ConsultationView::Which> chips_shown_;

    wxWindow* top_ = nullptr;
    wxSearchCtrl* field_ = nullptr;
    wxButton* ask_ = nullptr;
    wxPanel* chips_side_ = nullptr;
    FlowPanel* chips_ = nullptr;
    wxWindow* chips_line_ = nullptr;
    wxSplitterWindow* sides_ = nullptr;
    WrappedList* list_ = nullptr;
    ThreadView* thread_ = nullptr;
    AskForm* form_ = nullptr;
};

} // namespace guidepost::desktop
