// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/cases/case_editor.h"

#include "core/values/case_reference.h"
#include "ui/desktop/cases/case_form.h"
#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/widgets/flow_text.h"
#include "ui/desktop/widgets/line.h"
#include "ui/desktop/words/errors.h"
#include "ui/desktop/words/text.h"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/intl.h>
#include <wx/listbox.h>
#include <wx/msgdlg.h>
#include <wx/sizer.h>

#include <algorithm>

namespace guidepost::desktop {
namespace {

class CaseEditor : public wxDialog {
public:
    CaseEditor(wxWindow* parent, Services services);

private:
    std::string new_reference() const;
    wxSizer* make_list_side();
    void show_row(int row);
    bool keep_row(); ///< what the form says into the working copy; false when it cannot be used
    void add(CaseProfile profile);
    void remove();
    void save();
    void refill(int row);
    void complain(const wxString& problem);

    journal::Journal& journal_;
    Login who_;
    std::vector<CaseProfile> before_; ///< as the journal has them
    std::vector<CaseProfile> cases_;  ///< as they are edited
    int row_ = -1;
    wxListBox* list_ = nullptr;
    CaseForm* form_ = nullptr;
    FlowText* problem_ = nullptr;
    RequestPtr fields_request_;
};

CaseEditor::CaseEditor(wxWindow* parent, Services services)
    : wxDialog{parent,
               wxID_ANY,
               _("Cases on this desk"),
               wxDefaultPosition,
               wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER},
      journal_{services.journal},
      who_{services.identity.login()},
      before_{journal_.cases(who_)},
      cases_{before_}
{
    platform::mark_as_dialog(*this);
    auto* const all = new wxBoxSizer{wxVERTICAL};
    auto* const across = new wxBoxSizer{wxHORIZONTAL};
    across->Add(make_list_side(), wxSizerFlags{}.Expand());
    across->Add(make_line(this, wxVERTICAL), wxSizerFlags{}.Expand());
    form_ = new CaseForm{this, parent->GetClientSize().x - list_->GetBestSize().x - FromDIP(40), [this] {
                             if (problem_->IsShown())
                                 complain({});
                         }};
    across->Add(form_, wxSizerFlags{1}.Expand());
    all->Add(across, wxSizerFlags{1}.Expand());
    all->Add(make_line(this, wxHORIZONTAL), wxSizerFlags{}.Expand());
    problem_ = new FlowText{this};
    problem_->SetFont(problem_->GetFont().Bold());
    problem_->Hide();
    all->Add(problem_, wxSizerFlags{}.Border(wxLEFT | wxTOP | wxRIGHT, FromDIP(14)));

    auto* const buttons = new wxBoxSizer{wxHORIZONTAL};
    auto* const told = new wxStaticText{this, wxID_ANY, _("Kept on this computer only.")};
    platform::add_style(*told, "gp-quiet");
    buttons->Add(told, wxSizerFlags{1}.CentreVertical());
    auto* const cancel = new wxButton{this, wxID_CANCEL, _("&Cancel")};
    auto* const use = new wxButton{this, wxID_OK, _("&Save and use this case")};
    platform::add_style(*use, "gp-primary");
    use->SetDefault();
    use->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { save(); });
    buttons->Add(cancel, wxSizerFlags{}.Border(wxRIGHT, FromDIP(8)));
    buttons->Add(use);
    all->Add(buttons, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(14)));
    SetSizer(all);

    const auto room = parent->GetClientSize();
    const auto wanted = form_->GetSizer()->GetMinSize();
    SetSize(std::min(std::max(FromDIP(680), wanted.x + list_->GetBestSize().x + FromDIP(60)), room.x),
            std::min(FromDIP(680), room.y));
    CentreOnParent();

    // A module may take its time: its questions come when they come.
    fields_request_ = ask(
        services.errands,
        [&catalogue = services.desk.modules()](const std::stop_token&) {
            return programme::fields_of_modules(catalogue);
        },
        [this](const std::vector<programme::ModuleFields>& fields) { form_->show_module_fields(fields); },
        [this](const Error& error) { complain(sentence_of(error)); });

    const auto active = journal_.active_case(who_);
    if (cases_.empty()) {
        add({.reference = new_reference()});
    } else {
        const auto found = std::find_if(cases_.begin(), cases_.end(),
                                        [&](const auto& profile) { return profile.reference == active; });
        refill(found == cases_.end() ? 0 : static_cast<int>(found - cases_.begin()));
    }
}

