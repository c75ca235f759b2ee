// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/error.h"
#include "core/text/text.h"
#include "core/usecases/drafts.h"
#include "ui/terminal/nouns.h"
#include "ui/terminal/open_desk.h"
#include "ui/terminal/signed_in.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>

namespace guidepost::terminal {
namespace {

using Json = nlohmann::ordered_json;

Json restricted_json(const guidance::Draft& draft)
{
    auto logins = Json::array();
    for (const auto& login : draft.restricted_to)
        logins.push_back(login.value());
    return logins;
}

Exit list_drafts(Session& session)
{
    const auto desk = open_desk(session);
    auto drafts = Json::array();
    for (const auto& draft : usecases::list_drafts(desk->connection(), signed_in(session, *desk))) {
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
    const auto desk = open_desk(session);
    const auto draft = usecases::find_draft(desk->connection(), id, signed_in(session, *desk));
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
    const auto desk = open_desk(session);
    usecases::free_draft(desk->connection(), id, signed_in(session, *desk));
    if (session.json)
        session.out.add_json({{"version", 1}, {"draft", id}, {"freed", true}});
    else
        session.out.add("Whoever may see drafts sees this one now.\n");
    return Exit::ok;
}

Exit remove_draft(const std::string& id, Session& session)
{
    const auto desk = open_desk(session);
    usecases::remove_draft(desk->connection(), id, signed_in(session, *desk));
    if (session.json)
        session.out.add_json({{"version", 1}, {"draft", id}, {"removed", true}});
    else
        session.out.add("The draft is gone; that it was taken away is kept.\n");
    return Exit::ok;
}

/// A verb that takes one draft.
CLI::App& add_verb(CLI::App& noun, const char* name, const char* what,
                   Exit (*run)(const std::string& id, Session& session), Action& action)
{
    auto id = std::make_shared<std::string>();
    auto* verb = noun.add_subcommand(name, what)->fallthrough();
    verb->add_option("draft", *id, "as list names it")->required()->type_name("ID");
    verb->callback([id, run, &action] {
        action = [id, run](Session& session) {
            return run(*id, session);
        };
    });
    return *verb;
}

} // namespace

void add_draft(CLI::App& app, Action& action)
{
    auto* noun = app.add_subcommand("draft", "Guidance that nobody has reviewed yet");
    noun->require_subcommand(1)->fallthrough();
    auto* list = noun->add_subcommand("list", "Every draft, newest first")->fallthrough();
    explain(*list, "Example:\n  guidepostctl draft list");
    list->callback([&action] { action = list_drafts; });
    explain(add_verb(*noun, "show", "One draft, as it was written", show_draft, action),
            "Example:\n  guidepostctl draft show ID >draft.md");
    explain(
        add_verb(*noun, "free", "Let everybody who may see drafts see a restricted one", free_draft, action),
        "A draft from a restricted consultation is seen by those who are let into that. One of them\n"
        "frees it, having read that nothing in it tells of a person.\nExample:\n  guidepostctl draft "
        "free ID");
    explain(add_verb(*noun, "remove", "Take a draft away for ever, its title too", remove_draft, action),
            "For trainers and leads, when a text had to go from the consultation that it was made of.\n"
            "Backups made before still hold it.\nExample:\n  guidepostctl draft remove ID");
}

} // namespace guidepost::terminal
