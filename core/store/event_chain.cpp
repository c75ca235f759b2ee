// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/store/event_chain.h"

#include "core/text/digest.h"
#include "core/text/error.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace guidepost::store {

std::string payload_hash(std::string_view payload, std::string_view salt)
{
    return salt.empty() ? sha256(payload) : "salted-" + sha256(fmt::format("{}\n{}", salt, payload));
}

std::string event_hash(std::string_view id, std::string_view chain, std::int64_t seq, std::int64_t at,
                       std::string_view who, std::string_view kind, std::string_view payload_hash,
                       std::string_view previous_hash)
{
    return sha256(fmt::format("guidepost-event-1\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n", id, chain, seq, at, who,
                              kind, payload_hash, previous_hash));
}

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
    const auto salt = random_key();
    const auto hashed = payload_hash(payload, salt);
    const auto seq = head_.seq + 1;
    auto hash = event_hash(id.value(), head_.chain, seq, at, who, kind, hashed, head_.hash);
    connection_.execute("insert into event(id, chain, seq, at, who, kind, payload_hash, previous_hash, hash) "
                        "values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                        {id.value(), head_.chain, seq, at, who, kind, hashed, head_.hash, hash});
    connection_.execute("insert into event_payload(event, body, salt) values ($1, $2, $3)",
                        {id.value(), payload, salt});
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
    connection.execute("update event_payload set body = null, salt = null where event = $1", {event.value()});
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

} // namespace guidepost::store
