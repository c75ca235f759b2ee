// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/frame/sidebar.h"

#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/widgets/line.h"
#include "ui/desktop/widgets/on_resized.h"
#include "ui/desktop/widgets/result_markup.h"
#include "ui/desktop/widgets/spacing.h"
#include "ui/desktop/words/text.h"

#include <wx/dcclient.h>
#include <wx/intl.h>
#include <wx/sizer.h>

#include <algorithm>

namespace guidepost::desktop {
namespace {

constexpr int sidebar_margin = 8;
constexpr int sidebar_width = 168;
constexpr const char* longest_words = "Index up to date.";

} // namespace

Sidebar::Sidebar(wxWindow* parent, const std::vector<wxString>& pages,
                 std::function<void(std::size_t)> on_page, std::function<void()> on_news)
    : wxPanel{parent}, names_{pages}, is_entry_(pages.size(), true)
{
    platform::add_style(*this, "gp-side");
    auto* const column = new wxBoxSizer{wxVERTICAL};
    const auto inset = wxLEFT | wxRIGHT;
    column->AddSpacer(FromDIP(sidebar_margin));
    for (std::size_t i = 0; i < pages.size(); ++i) {
        auto* const button =
            new wxToggleButton{this, wxID_ANY, pages[i], wxDefaultPosition, wxDefaultSize, wxBU_LEFT};
        platform::add_style(*button, "gp-nav");
        platform::align_left(*button);
        platform::set_accessible_name(*button, pages[i]);
        button->Bind(wxEVT_TOGGLEBUTTON, [this, i, on_page](wxCommandEvent&) {
            set_page(i);
            on_page(i);
        });
        buttons_.push_back(button);
        column->Add(button, wxSizerFlags{}.Expand().Border(inset, FromDIP(sidebar_margin)));
    }
    column->AddStretchSpacer();
    news_ =
        new wxButton{this, wxID_ANY, _("Show what is new"), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
    platform::add_style(*news_, "gp-link");
    platform::set_accessible_name(*news_, _("There is new guidance: show it"));
    news_->SetToolTip(_("Guidance has changed since this was shown (F5)"));
    news_->Bind(wxEVT_BUTTON, [on_news](wxCommandEvent&) { on_news(); });
    column->Add(news_, wxSizerFlags{}
                           .Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(sidebar_margin))
                           .ReserveSpaceEvenIfHidden());
    news_->Hide();
    column->Add(make_line(this, wxHORIZONTAL),
                wxSizerFlags{}.Expand().Border(inset, FromDIP(sidebar_margin)));
    column->AddSpacer(FromDIP(10));
    who_ = new FlowText{this};
    how_ = new FlowText{this};
    state_ = new FlowText{this};
    platform::add_style(*how_, "gp-quiet");
    platform::add_style(*state_, "gp-quiet");
    for (auto* const text : {who_, how_, state_}) {
        text->SetFont(text->GetFont().Scaled(small_text));
        column->Add(text, wxSizerFlags{}.Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(sidebar_margin)));
    }
    SetSizer(column);

    int words = GetTextExtent(longest_words).x + 4 * FromDIP(sidebar_margin);
    wxClientDC dc{this};
    dc.SetFont(GetFont().Bold());
    for (const auto& name : pages) // with a badge, in bold, and the button's own padding
        words = std::max(words, dc.GetTextExtent(name + L"  \u2022 99").x + 2 * GetCharHeight() +
                                    2 * FromDIP(sidebar_margin));
    SetMinSize({std::max(FromDIP(sidebar_width), words), -1});
    // Fonts are settled only when the window is there.
    on_resized(*this, [this] {
        for (auto* const text : {who_, how_, state_})
            text->fit_to(GetClientSize().x - 2 * FromDIP(sidebar_margin));
        Layout();
    });
}

void Sidebar::set_page(std::size_t page)
{
    current_ = page;
    for (std::size_t i = 0; i < buttons_.size(); ++i)
        buttons_[i]->SetValue(i == page);
}

void Sidebar::show_entry(std::size_t page, bool is_shown)
{
    is_entry_.at(page) = is_shown;
    buttons_.at(page)->Show(is_shown);
    Layout();
}

void Sidebar::set_count(std::size_t page, std::size_t count)
{
    auto* const button = buttons_.at(page);
    const auto& name = names_.at(page);
    if (count == 0) {
        button->SetLabel(name);
        platform::set_accessible_name(*button, name);
    } else {
        const auto number = static_cast<unsigned long>(count);
        button->SetLabel(name + wxString::Format(L"  \u2022 %lu", number));
        platform::set_accessible_name(
            *button,
            name + wxString::Format(wxPLURAL(", %lu waits for you", ", %lu wait for you", plural(count)),
                                    number));
    }
    platform::align_left(*button);
}

void Sidebar::set_account(const wxString& who, const wxString& how)
{
    const int width = GetMinSize().x - 2 * FromDIP(sidebar_margin);
    who_->fit_to(width);
    who_->set_text(who);
    how_->fit_to(width);
    how_->set_text(how);
    Layout();
}

void Sidebar::set_state(const wxString& words, Health health)
{
    // The dot repeats in colour what the words say.
    const wxString dot = health == Health::well ? L"\u25cf" : health == Health::busy ? L"\u25cb" : L"\u25b2";
    const char* const colour = platform::is_dark() ? (health == Health::well ? "#6fce86" : "#f0a273")
                                                   : (health == Health::well ? "#1d7a35" : "#a8441a");
    state_->fit_to(GetMinSize().x - 2 * FromDIP(sidebar_margin));
    state_->set_markup(wxString::Format("<span foreground=\"%s\">", colour) + dot + "</span> " +
                       to_wx(escape_markup(to_utf8(words))));
    Layout();
}

void Sidebar::show_news(bool is_there)
{
    news_->Show(is_there);
}

std::vector<Sidebar::Entry> Sidebar::entries() const
{
    std::vector<Entry> all;
    for (std::size_t i = 0; i < buttons_.size(); ++i)
        if (is_entry_[i])
            all.push_back({i, buttons_[i]->GetLabel()});
    return all;
}

std::vector<wxString> Sidebar::told() const
{
    return {who_->GetLabelText(), how_->GetLabelText(), state_->GetLabelText()};
}

wxWindow* Sidebar::current_button()
{
    return buttons_.empty() ? nullptr : buttons_[current_];
}

} // namespace guidepost::desktop
