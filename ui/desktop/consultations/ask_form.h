// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/desktop/consultations/ask_footer.h"
#include "ui/desktop/consultations/consultation_service.h"
#include "ui/desktop/consultations/danger_panel.h"
#include "ui/desktop/consultations/guarded_field.h"
#include "ui/desktop/consultations/verdict_picks.h"
#include "ui/desktop/links/link.h"
#include "ui/desktop/shell/services.h"
#include "ui/desktop/widgets/choice_row.h"
#include "ui/desktop/widgets/form_scroll.h"
#include "ui/desktop/widgets/module_fields_panel.h"
#include "ui/desktop/widgets/wrapped_list.h"

#include <wx/checkbox.h>
#include <wx/checklst.h>
#include <wx/choice.h>
#include <wx/stattext.h>
#include <wx/timer.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace guidepost::desktop {

/// A new question, on one page. What is known is filled in, nothing is ticked for the person, every
/// keystroke is kept. Beside it: guidance that may settle it, who is expected, whom to call now.
class AskForm : public wxPanel {
public:
    struct Actions {
        std::function<void(const ConsultationRef&)> sent;
        std::function<void()> closed;
        std::function<void(const Link&)> open;
        std::function<void(const wxString&)> told;
        std::function<void()> edit_case;
    };
    AskForm(wxWindow* parent, Services services, ConsultationService& service, Actions actions);

    /// The draft of whoever acts, or a fresh form with what is known.
    void begin();
    void focus_first();
    /// Ticks what this module says of the case, so that it goes with the question.
    void attach(const std::string& module);
    void send();
    /// What was written here and is nowhere else: on a desk that may not be written it goes with the window.
    std::string words_at_risk() const;
    void replace_marks();
    void set_words(std::shared_ptr<const GuardWords> words);
    /// What the priorities mean and which days are worked. Until then days are Monday to Friday.
    void set_timing(AskTiming timing);
    void case_changed(const std::optional<CaseProfile>& active);
    void person_changed();
    std::vector<wxWindow*> panes();

private:
    static constexpr const char* kind_of_draft = "ask";

    // ask_form_layout.cpp
    void make_fields();
    void make_side();
    wxStaticText* label(wxWindow* parent, wxSizer& to, const wxString& words);
    void arrange();

    consultation::Request request() const;
    void fill(const consultation::Request& request);
    void fill_days(const std::optional<Date>& chosen);
    void fill_read(const std::vector<std::string>& ticked);
    void ask_modules(); ///< their questions, and what they say of the case
    void show_modules(AskModules modules);
    void changed(); ///< keeps the draft, looks again after a pause
    void drop_draft();
    void look(); ///< guidance, who is expected, what is missing
    void show_preview(usecases::Preview preview);
    void show_hits(search::Page page);
    void settled();
    std::string written() const; ///< as text for somewhere else
    void copy_written();
    void show_case();
    void show_restricted();

    // ask_form_sending.cpp
    bool is_sent_as_it_is(); ///< asks once when what is written may say who it is about
    void send_now();
    void show_refused(const consultation::Refused& refused);
    wxWindow* field_place(const std::string& field) const; ///< of a request; none where the form has no place
    void tell_missing(const std::vector<consultation::Missing>& missing, bool names_all);
    void show_missing(const std::vector<consultation::Missing>& missing);
    void go_to(wxWindow& place);

    Services services_;
    ConsultationService& service_;
    Actions actions_;
    std::optional<CaseProfile> case_;
    std::shared_ptr<const GuardWords> words_; ///< that likely names are told by
    AskTiming timing_;
    std::vector<DayChoice> days_;
    std::vector<std::string> specialisms_;
    std::vector<std::string> read_places_;
    std::vector<people::Staff> colleagues_; ///< who may be named in a restricted one
    usecases::Preview preview_;
    bool is_filling_ = false;
    bool is_at_risk_ = false; ///< something was written that no file keeps
    bool was_tried_ = false;  ///< sending was tried: what is missing is said
    std::vector<search::Hit> hits_;
    RequestPtr preview_request_, find_request_, send_request_, modules_request_;
    wxTimer pause_;

    wxPanel* head_ = nullptr;
    wxStaticText* title_ = nullptr;
    FormScroll* scroll_ = nullptr;
    wxPanel* fields_ = nullptr;
    wxPanel* side_ = nullptr;
    wxWindow* side_line_ = nullptr;
    ChoiceRow* danger_ = nullptr;
    GuardedField* question_ = nullptr;
    GuardedField* decision_ = nullptr;
    GuardedField* tried_ = nullptr;
    wxChoice* needed_by_ = nullptr;
    ChoiceRow* priority_ = nullptr;
    ChoiceRow* responsibility_ = nullptr;
    FlowText* case_words_ = nullptr;
    wxButton* edit_case_ = nullptr;
    wxChoice* specialism_ = nullptr;
    ModuleFieldsPanel* module_fields_ = nullptr;
    VerdictPicks* verdicts_ = nullptr;
    wxStaticText* read_label_ = nullptr;
    wxCheckListBox* read_ = nullptr;
    wxCheckBox* restricted_ = nullptr;
    wxCheckListBox* restricted_to_ = nullptr;
    DangerPanel* danger_told_ = nullptr;
    AskFooter* footer_ = nullptr;
    WrappedList* guidance_ = nullptr;
    FlowText* guidance_words_ = nullptr;
    wxButton* settled_ = nullptr;
    FlowText* expected_ = nullptr;
    FlowText* modules_words_ = nullptr;
    FlowText* call_head_ = nullptr;
    FlowText* call_ = nullptr;
};

} // namespace guidepost::desktop
