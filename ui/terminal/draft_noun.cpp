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

Json restricted_json(const guidance::Draft& draft)
{
    auto logins = Json::array();
    for (const auto& login : draft.restricted_to)
        logins.push_back(login.value());
    return logins;
}

Exit list_drafts(Session& session)
{
    const auto desk = open_for_drafts(session);
    const auto reader = signed_in(session, *desk).login;
    auto drafts = Json::array();
    for (const auto& draft : guidance::list_drafts(desk->connection(), reader)) {
        drafts.push_back({{"draft", draft.id},
                          {"title", draft.title},
                          {"owner", draft.owner},
                          {"made", format_timestamp(draft.at)},
                          {"provenance", draft.provenance},
                          {"restricted_to", restricted_json(draft)}});
        if (!session.json)
            session.out.add(fmt::format("{}  {}  ({}, {}{})\n", clean(draft.id), clean(draft.title),
                                        clean(draft.owner), format_date_long(date_of(draft.at)),
                                        draft.restricted_to.empty() ? "" : "; restricted"));
    }
    if (session.json)
        session.out.add_json({{"version", 1}, {"drafts", std::move(drafts)}});
    return Exit::ok;
}

Exit show_draft(const std::string& id, Session& session)
{
    const auto desk = open_for_drafts(session);
    const auto draft = guidance::find_draft(desk->connection(), id, signed_in(session, *desk).login);
    if (!draft)
        throw Error{Errc::not_found, fmt::format("There is no draft {}.", shortened(id, 80))};
    if (session.json)
        session.out.add_json({{"version", 1},
                              {"draft", draft->id},
                              {"title", draft->title},
                              {"owner", draft->owner},
                              {"made", format_timestamp(draft->at)},
                              {"provenance", draft->provenance},
                              {"restricted_to", restricted_json(*draft)},
                              {"content", draft->text}});
    else
        session.out.add_raw(draft->text);
    return Exit::ok;
}

Exit free_draft(const std::string& id, Session& session)
{
    const auto desk = open_for_drafts(session);
    guidance::free_draft(desk->connection(), id, signed_in(session, *desk).login);
    if (session.json)
        session.out.add_json({{"version", 1}, {"draft", id}, {"freed", true}});
    else
        session.out.add("Whoever may see drafts sees this one now.\n");
    return Exit::ok;
}

Exit remove_draft(const std::string& id, Session& session)
{
    const auto desk = open_for_drafts(session);
    const auto by = signed_in(session, *desk);
    if (!people::may(by.roles, people::Action::remove_drafts, people::Relation::none))
        throw Error{Errc::refused, "Drafts are taken away by trainers and leads."};
    guidance::remove_draft(desk->connection(), id, by.login);
    if (session.json)
        session.out.add_json({{"version", 1}, {"draft", id}, {"removed", true}});
    else
        session.out.add("The draft is gone; that it was taken away is kept.\n");
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
    auto freed = std::make_shared<std::string>();
    auto* free =
        noun->add_subcommand("free", "Let everybody who may see drafts see a restricted one")->fallthrough();
    free->add_option("draft", *freed, "as list names it")->required()->type_name("ID");
    explain(*free,
            "A draft from a restricted consultation is seen by those who are let into that. One of them\n"
            "frees it, having read that nothing in it tells of a person.\nExample:\n  guidepostctl draft "
            "free ID");
    free->callback([freed, &action] {
        action = [freed](Session& session) {
            return free_draft(*freed, session);
        };
    });
    auto removed = std::make_shared<std::string>();
    auto* remove = noun->add_subcommand("remove", "Take a draft away for ever, its title too")->fallthrough();
    remove->add_option("draft", *removed, "as list names it")->required()->type_name("ID");
    explain(*remove,
            "For trainers and leads, when a text had to go from the consultation that it was made of.\n"
            "Backups made before still hold it.\nExample:\n  guidepostctl draft remove ID");
    remove->callback([removed, &action] {
        action = [removed](Session& session) {
            return remove_draft(*removed, session);
        };
    });
}

} // namespace guidepost::terminal
