// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/answer_times.h"
#include "core/consultation/rules.h"
#include "core/people/register.h"
#include "core/people/rights.h"
#include "core/people/staff_json.h"
#include "core/people/who_to_ask.h"
#include "core/values/error.h"
#include "core/values/region.h"
#include "core/values/text.h"
#include "ui/terminal/nouns.h"
#include "ui/terminal/open_desk.h"
#include "ui/terminal/signed_in.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace guidepost::terminal {
namespace {

using Json = nlohmann::ordered_json;
using people::Staff;

/// Who acts, once it is sure that they may read the register. On a practice desk it may be nobody: one
/// looks there first for somebody to act as.
Staff reader(Session& session, desk::Desk& desk)
{
    if (session.as.empty() && people::is_practice(desk.connection()))
        return {};
    auto person = signed_in(session, desk);
    if (!people::may(person.roles, people::Action::read_staff, people::Relation::none))
        throw Error{Errc::refused, "The register is read by those who work here: your record has no role."};
    return person;
}

std::string region_name(const std::string& said)
{
    if (said.empty())
        return {};
    const auto region = find_region(said);
    if (!region)
        throw Error{Errc::usage, fmt::format("{} is none of the twelve regions. Say a name such as \"North "
                                             "West\" or a code such as N51.",
                                             shortened(said, 80))};
    return std::string{region->name};
}

std::string roles_of(const Staff& person)
{
    std::vector<std::string> words;
    for (const auto role : person.roles)
        words.emplace_back(people::word_of(role));
    return join(words, ", ");
}

std::string today_of(const Staff& person, const std::vector<Staff>& everybody, Date today)
{
    if (!person.is_active)
        return "has left";
    const auto* away = people::away_on(person, today);
    if (!away)
        return {};
    const auto cover = people::cover_on(everybody, person.login, today);
    return fmt::format("away until {}, {}", format_date_long(away->last),
                       cover ? "cover: " + cover.value() : "and nobody covers");
}

struct List {
    std::string region = {};
    std::string role = {};
    std::string specialism = {};
    bool wants_left = false;
};

Exit list_staff(const List& wanted, Session& session)
{
    const auto desk = open_desk(session);
    reader(session, *desk);
    const auto region = region_name(wanted.region);
    const auto role = people::parse_role(wanted.role);
    const auto today = date_of(system_now());
    const auto everybody = people::Register{desk->connection()}.everybody();
    auto listed = Json::array();
    for (const auto& person : everybody) {
        if ((!person.is_active && !wanted.wants_left) || (!region.empty() && person.region != region) ||
            (role && !has_role(person, *role)) ||
            (!wanted.specialism.empty() && !people::level_on(person, wanted.specialism, today)))
            continue;
        const auto state = today_of(person, everybody, today);
        if (session.json)
            listed.push_back(Json(people::to_json(person)));
        else
            session.out.add(fmt::format("{}  {}  {}  {}{}\n", clean(person.login.value()),
                                        clean(person.display_name), roles_of(person), clean(person.region),
                                        state.empty() ? "" : "  (" + clean(state) + ")"));
    }
    if (session.json)
        session.out.add_json({{"version", 1}, {"staff", std::move(listed)}});
    else if (everybody.empty())
        session.out.message("The register is empty. Bring people in with: guidepostctl staff import FILE");
    return Exit::ok;
}

std::string skill_line(const people::Skill& skill, Date today)
{
    auto line = fmt::format("  {}: {}", clean(skill.specialism), people::word_of(skill.level));
    if (skill.expires)
        line += fmt::format(", {} {}", today <= *skill.expires ? "until" : "RAN OUT on",
                            format_date_long(*skill.expires));
    return line + (skill.evidence.empty() ? "" : " (" + clean(skill.evidence) + ")") + "\n";
}

Exit show_staff(const std::string& login, Session& session)
{
    const auto desk = open_desk(session);
    const auto self = reader(session, *desk);
    people::Register read{desk->connection()};
    if (login.empty() && !self.login)
        throw Error{Errc::usage, "Say who: staff show LOGIN, or --as LOGIN for yourself."};
    const auto found = login.empty() ? std::optional{self} : read.find(Login{login});
    if (!found)
        throw Error{Errc::not_found,
                    fmt::format("There is nobody called {} in the register.", shortened(login, 80))};
    const auto& person = *found;
    if (session.json) {
        session.out.add_json({{"version", 1}, {"person", people::to_json(person)}});
        return Exit::ok;
    }
    const auto today = date_of(system_now());
    auto& out = session.out;
    out.add(out.bold(clean(person.display_name)) + fmt::format(" ({})\n", clean(person.login.value())));
    out.add(fmt::format("{}{}\n", roles_of(person),
                        person.band > 0 ? fmt::format(", band {}", person.band) : ""));
    if (!person.qualifications.empty())
        out.add(fmt::format("Qualifications: {}\n", clean(join(person.qualifications, ", "))));
    if (!person.region.empty())
        out.add(
            fmt::format("{}{}\n", clean(person.region), person.pdu.empty() ? "" : ", " + clean(person.pdu)));
    out.add(fmt::format("At work: {}\n", people::format_pattern(person.pattern)));
    if (person.weekly_minutes > 0)
        out.add(fmt::format("{} minutes a week for advice\n", person.weekly_minutes));
    for (const auto& skill : person.skills)
        out.add(skill_line(skill, today));
    for (const auto& away : person.away)
        if (away.last >= today)
            out.add(fmt::format("Away from {} to {}{}\n", format_date_long(away.first),
                                format_date_long(away.last),
                                away.cover ? ", cover: " + clean(away.cover.value()) : ", no cover named"));
    if (const auto state = today_of(person, read.everybody(), today); !state.empty())
        out.add(fmt::format("Today: {}\n", clean(state)));
    return Exit::ok;
}

struct Ask {
    std::string specialism = {};
    std::string region = {};
};

std::string hours(int working_minutes)
{
    const auto half_hours = std::max(1, (working_minutes + 15) / 30);
    return half_hours % 2 == 0 ? fmt::format("{}", half_hours / 2) : fmt::format("{}.5", half_hours / 2);
}

std::string adviser_line(const people::Adviser& adviser)
{
    auto line =
        fmt::format("{}  {}  {}  {}", clean(adviser.person.login.value()), clean(adviser.person.display_name),
                    clean(adviser.person.region), people::word_of(adviser.level));
    if (adviser.away)
        return line +
               fmt::format("  away until {}, {}\n", format_date_long(adviser.away->last),
                           adviser.cover ? "cover: " + clean(adviser.cover.value()) : "and nobody covers");
    line += adviser.person.weekly_minutes == 0
                ? "  no time agreed for advice"
                : fmt::format("  {} minutes free this week", adviser.free_minutes);
    if (adviser.typical_answer_minutes)
        line += fmt::format("  answers in about {} working hours", hours(*adviser.typical_answer_minutes));
    return line + "\n";
}

Json adviser_json(const people::Adviser& adviser)
{
    return {{"login", adviser.person.login.value()},
            {"name", adviser.person.display_name},
            {"region", adviser.person.region},
            {"is_in_region", adviser.is_in_region},
            {"level", people::word_of(adviser.level)},
            {"expires", adviser.expires ? Json(format_date(*adviser.expires)) : Json(nullptr)},
            {"free_minutes", adviser.free_minutes},
            {"typical_answer_minutes",
             adviser.typical_answer_minutes ? Json(*adviser.typical_answer_minutes) : Json(nullptr)},
            {"away_until", adviser.away ? Json(format_date(adviser.away->last)) : Json(nullptr)},
            {"cover", adviser.cover.value()}};
}

Exit who_to_ask(const Ask& ask, Session& session)
{
    const auto desk = open_desk(session);
    reader(session, *desk);
    const auto region = region_name(ask.region);
    const auto today = date_of(system_now());
    const auto everybody = people::Register{desk->connection()}.everybody();
    std::vector<Login> holders;
    for (const auto& adviser : people::who_to_ask(everybody, ask.specialism, region, today, {}))
        holders.push_back(adviser.person.login);
    const auto rules = consultation::read_rules(desk->places().content);
    const auto weeks = consultation::weeks_of(desk->connection(), rules.time, holders, system_now());
    const auto advisers = people::who_to_ask(everybody, ask.specialism, region, today, weeks);
    if (session.json) {
        auto listed = Json::array();
        for (const auto& adviser : advisers)
            listed.push_back(adviser_json(adviser));
        session.out.add_json({{"version", 1},
                              {"specialism", ask.specialism},
                              {"region", region},
                              {"advisers", std::move(listed)}});
        return Exit::ok;
    }
    if (advisers.empty()) {
        session.out.message(fmt::format("Nobody holds {} today. Held are: {}.",
                                        clean(shortened(ask.specialism, 80)),
                                        clean(join(people::specialisms(everybody, today), ", "))));
        return Exit::ok;
    }
    if (!advisers.front().is_in_region)
        session.out.message(
            fmt::format("Nobody in {} holds {} today. In other regions:", region, clean(ask.specialism)));
    bool said_others = !advisers.front().is_in_region;
    for (const auto& adviser : advisers) {
        if (!adviser.is_in_region && !said_others)
            session.out.add("In other regions:\n");
        said_others = said_others || !adviser.is_in_region;
        session.out.add(adviser_line(adviser));
    }
    return Exit::ok;
}

struct Contacts {
    std::string region = {};
    std::string pdu = {};
};

Exit show_contacts(const Contacts& wanted, Session& session)
{
    const auto desk = open_desk(session);
    const auto self = reader(session, *desk);
    const auto is_own = wanted.region.empty() && wanted.pdu.empty();
    const auto region =
        is_own ? self.region : region_name(wanted.region.empty() ? self.region : wanted.region);
    const auto pdu = is_own ? self.pdu : wanted.pdu;
    people::Register read{desk->connection()};
    const auto contacts = region.empty() ? read.contacts() : read.contacts_for(region, pdu);
    const auto has_own = std::any_of(contacts.begin(), contacts.end(),
                                     [&](const auto& contact) { return contact.pdu == pdu; });
    if (session.json) {
        auto listed = Json::array();
        for (const auto& contact : contacts)
            listed.push_back(Json(people::to_json(contact)));
        session.out.add_json(
            {{"version", 1}, {"region", region}, {"pdu", pdu}, {"contacts", std::move(listed)}});
        return Exit::ok;
    }
    session.out.add("Where life is in danger: 999 first.\n");
    for (const auto& contact : contacts)
        session.out.add(fmt::format("{}{}: {}  {}{}{}\n", clean(contact.region),
                                    contact.pdu.empty() ? "" : ", " + clean(contact.pdu), clean(contact.whom),
                                    session.out.bold(clean(contact.phone)),
                                    contact.when.empty() ? "" : "  " + clean(contact.when),
                                    contact.note.empty() ? "" : "  (" + clean(contact.note) + ")"));
    if (contacts.empty())
        session.out.add(fmt::format("No contact is entered for {}. Leads enter them: guidepostctl staff "
                                    "contact-put --help\n",
                                    region.empty() ? "any region" : clean(region)));
    else if (!pdu.empty() && !has_own)
        session.out.add(fmt::format("No contact is entered for {} itself.\n", clean(shortened(pdu, 80))));
    return Exit::ok;
}

} // namespace

