// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/library.h"

#include "core/text/digest.h"
#include "core/text/text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace guidepost::guidance {
namespace {

using store::Row;

constexpr const char* listed_columns =
    "a.id, a.revision, a.state, a.source, a.path, a.title, r.source_hash, a.feed "
    "from article a join revision r on r.id = a.revision";

Listed read_listed(const Row& row)
{
    return {ArticleId{row.string(0)},
            RevisionId{row.string(1)},
            parse_state(row.text(2)),
            SourceId{row.string(3)},
            row.string(4),
            row.string(5),
            row.string(6),
            row.integer(7)};
}

constexpr const char* first_of_a_path = "case when a.state = 'withdrawn' then 1 else 0 end, a.feed desc";

constexpr const char* article_columns =
    "a.id, a.revision, a.state, a.source, a.path, a.title, t.body, a.feed "
    "from article a join revision_text t on t.revision = a.revision";

Article read_article(const Row& row)
{
    return {ArticleId{row.string(0)},
            RevisionId{row.string(1)},
            parse_state(row.text(2)),
            SourceId{row.string(3)},
            row.string(4),
            row.string(5),
            row.string(6),
            row.integer(7)};
}

Keeper read_keeper(std::string_view kind, std::string_view root)
{
    if (kind != "pack")
        return Keeper::people;
    return root.starts_with("program:")  ? Keeper::program
           : root.starts_with("module:") ? Keeper::module
                                         : Keeper::unknown;
}

Source read_source(const Row& row)
{
    return {SourceId{row.string(0)}, read_keeper(row.text(1), row.text(3)),
            row.string(2),           row.string(3),
            row.string(4),           row.string(5)};
}

constexpr const char* source_columns = "id, kind, title, root, version, approved_by from source";

} // namespace

std::optional<Article> Library::find(const ArticleId& id)
{
    std::optional<Article> found;
    connection_.query(fmt::format("select {} where a.id = $1", article_columns), {id.value()},
                      [&](const Row& row) { found = read_article(row); });
    return found;
}

std::vector<Listed> Library::list()
{
    std::vector<Listed> all;
    connection_.query(
        fmt::format("select {} where a.state <> 'withdrawn' order by lower(a.title), a.id", listed_columns),
        {}, [&](const Row& row) { all.push_back(read_listed(row)); });
    return all;
}

std::vector<Listed> Library::list_source(const SourceId& source)
{
    std::vector<Listed> all;
    connection_.query(
        fmt::format("select {} where a.source = $1 order by a.path, {}", listed_columns, first_of_a_path),
        {source.value()}, [&](const Row& row) { all.push_back(read_listed(row)); });
    return all;
}

std::optional<Listed> Library::find_by_path(const SourceId& source, const std::string& path)
{
    std::optional<Listed> found;
    connection_.query(fmt::format("select {} where a.source = $1 and a.path = $2 order by {} limit 1",
                                  listed_columns, first_of_a_path),
                      {source.value(), path}, [&](const Row& row) { found = read_listed(row); });
    return found;
}

std::string Library::place_of(const ArticleId& id)
{
    return store::one_text(connection_, "select source || '/' || path from article where id = $1",
                           {id.value()})
        .value_or("");
}

std::vector<Source> Library::sources()
{
    std::vector<Source> all;
    connection_.query(fmt::format("select {} order by id", source_columns), {},
                      [&](const Row& row) { all.push_back(read_source(row)); });
    return all;
}

std::optional<Source> Library::find_source(const SourceId& id)
{
    std::optional<Source> found;
    connection_.query(fmt::format("select {} where id = $1", source_columns), {id.value()},
                      [&](const Row& row) { found = read_source(row); });
    return found;
}

bool Library::is_taken_out(const SourceId& id)
{
    return !store::one_integer(connection_,
                               "select 1 from article where source = $1 and state <> 'withdrawn' limit 1",
                               {id.value()});
}

std::int64_t Library::feed_position()
{
    return store::one_integer(connection_, "select max(feed) from publication").value_or(0);
}

std::size_t Library::size()
{
    return static_cast<std::size_t>(
        store::one_integer(connection_, "select count(*) from article where state <> 'withdrawn'")
            .value_or(0));
}

std::size_t Library::size_at(std::int64_t feed)
{
    return static_cast<std::size_t>(
        store::one_integer(connection_,
                           "select count(*) from article where feed <= $1 and state <> 'withdrawn'", {feed})
            .value_or(0));
}

void Library::each_since(std::int64_t after, std::int64_t up_to,
                         const std::function<void(const Article&)>& visit)
{
    connection_.query(
        fmt::format("select {} where a.feed > $1 and a.feed <= $2 order by a.feed", article_columns),
        {after, up_to}, [&](const Row& row) { visit(read_article(row)); });
}

std::size_t Library::count_since(std::int64_t after)
{
    return static_cast<std::size_t>(
        store::one_integer(connection_, "select count(*) from article where feed > $1", {after}).value_or(0));
}

std::optional<ArticleState> Library::state_of(const ArticleId& id)
{
    const auto name = store::one_text(connection_, "select state from article where id = $1", {id.value()});
    return name ? std::optional{parse_state(*name)} : std::nullopt;
}

