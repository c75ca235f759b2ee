// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/error.h"
#include "ui/terminal/nouns.h"
#include "ui/terminal/open_desk.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace guidepost::terminal {
namespace {

search::IndexStatus status_of(desk::Desk& desk)
{
    auto library = desk.library();
    return search::index_status(desk.index_folder(), library);
}

void show_status(const search::IndexStatus& status, const desk::Desk& desk, Session& session)
{
    const bool is_ready = status.problem.empty();
    if (session.json) {
        session.out.add_json(
            {{"version", 1},
             {"index",
              {{"state", search::index_state_name(is_ready ? search::IndexState::Kind::ready
                                                           : search::IndexState::Kind::titles_only)},
               {"behind", status.behind}}},
             {"exists", status.exists},
             {"articles", status.articles},
             {"bytes", status.bytes},
             {"problem", status.problem},
             {"folder", desk.index_folder().string()}});
        return;
    }
    session.out.add(fmt::format("Index: {}\n", is_ready ? "ready" : "not usable: " + clean(status.problem)));
    session.out.add(fmt::format("Articles in it: {} ({:.1f} MB)\n", status.articles,
                                static_cast<double>(status.bytes) / 1'000'000));
    session.out.add(fmt::format("Not in it yet: {}\n", status.behind));
    session.out.add(fmt::format("Folder: {}\n", clean(desk.index_folder().string())));
    if ((!is_ready || status.behind > 0) && !desk.is_read_only())
        session.out.message("The next search brings it up to date.");
}

/// A profile in which nothing was searched yet is not unwell.
Exit exit_of(const search::IndexStatus& status)
{
    return status.exists && !status.problem.empty() ? Exit::unwell : Exit::ok;
}

Exit show_index(Session& session)
{
    const auto desk = open_desk(session);
    const auto status = status_of(*desk);
    show_status(status, *desk, session);
    return exit_of(status);
}

Exit rebuild_index(Session& session)
{
    const auto desk = open_stocked_desk(session);
    if (rebuild(session, *desk) == search::Caught::busy)
        throw Error{Errc::conflict, "Another program is indexing this profile. Try again when it is done."};
    const auto status = status_of(*desk);
    show_status(status, *desk, session);
    return exit_of(status);
}

} // namespace

void add_index(CLI::App& app, Action& action)
{
    auto* noun = app.add_subcommand("index", "The search index: a copy that can always be made anew");
    noun->require_subcommand(1)->fallthrough();

    auto* status =
        noun->add_subcommand("status", "Whether it is well and up to date; changes nothing")->fallthrough();
    explain(
        *status,
        "Exit 6 when there is an index and it cannot be used.\nExample:\n  guidepostctl index status --json");
    status->callback([&action] { action = show_index; });

    auto* rebuild_verb = noun->add_subcommand("rebuild", "Make it anew from the store")->fallthrough();
    explain(*rebuild_verb,
            "Searching goes on with the old one meanwhile. Exit 5 when another program is at it.\n"
            "Example:\n  guidepostctl index rebuild");
    rebuild_verb->callback([&action] { action = rebuild_index; });
}

} // namespace guidepost::terminal
