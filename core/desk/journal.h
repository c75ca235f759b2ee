// SPDX-License-Identifier: GPL-2.0-or-later
// What belongs to this desk alone and is not part of the store: case profiles, bookmarks, recent
// searches and pages, window state. A small database of its own, readable by its owner only; what
// has not been touched for 90 days is removed, bookmarks and settings excepted.
#pragma once

#include "core/store/connection.h"
#include "core/values/case_profile.h"
#include "core/values/clock.h"
#include "core/values/id.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace guidepost::desk {

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

/// One thread. Every change is on disk when the call returns.
class Journal {
public:
    /// Makes journal.sqlite in the profile folder when it is not there, and forgets what is old.
    explicit Journal(const std::filesystem::path& profile, Clock clock = system_now);
    ~Journal();

    /// Case profiles by reference; the active one, if any, comes first in `cases`.
    std::vector<CaseProfile> cases();
    void save_case(const CaseProfile& profile);
    void remove_case(const std::string& reference);
    std::optional<std::string> active_case();
    void set_active_case(const std::optional<std::string>& reference);

    std::vector<Bookmark> bookmarks();
    bool is_bookmarked(const ArticleId& article);
    void add_bookmark(const Bookmark& bookmark);
    void remove_bookmark(const ArticleId& article);

    std::vector<RecentPage> recent_pages(std::size_t limit);
    void note_page(const ArticleId& article, const std::string& title);
    std::vector<std::string> recent_searches(std::size_t limit);
    /// Searches that look as if they hold an identifier are not kept.
    void note_search(const std::string& text);
    void forget_recent();

    std::optional<std::string> setting(const std::string& key);
    void set_setting(const std::string& key, const std::string& value);

private:
    std::unique_ptr<store::Connection> connection_;
    Clock clock_;
};

} // namespace guidepost::desk
