// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/register.h"

#include "core/people/competence_register.h"
#include "core/people/drama_numbers.h"
#include "core/people/roll.h"
#include "core/people/staff_checks.h"
#include "core/people/staff_json.h"
#include "core/text/error.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::people {
namespace {

using Json = nlohmann::json;
using store::Connection;
using store::Row;

Json parse(std::string_view body)
{
    return Json::parse(body, nullptr, false); // a broken one is "discarded", which no reader takes
}

template <class Record>
void must_stand(const Record& record, std::string_view what)
{
    if (const auto faults = faults_of(record); !faults.empty())
        throw Error{Errc::format, fmt::format("{} cannot be kept: {}.", what, sentence_of(faults))};
}

void write_staff(Connection& connection, const Staff& staff)
{
    connection.execute(
        "insert into staff(login, is_active, body) values ($1, $2, $3) "
        "on conflict (login) do update set is_active = excluded.is_active, body = excluded.body",
        {staff.login.value(), std::int64_t{staff.is_active}, to_json(staff).dump()});
}

void write_contact(Connection& connection, const Contact& contact)
{
    connection.execute("insert into contact(region, pdu, whom, body) values ($1, $2, $3, $4) "
                       "on conflict (region, pdu, whom) do update set body = excluded.body",
                       {contact.region, contact.pdu, contact.whom, to_json(contact).dump()});
}

void erase_contact(Connection& connection, const std::string& region, const std::string& pdu,
                   const std::string& whom)
{
    connection.execute("delete from contact where region = $1 and pdu = $2 and whom = $3",
                       {region, pdu, whom});
}

} // namespace

std::optional<Staff> Register::find(const Login& login)
{
    const auto& staff = roll_of(connection_).staff;
    const auto found = staff.find(login);
    return found == staff.end() ? std::nullopt : std::optional{found->second};
}

std::vector<Staff> Register::everybody()
{
    std::vector<Staff> all;
    for (const auto& [login, staff] : roll_of(connection_).staff)
        all.push_back(staff);
    return all;
}

std::vector<Staff> Register::list()
{
    auto all = everybody();
    std::erase_if(all, [](const Staff& staff) { return !staff.is_active; });
    return all;
}

bool Register::is_empty()
{
    return roll_of(connection_).staff.empty();
}

std::vector<Contact> Register::contacts()
{
    std::vector<Contact> all;
    connection_.query("select body from contact order by region, pdu, whom", {},
                      [&](const Row& row) { all.push_back(contact_from_json(parse(row.text(0)))); });
    return all;
}

std::vector<Contact> Register::contacts_for(std::string_view region, std::string_view pdu)
{
    std::vector<Contact> found;
    connection_.query("select body from contact where region = $1 and pdu in ($2, '') "
                      "order by pdu desc, whom",
                      {std::string{region}, std::string{pdu}},
                      [&](const Row& row) { found.push_back(contact_from_json(parse(row.text(0)))); });
    return found;
}

bool is_practice(Connection& connection)
{
    return store::one_text(connection, "select kind from event where chain = $1 and seq = 1",
                           {std::string{people_chain}}) == "practice-desk";
}

RegisterWriter::RegisterWriter(Connection& connection, Login who, Clock clock)
    : connection_{connection},
      register_{connection},
      who_{std::move(who)},
      clock_{std::move(clock)},
      chain_{connection, std::string{people_chain}}
{}

void RegisterWriter::append(const std::string& kind, const std::string& payload)
{
    chain_.append(who_.value(), kind, payload, clock_());
    has_written_ = true;
}

void RegisterWriter::finish()
{
    if (has_written_) // a head without events would be a damaged chain
        chain_.write_head();
}

Staff RegisterWriter::known(const Login& login)
{
    auto staff = register_.find(login);
    if (!staff)
        throw Error{Errc::not_found, "There is nobody of that login in the register."};
    return *staff;
}

void RegisterWriter::mark_practice()
{
    if (store::one_integer(connection_, "select 1 from event where chain = $1 limit 1",
                           {std::string{people_chain}}))
        throw Error{Errc::refused, "This store already holds people, so it cannot become a practice desk. "
                                   "Name a new folder."};
    append("practice-desk", "{}");
}

bool RegisterWriter::put_staff(const Staff& staff)
{
    must_stand(staff, "This person");
    if (register_.find(staff.login) == staff)
        return false;
    append("staff-put", Json{{"staff", to_json(staff)}}.dump());
    write_staff(connection_, staff);
    return true;
}

