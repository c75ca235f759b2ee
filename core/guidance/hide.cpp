// SPDX-License-Identifier: GPL-2.0-or-later
// The event "source.hidden" holds what was taken away and how it had stood:
//
//     {"source": "steps", "articles": [{"article": "steps-start", "state": "published"}]}
//
// "source.shown" ends it. A column of the article table would have done too; the chain keeps who and when.
#include "core/guidance/hide.h"

#include "core/guidance/library.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace guidepost::guidance {
namespace {

using Json = nlohmann::json;

/// The payload of the newest hiding that was not ended; none when there is none.
Json open_hiding(store::Connection& connection, const SourceId& source)
{
    Json open;
    connection.query(
        "select e.kind, p.body from event e join event_payload p on p.event = e.id "
        "where e.chain = 'guidance' and e.kind in ('source.hidden', 'source.shown') order by e.seq",
        {}, [&](const store::Row& row) {
            auto payload = Json::parse(row.text(1), nullptr, false);
            if (payload.is_object() && payload.value("source", "") == source.value())
                open = row.text(0) == "source.hidden" ? std::move(payload) : Json{};
        });
    return open;
}

void record(store::Connection& connection, const char* kind, const Json& payload, const std::string& who,
            const Clock& clock)
{
    store::append(connection, {"guidance", who, kind, payload.dump()}, clock());
}

void change_state(store::Connection& connection, LibraryWriter& writer, const ArticleId& id,
                  ArticleState state)
{
    if (const auto article = Library{connection}.find(id))
        writer.publish(id, state, article->source, article->path, article->title, article->text);
}

} // namespace

std::size_t hide_source(store::Connection& connection, const SourceId& source, const std::string& who,
                        const Clock& clock)
{
    const auto before_locking = Library{connection}.list_source(source);
    if (std::all_of(before_locking.begin(), before_locking.end(),
                    [](const Listed& listed) { return listed.state == ArticleState::withdrawn; }))
        return 0;
    store::Transaction transaction{connection};
    auto taken = Json::array();
    {
        LibraryWriter writer{connection, who, clock};
        for (const auto& listed : Library{connection}.list_source(source)) {
            if (listed.state == ArticleState::withdrawn)
                continue;
            taken.push_back(
                {{"article", listed.id.value()}, {"state", std::string{state_name(listed.state)}}});
            change_state(connection, writer, listed.id, ArticleState::withdrawn);
        }
        if (taken.empty())
            return 0;
        writer.finish();
    }
    const auto count = taken.size();
    // What an earlier hiding took and nobody brought back comes back with this one.
    if (const auto before = open_hiding(connection, source); before.is_object())
        for (const auto& one : before["articles"])
            taken.push_back(one);
    record(connection, "source.hidden", {{"source", source.value()}, {"articles", std::move(taken)}}, who,
           clock);
    transaction.commit();
    return count;
}

std::size_t show_source(store::Connection& connection, const SourceId& source, const std::string& who,
                        const Clock& clock)
{
    store::Transaction transaction{connection};
    const auto hidden = open_hiding(connection, source);
    if (!hidden.is_object())
        return 0;
    std::size_t count = 0;
    {
        LibraryWriter writer{connection, who, clock};
        for (const auto& one : hidden["articles"]) {
            const ArticleId id{one.value("article", "")};
            const auto listed = Library{connection}.find(id);
            if (!listed || listed->source != source || listed->state != ArticleState::withdrawn)
                continue;
            change_state(connection, writer, id, parse_state(one.value("state", "published")));
            ++count;
        }
        writer.finish();
    }
    record(connection, "source.shown", {{"source", source.value()}}, who, clock);
    transaction.commit();
    return count;
}

} // namespace guidepost::guidance
