// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/search/search_page.h"

#include "core/values/text.h"
#include "ui/desktop/errors.h"
#include "ui/desktop/index_keeper.h"
#include "ui/desktop/model/filter_chips.h"
#include "ui/desktop/model/narrowing.h"
#include "ui/desktop/platform/accessible.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/search/filter_dialog.h"
#include "ui/desktop/search/index_words.h"
#include "ui/desktop/text.h"
#include "ui/desktop/widgets/line.h"
#include "ui/desktop/widgets/undo_field.h"

#include <wx/intl.h>
#include <wx/sizer.h>

namespace guidepost::desktop {
namespace {

constexpr std::size_t first_results = 30;
constexpr std::size_t most_chips = 14;
constexpr int pause_before_preview_ms = 350;
constexpr int list_width = 410;
constexpr int least_list_width = 260;
constexpr int least_letters_across = 92;

} // namespace

SearchPage::SearchPage(wxWindow* parent, Services services, Shell& shell)
    : wxPanel{parent}, services_{services}, shell_{shell}
{
    query_.limit = first_results;
    make_widgets();
    pause_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { typing_paused(); });
    Bind(wxEVT_CHAR_HOOK, &SearchPage::on_key, this);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        CallAfter([this] { set_sides(); });
    });
}

wxString SearchPage::name() const
{
    return _("Search");
}

void SearchPage::make_widgets()
{
    platform::add_style(*this, "gp-page");
    auto* const all = new wxBoxSizer{wxVERTICAL};

    auto* const top = new wxPanel{this};
    platform::add_style(*top, "gp-row");
    field_ = new wxSearchCtrl{top, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER};
    field_->ShowCancelButton(true);
    field_->SetDescriptiveText(_("Search guidance: plain words, \"a phrase\", -without, title:word"));
    platform::add_style(*field_, "gp-search");
    platform::set_accessible_name(*field_, _("Search guidance"));
    UndoField::give_to(*field_);
    auto* const top_row = new wxBoxSizer{wxHORIZONTAL};
    top_row->Add(field_, wxSizerFlags{1}.CentreVertical());
    auto* const top_around = new wxBoxSizer{wxVERTICAL};
    top_around->Add(top_row, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(10)));
    top->SetSizer(top_around);
    all->Add(top, wxSizerFlags{}.Expand());

    chips_ = new ChipRow{this, _("Narrow by")};
    all->Add(chips_, wxSizerFlags{}.Expand());
    chips_line_ = make_line(this, wxHORIZONTAL);
    all->Add(chips_line_, wxSizerFlags{}.Expand());

    sides_ = new wxSplitterWindow{this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                  wxSP_LIVE_UPDATE | wxSP_NOBORDER | wxSP_THIN_SASH};
    sides_->SetMinimumPaneSize(FromDIP(least_list_width));
    results_ = new ResultsPanel{sides_,
                                services_.desk,
                                {.opened = [this](int row) { open_row(row, Visit::opened); },
                                 .looked_at =
                                     [this](int row) {
                                         // Where the page takes the list's place, a click is meant to open
                                         // it.
                                         const bool clicked = is_narrow() && wxGetMouseState().LeftIsDown();
                                         open_row(row, clicked ? Visit::opened : Visit::looked_at);
                                     },
                                 .search_for = [this](const std::string& text) { search_for(to_wx(text)); },
                                 .clear_filters = [this] { set_filters({}); },
                                 .show_more =
                                     [this] {
                                         query_.limit *= 2;
                                         find_now();
                                     }}};
    view_ = new ArticleView{sides_,
                            {.run = [this](Command command) { shell_.run(command); },
                             .open = [this](const Link& link) { show_article(link, Visit::opened); },
                             .jumped =
                                 [this](const std::string& anchor) {
                                     if (const auto here = history_.current())
                                         history_.visit({here->article, anchor});
                                     update_ways();
                                 },
                             .answered = [this](bool is_useful) { record_answer(is_useful); },
                             .back_to_results =
                                 [this] {
                                     is_reading_ = false;
                                     set_sides();
                                     results_->list().SetFocus();
                                 },
                             .shown =
                                 [this] {
                                     if (printed_ && view_->article())
                                         view_->pane().print_to(print_to_, std::exchange(printed_, {}));
                                 }}};
    view_->set_can_answer(!services_.desk.is_read_only());
    results_->Hide();
    sides_->Initialize(view_);
    all->Add(sides_, wxSizerFlags{1}.Expand());
    SetSizer(all);

    field_->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
        event.Skip();
        typed();
    });
    field_->Bind(wxEVT_SEARCH_CANCEL, [this](wxCommandEvent&) { field_->Clear(); });
    field_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { enter_pressed(); });
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

