// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/frame.h"

#include "ui/desktop/consultations/consultations_page.h"
#include "ui/desktop/drafts/drafts_page.h"
#include "ui/desktop/errors.h"
#include "ui/desktop/index_keeper.h"
#include "ui/desktop/model/people_words.h"
#include "ui/desktop/modules/modules_page.h"
#include "ui/desktop/notify_dialog.h"
#include "ui/desktop/platform/style.h"
#include "ui/desktop/programmes/programmes_page.h"
#include "ui/desktop/search/search_page.h"
#include "ui/desktop/text.h"
#include "ui/desktop/widgets/line.h"

#include <wx/display.h>
#include <wx/intl.h>
#include <wx/sizer.h>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace guidepost::desktop {
namespace {

constexpr int usual_width = 1280, usual_height = 820;
constexpr int least_width = 640, least_height = 480;

} // namespace

Frame::Frame(Services services, int follow_every_ms, std::function<void()> on_first_use)
    : wxFrame{nullptr, wxID_ANY, "Guidepost"},
      services_{services},
      on_first_use_{std::move(on_first_use)},
      is_dark_{platform::is_dark()}
{
    make_menus();
    make_widgets();
    restore_size();
    person_changed();
    case_changed();
    show_index_state();
    tell_of_the_profile();

    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
        save_state();
        event.Skip();
    });
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        event.Skip();
        appearance_changed();
    });
    follow_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
        services_.keeper.catch_up();
        consultations_page_->look_again();
        if (services_.identity.refresh(system_now() - used_at_ < people::idle_lasts))
            person_changed();
    });
    follow_.Start(follow_every_ms);
}

void Frame::make_widgets()
{
    auto* const base = new wxPanel{this};
    platform::add_style(*base, "gp-page");
    search_page_ = nullptr;
    auto* const across = new wxBoxSizer{wxHORIZONTAL};
    auto* const right = new wxBoxSizer{wxVERTICAL};

    sidebar_ = new Sidebar{base,
                           {_("Search"), _("Consultations"), _("Programmes"), _("Drafts"), _("Modules")},
                           [this](std::size_t page) { show_page(page); },
                           [this] {
                               run(Command::show_news);
                           }};
    across->Add(sidebar_, wxSizerFlags{}.Expand());
    across->Add(make_line(base, wxVERTICAL), wxSizerFlags{}.Expand());

    case_strip_ = new CaseStrip{base, [this](Command command) {
                                    run(command);
                                }};
    right->Add(case_strip_, wxSizerFlags{}.Expand());
    right->Add(make_line(base, wxHORIZONTAL, "gp-case-line"), wxSizerFlags{}.Expand());
    standing_ = new NoticeStrip{base, {.changed_size = [base] {
                                    base->Layout();
                                }}};
    right->Add(standing_, wxSizerFlags{}.Expand());
    notice_ = new NoticeStrip{base,
                              {.stop = [this] { services_.keeper.stop(); },
                               .carry_on = [this] { services_.keeper.start(); },
                               .rebuild = [this] { services_.keeper.rebuild(); },
                               .changed_size =
                                   [base] {
                                       base->Layout();
                                   }}};
    right->Add(notice_, wxSizerFlags{}.Expand());
    search_page_ = new SearchPage{base, services_, *this};
    pages_.push_back(search_page_);
    consultations_page_ = new ConsultationsPage{base, services_, *this, [this](std::size_t waiting) {
                                                    show_count(waiting);
                                                }};
    consultations_page_->Hide();
    pages_.push_back(consultations_page_);
    programmes_page_ = new ProgrammesPage{base, services_, *this};
    programmes_page_->Hide();
    pages_.push_back(programmes_page_);
    drafts_page_ = new DraftsPage{base, services_, *this};
    drafts_page_->Hide();
    pages_.push_back(drafts_page_);
    modules_page_ = new ModulesPage{base, services_, *this};
    modules_page_->Hide();
    pages_.push_back(modules_page_);
    for (auto* const page : pages_)
        right->Add(&page->widget(), wxSizerFlags{1}.Expand());
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
    search_page_->restore_state();
    if (!link.empty())
        open_from_outside(link);
}

void Frame::open_from_outside(const std::string& message)
{
    if (IsIconized())
        Iconize(false);
    Show();
    Raise();
    if (const auto path = parse_path_link(message)) {
        show_page(programmes_at);
        programmes_page_->open_path(*path);
        return;
    }
    const auto link = parse_link(message);
    if (!link)
        return;
    show_page(0);
    search_page_->open(*link);
}

void Frame::print_when_shown(const std::filesystem::path& file, std::function<void(const std::string&)> done)
{
    search_page_->print_when_shown(file, std::move(done));
}

void Frame::show_page(std::size_t page)
{
    current_ = page;
    for (std::size_t i = 0; i < pages_.size(); ++i)
        pages_[i]->widget().Show(i == page);
    sidebar_->set_page(page);
    sidebar_->show_news(stale_.contains(pages_[page]));
    sidebar_->GetParent()->Layout();
    if (page == drafts_at)
        drafts_page_->look_again();
    else if (page == modules_at)
        modules_page_->look_again();
    show_modules_entry();
}

/// Anybody may look at it by the menu; while it is shown its entry is there.
void Frame::show_modules_entry()
{
    sidebar_->show_entry(modules_at, modules_page_->is_used() || current_ == modules_at);
}

void Frame::notify(const wxString& message, Tone tone)
{
    notice_->show_message(message, tone);
}

void Frame::set_title(const wxString& what_is_shown)
{
    SetTitle(what_is_shown.empty() ? wxString{"Guidepost"} : what_is_shown + " - Guidepost");
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
    const bool is_same = state.feed == known_feed_ && state.last == known_state_;
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
    const auto cases = journal.cases();
    std::optional<CaseProfile> active;
    if (const auto reference = journal.active_case())
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
    waiting_.reset(); // what waited for somebody else is no news
    show_pages_used();
    Layout();
}

void Frame::show_pages_used()
{
    const bool has_consultations = consultations_page_->is_used();
    sidebar_->show_entry(consultations_at, has_consultations);
    sidebar_->show_entry(drafts_at, drafts_page_->is_used());
    show_modules_entry();
    const bool is_gone = (!has_consultations && current_ == consultations_at) ||
                         (!drafts_page_->is_used() && current_ == drafts_at);
    if (is_gone)
        show_page(search_at);
    else if (current_ == drafts_at)
        drafts_page_->look_again();
}

void Frame::show_count(std::size_t waiting)
{
    sidebar_->set_count(consultations_at, waiting);
    const auto before = std::exchange(waiting_, waiting);
    if (before && waiting > *before)
        run_notify_command(services_.journal, waiting);
    if (before && waiting > *before && current_ != consultations_at)
        notice_->show_offer(wxString::Format(wxPLURAL("%lu consultation waits for you.",
                                                      "%lu consultations wait for you.", plural(waiting)),
                                             static_cast<unsigned long>(waiting)),
                            _("Show"), [this] {
                                notice_->dismiss();
                                run(Command::consultations);
                            });
}

void Frame::show_article(const Link& link)
{
    show_page(search_at);
    search_page_->open(link);
}

void Frame::search_for(const wxString& text)
{
    show_page(search_at);
    search_page_->search_for(text);
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
        if (strip->IsShown())
            panes.push_back(strip->first_button());
    panes.push_back(case_strip_->first_button());
    panes.push_back(sidebar_->current_button());
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
