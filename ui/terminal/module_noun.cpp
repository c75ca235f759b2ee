// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/packs/pack.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "core/text/text.h"
#include "ui/terminal/nouns.h"
#include "ui/terminal/open_desk.h"
#include "ui/terminal/signed_in.h"

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

Exit verify_pack(const std::string& pack, Session& session)
{
    const auto desk = open_desk(session);
    const auto verified = desk->modules().verify(pack);
    const auto& manifest = verified.manifest;
    if (session.json)
        session.out.add_json({{"version", 1},
                              {"is_well", true},
                              {"pack",
                               {{"module", manifest.id},
                                {"name", manifest.name},
                                {"version", manifest.version},
                                {"signer", verified.signer},
                                {"files", verified.files.size()}}}});
    else
        session.out.add(fmt::format("{} {} is whole: {} files, {}.\n", clean(manifest.name),
                                    clean(manifest.version), verified.files.size(),
                                    verified.signer.empty() ? "nobody signed it"
                                                            : "signed by " + clean(verified.signer)));
    return Exit::ok;
}

Exit verify_module(const std::string& id, Session& session)
{
    if (id.find('/') != std::string::npos || std::filesystem::exists(id))
        return verify_pack(id, session);
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
    const auto by = signed_in(session, *desk);
    is_on ? desk->enable_module(id, by) : desk->disable_module(id, by);
    catch_up(session, *desk);
    const auto view = *desk->modules().find(id);
    session.out.message(
        is_on
            ? fmt::format("{} is enabled: {}.", clean(view.manifest.name),
                          view.state == ModuleState::ready ? "its guidance can be found" : clean(view.reason))
            : fmt::format("{} is disabled, and its guidance is hidden.", clean(view.manifest.name)));
    return Exit::ok;
}

Exit install_module(const std::string& pack, bool may_be_unsigned, Session& session)
{
    const auto desk = open_stocked_desk(session);
    const auto by = signed_in(session, *desk);
    const auto installed = desk->install_module(pack, may_be_unsigned, by);
    catch_up(session, *desk);
    const auto& view = installed.module;
    const auto whose =
        view.signer.empty() ? std::string{"nobody signed it"} : "signed by " + clean(view.signer);
    if (session.json) {
        auto json = module_json(view);
        json["signer"] = view.signer;
        session.out.add_json(
            {{"version", 1},
             {"module", std::move(json)},
             {"articles", installed.guidance ? installed.guidance->added + installed.guidance->changed +
                                                   installed.guidance->unchanged
                                             : 0}});
    } else {
        session.out.add(fmt::format("{} {} is installed, {}. It is {}.\n", clean(view.manifest.name),
                                    clean(view.manifest.version), whose, programme::word_of(view.state)));
        if (!view.reason.empty())
            session.out.add(fmt::format("  {}\n", clean(view.reason)));
    }
    if (installed.guidance && !installed.guidance->passed_over.empty())
        session.out.message(clean(installed.guidance->passed_over));
    if (installed.guidance)
        for (const auto& file : installed.guidance->skipped)
            for (const auto& problem : file.problems)
                session.out.message(
                    fmt::format("Not taken in: {}: {}", clean(file.path), clean(problem.message)));
    return Exit::ok;
}

Exit remove_module(const std::string& id, Session& session)
{
    const auto desk = open_stocked_desk(session);
    const auto by = signed_in(session, *desk);
    if (const auto view = desk->modules().find(id); view && view->trust == programme::Trust::built_in)
        throw Error{Errc::refused,
                    fmt::format("{} came with the program. To switch it off: guidepostctl module "
                                "disable {}",
                                view->manifest.name, id)};
    desk->remove_module(id, by);
    catch_up(session, *desk);
    session.out.message(fmt::format("{} was removed, and its guidance is hidden.", clean(id)));
    return Exit::ok;
}

Exit sign_module(const std::string& folder, const std::string& key_file, Session& session)
{
    auto files = programme::read_pack_files(folder);
    const auto checksums = programme::make_checksums(files);
    write_private_file(std::filesystem::path{folder} / "checksums", checksums);
    if (key_file.empty()) {
        session.out.message("The checksums were written. Nobody signed them.");
        return Exit::ok;
    }
    const auto secret = read_file(key_file, 1024);
    write_private_file(std::filesystem::path{folder} / "signature",
                       programme::make_signature(checksums, secret));
    session.out.message("The checksums were written and signed.");
    return Exit::ok;
}

