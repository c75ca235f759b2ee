// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/search/results.h"
#include "ui/desktop/links/history.h"
#include "ui/desktop/search/article_view.h"
#include "ui/desktop/search/results_panel.h"
#include "ui/desktop/shell/page.h"
#include "ui/desktop/shell/services.h"
#include "ui/desktop/widgets/chip_row.h"

#include <wx/button.h>
#include <wx/panel.h>
#include <wx/splitter.h>
#include <wx/srchctrl.h>
#include <wx/timer.h>

namespace guidepost::desktop {

/// Searching and reading. Each key gives results; a pause shows the first of them; opening one, by
/// Enter, click or link, puts it into the history.
class SearchPage : public wxPanel, public Page {
public:
    SearchPage(wxWindow* parent, Services services, Shell& shell);

    wxWindow& widget() override { return *this; }
    std::vector<wxWindow*> panes() override;
    bool can_run(Command command) const override;
    void run(Command command) override;
    void open(const Link& link) override;
    void search_for(const wxString& text) override;
    void print_when_shown(const std::filesystem::path& file,
                          std::function<void(const std::string&)> done) override;
    /// What was open when it was closed, or the home page.
    void restore_state() override;
    void case_changed(const std::optional<CaseProfile>& active) override;
    void person_changed() override { show_ask(); }
    void index_changed(News news) override;
    void appearance_changed() override;
    void save_state() override;

private:
    // search_page_layout.cpp: widgets, sides and keys
    void make_widgets();
    bool is_narrow() const;
    void show_ask();  ///< where there is room, for those who may
    void set_sides(); ///< the list beside the page; or, where there is no room, one of the two
    void on_key(wxKeyEvent& event);

    // search_page.cpp: asking and showing what was found
    void typed();
    void typing_paused();
    void enter_pressed();
    void look_for_spelling();
    ResultsPanel::Filtered filtered() const;
    void find_now();
    void show_found(Found found);
    void find_in_place(); ///< the list anew; what is chosen and read stays
    void show_list(search::Page page);
    void show_failure(const Error& error);
    void count_now();
    void set_filters(search::Filters filters);
    void show_chips();
    void show_nothing_found();
    bool is_asking() const;
    void note_search();

    // search_page_reading.cpp: the reading side
    /// opened and restored go into the history; only opened takes the keyboard along.
    enum class Visit { looked_at, opened, restored, returned, renewed };
    void show_article(const Link& link, Visit visit);
    void open_row(int row, Visit visit);
    void show_home(Visit visit);
    void show_message(const pages::MessagePage& message);
    void show_glossary();
    void show_missing(const Link& link);
    void go(std::optional<Link> place);
    void show_news();
    void record_answer(guidance::Useful useful);
    void update_ways();

    // search_page_commands.cpp: what can be done with the page that is open
    void toggle_bookmark();
    void copy_link();
    void save_pdf();
    void set_zoom(int percent);

    Services services_;
    Shell& shell_;
    search::Query query_;
    search::Page found_;
    std::string found_text_; ///< the words that `found_` answers
    search::FacetCounts counts_;
    std::optional<Link> awaited_; ///< asked for before its pack was taken in
    /// What was asked for last, whether it has come or not.
    enum class Shown { home, article, other } shown_ = Shown::home;
    bool is_reading_ = false;     ///< in a narrow window: the page is in front, not the list
    bool was_made_early_ = false; ///< the home page, before all that ships was there
    bool opens_first_ = false;    ///< Enter came before the answer
    RequestPtr find_request_, spelling_request_, count_request_, read_request_;
    std::vector<RequestPtr> errands_;
    History history_;
    wxTimer pause_;
    int zoom_ = 100;
    std::filesystem::path print_to_;
    std::function<void(const std::string&)> printed_;

    wxSearchCtrl* field_ = nullptr;
    wxButton* ask_ = nullptr;
    ChipRow* chips_ = nullptr;
    wxWindow* chips_line_ = nullptr;
    wxSplitterWindow* sides_ = nullptr;
    ResultsPanel* results_ = nullptr;
    ArticleView* view_ = nullptr;
};

} // namespace guidepost::desktop
