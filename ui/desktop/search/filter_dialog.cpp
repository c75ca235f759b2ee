// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/search/filter_dialog.h"

#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/search/filter_chips.h"
#include "ui/desktop/widgets/form_scroll.h"
#include "ui/desktop/words/text.h"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/dialog.h>
#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace guidepost::desktop {
namespace {

struct Box {
    wxCheckBox* control; ///< a child of the dialog
    search::Facet facet;
    std::string value;
};

constexpr int letters_a_column = 36;

struct Column {
    wxSizer* sizer; ///< the dialog's
    std::size_t rows = 0;
};

/// What was counted, and what is chosen without being among it.
std::vector<search::FacetValue> values_of(search::Facet facet, const search::Filters& chosen,
                                          const search::FacetCounts& counts)
{
    std::vector<search::FacetValue> values;
    if (const auto counted = counts.find(facet); counted != counts.end())
        values = counted->second;
    if (const auto picked = chosen.find(facet); picked != chosen.end())
        for (const auto& value : picked->second)
            if (std::none_of(values.begin(), values.end(),
                             [&](const auto& known) { return known.value == value; }))
                values.push_back({value, 0});
    return values;
}

} // namespace

std::optional<search::Filters> choose_filters(wxWindow* parent, const search::Filters& chosen,
                                              const search::FacetCounts& counts,
                                              const search::Vocabulary& vocabulary)
{
    wxDialog dialog{parent,
                    wxID_ANY,
                    _("Narrow the results"),
                    wxDefaultPosition,
                    wxDefaultSize,
                    wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER};
    platform::mark_as_dialog(dialog);
    auto* const scrolled = new FormScroll{&dialog, FormScroll::Ways::down_and_across};
    platform::set_accessible_name(*scrolled, _("Narrow the results"));
    auto* const columns = new wxBoxSizer{wxHORIZONTAL};
    const int across =
        std::clamp(parent->GetClientSize().x / (dialog.GetTextExtent("n").x * letters_a_column), 1, 3);
    std::vector<Column> stacks;
    for (int i = 0; i < across; ++i) {
        stacks.push_back({new wxBoxSizer{wxVERTICAL}});
        columns->Add(stacks.back().sizer, wxSizerFlags{}.Border(wxRIGHT, dialog.FromDIP(28)));
    }
    std::vector<Box> boxes;
    for (int i = 0; i < search::facet_count; ++i) {
        const auto facet = static_cast<search::Facet>(i);
        const auto values = values_of(facet, chosen, counts);
        if (values.empty())
            continue;
        auto* const column = new wxBoxSizer{wxVERTICAL};
        const wxString title = wxGetTranslation(facet_title(facet));
        auto* const heading = new wxStaticText{scrolled, wxID_ANY, title};
        heading->SetFont(heading->GetFont().Bold());
        column->Add(heading, wxSizerFlags{}.Border(wxBOTTOM, dialog.FromDIP(4)));
        for (const auto& value : values) {
            const auto words = to_wx(facet_value_words(facet, value.value, vocabulary, translated));
            auto* const box =
                new wxCheckBox{scrolled, wxID_ANY,
                               wxControl::EscapeMnemonics(words) +
                                   wxString::Format("  %lu", static_cast<unsigned long>(value.articles))};
            box->SetValue(contains(chosen, facet, value.value));
            platform::set_accessible_name(
                *box, wxString::Format(
                          wxPLURAL("%s: %s, %lu article", "%s: %s, %lu articles", plural(value.articles)),
                          title, words, static_cast<unsigned long>(value.articles)));
            column->Add(box, wxSizerFlags{}.Border(wxBOTTOM, dialog.FromDIP(2)));
            boxes.push_back({box, facet, value.value});
        }
        auto& shortest = *std::min_element(stacks.begin(), stacks.end(),
                                           [](const Column& a, const Column& b) { return a.rows < b.rows; });
        shortest.sizer->Add(column, wxSizerFlags{}.Border(wxBOTTOM, dialog.FromDIP(18)));
        shortest.rows += values.size() + 2;
    }
    auto* const padded = new wxBoxSizer{wxVERTICAL};
    if (boxes.empty())
        padded->Add(
            new wxStaticText{scrolled, wxID_ANY, _("There is nothing to narrow by: no article was found.")},
            wxSizerFlags{}.Border(wxALL, dialog.FromDIP(18)));
    padded->Add(columns, wxSizerFlags{}.Border(wxALL, dialog.FromDIP(18)));
    scrolled->SetSizer(padded);

    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(scrolled, wxSizerFlags{1}.Expand());
    auto* const buttons = new wxBoxSizer{wxHORIZONTAL};
    auto* const none = new wxButton{&dialog, wxID_ANY, _("Choose &none")};
    none->Bind(wxEVT_BUTTON, [&boxes](wxCommandEvent&) {
        for (auto& box : boxes)
            box.control->SetValue(false);
    });
    buttons->Add(none);
    buttons->AddStretchSpacer();
    buttons->Add(new wxButton{&dialog, wxID_CANCEL, _("&Cancel")},
                 wxSizerFlags{}.Border(wxRIGHT, dialog.FromDIP(8)));
    auto* const apply = new wxButton{&dialog, wxID_OK, _("&Show results")};
    platform::add_style(*apply, "gp-primary");
    apply->SetDefault();
    buttons->Add(apply);
    all->Add(buttons, wxSizerFlags{}.Expand().Border(wxALL, dialog.FromDIP(12)));
    dialog.SetSizer(all);

    const auto wanted = columns->GetMinSize() + wxSize{dialog.FromDIP(70), dialog.FromDIP(120)};
    const auto room = parent->GetClientSize();
    dialog.SetSize(std::min(std::max(wanted.x, dialog.FromDIP(460)), room.x), std::min(wanted.y, room.y));
    dialog.CentreOnParent();
    if (dialog.ShowModal() != wxID_OK)
        return {};
    search::Filters filters;
    for (const auto& box : boxes)
        if (box.control->GetValue())
            filters[box.facet].push_back(box.value);
    return filters;
}

} // namespace guidepost::desktop
