// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/frame/notice_strip.h"

#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/widgets/on_resized.h"
#include "ui/desktop/widgets/spacing.h"
#include "ui/desktop/words/errors.h"

#include <wx/intl.h>
#include <wx/sizer.h>

#include <algorithm>
#include <utility>

namespace guidepost::desktop {
namespace {

using Doing = KeeperState::Doing;
using Last = KeeperState::Last;

constexpr int patience_ms = 400;
constexpr int reading_ms = 8000;
constexpr int notice_above = 5, between_controls = 10, least_letters_of_line = 12;

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

NoticeStrip::NoticeStrip(wxWindow* parent, Room room, Actions actions)
    : wxPanel{parent}, room_{room}, actions_{std::move(actions)}
{
    platform::add_style(*this, "gp-page");
    inside_ = new wxPanel{this};
    platform::add_style(*inside_, "gp-notice");
    line_ = new wxStaticText{inside_,           wxID_ANY,      "",
                             wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE};
    whole_ = new FlowText{inside_};
    controls_ = new FlowPanel{inside_, "gp-notice"};
    gauge_ =
        new wxGauge{controls_, wxID_ANY, 100, wxDefaultPosition, FromDIP(wxSize{120, 8}), wxGA_HORIZONTAL};
    platform::add_style(*gauge_, "gp-progress");
    platform::set_accessible_name(*gauge_, _("Progress"));
    const auto add = [this](const wxString& words) {
        auto* const button =
            new wxButton{controls_, wxID_ANY, words, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
        platform::add_style(*button, "gp-plain");
        platform::set_accessible_name(*button, words);
        return button;
    };
    open_ = add(_("Read all of it"));
    button_ = add(_("Stop"));
    close_ = add(_("Dismiss"));
    inside_->Hide();
    if (room_ == Room::reserved)
        SetMinSize({-1, line_height()});
    else
        Hide();

    open_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        reading_.Stop(); // it is being read
        is_open_ = true;
        arrange();
        first_button()->SetFocus();
    });
    button_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (const auto action = on_button_)
            action();
    });
    close_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        told_again_.clear();
        dismiss();
    });
    reading_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { dismiss(); });
    patience_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { show_state(awaited_); });
    on_resized(*this, [this] { arrange(); });
}

void NoticeStrip::show_state(const KeeperState& state)
{
    const bool is_working = state.doing != Doing::nothing;
    if (is_working && !(has_gauge_ && is_telling())) {
        const bool has_waited = awaited_.doing != Doing::nothing && !patience_.IsRunning();
        awaited_ = state;
        if (is_message_)
            return;
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
        has_gauge_ = true;
        show(words, _("Stop"), actions_.stop);
        return;
    }
    patience_.Stop();
    const auto tell = [this](const wxString& words, const wxString& button, std::function<void()> action) {
        is_message_ = false;
        has_gauge_ = false;
        show(words, button, std::move(action));
    };
    switch (state.last) {
    case Last::none:
    case Last::up_to_date:
    case Last::read_only: // said once, when the window opens
        if (!told_again_.empty())
            show_message(std::exchange(told_again_, {}), Shell::Tone::warning);
        else if (!is_message_)
            hide();
        break;
    case Last::stopped:
        tell(_("Stopped. What was done so far is kept; the rest is not searchable yet."), _("Carry on"),
             actions_.carry_on);
        break;
    case Last::busy_elsewhere:
        tell(_("Another program is making the index. Search works with what there is."), _("Try again"),
             actions_.carry_on);
        break;
    case Last::failed:
        tell(state.error ? sentence_of(*state.error) : wxString{}, _("Rebuild the index"), actions_.rebuild);
        break;
    }
}

void NoticeStrip::show_message(const wxString& text, Shell::Tone tone)
{
    show_offer(text, {}, {});
    const bool is_working = awaited_.doing != Doing::nothing;
    if (tone == Shell::Tone::told || is_working)
        reading_.StartOnce(reading_ms);
    if (tone == Shell::Tone::warning && is_working)
        told_again_ = text;
}

