// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/history.h"
#include "core/people/name_order.h"
#include "core/people/register.h"
#include "core/people/staff_json.h"
#include "core/text/error.h"
#include "core/text/text.h"
#include "ui/terminal/nouns.h"
#include "ui/terminal/open_desk.h"
#include "ui/terminal/register_reader.h"
#include "ui/terminal/signed_in.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>

namespace guidepost::terminal {
namespace {

using Json = nlohmann::ordered_json;
using people::Staff;

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
    register_reader(session, *desk);
    const auto region = region_name(wanted.region);
    const auto role = people::parse_role(wanted.role);
    const auto today = date_of(system_now());
    const auto everybody = people::by_name(people::Register{desk->connection()}.everybody());
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
    const auto self = register_reader(session, *desk);
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

Exit show_history(const std::string& login, Session& session)
{
    const auto desk = open_desk(session);
    const auto self = signed_in(session, *desk);
    const auto found = people::Register{desk->connection()}.find(login.empty() ? self.login : Login{login});
    if (!found)
        throw Error{Errc::not_found,
                    fmt::format("There is nobody called {} in the register.", shortened(login, 80))};
    auto list = Json::array();
    for (const auto& act : people::history_of(desk->connection(), *found, self)) {
        if (session.json)
            list.push_back(
                {{"at", format_timestamp(act.at)}, {"who", act.who}, {"kind", act.kind}, {"what", act.what}});
        else
            session.out.add(clean(fmt::format("{}  {}  {}", format_timestamp(act.at), act.who, act.what)) +
                            "\n");
    }
    if (session.json)
        session.out.add_json({{"version", 1}, {"login", found->login.value()}, {"acts", std::move(list)}});
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

    auto of = std::make_shared<std::string>();
    auto* history =
        noun->add_subcommand("history", "What was done to a record, and to a way in, by whom")->fallthrough();
    history->add_option("login", *of, "as staff list says it; without it, yourself")->type_name("LOGIN");
    explain(*history, "For that person, a lead of their region and administrators.\n"
                      "Example:\n  guidepostctl staff history administrator-1");
    history->callback([of, &action] {
        action = [of](Session& session) {
            return show_history(*of, session);
        };
    });

    add_staff_ask(*noun, action);
    add_staff_import(*noun, action);
    add_staff_edits(*noun, action);
    add_staff_sign_in(*noun, action);
    add_staff_training(*noun, action);
    add_staff_training_import(*noun, action);
}

} // namespace guidepost::terminal
