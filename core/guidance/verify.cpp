// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/library.h"
#include "core/text/digest.h"
#include "core/text/text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <map>

namespace guidepost::guidance {
namespace {

using Json = nlohmann::json;
using store::Row;
using store::Rows;

constexpr const char* chain = "guidance";

std::string text_at(const Json& payload, const char* key)
{
    const auto found = payload.find(key);
    return found != payload.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

/// What the texts in the store say, by revision or draft: their hash and the title that they would have.
struct Text {
    std::string hash = {};
    std::string body = {};
};

std::map<std::string, Text> texts_in(store::Connection& copy, const char* sql)
{
    std::map<std::string, Text> texts;
    copy.query(sql, {}, [&](const Row& row) {
        if (!row.is_null(1))
            texts[row.string(0)] = {sha256(row.text(1)), row.string(1)};
    });
    return texts;
}

/// As versions did that wrote no titles: the first heading of any level, else the last part of the path.
std::string old_title_of(Document document, std::string_view path)
{
    for (auto& section : document.body.sections)
        if (!trimmed(section.heading).empty()) {
            section.level = 1;
            break;
        }
    return title_of(document, path.substr(path.rfind('/') + 1));
}

/// Events of older versions hold no title: it was taken from the text.
std::string title_in(const Json& payload, const Text& text)
{
    const auto title = text_at(payload, "title");
    return title.empty() && !payload.contains("title")
               ? old_title_of(read_document(text.body), text_at(payload, "path"))
               : title;
}

/// Rows as the events tell of them, one event after the other.
class Expected {
public:
    explicit Expected(store::Connection& copy)
        : revision_texts_{texts_in(copy, "select revision, body from revision_text")},
          draft_texts_{texts_in(copy, "select id, body from draft")}
    {
        copy.query(
            "select e.id, e.at, e.who, e.kind, p.body from event e join event_payload p on p.event = e.id "
            "where e.chain = $1 order by e.seq",
            {std::string{chain}}, [&](const Row& row) {
                const auto payload = Json::parse(row.text(4), nullptr, false);
                if (!payload.is_object())
                    return;
                const Event event{row.string(0), row.integer(1), row.string(2)};
                const auto kind = row.text(3);
                if (kind == "pack.adopted" || kind == "folder.imported")
                    add_source(event, kind == "pack.adopted", payload);
                else if (kind == "article.published")
                    add_publication(event, payload);
                else if (kind == "draft.made")
                    add_draft(event, payload);
                else if (kind == "draft.freed")
                    free_draft(text_at(payload, "draft"));
            });
    }

    struct SourceRow {
        bool is_pack = false;
        std::string title, root, version, approved_by, event;
    };
    struct ArticleRow {
        std::string revision, state, source, path, title;
        std::int64_t feed = 0;
    };
    std::map<std::string, SourceRow> sources;   ///< by id, as are articles
    std::map<std::string, ArticleRow> articles; ///< derived and nothing else: rebuild writes them
    Rows revisions, texts, publications, drafts;

private:
    struct Event {
        std::string id;
        std::int64_t at = 0;
        std::string who;
    };

    void add_source(const Event& event, bool is_pack, const Json& payload)
    {
        sources[text_at(payload, "source")] = {is_pack,
                                               text_at(payload, "title"),
                                               text_at(payload, "root"),
                                               text_at(payload, "version"),
                                               text_at(payload, "approved_by"),
                                               event.id};
    }

    void add_publication(const Event& event, const Json& payload)
    {
        const auto article = text_at(payload, "article"), revision = text_at(payload, "revision"),
                   hash = text_at(payload, "source_hash"), state = text_at(payload, "state");
        const auto parent = current_.find(article);
        revisions[fmt::format("id={}\n", revision)] = fmt::format(
            "article={}\nparent={}\nat={}\nwho={}\nsource_hash={}\nevent={}\n", article,
            parent == current_.end() ? "null" : parent->second, event.at, event.who, hash, event.id);
        texts[fmt::format("revision={}\n", revision)] = hash;
        publications[fmt::format("feed={}\n", ++feed_)] =
            fmt::format("article={}\nrevision={}\nstate={}\nat={}\nevent={}\n", article, revision, state,
                        event.at, event.id);
        articles[article] = {revision,
                             state,
                             text_at(payload, "source"),
                             text_at(payload, "path"),
                             title_in(payload, revision_texts_[revision]),
                             feed_};
        current_[article] = revision;
    }

    void add_draft(const Event& event, const Json& payload)
    {
        const auto id = text_at(payload, "draft");
        const auto row = fmt::format("owner={}\ntitle={}\nbody={}\nwho={}\nat={}\nprovenance={}\nevent={}\n",
                                     text_at(payload, "owner"), title_in(payload, draft_texts_[id]),
                                     text_at(payload, "source_hash"), event.who, event.at,
                                     text_at(payload, "provenance"), event.id);
        free_rows_[id] = row + "restricted_to=\n";
        drafts[fmt::format("id={}\n", id)] =
            row + fmt::format("restricted_to={}\n",
                              join(payload.value("restricted_to", std::vector<std::string>{}), "\n"));
    }

    void free_draft(const std::string& id)
    {
        if (const auto free = free_rows_.find(id); free != free_rows_.end())
            drafts[fmt::format("id={}\n", id)] = free->second;
    }

    std::map<std::string, Text> revision_texts_, draft_texts_;
    std::map<std::string, std::string> free_rows_; ///< of each draft, as it is when it is not restricted
    std::map<std::string, std::string> current_;
    std::int64_t feed_ = 0;
};

const char* kind_of(const Expected::SourceRow& source)
{
    return source.is_pack ? "pack" : "folder";
}

Rows lines_of(const std::map<std::string, Expected::SourceRow>& sources)
{
    Rows rows;
    for (const auto& [id, source] : sources)
        rows[fmt::format("id={}\n", id)] =
            fmt::format("kind={}\ntitle={}\nroot={}\nversion={}\napproved_by={}\nevent={}\n", kind_of(source),
                        source.title, source.root, source.version, source.approved_by, source.event);
    return rows;
}

Rows lines_of(const std::map<std::string, Expected::ArticleRow>& articles)
{
    Rows rows;
    for (const auto& [id, article] : articles)
        rows[fmt::format("id={}\n", id)] =
            fmt::format("revision={}\nstate={}\nsource={}\npath={}\ntitle={}\nfeed={}\n", article.revision,
                        article.state, article.source, article.path, article.title, article.feed);
    return rows;
}

} // namespace

void rebuild(store::Connection& connection)
{
    const Expected expected{connection};
    connection.execute("delete from article");
    for (const auto& [id, source] : expected.sources)
        connection.execute(
            "insert into source(id, kind, title, root, version, approved_by, event) "
            "values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do update set "
            "kind = excluded.kind, title = excluded.title, root = excluded.root, "
            "version = excluded.version, approved_by = excluded.approved_by, event = excluded.event",
            {id, std::string{kind_of(source)}, source.title, source.root, source.version, source.approved_by,
             source.event});
    for (const auto& [id, article] : expected.articles)
        connection.execute(
            "insert into article(id, revision, state, source, path, title, feed) "
            "values ($1, $2, $3, $4, $5, $6, $7)",
            {id, article.revision, article.state, article.source, article.path, article.title, article.feed});
}

void verify(store::Connection& copy, store::Findings& findings)
{
    const Expected expected{copy};
    const auto rows = [&](store::Table table) {
        return store::rows_of(copy, table);
    };
    store::compare("source",
                   rows({"source", {"id"}, {"kind", "title", "root", "version", "approved_by", "event"}}),
                   lines_of(expected.sources), findings);
    store::compare("revision",
                   rows({"revision", {"id"}, {"article", "parent", "at", "who", "source_hash", "event"}}),
                   expected.revisions, findings);
    store::compare("publication",
                   rows({"publication", {"feed"}, {"article", "revision", "state", "at", "event"}}),
                   expected.publications, findings);
    store::compare("article",
                   rows({"article", {"id"}, {"revision", "state", "source", "path", "title", "feed"}}),
                   lines_of(expected.articles), findings);
    Rows texts;
    for (const auto& [revision, text] : texts_in(copy, "select revision, body from revision_text"))
        texts[fmt::format("revision={}\n", revision)] = text.hash;
    store::compare("revision_text", texts, expected.texts, findings);
    Rows drafts;
    copy.query("select id, owner, title, body, who, at, provenance, event, restricted_to from draft", {},
               [&](const Row& row) {
                   drafts[fmt::format("id={}\n", row.text(0))] =
                       fmt::format("owner={}\ntitle={}\nbody={}\nwho={}\nat={}\nprovenance={}\nevent={}\n"
                                   "restricted_to={}\n",
                                   row.text(1), row.text(2), sha256(row.text(3)), row.text(4), row.integer(5),
                                   row.text(6), row.text(7), row.text(8));
               });
    store::compare("draft", drafts, expected.drafts, findings);
}

} // namespace guidepost::guidance