void NoticeStrip::show_offer(const wxString& text, const wxString& button, std::function<void()> action)
{
    is_message_ = true;
    has_gauge_ = false;
    show(text, button, std::move(action));
}

void NoticeStrip::show(const wxString& text, const wxString& button, std::function<void()> action)
{
    reading_.Stop();
    on_button_ = std::move(action);
    has_button_ = !button.empty();
    if (!button.empty() && button_->GetLabel() != button) {
        button_->SetLabel(button);
        platform::set_accessible_name(*button_, button);
        button_->InvalidateBestSize();
    }
    // Words that count on do not close what was opened to be read.
    is_open_ = is_open_ && has_gauge_;
    line_->SetLabelText(text);
    line_->SetToolTip(text);
    whole_->set_text(text);
    inside_->Show();
    if (room_ == Room::its_own && !IsShown()) {
        Show();
        actions_.changed_size();
    }
    arrange();
}

void NoticeStrip::dismiss()
{
    is_message_ = false;
    hide();
    if (awaited_.doing != Doing::nothing) // goes on, and is told again
        show_state(awaited_);
}

void NoticeStrip::hide()
{
    reading_.Stop();
    if (!is_telling())
        return;
    inside_->Hide();
    is_open_ = false;
    if (room_ == Room::its_own) {
        Hide();
        actions_.changed_size();
    } else {
        arrange();
    }
}

int NoticeStrip::line_height() const
{
    return close_->GetBestSize().y + 2 * FromDIP(notice_above);
}

void NoticeStrip::arrange()
{
    const int width = GetClientSize().x - 2 * FromDIP(page_margin);
    if (width <= 0)
        return;
    const int left = FromDIP(page_margin), gap = FromDIP(between_controls);
    int height = line_height();
    const bool is_line = room_ == Room::reserved && !is_open_;
    const auto width_of_controls = [this, gap] {
        return controls_->width_on_one_line() + gap;
    };
    open_->Hide();
    gauge_->Show(has_gauge_);
    button_->Show(has_button_);
    close_->Show(!has_gauge_); // work is stopped, not sent away
    const int words = line_->GetTextExtent(line_->GetLabelText()).x;
    if (is_line && words > width - width_of_controls()) {
        open_->Show();
        gauge_->Hide();
    }
    // Where there is no room for the buttons either, they come with the words.
    for (auto* const button : {button_, close_})
        if (is_line && width_of_controls() > width - least_letters_of_line * GetCharWidth())
            button->Hide();
    line_->Show(is_line);
    whole_->Show(!is_line);
    if (is_line) {
        const int controls = std::min(width_of_controls(), width);
        controls_->flow_to(controls);
        const int line = line_->GetBestSize().y;
        line_->SetSize(left, (height - line) / 2, width - controls, line);
        controls_->SetSize(left + width - controls + gap, FromDIP(notice_above), std::max(controls - gap, 0),
                           height - 2 * FromDIP(notice_above));
    } else {
        const bool is_beside = width_of_controls() < width / 2;
        const int text = is_beside ? width - width_of_controls() : width;
        const int controls = is_beside ? width_of_controls() - gap : width;
        whole_->fit_to(text);
        controls_->flow_to(controls);
        const auto text_size = whole_->GetMinSize();
        const int buttons = controls_->GetMinSize().y;
        const int inner =
            is_beside ? std::max(text_size.y, buttons) : text_size.y + FromDIP(notice_above) + buttons;
        height = inner + 2 * FromDIP(notice_above);
        const int top = FromDIP(notice_above);
        whole_->SetSize(left, is_beside ? top + (inner - text_size.y) / 2 : top, text, text_size.y);
        controls_->SetSize(is_beside ? left + text + gap : left,
                           is_beside ? top + (inner - buttons) / 2
                                     : top + text_size.y + FromDIP(notice_above),
                           controls, buttons);
    }
    inside_->SetSize(0, 0, GetClientSize().x, height);
    if (GetMinSize().y != height) {
        SetMinSize({-1, height});
        actions_.changed_size();
    }
}

wxButton* NoticeStrip::first_button()
{
    return open_->IsShown() ? open_ : button_->IsShown() ? button_ : close_;
}

} // namespace guidepost::desktop
