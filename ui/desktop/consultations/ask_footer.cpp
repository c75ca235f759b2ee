// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/consultations/ask_footer.h"

#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/widgets/line.h"
#include "ui/desktop/widgets/on_resized.h"

#include <wx/intl.h>
#include <wx/sizer.h>

namespace guidepost::desktop {
namespace {

constexpr int between_buttons = 10;

} // namespace

AskFooter::AskFooter(wxWindow* parent, std::function<void()> on_send) : wxPanel{parent}
{
    platform::add_style(*this, "gp-row");
    platform::set_accessible_name(*this, _("Send, and what is still needed"));
    why_not_ = new FlowText{this, "gp-warn-text"};
    message_ = new FlowText{this, "gp-warn-text"};
    needed_ = new FlowPanel{this, "gp-row"};
    send_ = new wxButton{this, wxID_ANY, _("Send"), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
    platform::add_style(*send_, "gp-primary");
    platform::add_style(*send_, "gp-act");
    platform::set_accessible_name(*send_, _("Send the question"));
    send_->Bind(wxEVT_BUTTON, [this, on_send = std::move(on_send)](wxCommandEvent&) { CallAfter(on_send); });

    copy_ =
        new wxButton{this, wxID_ANY, _("Copy what I wrote"), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
    platform::add_style(*copy_, "gp-act");
    platform::set_accessible_name(*copy_, _("Copy what I wrote"));

    auto* const words = new wxBoxSizer{wxVERTICAL};
    words->AddSpacer(0); // so that it has its room, and Send its place, with nothing to say too
    words->Add(why_not_, wxSizerFlags{}.Expand());
    words->Add(message_, wxSizerFlags{}.Expand());
    words->Add(needed_, wxSizerFlags{}.Expand());
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    row->Add(words, wxSizerFlags{1}.CentreVertical());
    // The foot grows upwards: what is pressed stays where it is.
    for (auto* const button : {copy_, send_})
        row->Add(button, wxSizerFlags{}.Bottom().Border(wxLEFT, FromDIP(between_buttons)));
    auto* const around = new wxBoxSizer{wxVERTICAL};
    around->Add(make_line(this, wxHORIZONTAL), wxSizerFlags{}.Expand());
    around->Add(row, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(between_buttons)));
    SetSizer(around);
    for (wxWindow* const window : std::initializer_list<wxWindow*>{why_not_, message_, needed_, copy_})
        window->Hide();
    on_resized(*this, [this] { arrange(); });
}

void AskFooter::cannot_send(const wxString& why, std::function<void()> on_copy)
{
    send_->Hide();
    copy_->Show();
    copy_->Bind(wxEVT_BUTTON, [this, on_copy = std::move(on_copy)](wxCommandEvent&) { CallAfter(on_copy); });
    why_not_->set_text(why);
    why_not_->Show();
    arrange();
}

void AskFooter::set_message(const wxString& words)
{
    if (message_->GetLabelText() == words && message_->IsShown() == !words.empty())
        return;
    message_->set_text(words);
    message_->Show(!words.empty());
    arrange();
}

void AskFooter::set_needed(std::vector<Needed> needed)
{
    std::vector<wxString> names;
    for (const auto& thing : needed)
        names.push_back(thing.name);
    if (names == names_)
        return;
    names_ = std::move(names);
    needed_->DestroyChildren();
    if (!needed.empty())
        platform::add_style(*new wxStaticText{needed_, wxID_ANY, _("Still needed:")}, "gp-warn-text");
    for (auto& thing : needed) {
        auto* const link =
            new wxButton{needed_, wxID_ANY, thing.name, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
        platform::add_style(*link, "gp-link");
        platform::set_accessible_name(*link, wxString::Format(_("Still needed: %s"), thing.name), thing.what);
        link->SetToolTip(thing.what);
        // Filling in the last one takes this button away: its event ends first.
        link->Bind(wxEVT_BUTTON, [this, go = std::move(thing.go)](wxCommandEvent&) { CallAfter(go); });
    }
    needed_->Show(!needed.empty());
    arrange();
}

void AskFooter::arrange()
{
    const auto* const button = send_->IsShown() ? send_ : copy_;
    const int width = GetClientSize().x - button->GetBestSize().x - 3 * FromDIP(between_buttons);
    if (width <= 0)
        return;
    const bool is_other_size = why_not_->fit_to(width) | message_->fit_to(width) | needed_->flow_to(width);
    InvalidateBestSize();
    if (is_other_size)
        CallAfter([this] { GetParent()->Layout(); });
    Layout();
}

} // namespace guidepost::desktop
