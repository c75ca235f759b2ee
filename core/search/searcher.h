// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/guidance/library.h"
#include "core/search/query.h"
#include "core/search/results.h"
#include "core/search/vocabulary.h"

#include <filesystem>
#include <memory>
#include <stop_token>

namespace guidepost::search {

/// Answers queries from the index, and from the store when the index is unwell. One object per
/// thread; making one is cheap. It follows the index when another thread or process moves it on.
class Searcher {
public:
    /// `library` reads the same store the index was made from, on this thread.
    Searcher(std::filesystem::path index_folder, std::shared_ptr<const Vocabulary> vocabulary,
             guidance::Library library);
    ~Searcher();
    Searcher(Searcher&&) noexcept;

    /// Never claims "nothing found" of an index it cannot trust: then the page says `titles_only`
    /// and holds what the store's titles give. Words still being typed that find nothing are answered
    /// as if they were finished. Bad syntax is read as plain words and noted.
    Page find(const Query& query);

    /// How many of the articles that `query` finds each value would leave: the slower second step.
    FacetCounts count(const Query& query, const std::stop_token& stop = {});

    /// Articles like this one, best first.
    std::vector<Hit> related(const ArticleId& article, std::size_t limit);

    /// The articles whose title or id starts with or holds what is typed: for "jump to".
    std::vector<Hit> jump(std::string_view typed, std::size_t limit);

    /// True once an answer showed that the index is damaged or missing: time to rebuild.
    bool is_unwell() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace guidepost::search
