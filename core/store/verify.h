// SPDX-License-Identifier: GPL-2.0-or-later
// Whether a store still says what was written into it. Chains and heads are this room's; what a subject keeps
// beside its events, that subject checks, since it alone can work it out from them.
#pragma once

#include "core/store/connection.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace guidepost::store {

struct Damage {
    std::string chain; ///< or "table/NAME", or "schema"
    std::int64_t seq = 0;
    std::string event; ///< or the key of the row
    std::string what;  ///< a sentence for a person
};

struct Verification {
    std::size_t events = 0;
    std::size_t rows = 0;        ///< that were compared with what the events say
    std::size_t redactions = 0;  ///< payloads that are gone as their chain records it
    std::vector<Damage> damages; ///< the first of each chain, and every row
};

/// Walks every chain. Finds edits, deletions, insertions and reorderings; a cut tail shows only against heads
/// kept elsewhere (heads.h). A payload that is gone is damage unless a later event of its chain records the
/// removal; one that came back after that is damage too. Only reads.
Verification verify_chains(Connection& connection);

/// What a verifier tells.
class Findings {
public:
    explicit Findings(Verification& verification) : verification_{verification} {}
    void add(Damage damage) { verification_.damages.push_back(std::move(damage)); }
    void count_row() { ++verification_.rows; }

private:
    Verification& verification_;
};

/// A subject's check of what it keeps beside its events. It may change the connection it is given.
using Verifier = std::function<void(Connection& copy, Findings& findings)>;

/// Chains, the form of the tables, and what each verifier finds. `copy` is a copy of the caller's own: what
/// is derived is made anew in it. A chain that is damaged keeps the verifiers from being asked.
Verification verify(Connection& copy, const std::vector<Verifier>& verifiers);

/// The rows of a table, for a verifier.
struct Table {
    std::string name;
    std::vector<std::string> key;    ///< columns that name a row
    std::vector<std::string> values; ///< the others that count
};
/// By key; both as "column=value" lines.
using Rows = std::map<std::string, std::string>;
Rows rows_of(Connection& connection, const Table& table);

/// One damage for each row that is different, missing or too many.
void compare(const std::string& table, const Rows& found, const Rows& expected, Findings& findings);

/// Reads the tables, lets `rebuild` make them anew from the events, reads them again and compares.
void compare_rebuilt(Connection& copy, const std::vector<Table>& tables, const std::function<void()>& rebuild,
                     Findings& findings);

} // namespace guidepost::store