void RegisterWriter::put_skill(const Login& login, const Skill& skill)
{
    must_stand(skill, "This skill");
    const Json payload{{"login", login.value()}, {"skill", to_json(skill)}};
    const auto before = known(login);
    const auto changed = after(before, "skill-put", payload);
    must_stand(changed, "This skill");
    if (changed == before)
        return;
    append("skill-put", payload.dump());
    write_staff(connection_, changed);
}

void RegisterWriter::remove_skill(const Login& login, const std::string& specialism)
{
    const Json payload{{"login", login.value()}, {"specialism", specialism}};
    const auto before = known(login);
    const auto changed = after(before, "skill-removed", payload);
    if (changed == before)
        throw Error{Errc::not_found, "This person does not hold that specialism."};
    append("skill-removed", payload.dump());
    write_staff(connection_, changed);
}

void RegisterWriter::put_away(const Login& login, const Away& away)
{
    const Json payload{{"login", login.value()}, {"away", to_json(away)}};
    must_stand(away, "This period away");
    if (away.cover && !register_.find(away.cover))
        throw Error{Errc::not_found, "The cover is nobody in the register."};
    const auto before = known(login);
    const auto changed = after(before, "away-put", payload);
    must_stand(changed, "This period away");
    if (changed == before)
        return;
    append("away-put", payload.dump());
    write_staff(connection_, changed);
}

void RegisterWriter::end_away(const Login& login, Date first, Date last)
{
    const Json payload{{"login", login.value()}, {"first", format_date(first)}, {"last", format_date(last)}};
    const auto before = known(login);
    const auto found = std::find_if(before.away.begin(), before.away.end(),
                                    [&](const Away& away) { return away.first == first; });
    if (found == before.away.end())
        throw Error{Errc::not_found, "There is no period away that begins on that day."};
    if (found->last == last)
        return;
    append("away-ended", payload.dump());
    write_staff(connection_, after(before, "away-ended", payload));
}

bool RegisterWriter::put_contact(const Contact& contact)
{
    must_stand(contact, "This contact");
    if (!is_practice(connection_) && has_drama_number(contact.phone))
        throw Error{Errc::format,
                    "This contact cannot be kept: its number is one for practice and drama, which nobody "
                    "answers. Enter the number that is answered."};
    const auto known = register_.contacts_for(contact.region, contact.pdu);
    if (std::find(known.begin(), known.end(), contact) != known.end())
        return false;
    append("contact-put", Json{{"contact", to_json(contact)}}.dump());
    write_contact(connection_, contact);
    return true;
}

void RegisterWriter::remove_contact(const std::string& region, const std::string& pdu,
                                    const std::string& whom)
{
    const auto known = register_.contacts_for(region, pdu);
    if (std::none_of(known.begin(), known.end(),
                     [&](const Contact& contact) { return contact.pdu == pdu && contact.whom == whom; }))
        throw Error{Errc::not_found, "There is no such contact."};
    append("contact-removed", Json{{"region", region}, {"pdu", pdu}, {"whom", whom}}.dump());
    erase_contact(connection_, region, pdu, whom);
}

void RegisterWriter::note(const std::string& kind, const Login& login, const std::string& proof)
{
    Json payload{{"login", login.value()}};
    if (!proof.empty())
        payload["proof"] = proof;
    append(kind, payload.dump());
}

void rebuild(Connection& connection)
{
    for (const char* table : {"staff", "contact", "competence"})
        connection.execute(fmt::format("delete from {}", table));
    for (const auto& [login, staff] : roll_of(connection).staff)
        write_staff(connection, staff);
    struct Said {
        std::string kind;
        std::string payload;
    };
    std::vector<Said> history;
    connection.query("select e.kind, p.body from event e join event_payload p on p.event = e.id "
                     "where e.chain = $1 and p.body is not null order by e.seq",
                     {std::string{people_chain}}, [&](const Row& row) {
                         history.push_back({row.string(0), row.string(1)});
                     });
    for (const auto& [kind, body] : history) {
        const auto payload = parse(body);
        if (kind == "contact-put")
            write_contact(connection, contact_from_json(payload.at("contact")));
        else if (kind == "contact-removed")
            erase_contact(connection, payload.at("region"), payload.at("pdu"), payload.at("whom"));
        else
            apply_competence_event(connection, kind, payload);
    }
}

} // namespace guidepost::people
