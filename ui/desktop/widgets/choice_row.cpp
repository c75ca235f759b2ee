// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/widgets/choice_row.h"

#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"

namespace guidepost::desktop {

ChoiceRow::ChoiceRow(wxWindow* parent, const wxString& name, const std::vector<wxString>& choices,
                     const char* style)
    : FlowPanel{parent, style}, name_{name}
{
    platform::set_accessible_name(*this, name);
    for (const auto& words : choices) {
        auto* const button =
            new wxToggleButton{this, wxID_ANY, words, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
        platform::add_style(*button, "gp-choice");
        platform::set_accessible_name(*button, name + ": " + words);
        button->Bind(wxEVT_TOGGLEBUTTON, [this, button](wxCommandEvent&) {
            for (auto* const other : buttons_)
                if (other != button)
                    other->SetValue(false);
            if (on_changed)
                on_changed();
        });
        buttons_.push_back(button);
    }
}

void ChoiceRow::rename(const std::vector<wxString>& choices)
{
    for (std::size_t i = 0; i < buttons_.size() && i < choices.size(); ++i) {
        buttons_[i]->SetLabel(choices[i]);
        buttons_[i]->InvalidateBestSize();
        platform::set_accessible_name(*buttons_[i], name_ + ": " + choices[i]);
    }
}

std::optional<std::size_t> ChoiceRow::chosen() const
{
    for (std::size_t i = 0; i < buttons_.size(); ++i)
        if (buttons_[i]->GetValue())
            return i;
    return std::nullopt;
}

void ChoiceRow::choose(std::optional<std::size_t> choice)
{
    for (std::size_t i = 0; i < buttons_.size(); ++i)
        buttons_[i]->SetValue(choice == i);
}

} // namespace guidepost::desktop
