// SPDX-License-Identifier: GPL-2.0-or-later
// The ask form: its widgets and where they stand.
#include "ui/desktop/consultations/ask_form.h"
#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/widgets/line.h"
#include "ui/desktop/widgets/on_resized.h"
#include "ui/desktop/widgets/spacing.h"
#include "ui/desktop/widgets/undo_field.h"
#include "ui/desktop/words/text.h"

#include <wx/button.h>
#include <wx/intl.h>
#include <wx/sizer.h>

namespace guidepost::desktop {
namespace {

constexpr int side_width = 340, least_letters_across = 110;

} // namespace

AskForm::AskForm(wxWindow* parent, Services services, ConsultationService& service, Actions actions)
    : wxPanel{parent}, services_{services}, service_{service}, actions_{std::move(actions)}
{
    platform::add_style(*this, "gp-page");
    auto* const all = new wxBoxSizer{wxVERTICAL};

    head_ = new wxPanel{this};
    platform::add_style(*head_, "gp-row");
    title_ = new wxStaticText{head_, wxID_ANY, _("Ask a specialist")};
    title_->SetFont(title_->GetFont().Bold().Scaled(1.2F));
    auto* const marking = new wxStaticText{head_, wxID_ANY, pages::sensitive_marking};
    platform::add_style(*marking, "gp-marking");
    auto* const close =
        new wxButton{head_, wxID_ANY, _("Close"), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
    platform::add_style(*close, "gp-plain");
    platform::set_accessible_name(*close, _("Close, keep as draft"));
    close->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { actions_.closed(); }); });
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    row->Add(title_, wxSizerFlags{}.CentreVertical());
    row->Add(marking, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(14)));
    row->AddStretchSpacer();
    row->Add(close, wxSizerFlags{}.CentreVertical());
    auto* const around = new wxBoxSizer{wxVERTICAL};
    around->Add(row, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(10)));
    head_->SetSizer(around);
    all->Add(head_, wxSizerFlags{}.Expand());
    all->Add(make_line(this, wxHORIZONTAL), wxSizerFlags{}.Expand());

    scroll_ = new FormScroll{this};
    platform::add_style(*scroll_, "gp-page");
    platform::set_accessible_name(*scroll_, _("Ask a specialist"));
    scroll_->SetSizer(new wxBoxSizer{wxHORIZONTAL});
    make_fields();
    make_side();
    scroll_->GetSizer()->Add(fields_, wxSizerFlags{1}.Expand());
    scroll_->GetSizer()->Add(side_line_, wxSizerFlags{}.Expand());
    scroll_->GetSizer()->Add(side_, wxSizerFlags{}.Expand());
    all->Add(scroll_, wxSizerFlags{1}.Expand());
    footer_ = new AskFooter{this, [this] {
                                send();
                            }};
    if (services_.desk.is_read_only())
        footer_->cannot_send(
            _("Nothing can be sent from this desk, for it may not be written. What you write is "
              "here until the window closes: copy it to where it can be sent."),
            [this] { copy_written(); });
    all->Add(footer_, wxSizerFlags{}.Expand());
    SetSizer(all);

    pause_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { look(); });
    on_resized(*scroll_, [this] { arrange(); });
}

wxStaticText* AskForm::label(wxWindow* parent, wxSizer& to, const wxString& words)
{
    auto* const text = new wxStaticText{parent, wxID_ANY, words};
    text->SetFont(text->GetFont().Bold());
    to.Add(text, wxSizerFlags{}.Border(wxTOP, FromDIP(12)));
    to.AddSpacer(FromDIP(4));
    return text;
}

