// SPDX-License-Identifier: GPL-2.0-or-later
// What belongs to this desk alone and is not part of the store: case profiles, bookmarks, recent
// searches and pages, what is being written, window state. A small database of its own, readable by its owner
// only; what has not been touched for 90 days is removed, bookmarks and settings excepted. It holds nothing
// the desk cannot do without: a journal that cannot be read is put aside and a fresh one is begun.
#pragma once

#include "core/store/connection.h"
#include "core/store/sqlite_connection.h"
#include "core/values/case_profile.h"
#include "core/values/clock.h"
#include "core/values/id.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace guidepost::privacy {
struct GuardWords;
}

namespace guidepost::journal {

struct Bookmark {
    ArticleId article = {};
    std::string anchor = {};
    std::string title = {};
};

struct RecentPage {
    ArticleId article = {};
    std::string title = {};
    Timestamp at = 0;
};

/// Words that were not sent yet.
struct Draft {
    std::string kind = {};  ///< "ask", "reply", "note" ...
    std::string about = {}; ///< the reference of what it belongs to; "" for something new
    std::string body = {};
    Timestamp at = 0;
};

/// One thread. Every change is on disk when the call returns.
class Journal {
public:
    /// Makes folder and journal.sqlite (0600) when they are not there, and forgets what is old. Throws
    /// Error{storage} when the folder cannot be written or the journal stays locked. Read-only: a copy in
    /// memory of what the file holds, if it can be read; changes last as long as this object.
    explicit Journal(const std::filesystem::path& profile, Clock clock = system_now,
                     store::Access access = store::Access::read_write);
    ~Journal();

    /// Where a journal that was damaged, or written by a newer Guidepost, was put when this one was
    /// opened: for a message to the person. Nothing when all was well.
    const std::optional<std::filesystem::path>& set_aside() const { return set_aside_; }

    /// Case profiles of one person by reference; the active one, if any, comes first. One that this version
    /// cannot read is left out and kept. Several people may work at one account: nobody sees what another
    /// has set. An empty login stands for nobody signed in.
    std::vector<CaseProfile> cases(const Login& who);
    /// New, or in place of the one with the same reference. Throws Error{usage} without a reference.
    void save_case(const Login& who, const CaseProfile& profile);
    void remove_case(const Login& who, const std::string& reference);
    std::optional<std::string> active_case(const Login& who);
    /// Throws Error{not_found} for a reference that is not among the cases.
    void set_active_case(const Login& who, const std::optional<std::string>& reference);
    /// What was set while nobody was signed in becomes theirs, none of it active: who set it is not known.
    /// A case of their own with the same reference stays as it is.
    void take_over_cases(const Login& who);

    /// By title. An article has one bookmark; adding another moves it.
    std::vector<Bookmark> bookmarks();
    bool is_bookmarked(const ArticleId& article);
    void add_bookmark(const Bookmark& bookmark);
    void remove_bookmark(const ArticleId& article);

    /// Newest first, each once.
    std::vector<RecentPage> recent_pages(std::size_t limit);
    void note_page(const ArticleId& article, const std::string& title);
    std::vector<std::string> recent_searches(std::size_t limit);
    /// Searches that look as if they hold an identifier or, when `words` are there to tell, somebody's
    /// name, and those longer than 300 bytes, are not kept.
    void note_search(const std::string& text, const privacy::GuardWords* words = nullptr);
    /// Pages and searches; nothing of them stays in the files.
    void forget_recent();

    /// Kept for whoever writes: several people may act on a practice desk. Call at each keystroke; an empty
    /// body removes the draft, and nothing of it stays in the files.
    void keep_draft(const Login& who, const std::string& kind, const std::string& about,
                    const std::string& body);
    void remove_draft(const Login& who, const std::string& kind, const std::string& about);
    std::optional<Draft> draft(const Login& who, const std::string& kind, const std::string& about);
    /// Newest first.
    std::vector<Draft> drafts(const Login& who);

    /// What drafts, anybody's, belong to, each once, with the moment of the oldest; those of something new
    /// apart. For whoever must know whether they may still stand.
    struct Drafted {
        std::string about = {};
        Timestamp oldest = 0;
    };
    std::vector<Drafted> drafted();
    /// Anybody's, up to and at that moment; returns how many. Nothing of them stays in the files.
    std::size_t remove_drafts_about(const std::string& about, Timestamp until);

    std::optional<std::string> setting(const std::string& key);
    void set_setting(const std::string& key, const std::string& value);

private:
    void forget_old();
    void erase_traces();

    Clock clock_;
    std::optional<std::filesystem::path> set_aside_;
    std::unique_ptr<store::Connection> connection_;
};

} // namespace guidepost::journal
