// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/frame/frame.h"

#include "ui/desktop/frame/notify_dialog.h"
#include "ui/desktop/frame/pages.h"
#include "ui/desktop/people/people_words.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/platform/text_layout.h"
#include "ui/desktop/shell/index_keeper.h"
#include "ui/desktop/widgets/line.h"
#include "ui/desktop/widgets/on_resized.h"
#include "ui/desktop/words/errors.h"
#include "ui/desktop/words/text.h"

#include <wx/display.h>
#include <wx/intl.h>
#include <wx/sizer.h>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace guidepost::desktop {
namespace {

constexpr int usual_width = 1280, usual_height = 820;
constexpr int least_width = 640, least_height = 480; ///< when it opens
constexpr int narrowest = 320, lowest = 240;

} // namespace

Frame::Frame(Services services, int follow_every_ms, std::function<void()> on_first_use)
    : wxFrame{nullptr, wxID_ANY, "Guidepost"},
      services_{services},
      on_first_use_{std::move(on_first_use)},
      is_dark_{platform::is_dark()}
{
#ifdef __WXGTK__
    // Shown at once and not when the window manager has told the size of its frame: the toolkit would lay the
    // menus out in a window of no width first, and complain.
    m_deferShow = false;
#endif
    make_menus();
    make_widgets();
    restore_size();
    person_changed();
    known_feed_ = services_.desk.library().feed_position();
    show_index_state();
    tell_of_the_profile();

    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
        if (event.CanVeto() && !may_close()) {
            event.Veto();
            return;
        }
        save_state();
        event.Skip();
    });
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        event.Skip();
        appearance_changed();
    });
    follow_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
        services_.keeper.catch_up();
        for (auto* const page : pages_)
            page->time_passed();
        if (services_.identity.refresh(system_now() - used_at_ < people::idle_lasts))
            person_changed();
    });
    follow_.Start(follow_every_ms);
}

void Frame::make_widgets()
{
    auto* const base = new wxPanel{this};
    platform::add_style(*base, "gp-page");
    auto* const across = new wxBoxSizer{wxHORIZONTAL};
    auto* const right = new wxBoxSizer{wxVERTICAL};

    std::vector<wxString> names;
    for (const auto& row : page_rows())
        names.push_back(wxGetTranslation(row.name));
    sidebar_ = new Sidebar{base, names, [this](std::size_t page) { show_page(page); },
                           [this] {
                               run(Command::show_news);
                           }};
    across->Add(sidebar_, wxSizerFlags{}.Expand());
    sidebar_line_ = make_line(base, wxVERTICAL);
    across->Add(sidebar_line_, wxSizerFlags{}.Expand());
    base_ = base;

    case_strip_ = new CaseStrip{base, [this](Command command) {
                                    run(command);
                                }};
    pages_button_ = new wxButton{base, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
    platform::add_style(*pages_button_, "gp-plain");
    pages_button_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { show_pages_menu(); }); });
    pages_button_->Hide();
    auto* const top = new wxBoxSizer{wxHORIZONTAL};
    top->Add(pages_button_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(8)));
    top->Add(case_strip_, wxSizerFlags{1}.Expand());
    right->Add(top, wxSizerFlags{}.Expand());
    right->Add(make_line(base, wxHORIZONTAL, "gp-case-line"), wxSizerFlags{}.Expand());
    standing_ = new NoticeStrip{base, NoticeStrip::Room::its_own, {.changed_size = [base] {
                                    base->Layout();
                                }}};
    right->Add(standing_, wxSizerFlags{}.Expand());
    notice_ = new NoticeStrip{base,
                              NoticeStrip::Room::reserved,
                              {.stop = [this] { services_.keeper.stop(); },
                               .carry_on = [this] { services_.keeper.start(); },
                               .rebuild = [this] { services_.keeper.rebuild(); },
                               .changed_size =
                                   [base] {
                                       base->Layout();
                                   }}};
    make_pages(base);
    for (auto* const page : pages_)
        right->Add(&page->widget(), wxSizerFlags{1}.Expand());
    right->Add(notice_, wxSizerFlags{}.Expand());
    across->Add(right, wxSizerFlags{1}.Expand());
    base->SetSizer(across);
    auto* const whole = new wxBoxSizer{wxVERTICAL};
    if (services_.identity.is_practice()) {
        practice_ = new PracticeStrip{this, [this] {
                                          run(Command::change_person);
                                      }};
        whole->Add(practice_, wxSizerFlags{}.Expand());
    }
    whole->Add(base, wxSizerFlags{1}.Expand());
    SetSizer(whole);
    sidebar_->set_page(0);
    on_resized(*base, [this] { fit_width(); });
}

