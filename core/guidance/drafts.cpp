// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/drafts.h"

#include "core/store/event_chain.h"
#include "core/text/digest.h"
#include "core/text/error.h"
#include "core/text/text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace guidepost::guidance {
namespace {

std::vector<Login> logins_in(std::string_view lines)
{
    std::vector<Login> logins;
    for (auto& login : split(lines, '\n'))
        logins.emplace_back(std::move(login));
    return logins;
}

std::string lines_of(const std::vector<Login>& logins)
{
    std::vector<std::string> lines;
    for (const auto& login : logins)
        lines.push_back(login.value());
    return join(lines, "\n");
}

bool may_see(const Draft& draft, const Login& reader)
{
    return draft.restricted_to.empty() || std::find(draft.restricted_to.begin(), draft.restricted_to.end(),
                                                    reader) != draft.restricted_to.end();
}

Draft read_draft(const store::Row& row)
{
    return {row.string(0), row.string(1),  row.string(2), row.string(3),
            row.string(4), row.integer(5), row.string(6), logins_in(row.text(7))};
}

Draft known(store::Connection& connection, const std::string& id, const Login& by)
{
    auto draft = find_draft(connection, id, by);
    if (!draft)
        throw Error{Errc::not_found, fmt::format("There is no draft {}.", shortened(id, 80))};
    return *draft;
}

} // namespace

void put_draft(store::Connection& connection, const Draft& draft)
{
    nlohmann::json payload{{"draft", draft.id},
                           {"owner", draft.owner},
                           {"title", draft.title},
                           {"source_hash", sha256(draft.text)},
                           {"provenance", draft.provenance}};
    for (const auto& login : draft.restricted_to)
        payload["restricted_to"].push_back(login.value());
    const auto event =
        store::append(connection, {"guidance", draft.who, "draft.made", payload.dump()}, draft.at);
    connection.execute("insert into draft(id, owner, title, body, who, at, provenance, event, restricted_to) "
                       "values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                       {draft.id, draft.owner, draft.title, draft.text, draft.who, draft.at, draft.provenance,
                        event.value(), lines_of(draft.restricted_to)});
}

std::vector<Draft> list_drafts(store::Connection& connection, const Login& reader)
{
    std::vector<Draft> drafts;
    connection.query("select id, owner, title, '', who, at, provenance, restricted_to from draft "
                     "order by at desc, id",
                     {}, [&](const store::Row& row) {
                         if (auto draft = read_draft(row); may_see(draft, reader))
                             drafts.push_back(std::move(draft));
                     });
    return drafts;
}

std::optional<Draft> find_draft(store::Connection& connection, const std::string& id, const Login& reader)
{
    std::optional<Draft> draft;
    connection.query(
        "select id, owner, title, body, who, at, provenance, restricted_to from draft where id = $1", {id},
        [&](const store::Row& row) {
            if (auto found = read_draft(row); may_see(found, reader))
                draft = std::move(found);
        });
    return draft;
}

void free_draft(store::Connection& connection, const std::string& id, const Login& by, const Clock& clock)
{
    store::Transaction transaction{connection};
    if (known(connection, id, by).restricted_to.empty())
        throw Error{Errc::conflict, "This draft is not restricted."};
    store::append(connection, {"guidance", by.value(), "draft.freed", nlohmann::json{{"draft", id}}.dump()},
                  clock());
    connection.execute("update draft set restricted_to = '' where id = $1", {id});
    transaction.commit();
}

void remove_draft(store::Connection& connection, const std::string& id, const Login& by, const Clock& clock)
{
    {
        store::Transaction transaction{connection};
        known(connection, id, by);
        std::string made;
        connection.query("select event from draft where id = $1", {id},
                         [&](const store::Row& row) { made = row.string(0); });
        // The event that made it holds the title: that goes as well, as the chain records.
        store::empty_payload(connection, EventId{made});
        store::append(connection,
                      {"guidance", by.value(), store::redacted_kind,
                       nlohmann::json{{"events", {made}}, {"draft", id}}.dump()},
                      clock());
        connection.execute("delete from draft where id = $1", {id});
        transaction.commit();
    }
    store::erase_traces(connection);
}

} // namespace guidepost::guidance
