// SPDX-License-Identifier: GPL-2.0-or-later
// The articles in the store: what is current, where it came from, and the feed of publications that
// every index follows.
#pragma once

#include "core/guidance/article.h"
#include "core/store/connection.h"
#include "core/store/event_chain.h"
#include "core/store/verify.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace guidepost::guidance {

/// Who keeps a source: nobody else changes, re-dates or removes what it holds. Texts that people brought in
/// are `imported` and never count as guidance; those of the program and of modules are published.
enum class Keeper {
    people,
    module,
    program,
    unknown, ///< a pack adopted by a version that did not say; see Desk::adopt_shipped
};

/// Where articles came from. `root` tells who keeps it and where it was found:
///     program:ID, module:ID           found where the program has it or modules are installed
///     program:ID@PLACE, module:ID@... found where a variable of the environment pointed, when the store
///     began import:ID:FOLDER                a pack that somebody brought in FOLDER any other folder of
///     texts, by its absolute path pack:ID                         of a version that did not say who keeps it
struct Source {
    SourceId id = {};
    Keeper keeper = Keeper::people;
    std::string title = {};
    std::string root = {};
    std::string version = {};
    std::string approved_by = {}; ///< "" for what people brought in: nobody answers for it here
};

/// In envelopes, what the program does by itself when it starts. The colon keeps it apart from every login.
inline constexpr const char* by_the_program = "program:guidepost";

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
    /// Withdrawn ones too. By path; of two that had the same one, the one that is up, or was last, is first.
    std::vector<Listed> list_source(const SourceId& source);
    std::optional<Listed> find_by_path(const SourceId& source, const std::string& path);
    /// "source/path" of an article; "" when there is none of that id.
    std::string place_of(const ArticleId& id);
    std::vector<Source> sources();
    std::optional<Source> find_source(const SourceId& id);
    /// Whether nothing of it is up.
    bool is_taken_out(const SourceId& id);

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

/// Makes what is current, and where it came from, anew from the events, inside the caller's transaction.
/// Texts, revisions and publications are never written again.
void rebuild(store::Connection& connection);

/// Sources, articles with their revisions and publications, and drafts as the events tell of them.
void verify(store::Connection& copy, store::Findings& findings);

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
