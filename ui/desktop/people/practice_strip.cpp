// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/people/practice_strip.h"

#include "ui/desktop/people/people_words.h"
#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/widgets/on_resized.h"
#include "ui/desktop/widgets/result_markup.h"
#include "ui/desktop/widgets/spacing.h"
#include "ui/desktop/words/text.h"

#include <wx/intl.h>
#include <wx/sizer.h>

namespace guidepost::desktop {
namespace {

constexpr int strip_above = 5;

} // namespace

PracticeStrip::PracticeStrip(wxWindow* parent, std::function<void()> on_switch) : wxPanel{parent}
{
    platform::add_style(*this, "gp-practice");
    words_ = new FlowText{this};
    switch_ = new wxButton{this, wxID_ANY, _("Act as..."), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
    platform::add_style(*switch_, "gp-plain");
    platform::set_accessible_name(*switch_, _("Act as somebody else"));
    switch_->Bind(wxEVT_BUTTON, [on_switch](wxCommandEvent&) { on_switch(); });
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    row->Add(words_, wxSizerFlags{}.CentreVertical());
    row->AddStretchSpacer();
    row->Add(switch_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(8)));
    auto* const around = new wxBoxSizer{wxVERTICAL};
    around->AddSpacer(FromDIP(strip_above));
    around->Add(row, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT, FromDIP(page_margin)));
    around->AddSpacer(FromDIP(strip_above));
    SetSizer(around);
    on_resized(*this, [this] { arrange(); });
}

void PracticeStrip::show_person(const std::optional<people::Staff>& person)
{
    const auto bold = [](const wxString& text) {
        return "<b>" + to_wx(escape_markup(to_utf8(text))) + "</b>";
    };
    const auto desk = bold(_("Practice desk."));
    const auto fiction = _("Fictional people and cases.");
    full_ = desk + " " + fiction;
    short_ = full_;
    if (person) {
        const auto who = wxString::Format(_("You act as %s"), bold(to_wx(person->display_name)));
        const auto about = about_person(*person);
        full_ += " " + who + " (" + to_wx(escape_markup(about)) + ").";
        short_ = desk + " " + who + ".";
        words_->SetToolTip(fiction + " " + to_wx(about));
    }
    arrange();
}

void PracticeStrip::arrange()
{
    const int width = GetClientSize().x - 2 * FromDIP(page_margin) - switch_->GetBestSize().x - FromDIP(8);
    if (width <= 0)
        return;
    const auto before = words_->GetMinSize();
    words_->set_markup(full_);
    words_->fit_to(width);
    if (words_->GetMinSize().y > GetCharHeight() * 3 / 2) { // one line is enough for what must be seen
        words_->set_markup(short_);
        words_->fit_to(width);
    }
    if (words_->GetMinSize() != before)
        CallAfter([this] {
            InvalidateBestSize();
            GetParent()->Layout();
        });
    Layout();
}

} // namespace guidepost::desktop
