// SPDX-License-Identifier: GPL-2.0-or-later
// The chain of one consultation in the store, and what is derived from it for lists.
#pragma once

#include "core/consultation/rules.h"
#include "core/consultation/thread/event_payload.h"
#include "core/consultation/thread/fold.h"
#include "core/consultation/thread/thread.h"
#include "core/store/connection.h"
#include "core/store/event_chain.h"
#include "core/store/verify.h"

#include <map>
#include <optional>
#include <vector>

namespace guidepost::consultation {

/// In order; empty when there is no such thread. Asks for no rights: board.h does.
std::vector<Event> read_events(store::Connection& connection, const ConsultationRef& ref);

/// Writing to one thread, inside one transaction that the caller commits after `finish`. The chain is read
/// and folded once; what is appended is folded on.
class Record {
public:
    Record(store::Connection& connection, const Rules& rules, const ConsultationRef& ref);

    bool is_new() const { return events_.empty(); }
    const std::vector<Event>& events() const { return events_; }
    Thread read(Timestamp now) const;

    EventId append(Happening kind, const Login& who, const Details& details, Timestamp at, EventId id = {});

    /// Empties the payloads of events and everything derived from their words. The caller appends the
    /// event that records it.
    void empty(const std::vector<std::string>& events);

    /// Writes what the clock alone did, if it did something.
    void append_fallen_due(Timestamp now);

    /// The head, and what lists are made of. Call before committing.
    void finish(Timestamp now);

private:
    store::Connection& connection_;
    const Rules& rules_;
    ConsultationRef ref_;
    store::ChainWriter chain_;
    std::vector<Event> events_;
    mutable std::optional<Fold> fold_; ///< none: not folded yet, or what is folded is gone
};

/// Who has how much to do, for routing.
std::map<Login, Load> loads_of(store::Connection& connection, Timestamp now);

/// Makes everything that is derived anew from the events. One transaction of its own.
void rebuild_derived(store::Connection& connection, const Rules& rules);

/// Lists, parties, words, minutes and covers as the events tell of them. What falls due when is worked out by
/// the clocks of `rules`: where these were changed since, a row that was written before is told as different.
void verify(store::Connection& copy, const Rules& rules, store::Findings& findings);

/// The account of the clerk in envelopes: no member of staff.
inline constexpr const char* clerk_login = "clerk";

} // namespace guidepost::consultation
