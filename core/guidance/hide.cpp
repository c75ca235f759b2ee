// SPDX-License-Identifier: GPL-2.0-or-later
// The event "source.hidden" holds what was taken away and how it had stood:
//
//     {"source": "steps", "articles": [{"article": "steps-start", "state": "published"}]}
//
// "source.shown" ends it. Likewise "source.removed", which has a "reason" too, and "source.restored" for what
// people brought in and took out. A column of the article table would have done too; the chain keeps who and
// when. The two never mix: a module that later has the name of texts taken out does not bring those back.
#include "core/guidance/hide.h"

#include "core/guidance/library.h"
#include "core/guidance/ownership.h"
#include "core/text/error.h"
#include "core/text/text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace guidepost::guidance {
namespace {

using Json = nlohmann::json;

/// How the two acts are called in events.
struct Words {
    std::string_view away;
    std::string_view back;
};

constexpr Words hiding{"source.hidden", "source.shown"};
constexpr Words taking_out{"source.removed", "source.restored"};

/// The payload of the newest event that took the source away and was not ended; null when there is none.
Json open_event(store::Connection& connection, const Words& words, const SourceId& source)
{
    Json open;
    connection.query("select e.kind, p.body from event e join event_payload p on p.event = e.id "
                     "where e.chain = 'guidance' and e.kind in ($1, $2) order by e.seq",
                     {std::string{words.away}, std::string{words.back}}, [&](const store::Row& row) {
                         auto payload = Json::parse(row.text(1), nullptr, false);
                         if (payload.is_object() && payload.value("source", "") == source.value())
                             open = row.text(0) == words.away ? std::move(payload) : Json{};
                     });
    return open;
}

void record(store::Connection& connection, std::string_view kind, const Json& payload, const std::string& who,
            const Clock& clock)
{
    store::append(connection, {"guidance", who, std::string{kind}, payload.dump()}, clock());
}

void change_state(store::Connection& connection, LibraryWriter& writer, const ArticleId& id,
                  ArticleState state)
{
    if (const auto article = Library{connection}.find(id))
        writer.publish(id, state, article->source, article->path, article->title, article->text);
}

/// Inside the caller's transaction. `payload` has what the event says beside source and articles.
std::size_t take_away(store::Connection& connection, const Words& words, const SourceId& source, Json payload,
                      const std::string& who, const Clock& clock)
{
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
        writer.finish();
    }
    const auto count = taken.size();
    if (count == 0)
        return 0;
    // What was taken away earlier and nobody brought back comes back with this.
    if (const auto before = open_event(connection, words, source); before.is_object())
        for (const auto& article : before["articles"])
            taken.push_back(article);
    payload["source"] = source.value();
    payload["articles"] = std::move(taken);
    record(connection, words.away, payload, who, clock);
    return count;
}

/// Inside the caller's transaction.
std::size_t bring_back(store::Connection& connection, const Words& words, const SourceId& source,
                       const std::string& who, const Clock& clock)
{
    const auto away = open_event(connection, words, source);
    if (!away.is_object())
        return 0;
    std::size_t count = 0;
    {
        LibraryWriter writer{connection, who, clock};
        for (const auto& article : away["articles"]) {
            const ArticleId id{article.value("article", "")};
            const auto listed = Library{connection}.find(id);
            if (!listed || listed->source != source || listed->state != ArticleState::withdrawn)
                continue;
            change_state(connection, writer, id, parse_state(article.value("state", "published")));
            ++count;
        }
        writer.finish();
    }
    record(connection, words.back, {{"source", source.value()}}, who, clock);
    return count;
}

/// Throws unless people brought it in.
void must_be_peoples(store::Connection& connection, const SourceId& id)
{
    const auto source = Library{connection}.find_source(id);
    if (!source)
        throw Error{Errc::not_found, fmt::format("There is no source named {}.", shortened(id.value(), 80))};
    if (source->keeper != Keeper::people)
        throw Error{Errc::refused,
                    fmt::format("The guidance of {} belongs to {} and comes and goes only with "
                                "that. What people brought in can be taken out.",
                                id.value(), keeper_words(*source))};
}

} // namespace

std::size_t hide_source(store::Connection& connection, const SourceId& source, const std::string& who,
                        const Clock& clock)
{
    if (Library{connection}.is_taken_out(source))
        return 0;
    store::Transaction transaction{connection};
    const auto count = take_away(connection, hiding, source, Json::object(), who, clock);
    if (count > 0)
        transaction.commit();
    return count;
}

std::size_t show_source(store::Connection& connection, const SourceId& source, const std::string& who,
                        const Clock& clock)
{
    store::Transaction transaction{connection};
    const auto count = bring_back(connection, hiding, source, who, clock);
    transaction.commit();
    return count;
}

std::size_t take_out_source(store::Connection& connection, const SourceId& source, const std::string& who,
                            const std::string& reason, const Clock& clock)
{
    store::Transaction transaction{connection};
    must_be_peoples(connection, source);
    const auto count = take_away(connection, taking_out, source, {{"reason", reason}}, who, clock);
    if (count > 0)
        transaction.commit();
    return count;
}

std::size_t put_back_source(store::Connection& connection, const SourceId& source, const std::string& who,
                            const Clock& clock)
{
    store::Transaction transaction{connection};
    must_be_peoples(connection, source);
    const auto count = bring_back(connection, taking_out, source, who, clock);
    transaction.commit();
    return count;
}

void mark_as_peoples(store::Connection& connection, const SourceId& id, const std::string& who,
                     const Clock& clock)
{
    store::Transaction transaction{connection};
    auto source = Library{connection}.find_source(id);
    if (!source || source->keeper != Keeper::unknown)
        return;
    source->keeper = Keeper::people;
    source->root = fmt::format("import:{}:", id.value());
    source->approved_by.clear();
    LibraryWriter writer{connection, who, clock};
    writer.put_source(*source);
    for (const auto& listed : Library{connection}.list_source(id))
        if (listed.state != ArticleState::withdrawn)
            change_state(connection, writer, listed.id, ArticleState::imported);
    writer.finish();
    transaction.commit();
}

} // namespace guidepost::guidance
