// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/password.h"
#include "core/people/register.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <map>
#include <set>

namespace guidepost::people {
namespace {

using Json = nlohmann::json;
using store::Row;
using store::Rows;
using store::Table;

const std::vector<Table>& derived_tables()
{
    static const std::vector<Table> tables{
        {"staff", {"login"}, {"is_active", "body"}},
        {"contact", {"region", "pdu", "whom"}, {"body"}},
        {"competence", {"login", "training", "step"}, {"body"}},
    };
    return tables;
}

/// What proves somebody is no event, for a proof must be able to go; the event of it holds a hash of the
/// hash. Events of older versions hold none: such a row is vouched for by nobody, and one without any event
/// is damage.
void check_proofs(store::Connection& copy, store::Findings& findings)
{
    struct Vouched {
        bool is_told = false;
        std::string proof = {};
    };
    std::map<std::string, Vouched> passwords, invitations, sessions;
    copy.query("select e.kind, p.body from event e join event_payload p on p.event = e.id "
               "where e.chain = $1 and e.kind in ('password-set', 'recovered', 'invited', 'signed-in') "
               "and p.body is not null order by e.seq",
               {std::string{people_chain}}, [&](const Row& row) {
                   const auto payload = Json::parse(row.text(1), nullptr, false);
                   if (!payload.is_object())
                       return;
                   auto& of = row.text(0) == "invited"     ? invitations
                              : row.text(0) == "signed-in" ? sessions
                                                           : passwords;
                   of[payload.value("login", std::string{})] = {true, payload.value("proof", std::string{})};
               });
    const auto look = [&](const char* table, const char* columns,
                          const std::map<std::string, Vouched>& told) {
        std::set<std::string> seen;
        const auto name = std::string{"table/"} + table;
        copy.query(fmt::format("select login, {} from {}", columns, table), {}, [&](const Row& row) {
            findings.count_row();
            seen.insert(row.string(0));
            const auto found = told.find(row.string(0));
            if (found == told.end())
                findings.add({name, 0, row.string(0), "no event tells of this row"});
            else if (!found->second.proof.empty() &&
                     found->second.proof != proof_of(row.text(1), row.integer(2)))
                findings.add({name, 0, row.string(0), "this row is not what its event vouches for"});
        });
        return seen;
    };
    const auto with_password = look("sign_in_password", "hash, 0", passwords);
    for (const auto& [login, vouched] :
         passwords) // a way in goes only with another; invitations and sessions end
        if (!with_password.contains(login))
            findings.add({"table/sign_in_password", 0, login, "this row is gone: the events tell of it"});
    look("sign_in_invitation", "hash, expires", invitations);
    look("sign_in_session", "token_hash, expires", sessions);
}

} // namespace

void verify(store::Connection& copy, store::Findings& findings)
{
    check_proofs(copy, findings);
    store::compare_rebuilt(
        copy, derived_tables(),
        [&] {
            store::Transaction transaction{copy};
            rebuild(copy);
            transaction.commit();
        },
        findings);
}

} // namespace guidepost::people