wxSizer* CaseEditor::make_list_side()
{
    auto* const side = new wxBoxSizer{wxVERTICAL};
    list_ =
        new wxListBox{this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize{170, 120}), 0, nullptr, wxLB_SINGLE};
    platform::set_accessible_name(*list_, _("Cases"));
    side->Add(list_, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(12)));
    const auto add_button = [&](const wxString& words, auto action) {
        auto* const button = new wxButton{this, wxID_ANY, words};
        button->Bind(wxEVT_BUTTON, [this, action](wxCommandEvent&) { CallAfter(action); });
        side->Add(button, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(12)));
    };
    add_button(_("&New case"), [this] {
        if (keep_row())
            add({.reference = new_reference()});
    });
    add_button(_("&Duplicate"), [this] {
        if (!keep_row() || row_ < 0)
            return;
        auto copy = cases_[static_cast<std::size_t>(row_)];
        copy.reference = new_reference();
        add(std::move(copy));
    });
    add_button(_("&Remove"), [this] { remove(); });
    list_->Bind(wxEVT_LISTBOX, [this](wxCommandEvent&) {
        const int wanted = list_->GetSelection();
        if (wanted == row_ || wanted < 0)
            return;
        if (keep_row())
            refill(wanted);
        else
            list_->SetSelection(row_);
    });
    return side;
}

std::string CaseEditor::new_reference() const
{
    return make_case_reference([this](const std::string& reference) {
        return std::any_of(cases_.begin(), cases_.end(),
                           [&](const CaseProfile& profile) { return profile.reference == reference; });
    });
}

void CaseEditor::refill(int row)
{
    wxArrayString names;
    for (const auto& profile : cases_)
        names.Add(to_wx(profile.reference));
    list_->Set(names);
    show_row(row);
}

void CaseEditor::show_row(int row)
{
    row_ = row;
    if (row >= 0)
        list_->SetSelection(row);
    form_->Enable(row >= 0);
    form_->show(row < 0 ? CaseProfile{} : cases_[static_cast<std::size_t>(row)]);
    form_->Scroll(0, 0);
}

bool CaseEditor::keep_row()
{
    if (row_ < 0)
        return true;
    auto answer = form_->read();
    if (answer.profile.reference.empty())
        answer.profile.reference = new_reference();
    for (std::size_t i = 0; i < cases_.size() && answer.problem.empty(); ++i)
        if (static_cast<int>(i) != row_ && cases_[i].reference == answer.profile.reference)
            answer.problem = _("Another case has this reference.");
    complain(answer.problem);
    if (!answer.problem.empty())
        return false;
    cases_[static_cast<std::size_t>(row_)] = std::move(answer.profile);
    return true;
}

void CaseEditor::add(CaseProfile profile)
{
    cases_.push_back(std::move(profile));
    refill(static_cast<int>(cases_.size()) - 1);
    form_->reference_field()->SetFocus();
}

void CaseEditor::remove()
{
    if (row_ < 0)
        return;
    const auto index = static_cast<std::size_t>(row_);
    wxMessageDialog question{this, _("It goes from this computer when you save."),
                             wxString::Format(_("Remove the case %s?"), to_wx(cases_[index].reference)),
                             wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION};
    question.SetYesNoLabels(_("Remove"), _("Keep"));
    if (question.ShowModal() != wxID_YES)
        return;
    cases_.erase(cases_.begin() + row_);
    complain({});
    refill(cases_.empty() ? -1 : std::min(row_, static_cast<int>(cases_.size()) - 1));
}

void CaseEditor::save()
{
    if (!keep_row())
        return;
    try {
        for (const auto& old : before_)
            if (std::none_of(cases_.begin(), cases_.end(),
                             [&](const auto& profile) { return profile.reference == old.reference; }))
                journal_.remove_case(who_, old.reference);
        for (const auto& profile : cases_)
            if (std::find(before_.begin(), before_.end(), profile) == before_.end())
                journal_.save_case(who_, profile);
        journal_.set_active_case(
            who_, row_ < 0 ? std::nullopt : std::optional{cases_[static_cast<std::size_t>(row_)].reference});
        EndModal(wxID_OK);
    } catch (const Error& error) {
        complain(sentence_of(error));
    }
}

void CaseEditor::complain(const wxString& problem)
{
    problem_->Show(!problem.empty());
    problem_->fit_to(GetClientSize().x - 2 * FromDIP(14));
    problem_->set_text(problem);
    Layout();
}

} // namespace

bool show_case_editor(wxWindow* parent, Services services)
{
    CaseEditor editor{parent, services};
    return editor.ShowModal() == wxID_OK;
}

} // namespace guidepost::desktop
