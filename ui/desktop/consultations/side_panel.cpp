// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/consultations/side_panel.h"

#include "core/consultation/request/attached_verdict.h"
#include "ui/desktop/consultations/case_rows.h"
#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/widgets/on_resized.h"
#include "ui/desktop/widgets/result_markup.h"
#include "ui/desktop/widgets/spacing.h"
#include "ui/desktop/words/text.h"

#include <fmt/format.h>
#include <wx/intl.h>
#include <wx/sizer.h>

namespace guidepost::desktop {
namespace {} // namespace

SidePanel::SidePanel(wxWindow* parent)
    : wxScrolledWindow{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL}
{
    platform::add_style(*this, "gp-row");
    platform::set_accessible_name(*this, _("Case, routing and history"));
    SetScrollRate(0, FromDIP(10));
    SetSizer(new wxBoxSizer{wxVERTICAL});
    on_resized(*this, [this] { arrange(); });
}

void SidePanel::heading(const wxString& words)
{
    auto* const text = new FlowText{this, "gp-quiet"};
    text->SetFont(text->GetFont().Bold());
    text->set_text(words);
    texts_.push_back(text);
    GetSizer()->Add(text, wxSizerFlags{}.Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(page_margin)));
}

void SidePanel::line(const std::string& words)
{
    auto* const text = new FlowText{this};
    text->SetFont(text->GetFont().Scaled(small_text));
    text->set_text(to_wx(words));
    texts_.push_back(text);
    GetSizer()->AddSpacer(FromDIP(4));
    GetSizer()->Add(text, wxSizerFlags{}.Border(wxLEFT | wxRIGHT, FromDIP(page_margin)));
}

void SidePanel::pair(const std::string& name, const std::string& value)
{
    auto* const text = new FlowText{this};
    text->SetFont(text->GetFont().Scaled(small_text));
    text->set_markup(to_wx(escape_markup(name)) + ": <b>" + to_wx(escape_markup(value)) + "</b>");
    texts_.push_back(text);
    GetSizer()->AddSpacer(FromDIP(4));
    GetSizer()->Add(text, wxSizerFlags{}.Border(wxLEFT | wxRIGHT, FromDIP(page_margin)));
}

void SidePanel::show(const OpenThread& open)
{
    Freeze();
    GetSizer()->Clear(true);
    texts_.clear();
    heading(_("Case"));
    const auto rows = case_rows(open.thread.request.profile);
    for (const auto& [name, value] : rows)
        pair(name, value);
    if (rows.empty())
        line(to_utf8(_("Nothing of the case was said.")));
    if (const auto verdicts = consultation::verdicts_of(open.thread.request); !verdicts.empty()) {
        heading(_("What the modules say"));
        for (const auto& verdict : verdicts) {
            line(consultation::source_words(verdict));
            for (const auto& words : consultation::verdict_lines(verdict))
                line("\u2022 " + words);
        }
    }
    if (const auto lines = routing_lines(open.thread, open.names); !lines.empty()) {
        heading(_("Routing"));
        for (const auto& words : lines)
            line(words);
    }
    if (!open.thread.minutes.empty()) {
        heading(_("Minutes given"));
        for (const auto& [who, minutes] : open.thread.minutes)
            line(fmt::format("{}: {}", pages::name_of(open.names, who), minutes));
    }
    heading(_("History"));
    for (const auto& event : open.thread.history)
        if (const auto words = pages::history_words(event, open.thread, open.names, open.reader);
            !words.empty())
            line(words);
    GetSizer()->AddSpacer(FromDIP(page_margin));
    Scroll(0, 0);
    arrange();
    Thaw();
}

void SidePanel::arrange()
{
    const int width = GetClientSize().x - 2 * FromDIP(page_margin);
    if (width <= 0)
        return;
    for (auto* const text : texts_)
        text->fit_to(width);
    FitInside();
}

} // namespace guidepost::desktop
