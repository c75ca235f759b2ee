// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/search/search_page.h"

#include "core/text/text.h"
#include "ui/desktop/search/filter_chips.h"
#include "ui/desktop/search/filter_dialog.h"
#include "ui/desktop/search/index_words.h"
#include "ui/desktop/search/narrowing.h"
#include "ui/desktop/shell/index_keeper.h"
#include "ui/desktop/widgets/on_resized.h"
#include "ui/desktop/words/errors.h"
#include "ui/desktop/words/text.h"

#include <wx/intl.h>

#include <algorithm>

namespace guidepost::desktop {
namespace {

constexpr std::size_t first_results = 30;
constexpr std::size_t most_chips = 14;
constexpr int pause_before_preview_ms = 350;

} // namespace

SearchPage::SearchPage(wxWindow* parent, Services services, Shell& shell)
    : wxPanel{parent}, services_{services}, shell_{shell}
{
    query_.limit = first_results;
    make_widgets();
    pause_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { typing_paused(); });
    Bind(wxEVT_CHAR_HOOK, &SearchPage::on_key, this);
    on_resized(*this, [this] {
        show_ask();
        set_sides();
    });
}

bool SearchPage::is_asking() const
{
    return !trimmed(query_.text).empty() || !query_.filters.empty();
}

void SearchPage::typed()
{
    awaited_.reset();
    query_.text = to_utf8(field_->GetValue());
    query_.typing = search::Typing::going_on;
    query_.limit = first_results;
    opens_first_ = false;
    is_reading_ = false;
    find_now();
}

void SearchPage::typing_paused()
{
    if (!is_asking() || results_->hits().empty())
        return;
    look_for_spelling();
    if (!is_narrow() && results_->list().selected() < 0) {
        results_->list().select(0);
        open_row(0, Visit::looked_at);
    }
}

void SearchPage::enter_pressed()
{
    note_search();
    // What is in view is what was meant; asking anew could put something else first.
    if (found_text_ == query_.text && !results_->hits().empty()) {
        results_->list().select(0);
        open_row(0, Visit::opened);
        return;
    }
    query_.typing = search::Typing::finished;
    opens_first_ = true;
    find_now();
}

void SearchPage::look_for_spelling()
{
    if (!found_.suggestion.empty() || begins_a_found_word(query_.text, found_.hits))
        return;
    auto whole = query_;
    whole.typing = search::Typing::finished;
    spelling_request_ = services_.search.find(
        std::move(whole),
        [this](const Found& found) {
            if (found.page.suggestion.empty())
                return;
            found_.suggestion = found.page.suggestion;
            results_->show_head(found_, query_.text, filtered());
        },
        [](const Error&) {
            // A suggestion less; the search itself has told of the trouble.
        });
}

ResultsPanel::Filtered SearchPage::filtered() const
{
    return query_.filters.empty() ? ResultsPanel::Filtered::no : ResultsPanel::Filtered::yes;
}

void SearchPage::search_for(const wxString& text)
{
    field_->ChangeValue(text);
    field_->SetInsertionPointEnd();
    query_.text = to_utf8(text);
    query_.typing = search::Typing::finished;
    query_.limit = first_results;
    note_search();
    find_now();
}

void SearchPage::find_now()
{
    pause_.Stop();
    count_request_.reset();
    spelling_request_.reset();
    if (!is_asking()) {
        find_request_.reset();
        counts_.clear();
        set_sides();
        show_chips();
        shell_.mark_news(*this, false);
        show_home(Visit::opened);
        return;
    }
    query_.today = date_of(system_now());
    find_request_ = services_.search.find(
        query_, [this](Found found) { show_found(std::move(found)); },
        [this](const Error& error) { show_failure(error); });
}

void SearchPage::find_in_place()
{
    query_.today = date_of(system_now());
    find_request_ = services_.search.find(
        query_,
        [this](Found found) {
            const auto& hits = results_->hits();
            const int row = results_->list().selected();
            const auto kept = row < 0 ? ArticleId{} : hits.at(static_cast<std::size_t>(row)).article;
            const bool was_poor = !words_of(found_.index).empty();
            show_list(std::move(found.page));
            const auto at = std::find_if(results_->hits().begin(), results_->hits().end(),
                                         [&](const search::Hit& hit) { return hit.article == kept; });
            if (kept && at != results_->hits().end())
                results_->list().select(static_cast<int>(at - results_->hits().begin()));
            if (was_poor) // what fits best was not there before: it must not stand above the edge
                results_->list().show_top();
        },
        [](const Error&) {
            // What was found stays in view; the next search tells of the trouble.
        });
}

void SearchPage::show_list(search::Page page)
{
    found_ = std::move(page);
    set_sides();
    found_text_ = query_.text;
    results_->show(found_, query_.text, filtered());
    count_now();
    shell_.mark_news(*this, false);
}