void AskForm::make_fields()
{
    fields_ = new wxPanel{scroll_};
    platform::add_style(*fields_, "gp-page");
    auto* const column = new wxBoxSizer{wxVERTICAL};
    const auto guarded = [&](const wxString& name, const wxString& hint, GuardedField::Lines lines,
                             int least_lines) {
        label(fields_, *column, name);
        auto* const field = new GuardedField{fields_, name, hint, lines, least_lines};
        field->on_changed = [this] {
            changed();
        };
        field->on_height_changed = [this] {
            CallAfter([this] { arrange(); });
        };
        column->Add(field, wxSizerFlags{}.Expand());
        return field;
    };
    label(fields_, *column, _("Is anybody in immediate danger now?"));
    danger_ =
        new ChoiceRow{fields_, _("Is anybody in immediate danger now?"), {_("Yes"), _("No")}, "gp-page"};
    danger_->on_changed = [this] {
        changed();
    };
    column->Add(danger_, wxSizerFlags{}.Expand());
    question_ = guarded(_("What do you want to know? One question"), {}, GuardedField::Lines::several, 4);
    decision_ = guarded(_("What do you have to decide?"), _("Whether he starts the group on Monday"),
                        GuardedField::Lines::one, 1);

    label(fields_, *column, _("By which day?"));
    needed_by_ = new wxChoice{fields_, wxID_ANY};
    platform::set_accessible_name(*needed_by_, _("By which day?"));
    needed_by_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { changed(); });
    column->Add(needed_by_, wxSizerFlags{});
    label(fields_, *column, _("How soon does it matter?"));
    priority_ = new ChoiceRow{fields_,
                              _("How soon does it matter?"),
                              {_("Routine"), _("Soon"), _("Urgent")}, // with their clocks once these are read
                              "gp-page"};
    priority_->on_changed = [this] {
        changed();
    };
    column->Add(priority_, wxSizerFlags{}.Expand());
    label(fields_, *column, _("What do you ask for?"));
    responsibility_ = new ChoiceRow{fields_,
                                    _("What do you ask for?"),
                                    {_("Advice only"), _("Joint work"), _("That somebody takes over")},
                                    "gp-page"};
    responsibility_->on_changed = [this] {
        changed();
    };
    column->Add(responsibility_, wxSizerFlags{}.Expand());
    tried_ = guarded(_("What have you tried?"), {}, GuardedField::Lines::several, 2);

    label(fields_, *column, _("Case"));
    case_words_ = new FlowText{fields_};
    column->Add(case_words_, wxSizerFlags{}.Expand());
    edit_case_ = new wxButton{fields_,           wxID_ANY,      _("Set or edit case..."),
                              wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
    platform::add_style(*edit_case_, "gp-plain");
    platform::set_accessible_name(*edit_case_, _("Set or edit case..."));
    edit_case_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { actions_.edit_case(); });
    column->Add(edit_case_, wxSizerFlags{}.Border(wxTOP, FromDIP(4)));
    label(fields_, *column, _("Field"));
    specialism_ = new wxChoice{fields_, wxID_ANY};
    platform::set_accessible_name(*specialism_, _("Field"));
    specialism_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { changed(); });
    column->Add(specialism_, wxSizerFlags{});

    module_fields_ = new ModuleFieldsPanel{fields_, ModuleFieldsPanel::For::a_consultation, "gp-page"};
    module_fields_->on_changed = [this] {
        changed();
    };
    column->Add(module_fields_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(12)));
    verdicts_ = new VerdictPicks{fields_};
    verdicts_->on_changed = [this] {
        changed();
    };
    column->Add(verdicts_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(12)));

    read_label_ = label(fields_, *column, _("You read lately; tick what you went by"));
    read_ = new wxCheckListBox{fields_, wxID_ANY, wxDefaultPosition, wxSize{-1, FromDIP(96)}};
    platform::set_accessible_name(*read_, _("Read first"));
    read_->Bind(wxEVT_CHECKLISTBOX, [this](wxCommandEvent&) { changed(); });
    column->Add(read_, wxSizerFlags{}.Expand());

    restricted_ = new wxCheckBox{fields_, wxID_ANY, _("Restrict it to people I name")};
    restricted_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) {
        show_restricted();
        changed();
    });
    column->Add(restricted_, wxSizerFlags{}.Border(wxTOP, FromDIP(12)));
    restricted_to_ = new wxCheckListBox{fields_, wxID_ANY, wxDefaultPosition, wxSize{-1, FromDIP(140)}};
    platform::set_accessible_name(*restricted_to_, _("Who may see it, a lead among them"));
    restricted_to_->Bind(wxEVT_CHECKLISTBOX, [this](wxCommandEvent&) { changed(); });
    column->Add(restricted_to_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(4)));

    auto* const around = new wxBoxSizer{wxVERTICAL};
    around->Add(column, wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(form_margin)));
    fields_->SetSizer(around);
}

