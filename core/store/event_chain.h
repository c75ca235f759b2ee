// SPDX-License-Identifier: GPL-2.0-or-later
// What was done, by whom and when, in an order nobody can quietly change.
//
// hash = SHA-256 of these lines, each ended by a line feed:
//   guidepost-event-1, id, chain, seq, at (microseconds), who, kind, payload hash, hash of the event
//   before ("" for the first)
// The payload is hashed as the text that is stored, never as something written anew from it, together with a
// salt that is kept beside it: "salted-" and the SHA-256 of the salt, a line feed and the payload. Both go
// together, so that a short text that was removed cannot be found by hashing guesses. Events of versions
// before salts hold the SHA-256 of the payload alone: there it can.
#pragma once

#include "core/store/connection.h"
#include "core/values/clock.h"
#include "core/values/id.h"

#include <string>
#include <vector>

namespace guidepost::store {

/// The hash of a payload, as above; without a salt that of an earlier version.
std::string payload_hash(std::string_view payload, std::string_view salt);

/// The hash of an event, as above.
std::string event_hash(std::string_view id, std::string_view chain, std::int64_t seq, std::int64_t at,
                       std::string_view who, std::string_view kind, std::string_view payload_hash,
                       std::string_view previous_hash);

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
    /// With an id that was made elsewhere. Throws Error{storage} when it is taken.
    void append(const EventId& id, const std::string& who, const std::string& kind,
                const std::string& payload, Timestamp at);
    void write_head();
    /// Of the last event appended, or the one that was there.
    const ChainHead& head() const { return head_; }

private:
    Connection& connection_;
    ChainHead head_;
};

/// The kind of the event that records a removal, in every chain: {"events": [id, ...], ...}.
inline constexpr const char* redacted_kind = "redacted";

/// Empties the payload of an event and its salt, so that nothing of it stays in the table. The caller
/// appends, in the same transaction and chain, an event of the kind `redacted` that names it: without that
/// the chain does not verify any more.
void empty_payload(Connection& connection, const EventId& event);

/// Removes what was deleted or emptied from the write-ahead log too. After the commit.
void erase_traces(Connection& connection);

/// One event, head included. Inside the caller's write transaction.
EventId append(Connection& connection, const NewEvent& event, Timestamp at);

std::vector<ChainHead> chain_heads(Connection& connection);

} // namespace guidepost::store
