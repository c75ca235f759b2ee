// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/drafts.h"
#include "core/people/rights.h"
#include "core/text/error.h"
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

std::unique_ptr<desk::Desk> open_for_drafts(Session& session)
{
    auto desk = open_desk(session);
    if (!people::may(signed_in(session, *desk).roles, people::Action::read_drafts, people::Relation::none))
        throw Error{Errc::refused,
                    "Drafts are for those who write or answer for guidance: trainers, specialists "
                    "and leads."};
    return desk;
}

Exit list_drafts(Session& session)
{
    const auto desk = open_for_drafts(session);
    auto drafts = Json::array();
    for (const auto& draft : guidance::list_drafts(desk->connection())) {
        drafts.push_back({{"draft", draft.id},
                          {"title", draft.title},
                          {"owner", draft.owner},
                          {"made", format_timestamp(draft.at)},
                          {"provenance", draft.provenance}});
        if (!session.json)
            session.out.add(fmt::format("{}  {}  ({}, {})\n", clean(draft.id), clean(draft.title),
                                        clean(draft.owner), format_date_long(date_of(draft.at))));
    }
    if (session.json)
        session.out.add_json({{"version", 1}, {"drafts", std::move(drafts)}});
    return Exit::ok;
}

Exit show_draft(const std::string& id, Session& session)
{
    const auto desk = open_for_drafts(session);
    const auto draft = guidance::find_draft(desk->connection(), id);
    if (!draft)
        throw Error{Errc::not_found, fmt::format("There is no draft {}.", shortened(id, 80))};
    if (session.json)
        session.out.add_json({{"version", 1},
                              {"draft", draft->id},
                              {"title", draft->title},
                              {"owner", draft->owner},
                              {"made", format_timestamp(draft->at)},
                              {"provenance", draft->provenance},
                              {"content", draft->text}});
    else
        session.out.add_raw(draft->text);
    return Exit::ok;
}

} // namespace

void add_draft(CLI::App& app, Action& action)
{
    auto* noun = app.add_subcommand("draft", "Guidance that nobody has reviewed yet");
    noun->require_subcommand(1)->fallthrough();
    auto* list = noun->add_subcommand("list", "Every draft, newest first")->fallthrough();
    explain(*list, "Example:\n  guidepostctl draft list");
    list->callback([&action] { action = list_drafts; });
    auto id = std::make_shared<std::string>();
    auto* show = noun->add_subcommand("show", "One draft, as it was written")->fallthrough();
    show->add_option("draft", *id, "as list names it")->required()->type_name("ID");
    explain(*show, "Example:\n  guidepostctl draft show ID >draft.md");
    show->callback([id, &action] {
        action = [id](Session& session) {
            return show_draft(*id, session);
        };
    });
}

} // namespace guidepost::terminal
