// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/desk/desk.h"
#include "core/pages/pages.h"
#include "ui/desktop/links/link.h"
#include "ui/desktop/platform/worker.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace guidepost::desktop {

struct Found {
    search::Page page = {};
    bool is_unwell = false; ///< the index needs a rebuild
};

/// An article ready to be shown.
struct ReadyArticle {
    Link link = {};
    RevisionId revision = {};
    std::string title = {};
    std::string html = {};
    std::vector<pages::ContentsEntry> contents = {};
};

/// Searching and reading, off the main thread. Every call returns at once; its answer comes on the
/// main thread unless the request was let go of before.
class SearchService {
public:
    /// Borrows the desk for as long as this lives; uses only what any thread may call.
    explicit SearchService(const desk::Desk& desk);

    RequestPtr find(search::Query query, std::function<void(Found)> show, OnFailure failed);
    RequestPtr count(search::Query query, std::function<void(search::FacetCounts)> show, OnFailure failed);
    RequestPtr jump(std::string typed, std::function<void(std::vector<search::Hit>)> show, OnFailure failed);

    /// Nothing when the library has no such article.
    RequestPtr open(Link link, std::function<void(std::optional<ReadyArticle>)> show, OnFailure failed);
    /// `is_being_filled`: guidance is being taken in, so that an empty library is no news.
    RequestPtr home(std::vector<pages::LinkItem> bookmarks, std::vector<pages::LinkItem> recent,
                    bool is_being_filled, std::function<void(std::string)> show, OnFailure failed);

private:
    struct Made {
        desk::Desk::ThreadSearcher of_thread;
        std::shared_ptr<const search::Vocabulary> vocabulary; ///< that it searches with
    };
    using Here = std::shared_ptr<std::optional<Made>>;
    desk::Desk::ThreadSearcher& searcher_of(const Here& here) const; ///< that knows today's modules

    const desk::Desk& desk_;
    Here here_;  ///< made, used and replaced on the worker's thread only
    Here there_; ///< of the thread that counts
    Worker worker_;
    Worker counter_; ///< counting is slower and must not keep a search waiting
};

} // namespace guidepost::desktop
