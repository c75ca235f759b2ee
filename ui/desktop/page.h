// SPDX-License-Identifier: GPL-2.0-or-later
// What the frame knows of a page, and what a page knows of the frame. A new page is a folder of its
// own that implements Page, and a line in pages.cpp.
#pragma once

#include "core/values/case_profile.h"
#include "ui/desktop/model/commands.h"
#include "ui/desktop/model/link.h"

#include <wx/window.h>

#include <optional>
#include <string>
#include <vector>

namespace guidepost::desktop {

class Page {
public:
    virtual ~Page() = default;

    virtual wxString name() const = 0; ///< as in the sidebar, translated
    virtual wxWindow& widget() = 0;    ///< owned by its wx parent

    /// Where F6 stops, in order; windows that are hidden are passed over.
    virtual std::vector<wxWindow*> panes() = 0;

    virtual bool can_run(Command command) const = 0;
    virtual void run(Command command) = 0;

    /// Shows an article. False when this page shows none.
    virtual bool open(const Link& link) = 0;
    virtual bool search_for(const wxString& text) = 0;

    virtual void case_changed(const std::optional<CaseProfile>& active) = 0;
    virtual void person_changed() = 0; ///< another one acts, or nobody any more
    /// The index was looked after. What a person reads or has chosen stays as it is: news is only marked.
    enum class News { none, guidance };
    virtual void index_changed(News news) = 0;
    virtual void appearance_changed() = 0; ///< light or dark, size of text
    virtual void save_state() = 0;
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
    virtual void set_title(const wxString& what_is_shown) = 0;
    /// A quiet mark: what the page shows is older than what there is. The command show_news brings it.
    virtual void mark_news(const Page& page, bool is_there) = 0;
    virtual void first_use() = 0; ///< the page can be typed into
};

} // namespace guidepost::desktop
