// SPDX-License-Identifier: GPL-2.0-or-later
// Verbs of `programme` about people: who goes together in a group, who may deliver.
#include "core/people/commands.h"
#include "core/people/competence_register.h"
#include "core/programme/group_file.h"
#include "core/programme/plans/delivery.h"
#include "core/programme/plans/plan.h"
#include "core/programme/rules/offers.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "core/text/text.h"
#include "core/usecases/delivery_words.h"
#include "ui/terminal/delivery_gate.h"
#include "ui/terminal/nouns.h"
#include "ui/terminal/open_desk.h"
#include "ui/terminal/programme_json.h"
#include "ui/terminal/programme_text.h"
#include "ui/terminal/signed_in.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace guidepost::terminal {
namespace {

using Json = nlohmann::ordered_json;
using namespace programme;

struct GroupSaid {
    std::string file = {};
    std::string module = {};
    bool begins = false;
    std::string option = {};
    std::vector<std::string> deliverers = {}; ///< logins; empty: whoever is signed in
};

/// Of what the group began with; else of the module that was named, or of the first that looks at groups.
std::pair<ModuleView, GroupFindings> composed(Catalogue& catalogue, const GroupSaid& said, const Group& group)
{
    const auto& members = group.members;
    if (group.started) {
        if (!said.module.empty() && said.module != group.started->module)
            throw Error{Errc::usage, fmt::format("This group began with {} {} and keeps it.",
                                                 group.started->module, group.started->version)};
        const auto kept = kept_version(catalogue, *group.started);
        return {*catalogue.find(kept), catalogue.compose(kept, members)};
    }
    if (!said.module.empty()) {
        const auto view = catalogue.find(said.module);
        if (!view)
            throw Error{Errc::not_found, fmt::format("There is no module {}.", shortened(said.module, 60))};
        try {
            return {*view, catalogue.compose(said.module, members)};
        } catch (const Error& e) {
            // A module may have no word on groups and still be what one begins with.
            if (!said.begins || e.code() != Errc::not_found)
                throw;
            return {*view, {}};
        }
    }
    for (const auto& view : catalogue.modules()) {
        if (!view.has_code() || view.state != ModuleState::ready)
            continue;
        try {
            return {view, catalogue.compose(view.id, members)};
        } catch (const Error& e) {
            // This one has no word on groups; the next may have.
            if (e.code() != Errc::not_found)
                throw;
        }
    }
    throw Error{Errc::not_found, "No module on this desk looks at groups."};
}

/// Says of a group that runs on an older version which it is, and that it stays with it.
std::string running_on(Catalogue& catalogue, const ModuleView& kept)
{
    const auto used = catalogue.find(kept.id);
    return used && used->manifest.version != kept.manifest.version
               ? fmt::format("This group began with {} {} and keeps it; new groups use {}.",
                             kept.manifest.name, kept.manifest.version, used->manifest.version)
               : std::string{};
}

/// The plan of the option; where none is named, the first there is.
std::optional<Plan> plan_for(const ModuleView& view, const std::string& wanted)
{
    std::optional<Plan> plan;
    for (const auto& option : options_with_plan(view.folder))
        if (wanted.empty() ? !plan || plan->sessions.empty() : option == wanted)
            plan = read_data_plan(view.folder, option);
    return plan;
}

/// A name that is none would ask for less than what it stands for.
void check_option(const ModuleView& view, const std::string& wanted)
{
    auto known = options_with_plan(view.folder);
    for (const auto& offer : read_offers(view.folder))
        if (std::find(known.begin(), known.end(), offer.id) == known.end())
            known.push_back(offer.id);
    if (std::find(known.begin(), known.end(), wanted) == known.end())
        throw Error{Errc::not_found, fmt::format("{} has no option {}. It has: {}.", view.manifest.name,
                                                 shortened(wanted, 60), join(known, ", "))};
}

/// The file was read and its members looked at, so that nothing is begun that cannot be.
void begin(const GroupSaid& said, const ModuleView& view, desk::Desk& desk, Session& session)
{
    if (!said.option.empty())
        check_option(view, said.option);
    const auto plan = plan_for(view, said.option);
    allow_start(session, desk,
                said.option.empty() ? requirements_for(view.manifest, plan, "")
                                    : requirements_for_option(view.manifest, plan, said.option),
                said.deliverers);
    const auto today = date_of(system_now());
    const auto text = with_start(read_file(said.file, largest_group_file),
                                 {.module = view.id, .version = view.manifest.version, .on = today});
    write_private_file(said.file, text);
    session.out.message(fmt::format("The group begins with {} {}, and keeps it: {} says so.",
                                    clean(view.manifest.name), clean(view.manifest.version), said.file));
}

Exit group(const GroupSaid& said, Session& session)
{
    const auto group = read_group_file(said.file);
    const auto desk = open_desk(session);
    const auto [view, findings] = composed(desk->modules(), said, group);
    if (said.begins)
        begin(said, view, *desk, session);
    if (session.json) {
        Json json{{"version", 1}, {"module", view.id}, {"module_version", view.manifest.version}};
        json.update(group_json(findings));
        session.out.add_json(json);
        return Exit::ok;
    }
    session.out.add(line_text(session.out, "OFFICIAL-SENSITIVE"));
    if (group.started)
        session.out.add(line_text(session.out, running_on(desk->modules(), view)));
    session.out.add(group_text(findings, session.out));
    session.out.add("\n" + line_text(session.out,
                                     "Questions for the treatment manager, not rules: no published "
                                     "source says how a group is made up."));
    return Exit::ok;
}

struct MaySaid {
    std::string login = {};
    std::string module = {};
    std::string session = {};
    std::string option = {};
    std::string day = {};
};

Exit may_deliver(const MaySaid& said, Session& session)
{
    const auto day = said.day.empty() ? date_of(system_now()) : parse_date(said.day);
    if (!day)
        throw Error{Errc::usage, "--on takes a date like 2026-11-30."};
    const auto desk = open_desk(session);
    const auto by = signed_in(session, *desk);
    const auto person = people::Register{desk->connection()}.find(Login{said.login});
    if (!person)
        throw Error{Errc::not_found,
                    fmt::format("There is nobody called {} in the register.", shortened(said.login, 80))};
    if (!people::may(by.roles, people::Action::read_staff, people::relation_to(by, *person)))
        throw Error{Errc::refused, "The register is read by those who work here."};
    const auto view = desk->modules().find(said.module);
    if (!view)
        throw Error{Errc::not_found, fmt::format("There is no module {}.", shortened(said.module, 60))};

    const auto requirements = requirements_for(view->manifest, plan_for(*view, said.option), said.session);
    std::vector<people::DeliveryNeed> needs;
    for (const auto& one : requirements)
        needs.push_back({one.training, one.rung});
    const auto held = people::competences_of(desk->connection(), person->login);
    const auto answer = people::may_deliver(held, needs, *day);

    if (session.json) {
        auto asked = Json::array(), exceptions = Json::array(), missing = Json::array();
        for (const auto& one : answer.missing)
            missing.push_back(fmt::format("{}: {}", one.training, one.what));
        for (const auto& one : requirements)
            asked.push_back({{"session", one.session},
                             {"level", std::string{word_of(one.rung)}},
                             {"training", one.training},
                             {"basis", one.basis},
                             {"note", one.note}});
        for (const auto& one : answer.exceptions)
            exceptions.push_back({{"training", one.training},
                                  {"by", one.exception ? one.exception->by.value() : ""},
                                  {"until", one.expires ? Json(format_date(*one.expires)) : Json(nullptr)}});
        session.out.add_json({{"version", 1},
                              {"login", person->login.value()},
                              {"module", view->id},
                              {"session", said.session},
                              {"on", format_date(*day)},
                              {"may", answer.may},
                              {"missing", std::move(missing)},
                              {"exceptions", std::move(exceptions)},
                              {"until", answer.until ? Json(format_date(*answer.until)) : Json(nullptr)},
                              {"requirements", std::move(asked)}});
        return answer.may ? Exit::ok : Exit::refused;
    }
    session.out.add(line_text(session.out, requirements.empty() ? "Nothing is asked for."
                                           : answer.may         ? "May deliver."
                                                                : "May not deliver yet."));
    const auto names = usecases::delivery_names({}, desk->vocabulary());
    for (const auto& sentence : usecases::missing_sentences(answer.missing, names))
        session.out.add(line_text(session.out, sentence, "  - ", "    "));
    for (const auto& one : answer.exceptions)
        session.out.add(
            line_text(session.out,
                      fmt::format("By exception: {}, until {}.", one.training,
                                  one.expires ? format_date_long(*one.expires) : "further notice"),
                      "  ", "    "));
    if (answer.may && answer.until)
        session.out.add(
            line_text(session.out, fmt::format("Until {}.", format_date_long(*answer.until)), "  "));
    for (const auto& one : requirements)
        session.out.add(line_text(
            session.out, fmt::format("Asked for: {}, {}. {}", one.training, word_of(one.rung), one.note),
            "  ", "    "));
    return answer.may ? Exit::ok : Exit::refused;
}

} // namespace

