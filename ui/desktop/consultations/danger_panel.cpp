// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/consultations/danger_panel.h"

#include "core/pages/danger_words.h"
#include "core/text/text.h"
#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/widgets/undo_field.h"
#include "ui/desktop/words/text.h"

#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace guidepost::desktop {
namespace {

constexpr int danger_margin = 10;

std::string words_in(const wxTextCtrl& field)
{
    return to_utf8(field.GetValue());
}

} // namespace

DangerPanel::DangerPanel(wxWindow* parent, std::function<void()> on_changed, std::function<void()> on_resized)
    : wxPanel{parent}, on_changed_{std::move(on_changed)}, on_resized_{std::move(on_resized)}
{
    platform::add_style(*this, "gp-danger");
    platform::set_accessible_name(*this, _("Danger"));
    const auto side = wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(danger_margin));
    auto* const column = new wxBoxSizer{wxVERTICAL};
    const auto text = [&](float scale) {
        auto* const words = new FlowText{this};
        words->SetFont(words->GetFont().Bold().Scaled(scale));
        column->Add(words, side);
        return words;
    };
    headline_ = text(1.3F);
    number_ = text(1.6F);
    says_ = new FlowText{this};
    column->Add(says_, side);
    whom_ = add_field(*column, _("Whom did you call, by role?"));
    when_ = add_field(*column, _("When?"));

    more_button_ = new wxButton{this, wxID_ANY, _("More"), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
    platform::add_style(*more_button_, "gp-link");
    platform::set_accessible_name(*more_button_, _("More about this danger"));
    more_button_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { open_more(!more_->IsShown()); });
    column->Add(more_button_, wxSizerFlags{}.Border(wxALL, FromDIP(danger_margin)));

    more_ = new wxPanel{this};
    platform::add_style(*more_, "gp-danger-more");
    auto* const rest = new wxBoxSizer{wxVERTICAL};
    more_words_ = new FlowText{more_};
    rest->Add(more_words_, side);
    auto* const name = new wxStaticText{more_, wxID_ANY, _("This is not what it says, because:")};
    rest->Add(name, side);
    not_danger_ = new wxTextCtrl{more_, wxID_ANY};
    platform::add_style(*not_danger_, "gp-field");
    platform::set_accessible_name(*not_danger_, _("This is not what it says, because:"));
    not_danger_->SetHint(_("Kept with the question, and read by the specialist"));
    not_danger_->SetMinSize({-1, 2 * GetCharHeight()});
    UndoField::give_to(*not_danger_);
    not_danger_->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
        event.Skip();
        on_changed_();
    });
    rest->Add(not_danger_, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(danger_margin)));
    more_->SetSizer(rest);
    more_->Hide();
    column->Add(more_, wxSizerFlags{}.Expand());
    SetSizer(column);
    Hide();
}

wxTextCtrl* DangerPanel::add_field(wxSizer& to, const wxString& name)
{
    const auto side = wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(danger_margin));
    to.Add(new wxStaticText{this, wxID_ANY, name}, side);
    auto* const field = new wxTextCtrl{this, wxID_ANY};
    platform::add_style(*field, "gp-field");
    platform::set_accessible_name(*field, name);
    field->SetMinSize({-1, 2 * GetCharHeight()});
    UndoField::give_to(*field);
    field->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
        event.Skip();
        on_changed_();
    });
    to.Add(field, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT, FromDIP(danger_margin)));
    return field;
}

void DangerPanel::show(const std::vector<consultation::RedFlag>& flags)
{
    if (!flags.empty()) {
        const auto words = pages::danger_words(flags);
        headline_->set_text(to_wx(words.headline));
        number_->set_text(to_wx(words.number));
        says_->set_text(to_wx(words.says));
        more_words_->set_text(to_wx(join(words.more, "\n")));
    }
    Show(!flags.empty());
}

void DangerPanel::open_more(bool is_open)
{
    more_->Show(is_open);
    more_button_->SetLabel(is_open ? _("Less") : _("More"));
    more_button_->InvalidateBestSize();
    on_resized_();
}

void DangerPanel::set(const std::optional<consultation::Called>& called, const std::string& not_danger)
{
    whom_->ChangeValue(called ? to_wx(called->whom) : wxString{});
    when_->ChangeValue(called ? to_wx(called->when) : wxString{});
    not_danger_->ChangeValue(to_wx(not_danger));
    more_->Show(!not_danger.empty());
    more_button_->SetLabel(more_->IsShown() ? _("Less") : _("More"));
}

std::optional<consultation::Called> DangerPanel::called() const
{
    auto whom = words_in(*whom_), when = words_in(*when_);
    if (trimmed(whom).empty() && trimmed(when).empty())
        return {};
    return consultation::Called{std::move(whom), std::move(when)};
}

std::string DangerPanel::not_danger() const
{
    return words_in(*not_danger_);
}

void DangerPanel::fit_to(int width)
{
    const int inner = width - 2 * FromDIP(danger_margin) - FromDIP(4); // the bar at the left
    for (auto* const text : {headline_, number_, says_, more_words_})
        text->fit_to(inner);
    number_->Show(!number_->GetLabelText().empty());
    more_->InvalidateBestSize();
    more_->Layout();
    InvalidateBestSize();
    Layout();
}

} // namespace guidepost::desktop
