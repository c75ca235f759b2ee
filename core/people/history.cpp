// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/history.h"

#include "core/people/commands.h"
#include "core/people/register.h"
#include "core/people/rights.h"
#include "core/text/error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace guidepost::people {
namespace {

using Json = nlohmann::json;

struct Kind {
    std::string_view word;
    std::string_view says;
    const char* detail; ///< the key of the payload that says which; "" for none
};

constexpr std::array kinds{
    Kind{"staff-put", "record entered or changed", ""},
    Kind{"skill-put", "skill entered", "specialism"},
    Kind{"skill-removed", "skill removed", "specialism"},
    Kind{"away-put", "time away entered", "first"},
    Kind{"away-ended", "time away ended", "last"},
    Kind{"competence-put", "training entered", "training"},
    Kind{"competence-removed", "training removed", "training"},
    Kind{"invited", "invited to set a password", ""},
    Kind{"password-set", "password set", ""},
    Kind{"recovered", "password set anew by the account that owns the store, without the one before", ""},
};

/// Whom an event is about, wherever its kind keeps that.
std::string login_in(const Json& payload)
{
    for (const char* part : {"staff", "competence", "skill"})
        if (const auto at = payload.find(part); at != payload.end() && at->is_object())
            for (const char* key : {"login", "of"})
                if (at->contains(key))
                    return at->value(key, std::string{});
    return payload.contains("login") ? payload.value("login", std::string{})
                                     : payload.value("of", std::string{});
}

std::string text_of(const Json& payload, const char* key)
{
    const auto found = payload.find(key);
    if (found != payload.end() && found->is_string())
        return found->get<std::string>();
    for (const auto& [name, part] : payload.items())
        if (part.is_object() && part.contains(key) && part.at(key).is_string())
            return part.at(key).get<std::string>();
    return {};
}

} // namespace

std::vector<StaffAct> history_of(store::Connection& connection, const Staff& of, const Staff& by)
{
    const auto relation = relation_to(by, of);
    if (relation != Relation::self && !may(by.roles, Action::edit_staff, relation))
        throw Error{Errc::refused,
                    "What was done to a record is read by that person, a lead of their region and "
                    "administrators."};
    std::vector<StaffAct> acts;
    connection.query("select e.at, e.who, e.kind, p.body from event e join event_payload p on p.event = e.id "
                     "where e.chain = $1 and p.body is not null order by e.seq",
                     {std::string{people_chain}}, [&](const store::Row& row) {
                         const auto kind = row.string(2);
                         const auto known = std::find_if(kinds.begin(), kinds.end(),
                                                         [&](const Kind& one) { return one.word == kind; });
                         if (known == kinds.end())
                             return;
                         const auto payload = Json::parse(row.text(3), nullptr, false);
                         if (!payload.is_object() || login_in(payload) != of.login.value())
                             return;
                         StaffAct act{row.integer(0), row.string(1), kind, std::string{known->says}};
                         if (const auto detail = text_of(payload, known->detail); !detail.empty())
                             act.what += ": " + detail;
                         acts.push_back(std::move(act));
                     });
    return acts;
}

} // namespace guidepost::people
