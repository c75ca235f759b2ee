// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/store/event_chain.h"
#include "core/store/store.h"
#include "core/values/error.h"
#include "ui/terminal/nouns.h"
#include "ui/terminal/open_desk.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace guidepost::terminal {
namespace {

using Json = nlohmann::ordered_json;

Exit verify_store(Session& session)
{
    const auto profile = profile_folder(session);
    if (!std::filesystem::exists(store::embedded_store_file(profile)))
        throw Error{Errc::not_found, fmt::format("There is no store in {} yet.", profile.string())};
    const auto connection = store::open_store(profile, store::Access::read_only);
    const auto found = store::verify(*connection);
    const auto heads = store::chain_heads(*connection);
    auto damages_json = Json::array(), heads_json = Json::array();
    for (const auto& damage : found.damages)
        damages_json.push_back(
            {{"chain", damage.chain}, {"seq", damage.seq}, {"event", damage.event}, {"what", damage.what}});
    for (const auto& head : heads)
        heads_json.push_back({{"chain", head.chain}, {"seq", head.seq}, {"hash", head.hash}});
    const bool is_whole = found.damages.empty();
    if (session.json) {
        session.out.add_json({{"version", 1},
                              {"is_whole", is_whole},
                              {"events", found.events},
                              {"revisions", found.revisions},
                              {"damages", std::move(damages_json)},
                              {"heads", std::move(heads_json)}});
        return is_whole ? Exit::ok : Exit::unwell;
    }
    session.out.add(
        fmt::format("{} events and {} texts were checked: {}\n", found.events, found.revisions,
                    is_whole ? "all are as they were written." : "some are not as they were written."));
    for (const auto& damage : found.damages)
        session.out.add(fmt::format("  {} {}: {}\n", clean(damage.chain), damage.seq, clean(damage.what)));
    session.out.add("Heads (kept elsewhere, they also show whether the end of a chain was cut off):\n");
    for (const auto& head : heads)
        session.out.add(fmt::format("  {} {} {}\n", clean(head.chain), head.seq, clean(head.hash)));
    return is_whole ? Exit::ok : Exit::unwell;
}

} // namespace

void add_store(CLI::App& app, Action& action)
{
    auto* noun = app.add_subcommand("store", "The store: everything else is made from it");
    noun->require_subcommand(1)->fallthrough();
    auto* verify =
        noun->add_subcommand("verify", "Check every event and every text against its hash")->fallthrough();
    explain(*verify, "Only reads. Exit 6 when something was changed, taken out or put in.\n"
                     "Example:\n  guidepostctl store verify");
    verify->callback([&action] { action = verify_store; });
}

} // namespace guidepost::terminal
