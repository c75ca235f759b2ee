// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/library.h"

#include "core/values/digest.h"
#include "core/values/text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>

namespace guidepost::guidance {
namespace {

using store::Row;

constexpr const char* listed_columns =
    "a.id, a.revision, a.state, a.source, a.path, a.title, r.source_hash, a.feed "
    "from article a join revision r on r.id = a.revision";

Listed read_listed(const Row& row)
{
    return {ArticleId{row.string(0)}, RevisionId{row.string(1)}, parse_state(row.text(2)), SourceId{row.string(3)},
            row.string(4),            row.string(5),             row.string(6),            row.integer(7)};
}

constexpr const char* article_columns =
    "a.id, a.revision, a.state, a.source, a.path, a.title, t.body, a.feed "
    "from article a join revision_text t on t.revision = a.revision";

Article read_article(const Row& row)
{
    return {ArticleId{row.string(0)}, RevisionId{row.string(1)}, parse_state(row.text(2)), SourceId{row.string(3)},
            row.string(4),            row.string(5),             row.string(6),            row.integer(7)};
}

Source read_source(const Row& row)
{
    return {SourceId{row.string(0)}, row.text(1) == "pack" ? Source::Kind::pack : Source::Kind::folder,
            row.string(2),           row.string(3),
            row.string(4),           row.string(5)};
}

constexpr const char* source_columns = "id, kind, title, root, version, approved_by from source";

bool is_word_byte(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalnum(byte) != 0 || c == '_' || c == '\'';
}

bool has_whole_word(std::string_view lowered, std::string_view word)
{
    for (auto at = lowered.find(word); at != std::string_view::npos; at = lowered.find(word, at + 1)) {
        const auto end = at + word.size();
        if ((at == 0 || !is_word_byte(lowered[at - 1])) && (end == lowered.size() || !is_word_byte(lowered[end])))
            return true;
    }
    return false;
}

/// Text as a LIKE pattern that means only itself; the escape character is !.
std::string like_pattern(std::string_view word)
{
    std::string pattern{"%"};
    for (const char c : word) {
        if (c == '%' || c == '_' || c == '!')
            pattern += '!';
        pattern += c;
    }
    return pattern + "%";
}

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
    connection_.query(fmt::format("select {} where a.state <> 'withdrawn' order by lower(a.title), a.id", listed_columns),
                      {}, [&](const Row& row) { all.push_back(read_listed(row)); });
    return all;
}

std::vector<Listed> Library::list_source(const SourceId& source)
{
    std::vector<Listed> all;
    connection_.query(fmt::format("select {} where a.source = $1 order by a.path", listed_columns), {source.value()},
                      [&](const Row& row) { all.push_back(read_listed(row)); });
    return all;
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

std::int64_t Library::feed_position()
{
    return store::one_integer(connection_, "select max(feed) from publication").value_or(0);
}

std::size_t Library::size()
{
    return static_cast<std::size_t>(
        store::one_integer(connection_, "select count(*) from article where state <> 'withdrawn'").value_or(0));
}

void Library::each_since(std::int64_t after, std::int64_t up_to, const std::function<void(const Article&)>& visit)
{
    connection_.query(fmt::format("select {} where a.feed > $1 and a.feed <= $2 order by a.feed", article_columns),
                      {after, up_to}, [&](const Row& row) { visit(read_article(row)); });
}

std::size_t Library::count_since(std::int64_t after)
{
    return static_cast<std::size_t>(
        store::one_integer(connection_, "select count(*) from article where feed > $1", {after}).value_or(0));
}

std::vector<Listed> Library::find_titles(const std::vector<std::string>& words, std::size_t limit)
{
    std::vector<Listed> found;
    if (words.empty())
        return found;
    connection_.query(
        fmt::format("select {} where a.state <> 'withdrawn' and lower(a.title) like $1 escape '!' "
                    "order by a.state desc, lower(a.title)",
                    listed_columns),
        {like_pattern(lower_ascii(words.front()))}, [&](const Row& row) {
            auto listed = read_listed(row);
            const auto title = lower_ascii(listed.title);
            const auto has = [&](const std::string& word) { return title.find(lower_ascii(word)) != title.npos; };
            if (found.size() < limit && std::all_of(words.begin(), words.end(), has))
                found.push_back(std::move(listed));
        });
    return found;
}

bool Library::mentions_any(const std::vector<std::string>& words)
{
    for (const auto& word : words) {
        const auto lowered = lower_ascii(word);
        bool found = false;
        connection_.query("select t.body from article a join revision_text t on t.revision = a.revision "
                          "where a.state <> 'withdrawn' and lower(t.body) like $1 escape '!' limit 20",
                          {like_pattern(lowered)}, [&](const Row& row) {
                              if (found)
                                  return;
                              const std::string text{row.text(0)};
                              const auto document = read_document(text);
                              for (const auto& section : document.body.sections)
                                  found = found || has_whole_word(lower_ascii(section.heading), lowered) ||
                                          has_whole_word(lower_ascii(section.text), lowered);
                          });
        if (found)
            return true;
    }
    return false;
}

LibraryWriter::LibraryWriter(store::Connection& connection, std::string who, Clock clock)
    : connection_{connection}, who_{std::move(who)}, clock_{std::move(clock)}, chain_{connection, "guidance"},
      feed_{Library{connection}.feed_position()}
{
}

void LibraryWriter::put_source(const Source& source)
{
    const bool is_pack = source.kind == Source::Kind::pack;
    const nlohmann::json payload{{"source", source.id.value()},      {"title", source.title},
                                 {"root", source.root},              {"version", source.version},
                                 {"approved_by", source.approved_by}};
    const auto event = chain_.append(who_, is_pack ? "pack.adopted" : "folder.imported", payload.dump(), clock_());
    connection_.execute("insert into source(id, kind, title, root, version, approved_by, event) "
                        "values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do update set "
                        "title = excluded.title, root = excluded.root, version = excluded.version, "
                        "approved_by = excluded.approved_by, event = excluded.event",
                        {source.id.value(), is_pack ? "pack" : "folder", source.title, source.root, source.version,
                         source.approved_by, event.value()});
}

void LibraryWriter::publish(const ArticleId& id, ArticleState state, const SourceId& source,
                            const std::string& path, const std::string& title, const std::string& text)
{
    const auto now = clock_();
    const auto hash = sha256(text);
    const auto parent = store::one_text(connection_, "select revision from article where id = $1", {id.value()});
    const RevisionId revision{uuid_v7(now)};
    const nlohmann::json payload{{"article", id.value()},   {"revision", revision.value()},
                                 {"source_hash", hash},     {"source", source.value()},
                                 {"path", path},            {"state", std::string{state_name(state)}}};
    const auto event = chain_.append(who_, "article.published", payload.dump(), now);
    connection_.execute("insert into revision(id, article, parent, at, who, source_hash, event) "
                        "values ($1, $2, $3, $4, $5, $6, $7)",
                        {revision.value(), id.value(), parent ? store::Value{*parent} : store::Value{}, now, who_,
                         hash, event.value()});
    connection_.execute("insert into revision_text(revision, body) values ($1, $2)", {revision.value(), text});
    connection_.execute("insert into publication(feed, article, revision, state, at, event) "
                        "values ($1, $2, $3, $4, $5, $6)",
                        {++feed_, id.value(), revision.value(), std::string{state_name(state)}, now, event.value()});
    connection_.execute("insert into article(id, revision, state, source, path, title, feed) "
                        "values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do update set "
                        "revision = excluded.revision, state = excluded.state, source = excluded.source, "
                        "path = excluded.path, title = excluded.title, feed = excluded.feed",
                        {id.value(), revision.value(), std::string{state_name(state)}, source.value(), path, title,
                         feed_});
}

void LibraryWriter::finish()
{
    chain_.write_head();
}

} // namespace guidepost::guidance
