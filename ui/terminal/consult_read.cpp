// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/request/attached_verdict.h"
#include "core/pages/consultation_words.h"
#include "core/pages/thread_page.h"
#include "core/text/digest.h"
#include "core/text/error.h"
#include "core/text/text.h"
#include "core/text/wrap.h"
#include "ui/terminal/consult_desk.h"
#include "ui/terminal/consult_verbs.h"

#include <fmt/format.h>

namespace guidepost::terminal {
namespace {

using namespace consultation;

constexpr const char* marking = "OFFICIAL-SENSITIVE\n";
constexpr std::size_t shown = 200;

Json when(const std::optional<Timestamp>& at)
{
    return at ? Json(format_timestamp(*at)) : Json(nullptr);
}

Json login_or_null(const Login& login)
{
    return login ? Json(login.value()) : Json(nullptr);
}

Json listed_json(const Listed& one)
{
    return {{"ref", one.ref.value()},
            {"title", one.title},
            {"requester", one.requester.value()},
            {"region", one.region},
            {"specialism", one.specialism},
            {"priority", word_of(one.priority)},
            {"status", word_of(one.status)},
            {"whose_move", word_of(one.move)},
            {"due", when(one.due)},
            {"is_overdue", one.is_overdue},
            {"adviser", login_or_null(one.adviser)},
            {"cover", login_or_null(one.cover)},
            {"offered_to", login_or_null(one.offered_to)},
            {"is_restricted", one.is_restricted},
            {"has_red_flag", one.has_red_flag},
            {"rosh", one.rosh}};
}

void add_listed(Session& session, const std::vector<Listed>& list, ConsultDesk& desk)
{
    if (session.json) {
        auto consultations = Json::array();
        for (const auto& one : list)
            consultations.push_back(listed_json(one));
        session.out.add_json({{"version", 1}, {"consultations", std::move(consultations)}});
        return;
    }
    if (list.empty()) {
        session.out.message("There is none.");
        return;
    }
    session.out.add(marking);
    const auto names = desk.names();
    for (const auto& one : list)
        session.out.add(
            fmt::format("{}  {}\n    {}{}{}{}{}\n", one.ref.value(),
                        one.title.empty() ? "(the question was removed)" : clean(one.title),
                        clean(pages::state_words(one, names)),
                        one.due && one.move != Move::nobody ? ", due " + moment(*one.due, desk.now()) : "",
                        one.is_overdue ? " OVERDUE" : "", one.has_red_flag ? ", RED FLAG" : "",
                        one.is_restricted ? ", restricted" : ""));
}

Exit list_consultations(const std::string& name, Session& session)
{
    ConsultDesk desk{session};
    const auto usual = people::has_role(desk.reader().person, people::Role::specialist) ? ListKind::mine
                       : people::has_role(desk.reader().person, people::Role::lead)     ? ListKind::team
                                                                                    : ListKind::my_requests;
    const auto kind = name.empty() ? usual : parse_list(name).value_or(usual);
    add_listed(session, desk.board().list(kind, desk.reader(), desk.now(), shown), desk);
    return Exit::ok;
}

Exit find_consultations(const std::string& file, Session& session)
{
    const auto words = read_text(session, file);
    if (trimmed(words).empty() || first_invalid_utf8(words))
        throw Error{Errc::usage, "There is nothing to look for: give words on stdin or with --file."};
    ConsultDesk desk{session};
    add_listed(session, desk.board().find(words, desk.reader(), desk.now()), desk);
    return Exit::ok;
}

Json passed_over_json(const Offer& offer)
{
    auto passed = Json::array();
    for (const auto& [login, reason] : offer.passed_over)
        passed.push_back({{"login", login.value()}, {"reason", word_of(reason)}});
    for (const auto& [reason, count] : offer.passed_over_counts)
        passed.push_back({{"count", count}, {"reason", neutral_words(reason)}});
    return passed;
}

Json thread_json(const Thread& thread, const ConsultDesk& desk)
{
    auto advisers = Json::array(), messages = Json::array(), actions = Json::array(), history = Json::array();
    if (thread.adviser)
        advisers.push_back(thread.adviser.value());
    for (const auto& login : thread.second_opinions)
        advisers.push_back(login.value());
    for (const auto& entry : thread.entries)
        messages.push_back({{"event", entry.event},
                            {"seq", entry.seq},
                            {"at", format_timestamp(entry.at)},
                            {"who", entry.who.value()},
                            {"kind", word_of(entry.kind)},
                            {"text", entry.text},
                            {"cites", entry.cites},
                            {"despite_guard", entry.despite_guard},
                            {"is_redacted", entry.is_redacted}});
    for (const auto& action : thread.actions)
        actions.push_back({{"number", action.number},
                           {"text", action.text},
                           {"owner", action.owner},
                           {"due", action.due ? Json(format_date(*action.due)) : Json(nullptr)},
                           {"is_done", action.is_done ? Json(*action.is_done) : Json(nullptr)}});
    for (const auto& event : thread.history)
        history.push_back({{"event", event.id},
                           {"seq", event.seq},
                           {"at", format_timestamp(event.at)},
                           {"who", event.who.value()},
                           {"kind", word_of(event.kind)}});
    const auto offer = thread.offer ? thread.offer : thread.last_offer;
    Json json{{"version", 1},
              {"ref", thread.ref.value()},
              {"marking", "OFFICIAL-SENSITIVE"},
              {"title", title_of(thread.request)},
              {"status", word_of(thread.status)},
              {"whose_move", word_of(thread.move)},
              {"due", when(thread.due)},
              {"is_overdue", thread.is_overdue},
              {"requester", thread.requester.value()},
              {"region", thread.region},
              {"specialism", thread.need.specialism},
              {"advisers", std::move(advisers)}};
    json["route"] = {{"to", thread.offer ? Json(thread.offer->to.value()) : Json(nullptr)},
                     {"reasons", offer ? Json(offer->reasons) : Json::array()},
                     {"passed_over", offer ? passed_over_json(*offer) : Json::array()}};
    json["given"] = nullptr;
    if (thread.given) {
        auto against = Json::array();
        for (const auto reason : thread.given->against)
            against.push_back(word_of(reason));
        json["given"] = {{"to", thread.given->to.value()},
                         {"by", thread.given->by.value()},
                         {"against", std::move(against)},
                         {"reason", thread.given->reason}};
    }
    json["cover"] = nullptr;
    if (thread.cover)
        json["cover"] = {{"of", thread.cover->of.value()},
                         {"by", thread.cover->by.value()},
                         {"until", format_timestamp(thread.cover->until)}};
    json["modules"] = Json::array();
    for (const auto& [module, words] : thread.need.modules)
        json["modules"].push_back({{"module", module}, {"words", words}});
    json["verdicts"] = Json::array();
    for (const auto& verdict : verdicts_of(thread.request))
        json["verdicts"].push_back(Json::parse(verdict_json(verdict)));
    json["is_restricted"] = thread.is_restricted;
    json["red_flags"] = thread.red_flags;
    json["request"] = Json::parse(request_json(thread.request));
    json["messages"] = std::move(messages);
    json["actions"] = std::move(actions);
    json["advice"] = thread.advice ? Json(word_of(*thread.advice)) : Json(nullptr);
    json["take_over"] = thread.take_over ? Json(*thread.take_over) : Json(nullptr);
    json["seen"] = moved_for(thread, desk.reader());
    json["events"] = thread.history.size();
    json["history"] = std::move(history);
    json["head_hash"] = thread.head_hash;
    return json;
}

void add_thread_text(Output& out, const Thread& thread, const ConsultDesk& desk)
{
    const auto names = desk.names();
    const pages::ThreadReader reader{desk.reader().person.login,
                                     may(desk.reader(), people::Action::read_notes, thread), desk.now()};
    const auto title = title_of(thread.request);
    out.add(marking);
    out.add(out.bold(title.empty() ? "(the question was removed)" : clean(title)) + "\n");
    out.add(fmt::format("{}, {}, {}, {}\n", thread.ref.value(), clean(thread.region),
                        clean(thread.need.specialism), word_of(thread.status)));
    out.add(wrapped(clean(pages::move_words(thread, names, reader)), out.width()) + "\n");
    if (const auto holder = pages::holder_words(thread, reader); !holder.empty())
        out.add(wrapped(clean(holder), out.width()) + "\n");
    if (const auto routed = pages::routing_words(thread, names, reader); !routed.empty())
        out.add(wrapped(clean(routed), out.width()) + "\n");
    for (const auto& [module, words] : thread.need.modules)
        out.add(wrapped(fmt::format("{} {}.", clean(module), clean(words)), out.width(), "  ", "    ") +
                "\n");
    for (const auto& entry : thread.entries) {
        out.add("\n" +
                out.bold(fmt::format("{}, {}, {}", pages::entry_words(entry, thread),
                                     clean(desk.name_of(entry.who)), moment(entry.at, desk.now()))) +
                "\n");
        const auto text =
            entry.is_redacted ? "(this text was removed, and its removal is recorded)" : clean(entry.text);
        if (!text.empty())
            out.add(wrapped(text, out.width(), "  ", "  ") + "\n");
        for (const auto& place : entry.cites)
            out.add(fmt::format("  cites {}\n", clean(place)));
        if (entry.kind == Entry::Kind::question) {
            for (const auto& [name, value] : pages::request_facts(thread))
                out.add(wrapped(fmt::format("{}: {}", name, clean(value)), out.width(), "  ", "    ") + "\n");
            for (const auto& place : thread.request.read)
                out.add(fmt::format("  had read {}\n", clean(place)));
        }
        if (const auto despite = pages::despite_guard_words(entry); !despite.empty())
            out.add(wrapped(clean(despite), out.width(), "  ", "  ") + "\n");
    }
    for (const auto& verdict : verdicts_of(thread.request)) {
        out.add("\n" + out.bold("What a module said: " + clean(source_words(verdict))) + "\n");
        for (const auto& line : verdict_lines(verdict))
            out.add(wrapped(clean(line), out.width(), "  ", "    ") + "\n");
    }
    if (!thread.actions.empty())
        out.add("\n" + out.bold("Actions") + "\n");
    for (const auto& action : thread.actions)
        out.add(
            wrapped(fmt::format("{}. {} ({}{}): {}", action.number, clean(action.text), clean(action.owner),
                                action.due ? ", by " + format_date_long(*action.due) : "",
                                !action.is_done   ? "open"
                                : *action.is_done ? "done"
                                                  : "not done"),
                    out.width(), "  ", "     ") +
            "\n");
    out.add("\n" + out.bold("History") + "\n");
    for (const auto& event : thread.history)
        if (const auto line = pages::history_words(event, thread, names, reader); !line.empty())
            out.add(fmt::format("  {}\n", clean(line)));
}

Exit show_consultation(const std::string& typed, Session& session)
{
    const auto ref = ref_of(typed);
    ConsultDesk desk{session};
    desk.run(Open{EventId{uuid_v7(desk.now())}, ref});
    const auto thread = desk.read(ref);
    if (session.json)
        session.out.add_json(thread_json(thread, desk));
    else
        add_thread_text(session.out, thread, desk);
    return Exit::ok;
}

} // namespace

void add_consult_read(CLI::App& noun, Action& action)
{
    auto name = std::make_shared<std::string>();
    auto* list = noun.add_subcommand("list", "Consultations you may see")->fallthrough();
    std::vector<std::string> words;
    for (const auto kind : all_lists())
        words.emplace_back(word_of(kind));
    list->add_option("list", *name, join(words, ", ") + "; without it the one you look at most")
        ->check(CLI::IsMember(words))
        ->type_name("LIST");
    explain(*list, "Example:\n  guidepostctl consult list unassigned");
    list->callback([name, &action] {
        action = [name](Session& session) {
            return list_consultations(*name, session);
        };
    });

    auto ref = std::make_shared<std::string>();
    auto* show = noun.add_subcommand("show", "One consultation; that you read it is kept")->fallthrough();
    show->add_option("ref", *ref, "e.g. GP-7K2M9Q")->required()->type_name("REF");
    explain(*show, "Exit 3 for one that is not there or not for you: nobody learns which.\n"
                   "Example:\n  guidepostctl consult show GP-7K2M9Q --json");
    show->callback([ref, &action] {
        action = [ref](Session& session) {
            return show_consultation(*ref, session);
        };
    });

    auto file = std::make_shared<std::string>();
    auto* find = noun.add_subcommand("find", "Those that hold all of some words")->fallthrough();
    find->add_option("--file", *file, "where the words stand; stdin otherwise")->type_name("FILE");
    explain(*find, "Example:\n  echo 'group facilitator' | guidepostctl consult find");
    find->callback([file, &action] {
        action = [file](Session& session) {
            return find_consultations(*file, session);
        };
    });
}

} // namespace guidepost::terminal
