// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/frame/notice_strip.h"

#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/widgets/on_resized.h"
#include "ui/desktop/widgets/spacing.h"
#include "ui/desktop/words/errors.h"

#include <wx/intl.h>
#include <wx/sizer.h>

namespace guidepost::desktop {
namespace {

using Doing = KeeperState::Doing;
using Last = KeeperState::Last;

constexpr int patience_ms = 400;
constexpr int reading_ms = 8000;

wxString work_words(Doing doing)
{
    switch (doing) {
    case Doing::adopting:
        return _("Setting up: taking in the guidance that comes with Guidepost.");
    case Doing::importing:
        return _("Importing the folder.");
    case Doing::indexing:
        return _("Making new guidance searchable.");
    case Doing::rebuilding:
        return _("Rebuilding the search index. Titles can be searched meanwhile.");
    case Doing::nothing:
        break;
    }
    return {};
}

} // namespace

NoticeStrip::NoticeStrip(wxWindow* parent, Actions actions) : wxPanel{parent}, actions_{std::move(actions)}
{
    platform::add_style(*this, "gp-notice");
    auto* const row = new wxBoxSizer{wxHORIZONTAL};
    const auto flags = wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(10));
    text_ = new FlowText{this};
    row->Add(text_, wxSizerFlags{1}.CentreVertical());
    gauge_ = new wxGauge{this, wxID_ANY, 100, wxDefaultPosition, FromDIP(wxSize{180, 8}), wxGA_HORIZONTAL};
    platform::add_style(*gauge_, "gp-progress");
    platform::set_accessible_name(*gauge_, _("Progress"));
    row->Add(gauge_, flags);
    button_ = new wxButton{this, wxID_ANY, _("Stop"), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
    close_ = new wxButton{this, wxID_ANY, _("Dismiss"), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
    for (auto* const button : {button_, close_}) {
        platform::add_style(*button, "gp-plain");
        platform::set_accessible_name(*button, button->GetLabel());
        row->Add(button, flags);
    }
    auto* const around = new wxBoxSizer{wxVERTICAL};
    around->AddSpacer(FromDIP(7));
    around->Add(row, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT, FromDIP(page_margin)));
    around->AddSpacer(FromDIP(7));
    SetSizer(around);
    Hide();

    button_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (const auto action = on_button_)
            action();
    });
    close_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { hide(); });
    reading_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { hide(); });
    patience_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { show_state(awaited_); });
    on_resized(*this, [this] { arrange(); });
}

void NoticeStrip::show_state(const KeeperState& state)
{
    const bool is_working = state.doing != Doing::nothing;
    if (is_working && !gauge_->IsShownOnScreen()) {
        const bool has_waited = awaited_.doing != Doing::nothing && !patience_.IsRunning();
        awaited_ = state;
        if (!has_waited) {
            if (!patience_.IsRunning())
                patience_.StartOnce(patience_ms);
            return;
        }
    }
    awaited_ = state;
    if (is_working) {
        const auto [done, total] = state.progress;
        auto words = work_words(state.doing);
        if (total > 0) {
            gauge_->SetRange(static_cast<int>(total));
            gauge_->SetValue(static_cast<int>(std::min(done, total)));
            words += " " + wxString::Format(_("%lu of %lu"), static_cast<unsigned long>(done),
                                            static_cast<unsigned long>(total));
        } else {
            gauge_->Pulse();
        }
        gauge_->Show();
        close_->Hide();
        show(words, _("Stop"), actions_.stop);
        return;
    }
    patience_.Stop();
    gauge_->Hide();
    close_->Show();
    switch (state.last) {
    case Last::none:
    case Last::up_to_date:
    case Last::read_only: // said once, when the window opens
        hide();
        break;
    case Last::stopped:
        show(_("Stopped. What was done so far is kept; the rest is not searchable yet."), _("Carry on"),
             actions_.carry_on);
        break;
    case Last::busy_elsewhere:
        show(_("Another program is making the index. Search works with what there is."), _("Try again"),
             actions_.carry_on);
        break;
    case Last::failed:
        show(state.error ? sentence_of(*state.error) : wxString{}, _("Rebuild the index"), actions_.rebuild);
        break;
    }
}

void NoticeStrip::show_message(const wxString& text, Shell::Tone tone)
{
    if (awaited_.doing != Doing::nothing)
        return;
    gauge_->Hide();
    close_->Show();
    show(text, {}, {});
    if (tone == Shell::Tone::told)
        reading_.StartOnce(reading_ms);
}

void NoticeStrip::show_offer(const wxString& text, const wxString& button, std::function<void()> action)
{
    gauge_->Hide();
    close_->Show();
    show(text, button, std::move(action));
}

void NoticeStrip::show(const wxString& text, const wxString& button, std::function<void()> action)
{
    reading_.Stop();
    on_button_ = std::move(action);
    button_->Show(!button.empty());
    if (!button.empty() && button_->GetLabel() != button) {
        button_->SetLabel(button);
        platform::set_accessible_name(*button_, button);
        button_->InvalidateBestSize();
    }
    const bool was_shown = IsShown();
    Show();
    text_->set_text(text);
    arrange();
    if (!was_shown)
        actions_.changed_size();
}

void NoticeStrip::hide()
{
    reading_.Stop();
    if (!IsShown())
        return;
    Hide();
    actions_.changed_size();
}

void NoticeStrip::arrange()
{
    int others = 2 * FromDIP(page_margin);
    for (const wxWindow* const window : std::initializer_list<wxWindow*>{gauge_, button_, close_})
        if (window->IsShown())
            others += window->GetBestSize().x + FromDIP(10);
    if (text_->fit_to(GetClientSize().x - others))
        actions_.changed_size();
    Layout();
}

wxButton* NoticeStrip::first_button()
{
    return button_->IsShown() ? button_ : close_;
}

} // namespace guidepost::desktop