void AskForm::make_side()
{
    side_line_ = make_line(scroll_, wxVERTICAL);
    side_ = new wxPanel{scroll_};
    platform::add_style(*side_, "gp-row");
    auto* const column = new wxBoxSizer{wxVERTICAL};
    const auto text = [&](const char* style) {
        auto* const words = new FlowText{side_, style};
        column->Add(words, wxSizerFlags{}.Expand());
        return words;
    };
    danger_told_ = new DangerPanel{side_, [this] { changed(); },
                                   [this] {
                                       arrange();
                                   }};
    column->Add(danger_told_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(form_margin)));
    label(side_, *column, _("Who is expected"));
    expected_ = text(nullptr);
    column->AddSpacer(FromDIP(6));
    modules_words_ = text("gp-quiet");
    column->AddSpacer(FromDIP(10));
    call_head_ = text("gp-warn-text");
    call_ = text(nullptr);
    label(side_, *column, _("Guidance that may settle it"));
    guidance_words_ = text("gp-quiet");
    guidance_ = new WrappedList{side_,
                                _("Guidance that may settle it"),
                                "gp-results",
                                {.x = 10, .y = 6},
                                WrappedList::Rules::between_rows};
    guidance_->SetMinSize({-1, FromDIP(290)});
    guidance_->on_activated = [this](int at) {
        const auto& hit = hits_.at(static_cast<std::size_t>(at));
        actions_.open({hit.article, hit.anchor});
    };
    column->Add(guidance_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(6)));
    settled_ =
        new wxButton{side_, wxID_ANY, _("This settles it"), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
    platform::add_style(*settled_, "gp-plain");
    platform::set_accessible_name(*settled_, _("The marked guidance settles it: no need to ask"));
    settled_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { settled(); }); });
    column->Add(settled_, wxSizerFlags{}.Border(wxTOP | wxBOTTOM, FromDIP(8)));
    auto* const around = new wxBoxSizer{wxVERTICAL};
    around->Add(column, wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(form_margin)));
    side_->SetSizer(around);
}

void AskForm::arrange()
{
    const int width = scroll_->GetClientSize().x;
    if (width <= 0)
        return;
    // The window's title says it as well.
    title_->Show();
    title_->Show(head_->GetSizer()->CalcMin().x <= GetClientSize().x);
    head_->Layout();
    const bool is_beside = width >= GetCharWidth() * least_letters_across;
    auto* const sizer = static_cast<wxBoxSizer*>(scroll_->GetSizer());
    const int side = is_beside ? FromDIP(side_width) : width;
    const int main = is_beside ? width - side : width;
    const int inner = main - 2 * FromDIP(form_margin), side_inner = side - 2 * FromDIP(form_margin);
    case_words_->fit_to(inner);
    danger_->flow_to(inner);
    module_fields_->fit_to(inner);
    verdicts_->fit_to(inner);
    priority_->flow_to(inner);
    responsibility_->flow_to(inner);
    for (auto* const text : {expected_, modules_words_, call_head_, call_, guidance_words_})
        text->fit_to(side_inner);
    danger_told_->fit_to(side_inner);
    side_line_->Show(is_beside);
    side_->SetMinSize({is_beside ? side : -1, -1});
    sizer->SetOrientation(is_beside ? wxHORIZONTAL : wxVERTICAL);
    sizer->GetItem(fields_)->SetProportion(is_beside ? 1 : 0);
    for (auto* const panel : {fields_, side_}) {
        panel->InvalidateBestSize();
        panel->Layout();
    }
    scroll_->FitInside();
    scroll_->Layout();
}

} // namespace guidepost::desktop
