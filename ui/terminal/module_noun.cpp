// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/values/error.h"
#include "core/values/text.h"
#include "ui/terminal/nouns.h"
#include "ui/terminal/open_desk.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>

namespace guidepost::terminal {
namespace {

using Json = nlohmann::ordered_json;
using programme::ModuleState;
using programme::ModuleView;

std::string_view word_of(programme::Trust trust)
{
    switch (trust) {
    case programme::Trust::built_in:
        return "built-in";
    case programme::Trust::signed_:
        return "signed";
    case programme::Trust::unsigned_:
        break;
    }
    return "unsigned";
}

Json module_json(const ModuleView& view)
{
    return {{"module", view.id},
            {"name", view.manifest.name},
            {"version", view.manifest.version},
            {"state", std::string{programme::word_of(view.state)}},
            {"reason", view.reason},
            {"trust", std::string{word_of(view.trust)}},
            {"status", view.manifest.status},
            {"has_code", view.has_code()},
            {"failures", view.failures},
            {"capabilities", view.capabilities}};
}

Exit list_modules(Session& session)
{
    const auto desk = open_desk(session);
    auto modules = Json::array();
    const auto views = desk->modules().modules();
    for (const auto& view : views) {
        modules.push_back(module_json(view));
        if (session.json)
            continue;
        session.out.add(
            fmt::format("{}  {} {}  {}{}\n", session.out.bold(clean(view.id)), clean(view.manifest.name),
                        clean(view.manifest.version), programme::word_of(view.state),
                        view.trust == programme::Trust::built_in ? std::string{}
                                                                 : fmt::format(", {}", word_of(view.trust))));
        if (!view.reason.empty())
            session.out.add(fmt::format("  {}\n", clean(view.reason)));
    }
    if (session.json)
        session.out.add_json({{"version", 1}, {"modules", std::move(modules)}});
    else if (views.empty())
        session.out.add("There are no modules on this desk.\n");
    return Exit::ok;
}

std::string said(const char* layer, bool is_enforced)
{
    return fmt::format("  {:<10} {}\n", layer, is_enforced ? "closed off" : "NOT closed off");
}

Exit verify_module(const std::string& id, Session& session)
{
    const auto desk = open_desk(session);
    auto& modules = desk->modules();
    if (!modules.find(id))
        throw Error{Errc::not_found,
                    fmt::format("There is no module {}. To see which there are: guidepostctl "
                                "module list",
                                id)};
    std::string problem;
    try {
        modules.start(id);
    } catch (const Error& e) {
        problem = e.what();
    }
    const auto view = *modules.find(id);
    const auto& enforced = view.enforced;
    if (session.json) {
        auto json = module_json(view);
        json["enforced"] = {{"files", enforced.files},
                            {"network", enforced.network},
                            {"processes", enforced.processes},
                            {"memory", enforced.memory},
                            {"why", enforced.why}};
        session.out.add_json({{"version", 1}, {"is_well", problem.empty()}, {"module", std::move(json)}});
        return problem.empty() ? Exit::ok : Exit::refused;
    }
    if (!problem.empty()) {
        session.out.message(clean(problem));
        return Exit::refused;
    }
    session.out.add(
        fmt::format("{} {} can be used.\n", clean(view.manifest.name), clean(view.manifest.version)));
    if (!view.has_code()) {
        session.out.add("It has no code: all of it is data.\n");
        return Exit::ok;
    }
    session.out.add("Its code runs in a process of its own, in which this system enforces:\n");
    session.out.add(said("files", enforced.files) + said("network", enforced.network) +
                    said("processes", enforced.processes) + said("memory", enforced.memory));
    if (!enforced.why.empty())
        session.out.add(fmt::format("{}\n", clean(enforced.why)));
    return Exit::ok;
}

Exit switch_module(const std::string& id, bool is_on, Session& session)
{
    const auto desk = open_stocked_desk(session);
    is_on ? desk->enable_module(id) : desk->disable_module(id);
    catch_up(session, *desk);
    const auto view = *desk->modules().find(id);
    session.out.message(
        is_on
            ? fmt::format("{} is enabled: {}.", clean(view.manifest.name),
                          view.state == ModuleState::ready ? "its guidance can be found" : clean(view.reason))
            : fmt::format("{} is disabled, and its guidance is hidden.", clean(view.manifest.name)));
    return Exit::ok;
}

} // namespace

void add_module(CLI::App& app, Action& action)
{
    auto* noun = app.add_subcommand("module", "Programme modules: which there are and how they stand");
    noun->require_subcommand(1)->fallthrough();

    auto* list = noun->add_subcommand("list", "Every module with its state and the reason")->fallthrough();
    explain(*list, "Example:\n  guidepostctl module list");
    list->callback([&action] { action = list_modules; });

    const auto id = std::make_shared<std::string>();
    const auto takes_id = [&id](CLI::App* verb) {
        verb->add_option("ID", *id, "the module, as module list names it")->required();
        return verb->fallthrough();
    };
    auto* verify = takes_id(
        noun->add_subcommand("verify", "Start a module's code once and say what the system enforces"));
    explain(*verify, "Exit 4 when it cannot be used.\nExample:\n  guidepostctl module verify toolkits");
    verify->callback([&action, id] {
        action = [id](Session& session) {
            return verify_module(*id, session);
        };
    });

    auto* enable =
        takes_id(noun->add_subcommand("enable", "Switch a module on, and forget what it did wrong"));
    explain(*enable, "Example:\n  guidepostctl module enable toolkits");
    enable->callback([&action, id] {
        action = [id](Session& session) {
            return switch_module(*id, true, session);
        };
    });

    auto* disable = takes_id(noun->add_subcommand("disable", "Switch a module off and hide its guidance"));
    explain(*disable,
            "Nothing is lost: enable brings it back.\nExample:\n  guidepostctl module disable toolkits");
    disable->callback([&action, id] {
        action = [id](Session& session) {
            return switch_module(*id, false, session);
        };
    });
}

} // namespace guidepost::terminal
