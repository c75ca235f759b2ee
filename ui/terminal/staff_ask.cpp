// SPDX-License-Identifier: GPL-2.0-or-later
// Verbs of `staff` that answer "whom do I ask" and "whom do I call".
#include "core/consultation/rules.h"
#include "core/consultation/thread/adviser_weeks.h"
#include "core/people/register.h"
#include "core/people/staff_json.h"
#include "core/people/who_to_ask.h"
#include "core/text/text.h"
#include "ui/terminal/nouns.h"
#include "ui/terminal/open_desk.h"
#include "ui/terminal/register_reader.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace guidepost::terminal {
namespace {

using Json = nlohmann::ordered_json;

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
    register_reader(session, *desk);
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
    const auto self = register_reader(session, *desk);
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

void add_staff_ask(CLI::App& noun, Action& action)
{
    auto ask = std::make_shared<Ask>();
    auto* ask_verb = noun.add_subcommand("who-to-ask", "Who knows a field and has time")->fallthrough();
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
    auto* contacts_verb = noun.add_subcommand("contacts", "Whom to call now")->fallthrough();
    contacts_verb->add_option("--region", contacts->region, "instead of your own")->type_name("REGION");
    contacts_verb->add_option("--pdu", contacts->pdu, "with those of this PDU")->type_name("PDU");
    explain(*contacts_verb,
            "Example:\n  guidepostctl staff contacts --region \"North West\" --pdu \"PDU 1\"");
    contacts_verb->callback([contacts, &action] {
        action = [contacts](Session& session) {
            return show_contacts(*contacts, session);
        };
    });
}

} // namespace guidepost::terminal
