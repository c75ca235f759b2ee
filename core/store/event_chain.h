// SPDX-License-Identifier: GPL-2.0-or-later
// What was done, by whom and when, in an order nobody can quietly change.
//
// hash = SHA-256 of these lines, each ended by a line feed:
//   guidepost-event-1, id, chain, seq, at (microseconds), who, kind, payload hash, hash of the event
//   before ("" for the first)
// The payload is hashed as the text that is stored, never as something written anew from it.
#pragma once

#include "core/store/connection.h"
#include "core/values/clock.h"
#include "core/values/id.h"

#include <string>
#include <vector>

namespace guidepost::store {

struct NewEvent {
    std::string chain = {}; ///< "guidance", "people", "consultation/GP-7K2M9Q"
    std::string who = {};
    std::string kind = {};
    std::string payload = {}; ///< JSON text
};

struct ChainHead {
    std::string chain;
    std::int64_t seq = 0;
    std::string hash;

    friend bool operator==(const ChainHead&, const ChainHead&) = default;
};

/// Appends to one chain inside the caller's transaction and writes the head when it is closed, so
/// that ten thousand events cost one update of the head.
class ChainWriter {
public:
    /// Must be made inside a write transaction: the head is read under its lock.
    ChainWriter(Connection& connection, std::string chain);
    ChainWriter(const ChainWriter&) = delete;
    ChainWriter& operator=(const ChainWriter&) = delete;

    EventId append(const std::string& who, const std::string& kind, const std::string& payload, Timestamp at);
    void write_head();

private:
    Connection& connection_;
    ChainHead head_;
};

/// One event, head included. Inside the caller's write transaction.
EventId append(Connection& connection, const NewEvent& event, Timestamp at);

std::vector<ChainHead> chain_heads(Connection& connection);

struct Damage {
    std::string chain;
    std::int64_t seq = 0;
    std::string event;
    std::string what; ///< a sentence for a person
};

struct Verification {
    std::size_t events = 0;
    std::size_t revisions = 0;
    std::vector<Damage> damages; ///< the first of each chain
};

/// Walks every chain and every revision's text. Finds edits, deletions, insertions and reorderings;
/// a cut tail shows only against heads kept elsewhere (compare chain_heads).
Verification verify(Connection& connection);

} // namespace guidepost::store
