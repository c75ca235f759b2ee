// SPDX-License-Identifier: GPL-2.0-or-later
// What the frame knows of a page, and what a page knows of the frame. A new page is a folder of its own that
// implements Page, and a row in ui/desktop/frame/pages.cpp.
#pragma once

#include "core/values/case_profile.h"
#include "ui/desktop/links/link.h"
#include "ui/desktop/shell/commands.h"

#include <wx/window.h>

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace guidepost::desktop {

class Page {
public:
    virtual ~Page() = default;

    virtual wxWindow& widget() = 0; ///< owned by its wx parent

    /// Where F6 stops, in order; windows that are hidden are passed over.
    virtual std::vector<wxWindow*> panes() = 0;

    virtual bool can_run(Command command) const = 0;
    virtual void run(Command command) = 0;
    /// Why a command cannot be run now, as a sentence; "" where the page has no words of its own for it.
    virtual wxString why_not(Command) const { return {}; }

    /// Whether whoever acts has a use for it: else it has no entry in the sidebar.
    virtual bool is_used() const { return true; }

    // Only of a page whose row says that it takes this.
    virtual void open(const Link&) {}
    virtual void open_path(const PathLink&) {}
    virtual void search_for(const wxString&) {}
    /// A new question, with what this module says of the active case attached.
    virtual void ask_with_verdict(const std::string&) {}
    /// Prints the next article that is shown, and tells how it went ("" is well).
    virtual void print_when_shown(const std::filesystem::path&, std::function<void(const std::string&)>) {}

    virtual void shown() {}         ///< it came to the front: what others did meanwhile appears
    virtual void time_passed() {}   ///< every minute or so, also while another page is shown
    virtual void restore_state() {} ///< once the window is there
    virtual void save_state() {}
    /// What was written here and goes with the window, for nothing could keep it; "" for nothing.
    virtual std::string words_at_risk() const { return {}; }
    virtual void case_changed(const std::optional<CaseProfile>&) {}
    virtual void person_changed() {} ///< another one acts, or nobody any more
    /// The index was looked after. What a person reads or has chosen stays as it is: news is only marked.
    enum class News { none, guidance };
    virtual void index_changed(News) {}
    virtual void appearance_changed() {} ///< light or dark, size of text
};

/// What pages may ask of the frame. Outlives them.
class Shell {
public:
    enum class Tone { told, warning };

    virtual ~Shell() = default;
    virtual void notify(const wxString& message, Tone tone) = 0;
    virtual void run(Command command) = 0;
    virtual void show_article(const Link& link) = 0;
    virtual void case_edited() = 0; ///< the page wrote something into the case that is set
    /// Opens the form for a new question with what a module, by its id, says of the active case attached.
    virtual void ask_with_verdict(const std::string& module) = 0;
    /// What the page shows, for the title of the window while it is in front; "" for its own name.
    virtual void set_title(const Page& page, const wxString& what_is_shown) = 0;
    /// How many things on the page wait for whoever acts.
    virtual void set_waiting(const Page& page, std::size_t count) = 0;
    /// A quiet mark: what the page shows is older than what there is. The command show_news brings it.
    virtual void mark_news(const Page& page, bool is_there) = 0;
    virtual void first_use() = 0; ///< the page can be typed into
};

} // namespace guidepost::desktop