void add_staff(CLI::App& app, Action& action)
{
    auto* noun = app.add_subcommand("staff", "Who works here, whom to ask, whom to call");
    noun->require_subcommand(1)->fallthrough();

    auto list = std::make_shared<List>();
    auto* list_verb = noun->add_subcommand("list", "Everybody: login, name, roles, region")->fallthrough();
    list_verb->add_option("--region", list->region, "only of this region, by name or code")
        ->type_name("REGION");
    list_verb->add_option("--role", list->role, "only these")
        ->check(CLI::IsMember({"officer", "specialist", "trainer", "lead", "administrator"}))
        ->type_name("ROLE");
    list_verb->add_option("--specialism", list->specialism, "only who holds it today")->type_name("SLUG");
    list_verb->add_flag("--left", list->wants_left, "also those who have left");
    explain(*list_verb, "Example:\n  guidepostctl staff list --region N51 --role specialist");
    list_verb->callback([list, &action] {
        action = [list](Session& session) {
            return list_staff(*list, session);
        };
    });

    auto login = std::make_shared<std::string>();
    auto* show = noun->add_subcommand("show", "One person; yourself when nobody is named")->fallthrough();
    show->add_option("login", *login, "as staff list says it")->type_name("LOGIN");
    explain(*show, "Example:\n  guidepostctl staff show specialist-14");
    show->callback([login, &action] {
        action = [login](Session& session) {
            return show_staff(*login, session);
        };
    });

    auto ask = std::make_shared<Ask>();
    auto* ask_verb = noun->add_subcommand("who-to-ask", "Who knows a field and has time")->fallthrough();
    ask_verb->add_option("specialism", ask->specialism, "as guidance names its owner: sexual-offending")
        ->required()
        ->type_name("SPECIALISM");
    ask_verb->add_option("--region", ask->region, "its people first")->type_name("REGION");
    explain(*ask_verb, "Who is free, who is away and who covers. A question that is sent finds its way by\n"
                       "stricter rules: guidepostctl route explain.\n"
                       "Example:\n  guidepostctl staff who-to-ask sexual-offending --region N51");
    ask_verb->callback([ask, &action] {
        action = [ask](Session& session) {
            return who_to_ask(*ask, session);
        };
    });

    auto contacts = std::make_shared<Contacts>();
    auto* contacts_verb = noun->add_subcommand("contacts", "Whom to call now")->fallthrough();
    contacts_verb->add_option("--region", contacts->region, "instead of your own")->type_name("REGION");
    contacts_verb->add_option("--pdu", contacts->pdu, "with those of this PDU")->type_name("PDU");
    explain(*contacts_verb,
            "Example:\n  guidepostctl staff contacts --region \"North West\" --pdu \"PDU 1\"");
    contacts_verb->callback([contacts, &action] {
        action = [contacts](Session& session) {
            return show_contacts(*contacts, session);
        };
    });

    add_staff_import(*noun, action);
    add_staff_edits(*noun, action);
    add_staff_training(*noun, action);
}

} // namespace guidepost::terminal
