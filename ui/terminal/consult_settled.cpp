// SPDX-License-Identifier: GPL-2.0-or-later
// Questions that were not sent because guidance answered them: recording one, and what settled how many.
#include "core/consultation/request/settled.h"
#include "core/guidance/place.h"
#include "core/text/error.h"
#include "core/text/text.h"
#include "ui/terminal/consult_desk.h"
#include "ui/terminal/consult_verbs.h"

#include <fmt/format.h>

#include <memory>

namespace guidepost::terminal {
namespace {

using namespace consultation;

struct Wanted {
    std::vector<std::string> by = {};
    std::string event = {};
};

Exit record(const Wanted& wanted, Session& session)
{
    ConsultDesk desk{session};
    const auto& person = desk.reader().person;
    if (!people::may(person.roles, people::Action::ask, people::Relation::none))
        throw Error{Errc::refused,
                    "Asking, and needing to ask no more, is the officer's who holds the case."};
    auto library = desk.desk().library();
    std::vector<ArticleId> articles;
    for (const auto& named : wanted.by) {
        const auto id = guidance::parse_place(named).article;
        if (!library.find(id))
            throw Error{Errc::not_found, fmt::format("There is no article {}.", shortened(named, 80))};
        articles.push_back(id);
    }
    const auto event = event_of(wanted.event);
    record_settled(desk.desk().connection(), event, person.login, articles, desk.now());
    if (session.json)
        session.out.add_json({{"version", 1}, {"event", event.value()}});
    else
        session.out.add(
            "Recorded: settled by guidance. Nothing was sent, and nothing of the case was kept.\n");
    return Exit::ok;
}

Exit show(Session& session)
{
    ConsultDesk desk{session};
    if (!people::may(desk.reader().person.roles, people::Action::read_drafts, people::Relation::none))
        throw Error{Errc::refused,
                    "What guidance settles is counted for those who write it and those who lead."};
    const auto settled = settled_by_guidance(desk.desk().connection());
    auto library = desk.desk().library();
    auto list = Json::array();
    if (!session.json)
        session.out.add(settled.questions == 0
                            ? "No question was settled by guidance yet.\n"
                            : fmt::format("{} question{} settled by guidance before being sent.\n",
                                          settled.questions, settled.questions == 1 ? " was" : "s were"));
    for (const auto& [article, questions, last] : settled.by) {
        const auto found = library.find(article);
        const auto title = found ? found->title : std::string{"(not here any more)"};
        list.push_back({{"article", article.value()},
                        {"title", title},
                        {"questions", questions},
                        {"last", format_timestamp(last)}});
        if (!session.json)
            session.out.add(fmt::format("{:>4}  {}  {}, last {}\n", questions, clean(article.value()),
                                        clean(title), moment(last, desk.now())));
    }
    if (session.json)
        session.out.add_json({{"version", 1}, {"questions", settled.questions}, {"by", std::move(list)}});
    return Exit::ok;
}

} // namespace

void add_consult_settled(CLI::App& noun, Action& action)
{
    auto wanted = std::make_shared<Wanted>();
    auto* verb = noun.add_subcommand("settled", "Questions that guidance answered before they were sent")
                     ->fallthrough();
    verb->add_option("--by", wanted->by, "as officer: this guidance settled my question, again for more")
        ->type_name("ARTICLE");
    verb->add_option("--event", wanted->event, "id of the event (UUID): sent again, it is done once")
        ->type_name("ID");
    explain(*verb,
            "Without --by: how many, and by which guidance, for trainers, specialists and leads. Only the\n"
            "names of articles are kept, nothing of the question or the case.\n"
            "Examples:\n  guidepostctl consult settled --by maintaining-innocence\n"
            "  guidepostctl consult settled");
    verb->callback([wanted, &action] {
        action = [wanted](Session& session) {
            return wanted->by.empty() ? show(session) : record(*wanted, session);
        };
    });
}

} // namespace guidepost::terminal