std::vector<Listed> Library::find_titles(const std::vector<std::string>& words, Words match,
                                         std::size_t limit)
{
    std::vector<std::pair<std::size_t, Listed>> found;
    if (words.empty())
        return {};
    std::vector<std::string> lowered;
    for (const auto& word : words)
        lowered.push_back(lower_ascii(word));
    connection_.query(
        fmt::format("select {} where a.state <> 'withdrawn' and lower(a.title) like $1 escape '!' "
                    "order by a.state desc, lower(a.title)",
                    listed_columns),
        {match == Words::all ? store::like_pattern(lowered.front()) : "%"}, [&](const Row& row) {
            const auto title = lower_ascii(row.text(5));
            const auto held = static_cast<std::size_t>(
                std::count_if(lowered.begin(), lowered.end(), [&](const std::string& word) {
                    return title.find(word) != std::string::npos;
                }));
            if (held == lowered.size() || (match == Words::any && held > 0))
                found.emplace_back(2 * held + (title.starts_with(lowered.front()) ? 1 : 0), read_listed(row));
        });
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<Listed> best;
    for (std::size_t i = 0; i < std::min(limit, found.size()); ++i)
        best.push_back(std::move(found[i].second));
    return best;
}

std::int64_t Library::middle_of_feed()
{
    return store::one_integer(connection_, "select feed from article order by feed limit 1 offset "
                                           "(select count(*) / 2 from article)")
        .value_or(0);
}

std::optional<RevisionId> Library::revision_at(const ArticleId& id, Timestamp at)
{
    const auto revision = store::one_text(
        connection_,
        "select revision from publication where article = $1 and at <= $2 order by feed desc limit 1",
        {id.value(), at});
    return revision ? std::optional{RevisionId{*revision}} : std::nullopt;
}

void Library::each_containing(const std::string& part, std::size_t limit,
                              const std::function<void(const Article&)>& visit)
{
    connection_.query(
        fmt::format("select {} where a.state <> 'withdrawn' and lower(t.body) like $1 escape '!' limit {}",
                    article_columns, limit),
        {store::like_pattern(lower_ascii(part))}, [&](const Row& row) { visit(read_article(row)); });
}

LibraryWriter::LibraryWriter(store::Connection& connection, std::string who, Clock clock)
    : connection_{connection},
      who_{std::move(who)},
      clock_{std::move(clock)},
      chain_{connection, "guidance"},
      feed_{Library{connection}.feed_position()}
{}

void LibraryWriter::put_source(const Source& source)
{
    const bool is_pack = source.keeper != Keeper::people;
    const nlohmann::json payload{{"source", source.id.value()},
                                 {"title", source.title},
                                 {"root", source.root},
                                 {"version", source.version},
                                 {"approved_by", source.approved_by}};
    const auto event =
        chain_.append(who_, is_pack ? "pack.adopted" : "folder.imported", payload.dump(), clock_());
    connection_.execute(
        "insert into source(id, kind, title, root, version, approved_by, event) "
        "values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do update set "
        "kind = excluded.kind, title = excluded.title, root = excluded.root, version = excluded.version, "
        "approved_by = excluded.approved_by, event = excluded.event",
        {source.id.value(), is_pack ? "pack" : "folder", source.title, source.root, source.version,
         source.approved_by, event.value()});
}

void LibraryWriter::publish(const ArticleId& id, ArticleState state, const SourceId& source,
                            const std::string& path, const std::string& title, const std::string& text)
{
    const auto now = clock_();
    const auto hash = sha256(text);
    const auto parent =
        store::one_text(connection_, "select revision from article where id = $1", {id.value()});
    const RevisionId revision{uuid_v7(now)};
    const nlohmann::json payload{{"article", id.value()}, {"revision", revision.value()},
                                 {"source_hash", hash},   {"source", source.value()},
                                 {"path", path},          {"state", std::string{state_name(state)}},
                                 {"title", title}};
    const auto event = chain_.append(who_, "article.published", payload.dump(), now);
    connection_.execute("insert into revision(id, article, parent, at, who, source_hash, event) "
                        "values ($1, $2, $3, $4, $5, $6, $7)",
                        {revision.value(), id.value(), parent ? store::Value{*parent} : store::Value{}, now,
                         who_, hash, event.value()});
    connection_.execute("insert into revision_text(revision, body) values ($1, $2)",
                        {revision.value(), text});
    connection_.execute(
        "insert into publication(feed, article, revision, state, at, event) "
        "values ($1, $2, $3, $4, $5, $6)",
        {++feed_, id.value(), revision.value(), std::string{state_name(state)}, now, event.value()});
    connection_.execute(
        "insert into article(id, revision, state, source, path, title, feed) "
        "values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do update set "
        "revision = excluded.revision, state = excluded.state, source = excluded.source, "
        "path = excluded.path, title = excluded.title, feed = excluded.feed",
        {id.value(), revision.value(), std::string{state_name(state)}, source.value(), path, title, feed_});
}

void LibraryWriter::finish()
{
    chain_.write_head();
}

} // namespace guidepost::guidance
