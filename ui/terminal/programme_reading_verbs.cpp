// SPDX-License-Identifier: GPL-2.0-or-later
// Verbs of `programme` that show what stands in a module: plan, brief, path, transition.
#include "core/pages/programme_pages.h"
#include "core/programme/delivery.h"
#include "core/programme/group_file.h"
#include "core/programme/plan.h"
#include "core/values/error.h"
#include "core/values/text.h"
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

ModuleView module_said(Catalogue& catalogue, const std::string& id)
{
    auto view = catalogue.find(id);
    if (!view)
        throw Error{Errc::not_found,
                    fmt::format("There is no module {}. To see which there are: guidepostctl programme list",
                                shortened(id, 60))};
    if (view->state == ModuleState::refused || view->state == ModuleState::disabled)
        throw Error{Errc::refused, view->reason};
    return *view;
}

std::map<std::string, std::string> names_of(Catalogue& catalogue)
{
    std::map<std::string, std::string> names;
    for (const auto& view : catalogue.modules())
        names[view.id] = view.manifest.name;
    return names;
}

std::string banner_of(const ModuleManifest& manifest)
{
    return manifest.is_read_only ? manifest.banner : std::string{};
}

/// A page is what is printed, and so asks who delivers; text is only read.
std::vector<std::string> printed_for(const Session& session, desk::Desk& desk, const ModuleView& view,
                                     const std::optional<Plan>& plan, const Reading& wanted)
{
    return allowed_sheet(session, desk, requirements_for_option(view.manifest, plan, wanted.what),
                         wanted.deliverer);
}

Exit plan(const Reading& wanted, Session& session)
{
    const auto desk = open_desk(session);
    const auto module = module_for(desk->modules(), wanted);
    const auto view = module_said(desk->modules(), module);
    const auto profile = case_said(wanted.case_values).value_or(CaseProfile{});
    const auto found = plan_of(desk->modules(), module, wanted.what, profile);
    if (session.json) {
        Json json{{"version", 1},
                  {"module", view.id},
                  {"module_version", view.manifest.version},
                  {"option", wanted.what}};
        json.update(plan_json(found));
        session.out.add_json(json);
    } else if (wanted.format == "html")
        session.out.add(pages::plan_page({.plan = found,
                                          .module_name = view.manifest.name,
                                          .banner = banner_of(view.manifest),
                                          .delivery = printed_for(session, *desk, view, found, wanted),
                                          .titles = titles_on(*desk)},
                                         {}));
    else {
        session.out.add(line_text(session.out, banner_of(view.manifest), "! ", "  "));
        session.out.add(plan_text(found, session.out));
    }
    return Exit::ok;
}

Exit brief(const Reading& wanted, Session& session)
{
    const auto desk = open_desk(session);
    const auto view = module_said(desk->modules(), module_for(desk->modules(), wanted));
    const auto found = read_brief(view.folder, wanted.what);
    if (!found) {
        const auto options = options_with_brief(view.folder);
        throw Error{Errc::not_found, options.empty()
                                         ? fmt::format("{} has no briefs.", view.manifest.name)
                                         : fmt::format("There is no brief for {}. There is one for: {}.",
                                                       shortened(wanted.what, 60), join(options, ", "))};
    }
    if (session.json) {
        Json json{{"version", 1}, {"module", view.id}, {"module_version", view.manifest.version}};
        json.update(brief_json(*found));
        session.out.add_json(json);
    } else if (wanted.format == "html")
        session.out.add(pages::brief_page(
            {.brief = *found,
             .module_name = view.manifest.name,
             .banner = banner_of(view.manifest),
             .delivery = printed_for(session, *desk, view, read_data_plan(view.folder, wanted.what), wanted),
             .titles = titles_on(*desk)},
            {}));
    else
        session.out.add(brief_text(*found, session.out));
    return Exit::ok;
}

