// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/widgets/chip_row.h"

#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/widgets/on_resized.h"
#include "ui/desktop/widgets/spacing.h"

#include <wx/stattext.h>

#include <algorithm>

namespace guidepost::desktop {
namespace {

constexpr int row_above = 6, after_chip = 8;

} // namespace

wxButton* make_chip(wxWindow* parent, const wxString& words, const wxString& accessible_name,
                    std::function<void()> on_press)
{
    auto* const chip = new wxButton{
        parent, wxID_ANY, wxControl::EscapeMnemonics(words), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
    platform::add_style(*chip, "gp-chip");
    platform::set_accessible_name(*chip, accessible_name.empty() ? words : accessible_name);
    // Pressing may replace the chip itself: let its event end first.
    chip->Bind(wxEVT_BUTTON,
               [chip, press = std::move(on_press)](wxCommandEvent&) { chip->GetParent()->CallAfter(press); });
    return chip;
}

ChipRow::ChipRow(wxWindow* parent, const wxString& accessible_name) : wxPanel{parent}
{
    platform::add_style(*this, "gp-row");
    platform::set_accessible_name(*this, accessible_name);
    on_resized(*this, [this] { lay_out(); });
}

void ChipRow::set(const wxString& title, const std::vector<Chip>& chips)
{
    set(title, chips, Chip{});
}

void ChipRow::set(const wxString& title, const std::vector<Chip>& chips, const Chip& last)
{
    wxString focused;
    if (auto* const focus = FindFocus(); focus && focus->GetParent() == this)
        focused = focus->GetName();

    Freeze();
    DestroyChildren();
    chips_.clear();
    last_ = nullptr;
    auto* const words = new wxStaticText{this, wxID_ANY, title};
    platform::add_style(*words, "gp-quiet");
    title_ = words;
    const auto make = [this](const Chip& chip) {
        auto* const button = make_chip(this, chip.words, chip.accessible_name, chip.on_press);
        if (chip.is_on)
            platform::add_style(*button, "gp-on");
        return button;
    };
    for (const auto& chip : chips)
        chips_.push_back(make(chip));
    if (!last.words.empty())
        last_ = make(last);

    int height = title_->GetBestSize().y;
    for (auto* const chip : chips_)
        height = std::max(height, chip->GetBestSize().y);
    if (last_)
        height = std::max(height, last_->GetBestSize().y);
    SetMinSize({-1, height + 2 * FromDIP(row_above)});
    lay_out();
    Thaw();

    if (!focused.empty())
        for (auto* const chip : chips_)
            if (chip->GetName() == focused && chip->IsShown())
                chip->SetFocus();
}

void ChipRow::lay_out()
{
    if (!title_)
        return;
    const int width = GetClientSize().x - 2 * FromDIP(page_margin);
    const int height = GetClientSize().y;
    const int gap = FromDIP(after_chip);
    const auto place = [height](wxWindow* window, int x) {
        const auto size = window->GetBestSize();
        window->SetSize(x, (height - size.y) / 2, size.x, size.y);
        return x + size.x;
    };
    int x = place(title_, FromDIP(page_margin)) + gap;
    const int room = FromDIP(page_margin) + width - (last_ ? last_->GetBestSize().x + gap : 0);
    bool is_full = false;
    for (auto* const chip : chips_) {
        is_full = is_full || x + chip->GetBestSize().x > room;
        chip->Show(!is_full);
        if (!is_full)
            x = place(chip, x) + gap;
    }
    if (last_)
        place(last_, x);
}

} // namespace guidepost::desktop