void Frame::make_pages(wxWindow* parent)
{
    for (const auto& row : page_rows()) {
        pages_.push_back(row.make(parent, services_, *this));
        pages_.back()->widget().Show(pages_.size() == 1);
    }
}

void Frame::restore_size()
{
    const auto screen = wxDisplay{this}.GetClientArea().GetSize();
    wxSize size = FromDIP(wxSize{usual_width, usual_height});
    if (const auto kept = services_.journal.setting("window.size")) {
        int width = 0, height = 0;
        if (std::sscanf(kept->c_str(), "%dx%d", &width, &height) == 2)
            size = FromDIP(wxSize{width, height});
    }
    // No narrower than its menus.
    SetMinSize({std::max(FromDIP(narrowest), platform::width_of_menus(*GetMenuBar())), FromDIP(lowest)});
    size.DecTo(screen);
    size.IncTo(FromDIP(wxSize{least_width, least_height}));
    SetSize(size);
    if (services_.journal.setting("window.maximized") == "yes")
        Maximize();
    else
        Centre();
}

void Frame::save_state()
{
    auto& journal = services_.journal;
    try {
        if (!IsMaximized()) {
            const auto size = ToDIP(GetSize());
            journal.set_setting("window.size", std::to_string(size.x) + "x" + std::to_string(size.y));
        }
        journal.set_setting("window.maximized", IsMaximized() ? "yes" : "no");
        for (auto* const page : pages_)
            page->save_state();
    } catch (const Error& error) {
        // The window must close all the same.
        wxLogWarning("%s", sentence_of(error));
    }
}

void Frame::restore(const std::string& link)
{
    for (auto* const page : pages_)
        page->restore_state();
    if (!link.empty())
        open_from_outside(link);
}

void Frame::open_from_outside(const std::string& message)
{
    if (IsIconized())
        Iconize(false);
    Show();
    Raise();
    if (const auto path = parse_path_link(message))
        show_page_for(Takes::paths).open_path(*path);
    else if (const auto link = parse_link(message))
        show_article(*link);
}

void Frame::print_when_shown(const std::filesystem::path& file, std::function<void(const std::string&)> done)
{
    show_page_for(Takes::articles).print_when_shown(file, std::move(done));
}

void Frame::show_page(std::size_t page)
{
    current_ = page;
    for (std::size_t i = 0; i < pages_.size(); ++i)
        pages_[i]->widget().Show(i == page);
    sidebar_->set_page(page);
    name_pages_button();
    sidebar_->show_news(stale_.contains(pages_[page]));
    sidebar_->GetParent()->Layout();
    show_title();
    pages_[page]->shown();
    show_entries();
}

Page& Frame::show_page_for(Takes what)
{
    const auto& rows = page_rows();
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&](const auto& one) { return one.takes.contains(what); });
    const auto place = static_cast<std::size_t>(row - rows.begin());
    show_page(place);
    return *pages_.at(place);
}

std::optional<std::size_t> Frame::page_of(Command command)
{
    const auto& rows = page_rows();
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (const auto* commands : {&rows[i].shown_by, &rows[i].run_by})
            if (std::find(commands->begin(), commands->end(), command) != commands->end())
                return i;
    return {};
}

