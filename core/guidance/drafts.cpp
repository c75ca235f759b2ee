// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/drafts.h"

#include "core/store/event_chain.h"
#include "core/text/digest.h"

#include <nlohmann/json.hpp>

namespace guidepost::guidance {
namespace {

Draft read_draft(const store::Row& row)
{
    return {row.string(0), row.string(1),  row.string(2), row.string(3),
            row.string(4), row.integer(5), row.string(6)};
}

} // namespace

void put_draft(store::Connection& connection, const Draft& draft)
{
    const nlohmann::json payload{{"draft", draft.id},
                                 {"owner", draft.owner},
                                 {"title", draft.title},
                                 {"source_hash", sha256(draft.text)},
                                 {"provenance", draft.provenance}};
    const auto event =
        store::append(connection, {"guidance", draft.who, "draft.made", payload.dump()}, draft.at);
    connection.execute("insert into draft(id, owner, title, body, who, at, provenance, event) "
                       "values ($1, $2, $3, $4, $5, $6, $7, $8)",
                       {draft.id, draft.owner, draft.title, draft.text, draft.who, draft.at, draft.provenance,
                        event.value()});
}

std::vector<Draft> list_drafts(store::Connection& connection)
{
    std::vector<Draft> drafts;
    connection.query("select id, owner, title, '', who, at, provenance from draft order by at desc, id", {},
                     [&](const store::Row& row) { drafts.push_back(read_draft(row)); });
    return drafts;
}

std::optional<Draft> find_draft(store::Connection& connection, const std::string& id)
{
    std::optional<Draft> draft;
    connection.query("select id, owner, title, body, who, at, provenance from draft where id = $1", {id},
                     [&](const store::Row& row) { draft = read_draft(row); });
    return draft;
}

} // namespace guidepost::guidance
