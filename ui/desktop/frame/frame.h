// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/desktop/frame/case_strip.h"
#include "ui/desktop/frame/notice_strip.h"
#include "ui/desktop/frame/sidebar.h"
#include "ui/desktop/people/practice_strip.h"
#include "ui/desktop/shell/page.h"
#include "ui/desktop/shell/services.h"

#include <wx/frame.h>
#include <wx/timer.h>

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace guidepost::desktop {

enum class Takes;

/// The window: menus, sidebar, case, one page. It knows pages by their interface and by the table in pages.h.
class Frame : public wxFrame, public Shell {
public:
    /// Every `follow_every_ms` it looks for what other programs wrote.
    Frame(Services services, int follow_every_ms, std::function<void()> on_first_use);

    /// From outside: "" only shows the window; anything that is no link to an article does too.
    void open_from_outside(const std::string& message);
    void keeper_changed(const KeeperState& state);
    void print_when_shown(const std::filesystem::path& file, std::function<void(const std::string&)> done);
    /// What was open when it was last closed, if `link` asks for nothing else.
    void restore(const std::string& link);
    /// A key or the mouse: the half hour until it locks begins anew.
    void was_used() { used_at_ = system_now(); }

    void notify(const wxString& message, Tone tone) override;
    void run(Command command) override;
    void show_article(const Link& link) override;
    void case_edited() override { case_changed(); }
    void ask_with_verdict(const std::string& module) override;
    void set_title(const Page& page, const wxString& what_is_shown) override;
    void set_waiting(const Page& page, std::size_t count) override;
    void mark_news(const Page& page, bool is_there) override;
    void first_use() override;

private:
    // frame.cpp
    void make_widgets();
    void restore_size();
    void save_state();
    void make_pages(wxWindow* parent);
    void show_page(std::size_t page);
    Page& show_page_for(Takes what);
    /// The place of the page that runs a command, whichever is shown; none: the one that is shown does.
    static std::optional<std::size_t> page_of(Command command);
    bool may_show(std::size_t page) const;
    void show_entries();
    void show_title();
    void search_for(const wxString& text);
    void move_pane(int step);
    void case_changed();
    void person_changed();
    void show_index_state();
    void appearance_changed();
    void tell_of_the_profile();

    // frame_narrow.cpp
    void fit_width();
    void show_pages_menu();
    void name_pages_button();

    // frame_menus.cpp
    void make_menus();
    void update_menu(wxMenuEvent& event);
    void fill_bookmarks(wxMenu& menu);
    void fill_recent(wxMenu& menu);
    bool can_run(Command command) const;
    bool run_edit(Command command);

    // frame_refusals.cpp
    void tell_why_not(Command command);
    bool may_close(); ///< nothing written is lost, or the person lets it go

    // frame_commands.cpp
    void run_now(Command command);
    void run_on_page(Command command);
    void import_folder();
    void change_imports();
    void import_done(const guidance::ImportReport& report);
    void edit_cases();
    void switch_case();
    void change_person();
    void show_about();

    Page& page() { return *pages_[current_]; }

    Services services_;
    std::function<void()> on_first_use_;
    PracticeStrip* practice_ = nullptr; ///< none on another desk
    wxWindow* base_ = nullptr;          ///< all but the strip of a practice desk
    Sidebar* sidebar_ = nullptr;
    wxWindow* sidebar_line_ = nullptr;
    wxButton* pages_button_ = nullptr; ///< in place of the sidebar, where that would leave no room
    CaseStrip* case_strip_ = nullptr;
    wxWindow* case_line_ = nullptr;
    NoticeStrip* standing_ = nullptr; ///< what must be read: stays until it is dismissed
    NoticeStrip* notice_ = nullptr;
    std::map<const Page*, wxString> titles_;     ///< of what each shows
    std::map<const Page*, std::size_t> waiting_; ///< as last told
    std::vector<Page*> pages_;                   ///< children of the window, as in the table
    std::set<const Page*> stale_;                ///< those that show something older than what there is
    std::size_t current_ = 0;
    wxMenu* bookmarks_menu_ = nullptr;
    wxMenu* recent_menu_ = nullptr;
    wxTimer follow_;               ///< looks whether another program added guidance
    std::int64_t known_feed_ = -1; ///< of the store, as last told
    KeeperState::Last known_state_ = KeeperState::Last::none;
    std::optional<Login> case_of_; ///< whose case the pages were last told
    Timestamp used_at_ = system_now();
    bool is_dark_ = false;
};

} // namespace guidepost::desktop