void add_programme_people(CLI::App& noun, Action& action)
{
    auto said = std::make_shared<GroupSaid>();
    auto* verb =
        noun.add_subcommand("group", "Who goes together, and what changes if one leaves")->fallthrough();
    verb->add_option("--file", said->file, "the members, by names made on the desk")
        ->required()
        ->type_name("FILE");
    verb->add_option("--module", said->module, "whose rules; otherwise the first that has some")
        ->type_name("MODULE");
    auto* const begins =
        verb->add_flag("--begin", said->begins,
                       "the group begins: its file keeps the version of the module it goes on with");
    verb->add_option("--option", said->option,
                     "with --begin: what it begins with; otherwise all that the module asks for counts")
        ->needs(begins)
        ->type_name("OPTION");
    verb->add_option("--for", said->deliverers,
                     "with --begin: who delivers it, once for each; otherwise whoever is signed in")
        ->needs(begins)
        ->allow_extra_args(false)
        ->type_name("LOGIN");
    explain(*verb, "The file:\n"
                   "  version: 1\n"
                   "  members:\n"
                   "    - {member: m1, case: {sex: male, innocence: maintains}, not_with: [m4]}\n"
                   "Each case is that of a case file: docs/case-file.md\n"
                   "Example:\n  guidepostctl programme group --file group.yaml");
    verb->callback([said, &action] {
        action = [said](Session& session) {
            return group(*said, session);
        };
    });

    auto may = std::make_shared<MaySaid>();
    verb = noun.add_subcommand("may-deliver", "Whether somebody has what a session asks for")->fallthrough();
    verb->add_option("LOGIN", may->login, "of the register of staff")->required();
    verb->add_option("MODULE", may->module, "as programme list names it")->required();
    verb->add_option("SESSION", may->session,
                     "a session of the plan, the number of a part or an option; without it: all of it");
    verb->add_option("--option", may->option, "whose plan the session is in")->type_name("OPTION");
    verb->add_option("--on", may->day, "on that day; otherwise today")->type_name("DATE");
    explain(*verb, "Exit 4 when the person may not.\n"
                   "Example:\n  guidepostctl programme may-deliver specialist-1 MODULE");
    verb->callback([may, &action] {
        action = [may](Session& session) {
            return may_deliver(*may, session);
        };
    });
}

} // namespace guidepost::terminal