bool Frame::may_show(std::size_t page) const
{
    return page_rows()[page].is_for_anybody || pages_[page]->is_used();
}

/// What is shown has its entry even where whoever acts has no use for it.
void Frame::show_entries()
{
    for (std::size_t i = 0; i < pages_.size(); ++i)
        sidebar_->show_entry(i, pages_[i]->is_used() || (current_ == i && may_show(i)));
}

void Frame::notify(const wxString& message, Tone tone)
{
    notice_->show_message(message, tone);
}

void Frame::set_title(const Page& page, const wxString& what_is_shown)
{
    titles_[&page] = what_is_shown;
    if (!pages_.empty() && &page == pages_[current_])
        show_title();
}

void Frame::show_title()
{
    auto what = titles_[pages_[current_]];
    if (what.empty() && current_ > 0) // the first page has no need of its name
        what = wxGetTranslation(page_rows()[current_].name);
    SetTitle(what.empty() ? wxString{"Guidepost"} : what + " - Guidepost");
}

void Frame::mark_news(const Page& page, bool is_there)
{
    if (is_there)
        stale_.insert(&page);
    else
        stale_.erase(&page);
    sidebar_->show_news(!pages_.empty() && stale_.contains(pages_[current_]));
}

void Frame::first_use()
{
    if (auto told = std::exchange(on_first_use_, {}))
        told();
}

void Frame::keeper_changed(const KeeperState& state)
{
    notice_->show_state(state);
    show_index_state();
    if (state.doing != KeeperState::Doing::nothing)
        return;
    const bool was_well =
        known_state_ == KeeperState::Last::none && state.last == KeeperState::Last::up_to_date;
    const bool is_same = state.feed == known_feed_ && (state.last == known_state_ || was_well);
    known_feed_ = state.feed;
    known_state_ = state.last;
    for (auto* const page : pages_)
        page->index_changed(is_same ? Page::News::none : Page::News::guidance);
    if (services_.desk.library().size() == 0 && state.last == KeeperState::Last::up_to_date &&
        !services_.desk.is_read_only())
        notice_->show_offer(
            _("There is no guidance on this desk. Import a folder of Markdown files to begin."),
            _("Import folder..."), [this] { run(Command::import_folder); });
}

void Frame::show_index_state()
{
    using Doing = KeeperState::Doing;
    using Last = KeeperState::Last;
    const auto& state = services_.keeper.state();
    const auto size = static_cast<unsigned long>(services_.desk.library().size());
    const auto articles = wxString::Format(wxPLURAL("%lu article.", "%lu articles.", plural(size)), size);
    if (state.doing != Doing::nothing)
        sidebar_->set_state(articles + " " + _("Index is being made."), Sidebar::Health::busy);
    else if (state.last == Last::failed)
        sidebar_->set_state(articles + " " + _("Index needs attention."), Sidebar::Health::unwell);
    else if (state.last == Last::none)
        sidebar_->set_state(articles + " " + _("Index is being checked."), Sidebar::Health::busy);
    else if (state.last == Last::stopped || state.last == Last::busy_elsewhere ||
             state.last == Last::read_only)
        sidebar_->set_state(articles + " " + _("Index is incomplete."), Sidebar::Health::unwell);
    else
        sidebar_->set_state(articles + " " + _("Index up to date."), Sidebar::Health::well);
}

void Frame::case_changed()
{
    auto& journal = services_.journal;
    const auto who = services_.identity.login();
    case_of_ = who;
    const auto cases = journal.cases(who);
    std::optional<CaseProfile> active;
    if (const auto reference = journal.active_case(who))
        for (const auto& profile : cases)
            if (profile.reference == *reference)
                active = profile;
    case_strip_->show_case(active, cases.size());
    case_strip_->GetParent()->Layout();
    for (auto* const page : pages_)
        page->case_changed(active);
}

