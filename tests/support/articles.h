// SPDX-License-Identifier: GPL-2.0-or-later
// Small libraries for tests: a pack of guidance written on the spot, a store, an index, a searcher.
#pragma once

#include "core/desk/desk.h"
#include "tests/support/temp_dir.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::test {

/// An article with complete front matter; change what the test is about.
struct AnArticle {
    std::string id;
    std::string title = "A title";
    std::string body = "## Do now\n\nDo this.\n";
    std::string more = {}; ///< further lines of front matter, each ended by a line feed
    std::string review_by = "2099-01-01";

    std::string text() const;
};

/// A profile in a temporary folder, with its own content folder that tests fill.
class Bench {
public:
    Bench();

    /// Writes the article into the pack. Nothing is adopted yet.
    void write(const AnArticle& article) const;
    /// Adopts the pack and brings the index up.
    void adopt();
    /// Imports a folder of plain Markdown: pairs of path and text.
    guidance::ImportReport import(const std::vector<std::pair<std::string, std::string>>& files);

    desk::Desk& desk() { return *desk_; }
    const std::filesystem::path& folder() const { return dir_.path(); }
    search::Page find(std::string_view text);
    search::Page find(const search::Query& query);
    std::vector<std::string> ids(std::string_view text);
    desk::Desk::ThreadSearcher& own();

private:
    TempDir dir_;
    std::optional<desk::Desk> desk_;
    std::optional<desk::Desk::ThreadSearcher> own_;
};

} // namespace guidepost::test
