// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/store/verify.h"

#include "core/store/event_chain.h"
#include "core/store/migrations.h"
#include "core/store/sqlite_connection.h"
#include "core/text/digest.h"
#include "core/text/text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace guidepost::store {
namespace {

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

/// Tables, indexes and triggers, by name. Those of the engine itself are left out.
Rows form_of(Connection& connection)
{
    Rows form;
    connection.query(
        "select type || ' ' || name, sql from sqlite_master where name not like 'sqlite!_%' escape '!'", {},
        [&](const Row& row) { form[row.string(0)] = row.string(1); });
    return form;
}

/// A trigger that is gone lets somebody change what nobody may.
void check_form(Connection& copy, Findings& findings)
{
    const auto fresh = copy_to_memory({});
    migrate(*fresh);
    const auto found = form_of(copy), expected = form_of(*fresh);
    for (const auto& [name, sql] : expected) {
        const auto at = found.find(name);
        if (at == found.end())
            findings.add({"schema", 0, name, fmt::format("the {} is gone", name)});
        else if (at->second != sql)
            findings.add({"schema", 0, name, fmt::format("the {} was changed", name)});
    }
    for (const auto& [name, sql] : found)
        if (!expected.contains(name))
            findings.add({"schema", 0, name, fmt::format("the {} is none of this program's", name)});
    const Table steps{"migration", {"version"}, {"adds"}};
    compare(steps.name, rows_of(copy, steps), rows_of(*fresh, steps), findings);
}

std::string lines_of(const Row& row, const std::vector<std::string>& columns, int from)
{
    std::string lines;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const int at = from + static_cast<int>(i);
        lines += columns[i] + "=" + (row.is_null(at) ? "null" : row.string(at)) + "\n";
    }
    return lines;
}

} // namespace

Verification verify_chains(Connection& connection)
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
        "select e.id, e.chain, e.seq, e.at, e.who, e.kind, e.payload_hash, e.previous_hash, e.hash, p.body, "
        "p.salt "
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
            else if (row.is_null(9) && !row.is_null(10))
                damage(chain, seq, row.string(0),
                       "this event's text was removed, but not the salt that keeps it from being guessed");
            else if (row.is_null(9))
                ++result.redactions;
            else if (is_removed)
                damage(chain, seq, row.string(0), "this event's text is back after its recorded removal");
            else if (payload_hash(row.text(9), row.text(10)) != row.text(6))
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
    if (result.damages.empty()) // of an event that was taken out the text is left, and is no other damage
        connection.query(
            "select event from event_payload where event not in (select id from event) order by event", {},
            [&](const Row& row) {
                damage("event_payload", 0, row.string(0), "this text belongs to no event");
            });
    return result;
}

Verification verify(Connection& copy, const std::vector<Verifier>& verifiers)
{
    migrate(copy); // of an older version
    auto result = verify_chains(copy);
    Findings findings{result};
    check_form(copy, findings);
    const bool can_be_read =
        result.damages.empty() || std::all_of(result.damages.begin(), result.damages.end(),
                                              [](const Damage& damage) { return damage.chain == "schema"; });
    if (can_be_read)
        for (const auto& verifier : verifiers)
            verifier(copy, findings);
    return result;
}

Rows rows_of(Connection& connection, const Table& table)
{
    auto columns = table.key;
    columns.insert(columns.end(), table.values.begin(), table.values.end());
    Rows rows;
    connection.query(fmt::format("select {} from {}", join(columns, ", "), table.name), {},
                     [&](const Row& row) {
                         rows[lines_of(row, table.key, 0)] =
                             lines_of(row, table.values, static_cast<int>(table.key.size()));
                     });
    return rows;
}

void compare(const std::string& table, const Rows& found, const Rows& expected, Findings& findings)
{
    const auto add = [&](const std::string& key, const char* what) {
        auto name = key;
        std::replace(name.begin(), name.end(), '\n', ' ');
        findings.add({"table/" + table, 0, std::string{trimmed(name)}, what});
    };
    for (const auto& [key, values] : expected) {
        findings.count_row();
        const auto at = found.find(key);
        if (at == found.end())
            add(key, "this row is gone: the events tell of it");
        else if (at->second != values)
            add(key, "this row is not what the events say");
    }
    for (const auto& [key, values] : found)
        if (!expected.contains(key))
            add(key, "no event tells of this row");
}

void compare_rebuilt(Connection& copy, const std::vector<Table>& tables, const std::function<void()>& rebuild,
                     Findings& findings)
{
    std::vector<Rows> before;
    for (const auto& table : tables)
        before.push_back(rows_of(copy, table));
    rebuild();
    for (std::size_t i = 0; i < tables.size(); ++i)
        compare(tables[i].name, before[i], rows_of(copy, tables[i]), findings);
}

} // namespace guidepost::store
