// SPDX-License-Identifier: GPL-2.0-or-later
// `programme list` and `programme assess`; the verbs that read and those about people stand beside.
#include "core/text/error.h"
#include "core/text/text.h"
#include "core/usecases/module_contents.h"
#include "core/usecases/programme_pages.h"
#include "ui/terminal/case_option.h"
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

Exit list(Session& session)
{
    const auto desk = open_desk(session);
    auto programmes = Json::array();
    const auto modules = usecases::all_modules(desk->modules());
    for (const auto& module : modules) {
        const auto& [view, offers, plans, briefs, paths, problems] = module;
        const auto& manifest = view.manifest;
        if (session.json) {
            auto options = Json::array(), path_list = Json::array();
            for (const auto& offer : offers)
                options.push_back({{"option", offer.id},
                                   {"name", offer.name},
                                   {"type", offer.type},
                                   {"status", offer.status.empty() ? "open" : offer.status}});
            for (const auto& path : paths)
                path_list.push_back({{"path", path.id}, {"title", path.title}});
            programmes.push_back({{"module", view.id},
                                  {"name", manifest.name},
                                  {"version", manifest.version},
                                  {"kind", manifest.kind},
                                  {"status", manifest.status},
                                  {"state", std::string{word_of(view.state)}},
                                  {"reason", view.reason},
                                  {"problems", problems},
                                  {"banner", manifest.banner},
                                  {"summary", manifest.summary},
                                  {"options", std::move(options)},
                                  {"plans", plans},
                                  {"paths", std::move(path_list)}});
            continue;
        }
        session.out.add(fmt::format(
            "{}  {} {}{}\n", session.out.bold(clean(view.id)), clean(manifest.name), clean(manifest.version),
            manifest.status == "open" ? "" : fmt::format(", {}", clean(manifest.status))));
        session.out.add(line_text(session.out, view.reason, "  ! ", "    "));
        for (const auto& problem : problems)
            session.out.add(line_text(session.out, problem, "  ! ", "    "));
        session.out.add(line_text(session.out, manifest.summary, "  ", "  "));
        if (!plans.empty())
            session.out.add(line_text(session.out, "Plans: " + join(plans, ", "), "  ", "    "));
        for (const auto& path : paths)
            session.out.add(
                line_text(session.out, fmt::format("Path {}: {}", path.id, path.title), "  ", "    "));
    }
    if (session.json)
        session.out.add_json({{"version", 1}, {"programmes", std::move(programmes)}});
    else if (modules.empty())
        session.out.add("There are no programme modules on this desk.\n");
    return Exit::ok;
}

struct Assess {
    std::vector<std::string> modules = {};
    std::vector<std::string> case_values = {};
    bool with_steps = false;
    std::string format = "text";
};

Exit assess(const Assess& wanted, Session& session)
{
    const auto profile = case_said(wanted.case_values);
    if (!profile)
        throw Error{Errc::usage, "There is no case to look at: give --case FILE or --case KEY=VALUE."};
    const auto desk = open_desk(session);
    auto page = usecases::read_suitability(*desk, desk->connection(), *profile, wanted.modules);
    page.shows_working = true; // it is printed
    if (session.json) {
        session.out.add_json(assessments_json(page.advice));
    } else if (wanted.format == "html") {
        session.out.add(pages::suitability_page(page, {}));
    } else {
        session.out.add(line_text(session.out, "OFFICIAL-SENSITIVE"));
        session.out.add(
            line_text(session.out,
                      "Recommendation only: worked out from published rules and what the case says. People "
                      "decide."));
        for (const auto& advice : page.advice)
            session.out.add("\n" + advice_text(advice, wanted.with_steps, session.out));
        if (page.advice.empty())
            session.out.add("No programme module on this desk has anything to say.\n");
    }
    return Exit::ok;
}

} // namespace

void add_programme(CLI::App& app, Action& action)
{
    auto* noun = app.add_subcommand("programme", "What suits a case, plans, briefs, paths and groups");
    noun->require_subcommand(1)->fallthrough();

    auto* list_verb = noun->add_subcommand("list", "Every module with what it offers")->fallthrough();
    explain(*list_verb, "Example:\n  guidepostctl programme list");
    list_verb->callback([&action] { action = list; });

    auto options = std::make_shared<Assess>();
    auto* verb = noun->add_subcommand("assess", "What suits a case, and how that came about")->fallthrough();
    verb->add_option("MODULE", options->modules, "only these modules; otherwise all");
    verb->add_option("--case", options->case_values, "a case file, or one value of a case")
        ->allow_extra_args(false)
        ->type_name("FILE|KEY=VALUE");
    verb->add_flag("--steps", options->with_steps, "every step of every option");
    verb->add_option("--format", options->format, "text, or html for the page as it is printed")
        ->check(CLI::IsMember({"text", "html"}));
    explain(*verb, "A recommendation, never a decision. What is not known is never guessed.\n"
                   "Examples:\n"
                   "  guidepostctl programme assess --case case.yaml\n"
                   "  guidepostctl programme assess --case sex=male --case age=22 --steps\n"
                   "Case files: docs/case-file.md");
    verb->callback([options, &action] {
        action = [options](Session& session) {
            return assess(*options, session);
        };
    });

    add_programme_reading(*noun, action);
    add_programme_people(*noun, action);
}

} // namespace guidepost::terminal
