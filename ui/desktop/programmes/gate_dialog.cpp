// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/programmes/gate_dialog.h"

#include "core/people/rights.h"
#include "core/text/text.h"
#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/programmes/delivery_gate.h"
#include "ui/desktop/widgets/flow_text.h"
#include "ui/desktop/widgets/form_scroll.h"
#include "ui/desktop/widgets/on_resized.h"
#include "ui/desktop/widgets/spacing.h"
#include "ui/desktop/widgets/undo_field.h"
#include "ui/desktop/words/text.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace guidepost::desktop {
namespace {

constexpr int width = 560, lines_of_reason = 4;

class GateDialog : public wxDialog {
public:
    GateDialog(wxWindow* parent, const GateAsked& asked);

    GateAnswer answer() const;

private:
    void add_people(wxSizer& to);
    void add_exception(wxSizer& to);
    void show_person();
    void judge();
    const GatePerson& person() const { return people_[at_]; }
    FlowText* add_text(wxSizer& to, const char* style);
    void fit();

    const GateAsked& asked_;
    std::vector<GatePerson> people_;
    std::vector<Date> days_;
    std::size_t at_ = 0;
    FormScroll* scroll_ = nullptr;
    std::vector<FlowText*> texts_;
    FlowText* standing_ = nullptr;
    FlowText* missing_ = nullptr;
    FlowText* help_ = nullptr;
    wxPanel* exception_ = nullptr;
    wxTextCtrl* reason_ = nullptr;
    wxChoice* until_ = nullptr;
    wxButton* ok_ = nullptr;
};

GateDialog::GateDialog(wxWindow* parent, const GateAsked& asked)
    : wxDialog{parent,
               wxID_ANY,
               wxString::Format(_("Who delivers: %s"), asked.what),
               wxDefaultPosition,
               wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER},
      asked_{asked},
      people_{gate_people(asked.who, asked.overview.mine, asked.overview.region)}
{
    platform::mark_as_dialog(*this);
    platform::set_accessible_name(*this, GetTitle());
    auto* const all = new wxBoxSizer{wxVERTICAL};
    scroll_ = new FormScroll{this};
    auto* const fields = new wxBoxSizer{wxVERTICAL};
    add_people(*fields);
    standing_ = add_text(*fields, nullptr);
    standing_->SetFont(standing_->GetFont().Bold());
    missing_ = add_text(*fields, nullptr);
    help_ = add_text(*fields, "gp-quiet");
    add_exception(*fields);
    scroll_->SetSizer(fields);
    all->Add(scroll_, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(form_margin)));
    all->Add(CreateButtonSizer(wxOK | wxCANCEL),
             wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(form_margin)));
    SetSizer(all);
    ok_ = static_cast<wxButton*>(FindWindow(wxID_OK));
    platform::add_style(*ok_, "gp-primary");
    show_person();
    on_resized(*this, [this] { fit(); });
}

FlowText* GateDialog::add_text(wxSizer& to, const char* style)
{
    auto* const text = new FlowText{scroll_, style};
    to.Add(text, wxSizerFlags{}.Border(wxBOTTOM, FromDIP(8)));
    texts_.push_back(text);
    return text;
}

void GateDialog::add_people(wxSizer& to)
{
    if (people_.size() < 2)
        return;
    to.Add(new wxStaticText{scroll_, wxID_ANY, _("Who delivers it?")});
    wxArrayString names;
    for (const auto& one : people_)
        names.Add(to_wx(one.staff.display_name) +
                  (one.delivery.may() ? ", " + _("may deliver") : ", " + _("not yet")));
    auto* const choice = new wxChoice{scroll_, wxID_ANY, wxDefaultPosition, wxDefaultSize, names};
    platform::set_accessible_name(*choice, _("Who delivers it?"));
    choice->SetSelection(0);
    choice->Bind(wxEVT_CHOICE, [this, choice](wxCommandEvent&) {
        at_ = static_cast<std::size_t>(std::max(choice->GetSelection(), 0));
        show_person();
    });
    to.Add(choice, wxSizerFlags{}.Expand().Border(wxTOP | wxBOTTOM, FromDIP(6)));
    to.AddSpacer(FromDIP(6));
}

