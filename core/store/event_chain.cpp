// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/store/event_chain.h"

#include "core/values/digest.h"
#include "core/values/error.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <map>
#include <set>

namespace guidepost::store {
namespace {

std::string event_hash(std::string_view id, std::string_view chain, std::int64_t seq, std::int64_t at,
                       std::string_view who, std::string_view kind, std::string_view payload_hash,
                       std::string_view previous_hash)
{
    return sha256(fmt::format("guidepost-event-1\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n", id, chain, seq, at, who,
                              kind, payload_hash, previous_hash));
}

/// Which event of which chain was emptied, and by the how manieth event of it.
using Removals = std::map<std::pair<std::string, std::string>, std::int64_t>;

Removals recorded_removals(Connection& connection)
{
    Removals removals;
    connection.query("select e.chain, e.seq, p.body from event e join event_payload p on p.event = e.id "
                     "where e.kind = $1",
                     {redacted_kind}, [&](const Row& row) {
                         const auto json = nlohmann::json::parse(row.text(2), nullptr, false);
                         // One that is broken removes nothing; the walk finds that it was changed.
                         if (!json.is_object() || !json.contains("events") || !json["events"].is_array())
                             return;
                         for (const auto& event : json["events"])
                             if (event.is_string())
                                 removals[{row.string(0), event.get<std::string>()}] = row.integer(1);
                     });
    return removals;
}

} // namespace

ChainWriter::ChainWriter(Connection& connection, std::string chain) : connection_{connection}
{
    head_.chain = std::move(chain);
    connection_.query("select seq, hash from chain_head where chain = $1", {head_.chain},
                      [&](const Row& row) {
                          head_.seq = row.integer(0);
                          head_.hash = row.string(1);
                      });
}

EventId ChainWriter::append(const std::string& who, const std::string& kind, const std::string& payload,
                            Timestamp at)
{
    EventId id{uuid_v7(at)};
    append(id, who, kind, payload, at);
    return id;
}

void ChainWriter::append(const EventId& id, const std::string& who, const std::string& kind,
                         const std::string& payload, Timestamp at)
{
    // A line feed would let two different events have the same hashed text.
    if ((id.value() + head_.chain + who + kind).find('\n') != std::string::npos)
        throw Error{Errc::format, "The name of a chain, a person or a kind of event has a line feed in it."};
    const auto payload_hash = sha256(payload);
    const auto seq = head_.seq + 1;
    auto hash = event_hash(id.value(), head_.chain, seq, at, who, kind, payload_hash, head_.hash);
    connection_.execute("insert into event(id, chain, seq, at, who, kind, payload_hash, previous_hash, hash) "
                        "values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                        {id.value(), head_.chain, seq, at, who, kind, payload_hash, head_.hash, hash});
    connection_.execute("insert into event_payload(event, body) values ($1, $2)", {id.value(), payload});
    head_.seq = seq;
    head_.hash = std::move(hash);
}

void ChainWriter::write_head()
{
    connection_.execute("insert into chain_head(chain, seq, hash) values ($1, $2, $3) "
                        "on conflict (chain) do update set seq = excluded.seq, hash = excluded.hash",
                        {head_.chain, head_.seq, head_.hash});
}

void empty_payload(Connection& connection, const EventId& event)
{
    connection.execute("update event_payload set body = null where event = $1", {event.value()});
}

void erase_traces(Connection& connection)
{
    if (connection.dialect() == "sqlite")
        connection.query("pragma wal_checkpoint(truncate)", {}, [](const Row&) {});
}

EventId append(Connection& connection, const NewEvent& event, Timestamp at)
{
    ChainWriter chain{connection, event.chain};
    auto id = chain.append(event.who, event.kind, event.payload, at);
    chain.write_head();
    return id;
}

std::vector<ChainHead> chain_heads(Connection& connection)
{
    std::vector<ChainHead> heads;
    connection.query("select chain, seq, hash from chain_head order by chain", {}, [&](const Row& row) {
        heads.push_back({row.string(0), row.integer(1), row.string(2)});
    });
    return heads;
}

Verification verify(Connection& connection)
{
    Verification result;
    std::map<std::string, ChainHead> walked;
    std::set<std::string> broken;
    const auto removals = recorded_removals(connection);
    const auto damage = [&](const std::string& chain, std::int64_t seq, std::string event, std::string what) {
        if (broken.insert(chain).second)
            result.damages.push_back({chain, seq, std::move(event), std::move(what)});
    };

    connection.query(
        "select e.id, e.chain, e.seq, e.at, e.who, e.kind, e.payload_hash, e.previous_hash, e.hash, p.body "
        "from event e left join event_payload p on p.event = e.id order by e.chain, e.seq",
        {}, [&](const Row& row) {
            ++result.events;
            const auto chain = row.string(1);
            auto& head = walked[chain];
            const auto seq = row.integer(2);
            const auto removal = removals.find({chain, row.string(0)});
            const bool is_removed = removal != removals.end() && removal->second > seq;
            if (seq != head.seq + 1)
                damage(chain, head.seq + 1, {}, "an event is missing here");
            else if (row.text(7) != head.hash)
                damage(chain, seq, row.string(0), "this event does not follow the one before it");
            else if (event_hash(row.text(0), chain, seq, row.integer(3), row.text(4), row.text(5),
                                row.text(6), row.text(7)) != row.text(8))
                damage(chain, seq, row.string(0), "this event was changed after it was written");
            else if (row.is_null(9) && !is_removed)
                damage(chain, seq, row.string(0),
                       "this event's text is gone without a record of its removal");
            else if (row.is_null(9))
                ++result.redactions;
            else if (is_removed)
                damage(chain, seq, row.string(0), "this event's text is back after its recorded removal");
            else if (sha256(row.text(9)) != row.text(6))
                damage(chain, seq, row.string(0), "this event's text was changed after it was written");
            head = {chain, seq, row.string(8)};
        });

    auto heads = chain_heads(connection);
    for (const auto& head : heads) {
        const auto found = walked.find(head.chain);
        if (found == walked.end() || found->second != head)
            damage(head.chain, head.seq, {}, "the chain does not end where its head says");
        if (found != walked.end())
            walked.erase(found);
    }
    for (const auto& [chain, head] : walked)
        damage(chain, head.seq, {}, "the chain has no head");

    // The chain vouches for a text through the hash that the event of its revision recorded.
    connection.query("select r.id, r.article, r.source_hash, t.body, p.body from revision r "
                     "left join revision_text t on t.revision = r.id "
                     "left join event_payload p on p.event = r.event",
                     {}, [&](const Row& row) {
                         ++result.revisions;
                         const auto hash = row.text(2);
                         if (row.is_null(3) || sha256(row.text(3)) != hash ||
                             row.text(4).find(hash) == std::string_view::npos)
                             damage("revision/" + row.string(0), 0, row.string(0),
                                    fmt::format("the text of this revision of {} was changed", row.text(1)));
                     });
    // Likewise for drafts of guidance, whose event names what it belongs to.
    connection.query("select d.id, d.body, p.body from draft d "
                     "left join event e on e.id = d.event and e.kind = 'draft.made' "
                     "left join event_payload p on p.event = e.id order by d.id",
                     {}, [&](const Row& row) {
                         const auto vouched = row.is_null(2) ? std::string_view{} : row.text(2);
                         if (vouched.find(row.text(0)) == std::string_view::npos ||
                             vouched.find(sha256(row.text(1))) == std::string_view::npos)
                             damage("draft/" + row.string(0), 0, row.string(0),
                                    "the text of this draft was changed, or no event tells of it");
                     });
    connection.query("select e.id, e.seq from event e where e.kind = 'draft.made' and e.chain = 'guidance' "
                     "and not exists (select 1 from draft d where d.event = e.id) order by e.seq",
                     {}, [&](const Row& row) {
                         damage("draft/" + row.string(0), row.integer(1), row.string(0),
                                "the draft that this event tells of is gone");
                     });
    return result;
}

} // namespace guidepost::store