Exit list_paths(Session& session)
{
    const auto desk = open_desk(session);
    auto listed = Json::array();
    for (const auto& view : desk->modules().modules()) {
        if (view.state == ModuleState::refused || view.state == ModuleState::disabled)
            continue;
        for (const auto& path : read_paths(view.folder)) {
            listed.push_back({{"module", view.id}, {"path", path.id}, {"title", path.title}});
            if (!session.json)
                session.out.add(
                    line_text(session.out, fmt::format("{} {}: {}", view.id, path.id, path.title)));
        }
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
    const auto view = module_said(desk->modules(), wanted.module);
    const auto paths = read_paths(view.folder);
    const auto found =
        std::find_if(paths.begin(), paths.end(), [&](const auto& one) { return one.id == wanted.what; });
    if (found == paths.end()) {
        std::vector<std::string> ids;
        for (const auto& one : paths)
            ids.push_back(one.id);
        throw Error{Errc::not_found, ids.empty() ? fmt::format("{} has no paths.", view.manifest.name)
                                                 : fmt::format("Say which path: {}.", join(ids, ", "))};
    }
    const auto* step = wanted.step.empty() ? nullptr : found->find(wanted.step);
    if (!wanted.step.empty() && !step)
        throw Error{Errc::not_found, fmt::format("The path {} has no step {}. It starts at {}.", found->id,
                                                 shortened(wanted.step, 60), found->start)};
    if (session.json) {
        Json json{{"version", 1}, {"module", view.id}};
        json.update(step ? Json{{"path", found->id}, {"at", step_json(*step)}} : path_json(*found));
        session.out.add_json(json);
    } else if (wanted.format == "html") {
        session.out.add(pages::path_page({.path = *found,
                                          .module = view.id,
                                          .module_name = view.manifest.name,
                                          .step = wanted.step,
                                          .titles = titles_on(*desk)},
                                         {}));
    } else if (step) {
        session.out.add(step_text(*step, session.out));
    } else {
        session.out.add(session.out.bold(clean(found->title)) + "\n");
        session.out.add(line_text(session.out, found->summary));
        for (const auto& one : found->steps)
            session.out.add("\n" + step_text(one, session.out));
        session.out.add("\n" + line_text(session.out, found->source));
    }
    return Exit::ok;
}

Exit transition(const Reading& wanted, Session& session)
{
    const auto desk = open_desk(session);
    const auto names = names_of(desk->modules());
    pages::TransitionPage page{.names = names};
    auto listed = Json::array();
    for (const auto& view : desk->modules().modules()) {
        if (view.state == ModuleState::refused || view.state == ModuleState::disabled)
            continue;
        const auto all = read_transitions(view.folder);
        auto found = wanted.what.empty() ? all : find_transitions(all, wanted.what);
        for (const auto& one : found) {
            Json json{{"module", view.id}};
            json.update(transition_json(one));
            json["successor_name"] = one.has_successor() && names.contains(one.successor)
                                         ? Json(names.at(one.successor))
                                         : Json(nullptr);
            listed.push_back(std::move(json));
        }
        page.groups.push_back({view.manifest.name, banner_of(view.manifest), std::move(found)});
    }
    if (listed.empty() && !wanted.what.empty())
        throw Error{Errc::not_found, fmt::format("No module says what became of {}. All that are known: "
                                                 "guidepostctl programme transition",
                                                 shortened(wanted.what, 60))};
    if (session.json)
        session.out.add_json({{"version", 1}, {"transitions", std::move(listed)}});
    else if (wanted.format == "html") {
        page.titles = titles_on(*desk);
        session.out.add(pages::transition_page(page, {}));
    } else {
        bool is_first = true;
        for (const auto& group : page.groups)
            for (const auto& one : group.transitions)
                session.out.add((std::exchange(is_first, false) ? "" : "\n") +
                                transition_text(one, names, session.out));
        if (is_first)
            session.out.add("No module on this desk says what became of older programmes.\n");
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
