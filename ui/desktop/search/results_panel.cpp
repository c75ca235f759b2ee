// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/search/results_panel.h"

#include "core/text/text.h"
#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/search/index_words.h"
#include "ui/desktop/search/narrowing.h"
#include "ui/desktop/widgets/chip_row.h"
#include "ui/desktop/widgets/line.h"
#include "ui/desktop/widgets/on_resized.h"
#include "ui/desktop/widgets/result_markup.h"
#include "ui/desktop/widgets/spacing.h"
#include "ui/desktop/words/text.h"

#include <wx/button.h>
#include <wx/intl.h>
#include <wx/sizer.h>

namespace guidepost::desktop {
namespace {

wxString count_words(const search::Page& page)
{
    const auto total = static_cast<unsigned long>(page.total);
    const auto counted = page.total_is_exact
                             ? wxString::Format(wxPLURAL("%lu article", "%lu articles", plural(total)), total)
                             : wxString::Format(_("about %lu articles"), total);
    const auto milliseconds = static_cast<double>(page.microseconds) / 1000;
    return counted + " " +
           wxString::Format(milliseconds < 10 ? _("in %.1f ms") : _("in %.0f ms"), milliseconds);
}

} // namespace

ResultsPanel::ResultsPanel(wxWindow* parent, const desk::Desk& desk, Actions actions)
    : wxPanel{parent}, desk_{desk}, actions_{std::move(actions)}
{
    platform::add_style(*this, "gp-page");
    auto* const all = new wxBoxSizer{wxVERTICAL};

    head_ = new wxPanel{this};
    platform::add_style(*head_, "gp-page");
    auto* const head = new wxBoxSizer{wxVERTICAL};
    heading_ = new FlowText{head_, "gp-quiet"};
    notes_ = new FlowText{head_, "gp-quiet"};
    head->Add(heading_, wxSizerFlags{}.Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(page_margin)));
    head->Add(notes_, wxSizerFlags{}.Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(page_margin)));
    choices_ = new FlowPanel{head_, "gp-page"};
    head->Add(choices_, wxSizerFlags{}.Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(page_margin)));
    head->AddSpacer(FromDIP(page_margin - 4));
    head_->SetSizer(head);
    all->Add(head_, wxSizerFlags{}.Expand());
    all->Add(make_line(this, wxHORIZONTAL), wxSizerFlags{}.Expand());

    list_ = new WrappedList{this, _("Results"), "gp-results", {}, WrappedList::Rules::between_rows};
    list_->on_activated = [this](int row) {
        actions_.opened(row);
    };
    list_->on_selected = [this](int row) {
        actions_.looked_at(row);
    };
    all->Add(list_, wxSizerFlags{1}.Expand());

    auto* const more_side = new wxPanel{this};
    platform::add_style(*more_side, "gp-row");
    more_ = new wxButton{more_side, wxID_ANY, _("Show more results")};
    platform::add_style(*more_, "gp-plain");
    platform::set_accessible_name(*more_, _("Show more results"));
    more_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { actions_.show_more(); });
    auto* const more = new wxBoxSizer{wxHORIZONTAL};
    more->Add(more_, wxSizerFlags{1}.Border(wxALL, FromDIP(8)));
    more_side->SetSizer(more);
    more_side_ = more_side;
    all->Add(more_side_, wxSizerFlags{}.Expand());
    more_side_->Hide();
    SetSizer(all);

    on_resized(*this, [this] { arrange(); });
}

void ResultsPanel::show(const search::Page& page, const std::string& query, Filtered filtered)
{
    hits_ = page.hits;
    Freeze();
    set_heading(page, query);
    set_choices(page, query, filtered);
    fill_list();
    more_side_->Show(page.total > hits_.size() && !hits_.empty());
    arrange();
    Thaw();
}

void ResultsPanel::show_head(const search::Page& page, const std::string& query, Filtered filtered)
{
    Freeze();
    set_heading(page, query);
    set_choices(page, query, filtered);
    arrange();
    Thaw();
}

void ResultsPanel::set_heading(const search::Page& page, const std::string& query)
{
    const auto read_as = to_wx(escape_markup(page.read_as.empty() ? query : page.read_as));
    wxString heading;
    if (page.hits.empty())
        heading = read_as.empty() ? _("Nothing matches.")
                                  : wxString::Format(_("Nothing found for %s."), "<b>" + read_as + "</b>");
    else if (read_as.empty())
        heading = wxString::Format(_("All guidance, narrowed: %s"), count_words(page));
    else
        heading = wxString::Format(_("Showing results for %s"), "<b>" + read_as + "</b>") + L" \u00b7 " +
                  count_words(page);
    heading_->set_markup(heading);
    platform::set_accessible_name(*list_, page.hits.empty()
                                              ? _("Results: none")
                                              : wxString::Format(_("Results: %s"), count_words(page)));

    wxString notes;
    const auto add = [&notes](const wxString& note) {
        notes += (notes.empty() ? "" : "\n") + note;
    };
    if (const auto missing = words_of(page.index); !missing.empty())
        add(missing);
    for (const auto& note : page.notes)
        add(to_wx(note));
    notes_->Show(!notes.empty());
    notes_->set_text(notes);
}

void ResultsPanel::add_choice(const wxString& words, const wxString& name, std::function<void()> action)
{
    make_chip(choices_, words, name, std::move(action));
}

void ResultsPanel::set_choices(const search::Page& page, const std::string& query, Filtered filtered)
{
    choices_->DestroyChildren();
    const auto label = [this](const wxString& words) {
        platform::add_style(*new wxStaticText{choices_, wxID_ANY, words}, "gp-quiet");
    };
    if (!page.suggestion.empty()) {
        label(_("Did you mean"));
        add_choice(to_wx(page.suggestion), wxString::Format(_("Did you mean: %s"), to_wx(page.suggestion)),
                   [this, suggestion = page.suggestion] { actions_.search_for(suggestion); });
    }
    for (const auto& choice : page.choices) {
        label(wxString::Format(_("%s may mean"), to_wx(choice.term)));
        for (const auto& meaning : choice.meanings)
            add_choice(to_wx(meaning),
                       wxString::Format(_("%s: search for %s"), to_wx(choice.term), to_wx(meaning)),
                       [this, narrowed = with_meaning(query, choice.term, meaning)] {
                           actions_.search_for(narrowed);
                       });
    }
    if (page.hits.empty() && filtered == Filtered::yes)
        add_choice(_("Search without filters"), {}, [this] { actions_.clear_filters(); });
}

void ResultsPanel::show_failure(const wxString& what)
{
    hits_.clear();
    choices_->DestroyChildren();
    heading_->set_text(what);
    notes_->Hide();
    fill_list();
    more_side_->Hide();
    arrange();
}

void ResultsPanel::appearance_changed()
{
    const int row = list_->selected();
    fill_list();
    list_->select(row);
}

void ResultsPanel::fill_list()
{
    const auto& colours = result_colours(platform::is_dark() ? Background::dark : Background::light);
    std::vector<wxString> rows;
    for (const auto& hit : hits_)
        rows.push_back(to_wx(result_markup(hit, colours, *desk_.vocabulary(), translated)));
    list_->set_rows(std::move(rows));
}

void ResultsPanel::arrange()
{
    const int width = GetClientSize().x - 2 * FromDIP(page_margin);
    heading_->fit_to(width);
    if (notes_->IsShown())
        notes_->fit_to(width);
    choices_->Show(!choices_->GetChildren().empty());
    choices_->flow_to(width);
    head_->InvalidateBestSize();
    Layout();
    head_->Layout();
}

} // namespace guidepost::desktop
