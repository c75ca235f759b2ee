// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/frame/case_strip.h"

#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/platform/text_layout.h"
#include "ui/desktop/widgets/on_resized.h"
#include "ui/desktop/widgets/spacing.h"
#include "ui/desktop/words/text.h"

#include <wx/button.h>
#include <wx/intl.h>
#include <wx/stattext.h>

#include <algorithm>

namespace guidepost::desktop {
namespace {

constexpr int case_above = 8, between_chips = 8, least_letters = 40;

bool is_serious(const std::string& chip)
{
    return chip == "RoSH high" || chip == "RoSH very high";
}

} // namespace

CaseStrip::CaseStrip(wxWindow* parent, std::function<void(Command)> run)
    : wxPanel{parent}, run_{std::move(run)}
{
    platform::add_style(*this, "gp-case");
    title_ = new wxStaticText{this, wxID_ANY, ""};
    title_->SetFont(title_->GetFont().Bold());
    more_ = new wxStaticText{this, wxID_ANY, ""};
    more_->Hide();
    hint_ = new wxStaticText{this, wxID_ANY, ""};
    const auto add = [this](const wxString& words, const wxString& name, Command command) {
        auto* const button =
            new wxButton{this, wxID_ANY, words, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
        platform::add_style(*button, "gp-plain");
        platform::set_accessible_name(*button, name);
        button->Bind(wxEVT_BUTTON, [this, command](wxCommandEvent&) { run_(command); });
        return button;
    };
    set_ = add(_("Set case"), _("Set case"), Command::edit_case);
    edit_ = add(_("Edit case"), _("Edit case"), Command::edit_case);
    switch_ = add(_("Switch"), _("Switch case"), Command::switch_case);
    clear_ = add(_("Clear"), _("Clear case"), Command::clear_case);
    on_resized(*this, [this] { arrange(); });
}

void CaseStrip::show_case(const std::optional<CaseProfile>& profile, std::size_t cases)
{
    Freeze();
    for (auto* const chip : chips_)
        chip->Destroy();
    chips_.clear();
    title_->Show(profile.has_value());
    hint_->Show(!profile);
    buttons_ = profile ? std::vector{edit_} : std::vector{set_};
    if (cases > (profile ? 1 : 0))
        buttons_.push_back(switch_);
    if (profile)
        buttons_.push_back(clear_);
    if (!profile) { // nothing of it is left for a screen reader either
        title_->SetLabelText("");
        title_->UnsetToolTip();
        more_->UnsetToolTip();
        platform::set_accessible_name(*title_, {});
    }
    if (profile) {
        wxString all;
        title_->SetLabelText(wxString::Format(_("Case %s"), to_wx(profile->reference)));
        for (const auto& words : case_chips(*profile)) {
            auto* const chip = new wxStaticText{this, wxID_ANY, wxControl::EscapeMnemonics(to_wx(words))};
            chip->SetFont(chip->GetFont().Scaled(small_text));
            platform::add_style(*chip, "gp-tag");
            if (is_serious(words))
                platform::add_style(*chip, "gp-warn");
            chips_.push_back(chip);
            all += (all.empty() ? "" : ", ") + to_wx(words);
        }
        title_->SetToolTip(all);
        more_->SetToolTip(all);
        platform::set_accessible_name(*title_, title_->GetLabelText(), all);
    }
    arrange();
    Thaw();
}

void CaseStrip::arrange()
{
    if (is_arranging_ || GetClientSize().x <= 0)
        return;
    is_arranging_ = true;
    const int gap = FromDIP(between_chips);
    const int right_edge = GetClientSize().x - FromDIP(page_margin);
    const int room = right_edge - FromDIP(page_margin);
    const bool is_narrow = room < GetTextExtent("n").x * least_letters;
    // Where there is no room for the buttons the menu has them.
    for (auto* const button : {set_, edit_, switch_, clear_})
        button->Show(std::find(buttons_.begin(), buttons_.end(), button) != buttons_.end() &&
                     (!is_narrow || button == set_));
    int buttons_width = 0;
    int line = 0;
    for (const auto* const button : buttons_) {
        if (button->IsShown()) {
            buttons_width += button->GetBestSize().x + gap;
            line = std::max(line, button->GetBestSize().y);
        }
    }
    // One line, whatever the case holds: what finds no room is counted, and told by the title's tip.
    const int limit = std::max(right_edge - buttons_width, FromDIP(page_margin));
    int x = FromDIP(page_margin);
    const auto place = [&](wxWindow* window) {
        const auto size = window->GetBestSize();
        window->SetSize(x, FromDIP(case_above) + (line - size.y) / 2, size.x, size.y);
        x += size.x + gap;
    };
    const int room_for_count = GetTextExtent("+99").x + gap;
    const auto place_wrapped = [&](wxStaticText* text, int most) {
        platform::wrap_label(*text, most);
        const auto size = text->GetMinSize();
        line = std::max(line, size.y);
        text->SetSize(x, FromDIP(case_above) + (line - size.y) / 2, size.x, size.y);
        x += size.x + gap;
    };
    if (title_->IsShown()) {
        const int most = limit - x - (chips_.empty() ? 0 : room_for_count);
        place_wrapped(title_, std::min(title_->GetTextExtent(title_->GetLabelText()).x + gap, most));
        line = std::max(line, edit_->GetBestSize().y);
    }
    std::size_t placed = 0;
    for (; placed < chips_.size(); ++placed) {
        const bool is_last = placed + 1 == chips_.size();
        if (x + chips_[placed]->GetBestSize().x > limit - (is_last ? 0 : room_for_count))
            break;
        chips_[placed]->Show();
        place(chips_[placed]);
    }
    for (std::size_t i = placed; i < chips_.size(); ++i)
        chips_[i]->Hide();
    more_->Show(placed < chips_.size());
    if (more_->IsShown()) {
        more_->SetLabelText(wxString::Format("+%lu", static_cast<unsigned long>(chips_.size() - placed)));
        place(more_);
    }
    if (hint_->IsShown()) {
        hint_->SetLabelText(is_narrow ? _("No case set.")
                                      : _("No case set. Set the case once and results fit it."));
        place_wrapped(hint_, limit - x);
    }
    int button_x = right_edge - buttons_width + gap;
    for (auto* const button : buttons_) {
        if (!button->IsShown())
            continue;
        const auto size = button->GetBestSize();
        button->SetSize(button_x, FromDIP(case_above), size.x, size.y);
        button_x += size.x + gap;
    }
    const int height = line + 2 * FromDIP(case_above);
    if (GetMinSize().y != height) {
        SetMinSize({-1, height});
        // From within a size event the parent must be laid out later.
        CallAfter([this] { GetParent()->Layout(); });
    }
    is_arranging_ = false;
}

wxWindow* CaseStrip::first_button()
{
    return buttons_.front();
}

} // namespace guidepost::desktop
