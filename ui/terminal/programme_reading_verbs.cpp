// SPDX-License-Identifier: GPL-2.0-or-later
// Verbs of `programme` that show what stands in a module: plan, brief, path, transition.
#include "core/programme/group_file.h"
#include "core/text/error.h"
#include "core/text/text.h"
#include "core/usecases/module_contents.h"
#include "core/usecases/programme_pages.h"
#include "core/usecases/sheets.h"
#include "ui/terminal/case_option.h"
#include "ui/terminal/delivery_gate.h"
#include "ui/terminal/nouns.h"
#include "ui/terminal/open_desk.h"
#include "ui/terminal/programme_json.h"
#include "ui/terminal/programme_text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>

namespace guidepost::terminal {
namespace {

using Json = nlohmann::ordered_json;
using namespace programme;

struct Reading {
    std::string module = {};
    std::string what = {}; ///< option, path or words
    std::string step = {};
    std::string format = "text";
    std::vector<std::string> case_values = {};
    std::string group = {};     ///< the file of a group that may have begun with another version
    std::string deliverer = {}; ///< a login; empty: whoever is signed in
};

/// The module, or the version of it that the group began with.
std::string module_for(Catalogue& catalogue, const Reading& wanted)
{
    if (wanted.group.empty())
        return wanted.module;
    const auto group = read_group_file(wanted.group);
    if (!group.started)
        return wanted.module;
    if (group.started->module != wanted.module)
        throw Error{Errc::usage, fmt::format("This group began with {}, not with {}.", group.started->module,
                                             shortened(wanted.module, 60))};
    return kept_version(catalogue, *group.started);
}

usecases::Sheet sheet_for(const Reading& wanted, usecases::SheetWanted::Kind kind, desk::Desk& desk,
                          const Session& session)
{
    auto sheet = usecases::make_sheet(desk, desk.connection(),
                                      {.module = module_for(desk.modules(), wanted),
                                       .option = wanted.what,
                                       .kind = kind,
                                       .profile = case_said(wanted.case_values)});
    // A page is what is printed, and so asks who delivers; text is only read.
    if (!session.json && wanted.format == "html")
        allow_sheet(session, desk, sheet, wanted.deliverer);
    return sheet;
}

Json sheet_json(const usecases::Sheet& sheet)
{
    return {{"version", 1}, {"module", sheet.view.id}, {"module_version", sheet.view.manifest.version}};
}

Exit plan(const Reading& wanted, Session& session)
{
    const auto desk = open_desk(session);
    const auto sheet = sheet_for(wanted, usecases::SheetWanted::Kind::plan, *desk, session);
    const auto& page = std::get<pages::PlanPage>(sheet.page);
    if (session.json) {
        auto json = sheet_json(sheet);
        json["option"] = wanted.what;
        json.update(plan_json(page.plan));
        session.out.add_json(json);
    } else if (wanted.format == "html")
        session.out.add(usecases::sheet_html(sheet));
    else {
        session.out.add(line_text(session.out, page.banner, "! ", "  "));
        session.out.add(plan_text(page.plan, session.out));
    }
    return Exit::ok;
}

Exit brief(const Reading& wanted, Session& session)
{
    const auto desk = open_desk(session);
    const auto sheet = sheet_for(wanted, usecases::SheetWanted::Kind::brief, *desk, session);
    const auto& page = std::get<pages::BriefPage>(sheet.page);
    if (session.json) {
        auto json = sheet_json(sheet);
        json.update(brief_json(page.brief));
        session.out.add_json(json);
    } else if (wanted.format == "html")
        session.out.add(usecases::sheet_html(sheet));
    else {
        session.out.add(line_text(session.out, page.banner, "! ", "  "));
        session.out.add(brief_text(page.brief, session.out));
    }
    return Exit::ok;
}

Exit list_paths(Session& session)
{
    const auto desk = open_desk(session);
    auto listed = Json::array();
    for (const auto& module : usecases::all_modules(desk->modules()))
        for (const auto& path : module.paths) {
            listed.push_back({{"module", module.view.id}, {"path", path.id}, {"title", path.title}});
            if (!session.json)
                session.out.add(
                    line_text(session.out, fmt::format("{} {}: {}", module.view.id, path.id, path.title)));
        }
    if (session.json)
        session.out.add_json({{"version", 1}, {"paths", std::move(listed)}});
    else if (listed.empty())
        session.out.add("There are no paths on this desk.\n");
    return Exit::ok;
}

Exit path(const Reading& wanted, Session& session)
{
    if (wanted.module.empty())
        return list_paths(session);
    const auto desk = open_desk(session);
    const auto page = usecases::read_path(*desk, desk->connection(), wanted.module, wanted.what, wanted.step);
    const auto& found = page.path;
    const auto* step = page.step.empty() ? nullptr : found.find(page.step);
    if (session.json) {
        Json json{{"version", 1}, {"module", page.module}};
        json.update(step ? Json{{"path", found.id}, {"at", step_json(*step)}} : path_json(found));
        session.out.add_json(json);
    } else if (wanted.format == "html") {
        session.out.add(pages::path_page(page, {}));
    } else if (step) {
        session.out.add(step_text(*step, session.out));
    } else {
        session.out.add(session.out.bold(clean(found.title)) + "\n");
        session.out.add(line_text(session.out, found.summary));
        for (const auto& one : found.steps)
            session.out.add("\n" + step_text(one, session.out));
        session.out.add("\n" + line_text(session.out, found.source));
    }
    return Exit::ok;
}

Exit transition(const Reading& wanted, Session& session)
{
    const auto desk = open_desk(session);
    const auto page = usecases::read_transitions(*desk, desk->connection(), wanted.what);
    auto listed = Json::array();
    for (const auto& group : page.groups)
        for (const auto& one : group.transitions) {
            Json json{{"module", group.module}};
            json.update(transition_json(one));
            json["successor_name"] = one.has_successor() && page.names.contains(one.successor)
                                         ? Json(page.names.at(one.successor))
                                         : Json(nullptr);
            listed.push_back(std::move(json));
        }
    if (listed.empty() && !wanted.what.empty())
        throw Error{Errc::not_found, fmt::format("No module says what became of {}. All that are known: "
                                                 "guidepostctl programme transition",
                                                 shortened(wanted.what, 60))};
    if (session.json)
        session.out.add_json({{"version", 1}, {"transitions", std::move(listed)}});
    else if (wanted.format == "html")
        session.out.add(pages::transition_page(page, {}));
    else if (listed.empty())
        session.out.add("No module on this desk says what became of older programmes.\n");
    else {
        bool is_first = true;
        for (const auto& group : page.groups)
            for (const auto& one : group.transitions)
                session.out.add((std::exchange(is_first, false) ? "" : "\n") +
                                transition_text(one, page.names, session.out));
    }
    return Exit::ok;
}

void take(CLI::App& verb, const std::shared_ptr<Reading>& wanted, Action& action,
          Exit (*run)(const Reading&, Session&))
{
    verb.fallthrough();
    verb.add_option("--format", wanted->format, "text, or html for the page as it is printed")
        ->check(CLI::IsMember({"text", "html"}));
    verb.callback([wanted, run, &action] {
        action = [wanted, run](Session& session) {
            return run(*wanted, session);
        };
    });
}

void add_sheet(CLI::App& verb, const std::shared_ptr<Reading>& wanted)
{
    verb.add_option("--for", wanted->deliverer,
                    "with --format html: who delivers it; otherwise whoever is signed in")
        ->type_name("LOGIN");
    verb.add_option("--group", wanted->group,
                    "a group that began: what it began with, as programme group --begin keeps it")
        ->type_name("FILE");
}

} // namespace

void add_programme_reading(CLI::App& noun, Action& action)
{
    auto wanted = std::make_shared<Reading>();
    auto* verb = noun.add_subcommand("plan", "Sessions or weekly meetings of an option, in order");
    verb->add_option("MODULE", wanted->module, "as programme list names it")->required();
    verb->add_option("OPTION", wanted->what, "as programme assess names it")->required();
    verb->add_option("--case", wanted->case_values, "for a module whose plan depends on the case")
        ->allow_extra_args(false)
        ->type_name("FILE|KEY=VALUE");
    add_sheet(*verb, wanted);
    take(*verb, wanted, action, plan);
    explain(*verb, "What is not known is said and not made up.\n"
                   "The page of --format html is made for who may deliver it; exit 4 says what is missing.\n"
                   "Example:\n  guidepostctl programme plan MODULE OPTION");

    wanted = std::make_shared<Reading>();
    verb = noun.add_subcommand("brief", "What to read in the five minutes before the meeting");
    verb->add_option("MODULE", wanted->module, "as programme list names it")->required();
    verb->add_option("OPTION", wanted->what, "the toolkit")->required();
    add_sheet(*verb, wanted);
    take(*verb, wanted, action, brief);
    explain(*verb, "As html it prints on one sheet, for who may deliver it.\n"
                   "Example:\n  guidepostctl programme brief MODULE OPTION");

    wanted = std::make_shared<Reading>();
    verb = noun.add_subcommand("path", "A branching path: questions that lead to what to do");
    verb->add_option("MODULE", wanted->module, "without it: which paths there are");
    verb->add_option("PATH", wanted->what, "as programme path lists it");
    verb->add_option("--step", wanted->step, "one step of it")->type_name("STEP");
    take(*verb, wanted, action, path);
    explain(*verb, "Every branch ends in an action.\n"
                   "Example:\n  guidepostctl programme path MODULE PATH --step STEP");

    wanted = std::make_shared<Reading>();
    verb = noun.add_subcommand("transition", "What became of an older programme, and where to look now");
    verb->add_option("WORDS", wanted->what, "its name, part of it or its short form; without it: all");
    take(*verb, wanted, action, transition);
    explain(*verb, "A successor is where to look now, never the same thing.\n"
                   "Example:\n  guidepostctl programme transition WORDS");
}

} // namespace guidepost::terminal
