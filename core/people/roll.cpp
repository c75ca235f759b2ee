// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/roll.h"

#include "core/people/register.h"
#include "core/people/staff_json.h"
#include "core/store/event_chain.h"
#include "core/text/error.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace guidepost::people {
namespace {

using Json = nlohmann::json;

[[noreturn]] void was_changed()
{
    throw Error{
        Errc::storage,
        "The record of who works here was changed by something other than Guidepost, so nobody's rights "
        "can be told from it. guidepostctl store verify says where; a backup brings it back."};
}

void put(std::vector<Skill>& skills, const Skill& skill)
{
    const auto same = std::find_if(skills.begin(), skills.end(),
                                   [&](const Skill& known) { return known.specialism == skill.specialism; });
    if (same == skills.end())
        skills.push_back(skill);
    else
        *same = skill;
}

/// A period that begins on the same day is the same period.
void put(std::vector<Away>& periods, const Away& away)
{
    std::erase_if(periods, [&](const Away& known) { return known.first == away.first; });
    periods.push_back(away);
    std::sort(periods.begin(), periods.end(),
              [](const Away& one, const Away& other) { return one.first < other.first; });
}

void fold(Roll& roll, std::string_view kind, const Json& payload)
{
    if (kind == "staff-put") {
        auto staff = staff_from_json(payload.at("staff"));
        const auto login = staff.login;
        roll.staff.insert_or_assign(login, std::move(staff));
    } else if (kind.starts_with("skill-") || kind.starts_with("away-")) {
        // Somebody whose record was redacted leaves events about nobody.
        const auto of = roll.staff.find(Login{payload.at("login").get<std::string>()});
        if (of != roll.staff.end())
            of->second = after(std::move(of->second), kind, payload);
    }
}

/// One event: in its place, as it was hashed, and then folded.
void take(Roll& roll, const store::Row& row)
{
    const auto seq = row.integer(1);
    const bool has_payload = !row.is_null(7);
    if (seq != roll.seq + 1 ||
        row.text(8) != store::event_hash(row.text(0), people_chain, seq, row.integer(2), row.text(3),
                                         row.text(4), row.text(5), roll.hash) ||
        (has_payload && store::payload_hash(row.text(7), row.text(6)) != row.text(5)))
        was_changed();
    try {
        if (has_payload)
            fold(roll, row.text(4), Json::parse(row.text(7)));
    } catch (const Json::exception&) {
        was_changed();
    }
    roll.seq = seq;
    roll.hash = row.string(8);
}

} // namespace

Staff after(Staff staff, std::string_view kind, const Json& payload)
{
    if (kind == "skill-put") {
        put(staff.skills, skill_from_json(payload.at("skill")));
    } else if (kind == "skill-removed") {
        std::erase_if(staff.skills, [&](const Skill& skill) {
            return skill.specialism == payload.at("specialism").get<std::string>();
        });
    } else if (kind == "away-put") {
        put(staff.away, away_from_json(payload.at("away")));
    } else if (kind == "away-ended") {
        const auto first = date_from_json(payload.at("first")), last = date_from_json(payload.at("last"));
        for (auto& away : staff.away)
            if (away.first == first)
                away.last = last;
        std::erase_if(staff.away, [](const Away& away) { return away.last < away.first; });
    }
    return staff;
}

const Roll& roll_of(store::Connection& connection)
{
    const std::string chain{people_chain};
    auto& roll = connection.kept<Roll>();
    // Another transaction may have been undone, or another store put in this one's place.
    if (roll.seq > 0 && store::one_text(connection, "select hash from event where chain = $1 and seq = $2",
                                        {chain, roll.seq}) != roll.hash)
        roll = {};
    connection.query("select e.id, e.seq, e.at, e.who, e.kind, e.payload_hash, p.salt, p.body, e.hash "
                     "from event e left join event_payload p on p.event = e.id "
                     "where e.chain = $1 and e.seq > $2 order by e.seq",
                     {chain, roll.seq}, [&](const store::Row& row) { take(roll, row); });
    return roll;
}

} // namespace guidepost::people