void Frame::person_changed()
{
    const auto& who = services_.identity.who();
    services_.journal.take_over_cases(services_.identity.login());
    if (practice_)
        practice_->show_person(who);
    if (!who)
        sidebar_->set_account(_("Nobody signed in"), _("Ctrl+Shift+L signs in"));
    else if (who->region.empty()) // the account that set the store up
        sidebar_->set_account(to_wx(who->display_name), _("Account of this computer"));
    else // the strip of a practice desk says the rest
        sidebar_->set_account(to_wx(who->display_name),
                              practice_ ? _("Practice desk") : to_wx(about_person(*who)));
    for (auto* const page : pages_)
        page->person_changed();
    waiting_.clear(); // what waited for somebody else is no news
    if (case_of_ != services_.identity.login())
        case_changed();
    show_entries();
    if (may_show(current_))
        pages_[current_]->shown();
    else
        show_page(0);
    Layout();
}

void Frame::set_waiting(const Page& page, std::size_t count)
{
    const auto place = std::find(pages_.begin(), pages_.end(), &page);
    if (place == pages_.end()) // still being made
        return;
    const auto at = static_cast<std::size_t>(place - pages_.begin());
    sidebar_->set_count(at, count);
    const auto before = waiting_.find(&page);
    const bool is_more = before != waiting_.end() && count > before->second;
    waiting_[&page] = count;
    if (!is_more)
        return;
    run_notify_command(services_.journal, count);
    if (current_ != at)
        notice_->show_offer(wxString::Format(wxPLURAL("%lu consultation waits for you.",
                                                      "%lu consultations wait for you.", plural(count)),
                                             static_cast<unsigned long>(count)),
                            _("Show"), [this, at] {
                                notice_->dismiss();
                                run(page_rows()[at].shown_by.front());
                            });
}

void Frame::show_article(const Link& link)
{
    show_page_for(Takes::articles).open(link);
}

void Frame::search_for(const wxString& text)
{
    show_page_for(Takes::articles).search_for(text);
}

void Frame::appearance_changed()
{
    if (is_dark_ == platform::is_dark())
        return;
    is_dark_ = platform::is_dark();
    platform::load_style_sheet();
    show_index_state();
    for (auto* const page : pages_)
        page->appearance_changed();
}

void Frame::tell_of_the_profile()
{
    if (services_.desk.is_read_only())
        standing_->show_message(
            wxString::Format(
                _("This desk may not be written (%s). You can search and read. New guidance is not "
                  "taken in; cases, bookmarks and recent pages last until the window closes."),
                to_wx(services_.desk.places().profile.string())),
            Tone::warning);
    if (const auto& aside = services_.journal.set_aside())
        standing_->show_message(
            wxString::Format(
                _("This desk's cases, bookmarks and recent searches could not be read: their file "
                  "was damaged, or a newer Guidepost wrote it. A fresh one was begun, and the old "
                  "one was kept as %s. Guidance is not touched."),
                to_wx(aside->string())),
            Tone::warning);
}

void Frame::move_pane(int step)
{
    std::vector<wxWindow*> panes;
    for (auto* const pane : page().panes())
        panes.push_back(pane);
    for (auto* const strip : {standing_, notice_})
        if (strip->is_telling())
            panes.push_back(strip->first_button());
    panes.push_back(case_strip_->first_button());
    panes.push_back(sidebar_->IsShown() ? sidebar_->current_button() : pages_button_);
    if (practice_)
        panes.push_back(practice_->button());
    std::erase_if(
        panes, [](const wxWindow* pane) { return !pane || !pane->IsShownOnScreen() || !pane->IsEnabled(); });
    if (panes.empty())
        return;
    std::size_t here = step > 0 ? panes.size() - 1 : 0;
    for (std::size_t i = 0; i < panes.size(); ++i)
        for (const wxWindow* focus = FindFocus(); focus; focus = focus->GetParent())
            if (focus == panes[i])
                here = i;
    const auto count = static_cast<int>(panes.size());
    panes[static_cast<std::size_t>((static_cast<int>(here) + step + count) % count)]->SetFocus();
}

} // namespace guidepost::desktop