Exit make_key(const std::string& name, Session& session)
{
    const std::filesystem::path secret{name + ".key"}, open{name + ".pub"};
    for (const auto& file : {secret, open})
        if (std::filesystem::exists(file))
            throw Error{Errc::conflict, fmt::format("{} is there already.", file.string())};
    const auto key = programme::make_signing_key();
    write_private_file(secret, key.secret);
    write_private_file(open, key.public_hex + "\n");
    session.out.message(
        fmt::format("{} signs modules: keep it to yourself. {} is for those who install them.",
                    secret.string(), open.string()));
    return Exit::ok;
}

} // namespace

void add_module(CLI::App& app, Action& action)
{
    auto* noun = app.add_subcommand("module", "Programme modules: which there are, and packs of more");
    noun->require_subcommand(1)->fallthrough();

    auto* list = noun->add_subcommand("list", "Every module with its state and the reason")->fallthrough();
    explain(*list, "Example:\n  guidepostctl module list");
    list->callback([&action] { action = list_modules; });

    const auto id = std::make_shared<std::string>();
    const auto takes_id = [&id](CLI::App* verb) {
        verb->add_option("ID", *id, "the module, as module list names it")->required();
        return verb->fallthrough();
    };
    auto* verify =
        noun->add_subcommand("verify", "Check a module, or a pack before it is installed")->fallthrough();
    verify->add_option("ID|FILE|DIR", *id, "a module that is here, or a pack")->required();
    explain(*verify,
            "A module's code is started once, and what the system enforces on it is said. A pack is\n"
            "compared with its checksums and its signature; nothing of it runs.\n"
            "Exit 4 when it cannot be used.\n"
            "Example:\n  guidepostctl module verify toolkits");
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

    auto* install = noun->add_subcommand("install", "Install a pack: an archive or a folder")->fallthrough();
    const auto may_be_unsigned = std::make_shared<bool>(false);
    install->add_option("FILE|DIR", *id, "the pack")->required();
    install->add_flag("--unsigned", *may_be_unsigned, "also when nobody signed it");
    explain(*install,
            "Keys that are trusted lie in /etc/guidepost/module-keys, one NAME.pub each. An older\n"
            "version than the one that is here is refused; of a newer one the older is kept for groups\n"
            "that are running.\n"
            "Example:\n  guidepostctl module install steps-1.2.0.tar.gz");
    install->callback([&action, id, may_be_unsigned] {
        action = [id, may_be_unsigned](Session& session) {
            return install_module(*id, *may_be_unsigned, session);
        };
    });

    auto* remove = takes_id(noun->add_subcommand("remove", "Take an installed module and its guidance away"));
    explain(*remove, "Example:\n  guidepostctl module remove steps");
    remove->callback([&action, id] {
        action = [id](Session& session) {
            return remove_module(*id, session);
        };
    });

    auto* sign =
        noun->add_subcommand("sign", "Write the checksums and the signature of a pack")->fallthrough();
    const auto key = std::make_shared<std::string>();
    sign->add_option("DIR", *id, "the folder of the pack")->required()->check(CLI::ExistingDirectory);
    sign->add_option("--key", *key, "NAME.key of module new-key; without it nobody signs")
        ->check(CLI::ExistingFile);
    explain(*sign, "Example:\n  guidepostctl module sign steps --key editors.key");
    sign->callback([&action, id, key] {
        action = [id, key](Session& session) {
            return sign_module(*id, *key, session);
        };
    });

    auto* new_key =
        noun->add_subcommand("new-key", "Make a pair of keys: NAME.key and NAME.pub")->fallthrough();
    new_key->add_option("NAME", *id, "whose they are")->required();
    explain(*new_key, "Example:\n  guidepostctl module new-key editors");
    new_key->callback([&action, id] {
        action = [id](Session& session) {
            return make_key(*id, session);
        };
    });
}

} // namespace guidepost::terminal