void GateDialog::add_exception(wxSizer& to)
{
    exception_ = new wxPanel{scroll_};
    auto* const fields = new wxBoxSizer{wxVERTICAL};
    fields->Add(new wxStaticText{exception_, wxID_ANY, _("Why may it be delivered all the same?")});
    reason_ = new wxTextCtrl{exception_,
                             wxID_ANY,
                             "",
                             wxDefaultPosition,
                             wxSize{-1, lines_of_reason * GetCharHeight() + FromDIP(12)},
                             wxTE_MULTILINE};
    platform::add_style(*reason_, "gp-field");
    platform::set_accessible_name(*reason_, _("Reason of the exception"));
    UndoField::give_to(*reason_);
    reason_->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
        event.Skip();
        judge();
    });
    fields->Add(reason_, wxSizerFlags{1}.Expand().Border(wxTOP | wxBOTTOM, FromDIP(6)));
    fields->Add(new wxStaticText{exception_, wxID_ANY, _("The last day on which it holds")});
    wxArrayString spans;
    const auto today = date_of(system_now());
    for (const auto& span : exception_spans()) {
        const Date day{std::chrono::sys_days{today} + span.days};
        days_.push_back(day);
        spans.Add(wxGetTranslation(span.label) + ": " + to_wx(format_date_long(day)));
    }
    until_ = new wxChoice{exception_, wxID_ANY, wxDefaultPosition, wxDefaultSize, spans};
    platform::set_accessible_name(*until_, _("Last day of the exception"));
    until_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { judge(); });
    fields->Add(until_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(6)));
    exception_->SetSizer(fields);
    to.Add(exception_, wxSizerFlags{1}.Expand().Border(wxTOP, FromDIP(4)));
}

void GateDialog::show_person()
{
    const auto& one = person();
    const auto name = to_wx(one.staff.display_name);
    const bool may = one.delivery.may();
    const bool can_except = asked_.can_record && may_except(asked_.who, one);
    standing_->set_text(
        wxString::Format(may ? _("%s may deliver it.") : _("%s may not deliver it yet."), name));
    wxString missing;
    for (const auto& sentence : usecases::missing_sentences(one.delivery.missing(), asked_.overview.names))
        missing += (missing.empty() ? "" : "\n") + wxString{L"\u2022 "} + to_wx(sentence);
    missing_->Show(!may);
    missing_->set_text(missing);
    wxString help;
    if (!may && can_except)
        help = _("An exception stands in the register under your name, and leads see it.");
    else if (!may && !asked_.can_record)
        help = _("It is not printed. This desk may not be written, so no exception can be made here.");
    else if (!may) {
        wxString leads;
        for (const auto& lead : asked_.overview.leads)
            if (lead.login != one.staff.login)
                leads += (leads.empty() ? "" : ", ") + to_wx(lead.display_name);
        help = leads.empty()
                   ? _("It is not printed. The register names no lead of this region who could make an "
                       "exception; training is entered with guidepostctl staff training-put.")
                   : wxString::Format(_("It is not printed. What is missing is entered in the register when "
                                        "it was done; until then a lead can make an exception: %s."),
                                      leads);
    }
    help_->Show(!help.empty());
    help_->set_text(help);
    exception_->Show(!may && can_except);
    const auto words = asked_.purpose == GateAsked::For::exception ? _("Make the exception")
                       : may                                       ? _("Print")
                                                                   : _("Make the exception and print");
    ok_->Show(may ? asked_.purpose == GateAsked::For::printing : can_except);
    ok_->SetLabel(words);
    platform::set_accessible_name(*ok_, words);
    auto* const close = FindWindow(wxID_CANCEL);
    close->SetLabel(ok_->IsShown() ? _("Cancel") : _("Close"));
    platform::set_accessible_name(*close, close->GetLabel());
    judge();
    const auto room = wxGetTopLevelParent(GetParent())->GetClientSize();
    const int wide = std::min(FromDIP(width), std::max(room.x, FromDIP(320)));
    SetClientSize(wide, GetClientSize().y);
    fit();
    const int around = GetClientSize().y - scroll_->GetSize().y;
    SetClientSize(wide, std::min(around + scroll_->GetSizer()->CalcMin().y, std::max(room.y, FromDIP(300))));
    CentreOnParent();
}

void GateDialog::judge()
{
    const bool is_whole =
        !trimmed(to_utf8(reason_->GetValue())).empty() && until_->GetSelection() != wxNOT_FOUND;
    ok_->Enable(person().delivery.may() || is_whole);
}

void GateDialog::fit()
{
    Layout();
    const int inner = std::max(scroll_->GetClientSize().x, FromDIP(240));
    for (auto* const text : texts_)
        text->fit_to(inner);
    scroll_->FitInside();
    scroll_->Layout();
}

GateAnswer GateDialog::answer() const
{
    GateAnswer answer{person().staff, {}};
    if (!person().delivery.may()) {
        std::vector<programme::Requirement> requirements;
        for (const auto& one : person().delivery.asked)
            requirements.push_back(one.requirement);
        answer.exception = usecases::ExceptDelivery{answer.deliverer.login, std::move(requirements),
                                                    to_utf8(reason_->GetValue()),
                                                    days_[static_cast<std::size_t>(until_->GetSelection())]};
    }
    return answer;
}

} // namespace

std::optional<GateAnswer> ask_at_gate(wxWindow* parent, const GateAsked& asked)
{
    GateDialog dialog{parent, asked};
    if (dialog.ShowModal() != wxID_OK)
        return {};
    return dialog.answer();
}

} // namespace guidepost::desktop