void SearchPage::show_found(Found found)
{
    show_list(std::move(found.page));
    if (found.is_unwell && !services_.keeper.is_working())
        services_.keeper.repair();
    if (found_.hits.empty()) {
        show_nothing_found();
    } else if (std::exchange(opens_first_, false)) {
        results_->list().select(0);
        open_row(0, Visit::opened);
    } else {
        pause_.StartOnce(pause_before_preview_ms);
    }
}

void SearchPage::show_failure(const Error& error)
{
    set_sides();
    const auto words = words_of(error);
    results_->show_failure(words.title + ". " + words.what);
    show_message({.title = to_utf8(words.title),
                  .paragraphs = {to_utf8(words.what)},
                  .next_steps = {to_utf8(words.advice)}});
}

void SearchPage::show_nothing_found()
{
    std::vector<std::string> next;
    if (!found_.suggestion.empty())
        next.push_back(to_utf8(_("Try the other spelling offered on the left.")));
    if (!query_.filters.empty())
        next.push_back(to_utf8(_("Search without filters: the button is on the left.")));
    next.push_back(to_utf8(_("Use fewer words, or the short form or full name of the thing.")));
    next.push_back(to_utf8(_("Look at \"Words and short forms\" in the Go menu.")));
    if (services_.identity.has(people::Role::officer))
        next.push_back(to_utf8(_("Ask a specialist with Ctrl+Shift+N.")));
    if (!services_.desk.is_read_only())
        next.push_back(to_utf8(_("Import a folder of your own guidance from the File menu.")));
    std::vector<std::string> told{to_utf8(_("No guidance on this desk holds these words."))};
    if (const auto missing = words_of(found_.index); !missing.empty())
        told.push_back(to_utf8(missing));
    show_message(
        {.title = to_utf8(_("Nothing found")), .paragraphs = std::move(told), .next_steps = std::move(next)});
}

void SearchPage::count_now()
{
    show_chips();
    count_request_ = services_.search.count(
        query_,
        [this](search::FacetCounts counts) {
            counts_ = std::move(counts);
            show_chips();
        },
        [this](const Error&) {
            // Without counts one can still search; what is wrong with the index is said there.
            counts_.clear();
            show_chips();
        });
}

void SearchPage::set_filters(search::Filters filters)
{
    query_.filters = std::move(filters);
    query_.limit = first_results;
    find_now();
}

void SearchPage::show_chips()
{
    std::vector<ChipRow::Chip> chips;
    if (!is_asking()) {
        for (const auto& text : services_.journal.recent_searches(8))
            chips.push_back({.words = to_wx(text),
                             .accessible_name = wxString::Format(_("Search again for %s"), to_wx(text)),
                             .on_press = [this, text] {
                                 search_for(to_wx(text));
                             }});
        if (!chips.empty())
            chips_->set(_("Recent searches"), chips);
        chips_->Show(!chips.empty());
        Layout();
        return;
    }
    const auto offered = filter_chips(query_.filters, counts_, found_.total, most_chips);
    for (const auto& chip : offered) {
        auto words =
            to_wx(facet_value_words(chip.facet, chip.value, *services_.desk.vocabulary(), translated));
        const auto full = wxGetTranslation(facet_title(chip.facet)) + ": " + words;
        // The same words may be an offence, a topic and a programme.
        if (std::any_of(offered.begin(), offered.end(), [&](const FilterChip& other) {
                return other.facet != chip.facet && other.value == chip.value;
            }))
            words = full;
        auto name =
            wxString::Format(chip.is_chosen ? _("Narrowed by %s; press to remove") : _("Narrow by %s"), full);
        if (chip.articles) {
            words += wxString::Format(" %lu", static_cast<unsigned long>(*chip.articles));
            name += wxString::Format(wxPLURAL(", %lu article", ", %lu articles", plural(*chip.articles)),
                                     static_cast<unsigned long>(*chip.articles));
        }
        if (chip.is_chosen)
            words += L" \u00d7";
        chips.push_back({.words = words,
                         .accessible_name = name,
                         .is_on = chip.is_chosen,
                         .on_press = [this, facet = chip.facet, value = chip.value] {
                             auto filters = query_.filters;
                             toggle(filters, facet, value);
                             set_filters(std::move(filters));
                         }});
    }
    chips_->set(_("Narrow by"), chips,
                {.words = _("More..."), .accessible_name = _("More to narrow by"), .on_press = [this] {
                     if (auto filters =
                             choose_filters(this, query_.filters, counts_, *services_.desk.vocabulary()))
                         set_filters(std::move(*filters));
                 }});
    chips_->Show(!is_narrow() || !is_reading_);
    Layout();
}

void SearchPage::note_search()
{
    const std::string text{trimmed(query_.text)};
    if (!text.empty())
        services_.journal.note_search(text, services_.desk.guard_words().get());
}

} // namespace guidepost::desktop
