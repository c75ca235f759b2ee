// SPDX-License-Identifier: GPL-2.0-or-later
// The articles in the store: what is current, where it came from, and the feed of publications that
// every index follows.
#pragma once

#include "core/guidance/article.h"
#include "core/store/connection.h"
#include "core/store/event_chain.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace guidepost::guidance {

/// Where articles came from. A pack says who approved it; a folder says nothing.
struct Source {
    SourceId id = {};
    enum class Kind { pack, folder } kind = Kind::folder;
    std::string title = {};
    std::string root = {}; ///< a pack: "pack:" and its id; a folder: its absolute path
    std::string version = {};
    std::string approved_by = {};
};

/// An article without its text.
struct Listed {
    ArticleId id = {};
    RevisionId revision = {};
    ArticleState state = ArticleState::published;
    SourceId source = {};
    std::string path = {};
    std::string title = {};
    std::string source_hash = {};
    std::int64_t feed = 0;
};

/// Reading. Borrow a connection for as long as this lives; one thread.
class Library {
public:
    explicit Library(store::Connection& connection) : connection_{connection} {}

    std::optional<Article> find(const ArticleId& id);
    /// All but withdrawn ones, by title.
    std::vector<Listed> list();
    std::vector<Listed> list_source(const SourceId& source);
    std::optional<Listed> find_by_path(const SourceId& source, const std::string& path);
    /// "source/path" of an article; "" when there is none of that id.
    std::string place_of(const ArticleId& id);
    std::vector<Source> sources();
    std::optional<Source> find_source(const SourceId& id);

    /// The number of the newest publication; 0 for an empty library.
    std::int64_t feed_position();
    std::size_t size();
    /// How many current articles were last published at or before `feed`.
    std::size_t size_at(std::int64_t feed);

    /// Articles whose newest publication has a number in (after, up_to], oldest first.
    void each_since(std::int64_t after, std::int64_t up_to, const std::function<void(const Article&)>& visit);
    std::size_t count_since(std::int64_t after);

    /// A feed number that parts the articles in two halves.
    std::int64_t middle_of_feed();

    /// The revision that was current at a moment; nothing when the article came later.
    std::optional<RevisionId> revision_at(const ArticleId& id, Timestamp at);

    /// Nothing for an article that was never here.
    std::optional<ArticleState> state_of(const ArticleId& id);

    /// Titles that hold all the words, or any of them with those that hold most first; among equals,
    /// those that start with the first word. Case does not matter. The search that works when the
    /// index does not, and the one behind "jump to".
    enum class Words { all, any };
    std::vector<Listed> find_titles(const std::vector<std::string>& words, Words match, std::size_t limit);

    /// Up to `limit` current articles whose bytes hold `part`, any case: asked before "nothing found"
    /// is said of it. Walks the texts, so it is slow.
    void each_containing(const std::string& part, std::size_t limit,
                         const std::function<void(const Article&)>& visit);

private:
    store::Connection& connection_;
};

/// Writing, inside one transaction that the caller commits.
class LibraryWriter {
public:
    LibraryWriter(store::Connection& connection, std::string who, Clock clock);

    /// A source not known yet, or a newer version of one that is.
    void put_source(const Source& source);

    /// A new article, or a new revision of one, made current and put into the feed.
    void publish(const ArticleId& id, ArticleState state, const SourceId& source, const std::string& path,
                 const std::string& title, const std::string& text);

    /// Writes what is kept until the end of the transaction; call before committing.
    void finish();

private:
    store::Connection& connection_;
    std::string who_;
    Clock clock_;
    store::ChainWriter chain_;
    std::int64_t feed_;
};

} // namespace guidepost::guidance