bool SearchPage::search_for(const wxString& text)
{
    field_->ChangeValue(text);
    field_->SetInsertionPointEnd();
    query_.text = to_utf8(text);
    query_.typing = search::Typing::finished;
    query_.limit = first_results;
    note_search();
    find_now();
    return true;
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
        show_home(Visit::opened);
        return;
    }
    query_.today = date_of(system_now());
    find_request_ = services_.search.find(
        query_, [this](Found found) { show_found(std::move(found)); },
        [this](const Error& error) { show_failure(error); });
}

void SearchPage::show_found(Found found)
{
    found_ = std::move(found.page);
    set_sides();
    found_text_ = query_.text;
    results_->show(found_, query_.text, filtered());
    count_now();
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
        auto words = to_wx(facet_value_words(chip.facet, chip.value, services_.desk.vocabulary()));
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
                             choose_filters(this, query_.filters, counts_, services_.desk.vocabulary()))
                         set_filters(std::move(*filters));
                 }});
    chips_->Show(!is_narrow() || !is_reading_);
    Layout();
}

void SearchPage::note_search()
{
    const std::string text{trimmed(query_.text)};
    if (!text.empty())
        services_.journal.note_search(text, &services_.desk.guard_words());
}

bool SearchPage::is_narrow() const
{
    // In letters, because large text needs the room of a small window.
    return GetClientSize().x < GetTextExtent("n").x * least_letters_across;
}

void SearchPage::set_sides()
{
    const bool wants_list = is_asking() && !(is_narrow() && is_reading_);
    const bool wants_page = !is_asking() || !is_narrow() || is_reading_;
    view_->set_beside_results(!is_asking() || wants_list);
    // In place of the list the page needs the room of its filters too.
    if (is_asking() && chips_->IsShown() != wants_list) {
        chips_->Show(wants_list);
        Layout();
    }
    if (sides_->IsSplit() == (wants_list && wants_page) && results_->IsShown() == wants_list)
        return;
    if (sides_->IsSplit()) {
        services_.journal.set_setting("search.splitter", std::to_string(ToDIP(sides_->GetSashPosition())));
        sides_->Unsplit(wants_list ? static_cast<wxWindow*>(view_) : results_);
        return;
    }
    if (wants_list && wants_page) {
        int width = list_width;
        if (const auto kept = services_.journal.setting("search.splitter"))
            width = std::max(wxAtoi(to_wx(*kept)), least_list_width);
        results_->Show();
        view_->Show();
        sides_->SplitVertically(results_, view_, FromDIP(width));
    } else {
        auto* const wanted = wants_list ? static_cast<wxWindow*>(results_) : view_;
        if (sides_->GetWindow1() != wanted) {
            wanted->Show();
            sides_->ReplaceWindow(sides_->GetWindow1(), wanted);
            (wants_list ? static_cast<wxWindow*>(view_) : results_)->Hide();
        }
    }
}

void SearchPage::on_key(wxKeyEvent& event)
{
    const auto* const focus = FindFocus();
    const bool in_field = focus == field_;
    const bool is_plain = !event.HasAnyModifiers();
    if (event.GetKeyCode() == WXK_ESCAPE && is_plain) {
        if (view_->find_bar().IsShown())
            view_->find_bar().close();
        else if (in_field)
            field_->Clear();
        else
            field_->SetFocus();
    } else if (event.GetKeyCode() == WXK_DOWN && is_plain && in_field && results_->IsShown()) {
        auto& list = results_->list();
        if (list.size() > 0) {
            list.SetFocus();
            if (list.selected() < 0) {
                list.select(0);
                open_row(0, Visit::looked_at);
            }
        }
    } else {
        event.Skip();
    }
}

} // namespace guidepost::desktop
