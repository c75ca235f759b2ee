// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/consultations/consultation_service.h"

#include "core/consultation/acts/command_words.h"
#include "core/consultation/request/settled.h"
#include "core/consultation/routing/need.h"
#include "core/guidance/library.h"
#include "core/guidance/place.h"
#include "core/pages/record_text.h"
#include "core/people/name_order.h"
#include "core/people/rights.h"
#include "core/text/digest.h"

#include <algorithm>

namespace guidepost::desktop {
namespace {

using namespace consultation;

pages::Names names_of(const std::vector<people::Staff>& everybody)
{
    pages::Names names;
    for (const auto& person : everybody)
        names[person.login] = person.display_name;
    names[Login{"clerk"}] = "Guidepost";
    return names;
}

/// Who acts as the register says today; somebody who is not in it stays as they came.
people::Staff as_registered(const people::Staff& who, const std::vector<people::Staff>& everybody)
{
    const auto found = std::find_if(everybody.begin(), everybody.end(),
                                    [&](const auto& person) { return person.login == who.login; });
    return found == everybody.end() ? who : *found;
}

/// Of the articles a thread names.
std::map<std::string, std::string> titles_of(const Thread& thread, store::Connection& connection)
{
    std::map<std::string, std::string> titles;
    guidance::Library library{connection};
    const auto note = [&](const std::string& cite) {
        const auto id = guidance::parse_place(cite).article;
        if (!id || titles.contains(id.value()))
            return;
        if (const auto article = library.find(id))
            titles[id.value()] = article->title;
    };
    for (const auto& read : thread.request.read)
        note(read);
    for (const auto& entry : thread.entries)
        for (const auto& cite : entry.cites)
            note(cite);
    return titles;
}

std::string refusal_of(Act act, const Thread& thread, const std::vector<people::Staff>& colleagues,
                       const Work& work)
{
    auto input = whole_input(act, thread);
    if (!colleagues.empty())
        input.colleague = colleagues.front().login;
    for (const auto& person : work.everybody)
        if (person.is_active && people::has_role(person, people::Role::lead))
            input.people = {person.login};
    const auto refused = check(command_of(act, thread.ref, {}, std::move(input)), thread, work);
    return refused ? refused->sentence : std::string{};
}

/// Those who could be given it or asked: each is put to the command itself.
std::vector<people::Staff> colleagues_of(Act act, const Thread& thread, const Work& work)
{
    std::vector<people::Staff> found;
    for (const auto& person : people::by_name(work.everybody)) {
        auto input = whole_input(act, thread);
        input.colleague = person.login;
        if (!check(command_of(act, thread.ref, {}, std::move(input)), thread, work))
            found.push_back(person);
    }
    // The same field first, then the same region.
    std::stable_sort(found.begin(), found.end(), [&](const auto& one, const auto& other) {
        const auto rank = [&](const people::Staff& person) {
            return (against(person.login, thread, work).empty() ? 0 : 2) +
                   (person.region == thread.region ? 0 : 1);
        };
        return rank(one) < rank(other);
    });
    return found;
}

/// With the kinds of identifiers that are left in what is written: the window has asked whether it goes out
/// so.
Work with_guard(Work work, const Command& command, const privacy::GuardWords& words)
{
    work.despite_guard = identifier_kinds(seen_by_guard(command, words, work.who.today));
    // A reference is never asked about: the desk makes one.
    std::erase(work.despite_guard, reference_kind);
    return work;
}

std::string text_for_record(const ConsultationRef& ref, const std::vector<people::Staff>& everybody,
                            const Work& work)
{
    Board board{work.connection, work.rules};
    auto thread = board.read(ref, work.who, work.now);
    if (!thread)
        return {};
    guidance::Library library{work.connection};
    return pages::record_text(*thread, pages::named_guidance(*thread, library), names_of(everybody));
}

} // namespace

struct ConsultationService::At {
    std::unique_ptr<store::Connection> connection = {};
    Rules rules = {};
    std::vector<people::Staff> everybody = {}; ///< read anew for each job

    Work work(const people::Staff& who, Timestamp now)
    {
        everybody = people::Register{*connection}.everybody();
        return {*connection, rules, everybody,
                reader_of(as_registered(who, everybody), everybody, to_london(now).day), now};
    }
};

ConsultationService::ConsultationService(const desk::Desk& desk) : desk_{desk}, here_{std::make_shared<At>()}
{}

ConsultationService::At& ConsultationService::at(const Here& here) const
{
    if (!here->connection) {
        here->rules = read_rules(desk_.places().content);
        here->connection = desk_.open_store();
    }
    return *here;
}

RequestPtr ConsultationService::list(const people::Staff& who, ConsultationView view, std::string find,
                                     std::function<void(Listing)> show, OnFailure failed)
{
    return ask(
        worker_,
        [this, who, view, find = std::move(find)](const std::stop_token&) {
            auto& here = at(here_);
            const auto work = here.work(who, system_now());
            // So that whoever stands in for somebody finds it at once.
            if (!desk_.is_read_only())
                pass_on_absences(*here.connection, here.rules, here.everybody, work.now);
            Board board{*here.connection, here.rules};
            Listing listing;
            listing.names = names_of(here.everybody);
            listing.for_me = board.count_for_me(work.who, work.now);
            std::map<ListKind, std::vector<Listed>> lists;
            for (const auto& other : views_of(work.who.person)) {
                // What one asked is told apart by whose move it is, so it is read; the others are counted.
                if (other.list == ListKind::my_requests) {
                    if (!lists.contains(other.list))
                        lists[other.list] = board.list(other.list, work.who, work.now);
                    listing.counts[other.which] = rows_of(other, lists[other.list]).size();
                } else {
                    listing.counts[other.which] = board.count(other.list, work.who, work.now);
                }
            }
            if (!find.empty())
                listing.rows = board.find(find, work.who, work.now);
            else if (const auto read = lists.find(view.list); read != lists.end())
                listing.rows = rows_of(view, read->second);
            else
                listing.rows = rows_of(view, board.list(view.list, work.who, work.now));
            return listing;
        },
        std::move(show), std::move(failed));
}

RequestPtr ConsultationService::count(const people::Staff& who, std::function<void(std::size_t)> show,
                                      OnFailure failed)
{
    return ask(
        worker_,
        [this, who](const std::stop_token&) {
            auto& here = at(here_);
            const auto work = here.work(who, system_now());
            return Board{*here.connection, here.rules}.count_for_me(work.who, work.now);
        },
        std::move(show), std::move(failed));
}

RequestPtr ConsultationService::open(const people::Staff& who, ConsultationRef ref, Opened opened,
                                     std::function<void(std::optional<OpenThread>)> show, OnFailure failed)
{
    return ask(
        worker_,
        [this, who, opened, ref = std::move(ref)](const std::stop_token&) -> std::optional<OpenThread> {
            auto& here = at(here_);
            const auto work = here.work(who, system_now());
            if (opened == Opened::by_person &&
                !std::holds_alternative<Done>(consultation::run(Open{EventId{uuid_v7(work.now)}, ref}, work)))
                return std::nullopt;
            Board board{*here.connection, here.rules};
            auto whole = board.read_whole(ref, work.who, work.now);
            if (!whole)
                return std::nullopt;
            OpenThread open;
            open.side = side_of(*whole, work.who);
            open.seen = moved_for(*whole, work.who);
            for (const auto act : {Act::hand_over, Act::second_opinion, Act::assign})
                open.colleagues[act] = colleagues_of(act, *whole, work);
            for (const auto& person : open.colleagues[Act::assign])
                open.against[person.login] = against(person.login, *whole, work);
            for (const auto& row : act_table())
                open.refusals[row.act] = refusal_of(row.act, *whole, open.colleagues[row.act], work);
            open.reader = {work.who.person.login,
                           consultation::may(work.who, people::Action::read_notes, *whole), work.now};
            open.names = names_of(here.everybody);
            open.thread = for_reader(std::move(*whole), work.who);
            open.titles = titles_of(open.thread, *here.connection);
            open.everybody = people::by_name(here.everybody);
            std::erase_if(open.everybody, [](const auto& person) { return !person.is_active; });
            return open;
        },
        std::move(show), std::move(failed));
}

RequestPtr ConsultationService::run(const people::Staff& who, Command command,
                                    std::function<void(Acted)> show, OnFailure failed)
{
    return ask(
        worker_,
        [this, who, command = std::move(command)](const std::stop_token&) {
            auto& here = at(here_);
            const auto work = here.work(who, system_now());
            Acted acted;
            acted.result = consultation::run(command, with_guard(work, command, *desk_.guard_words()));
            const auto* const exported = std::get_if<Export>(&command);
            if (exported && std::holds_alternative<Done>(acted.result))
                acted.text = text_for_record(exported->ref, here.everybody, work);
            return acted;
        },
        std::move(show), std::move(failed));
}

RequestPtr ConsultationService::send(const people::Staff& who, consultation::Request written,
                                     std::vector<std::string> attach, std::function<void(Acted)> show,
                                     OnFailure failed)
{
    return ask(
        worker_,
        [this, who, written = std::move(written), attach = std::move(attach)](const std::stop_token&) {
            auto request = written;
            auto& catalogue = desk_.modules();
            auto& here = at(here_);
            const auto work = here.work(who, system_now());
            Acted acted;
            if (auto wrong = request.fields.empty()
                                 ? std::vector<Missing>{}
                                 : usecases::wrong_answers(request, programme::fields_of_modules(catalogue));
                !wrong.empty()) {
                auto sentence = wrong.front().what;
                acted.result = Refused{Refusal::incomplete, std::move(sentence), std::move(wrong)};
                return acted;
            }
            request.verdicts.clear();
            for (const auto& module : attach)
                usecases::attach_verdicts(request, catalogue, {module}, work.who.today);
            auto asks = usecases::module_asks(catalogue, request);
            const Ask command{EventId{uuid_v7(work.now)}, std::move(request), std::move(asks)};
            acted.result = consultation::run(command, with_guard(work, command, *desk_.guard_words()));
            return acted;
        },
        std::move(show), std::move(failed));
}

RequestPtr ConsultationService::settle(const people::Staff& who, std::vector<ArticleId> articles,
                                       std::function<void(bool)> show, OnFailure failed)
{
    return ask(
        worker_,
        [this, who, articles = std::move(articles)](const std::stop_token&) {
            const auto now = system_now();
            record_settled(*at(here_).connection, EventId{uuid_v7(now)}, who.login, articles, now);
            return true;
        },
        std::move(show), std::move(failed));
}

RequestPtr ConsultationService::modules(CaseProfile profile, std::function<void(AskModules)> show,
                                        OnFailure failed)
{
    return ask(
        worker_,
        [this, profile = std::move(profile)](const std::stop_token&) {
            auto& catalogue = desk_.modules();
            AskModules modules{programme::fields_of_modules(catalogue), {}};
            if (profile == CaseProfile{})
                return modules;
            consultation::Request request;
            request.profile = profile;
            usecases::attach_verdicts(request, catalogue, {}, to_london(system_now()).day);
            modules.verdicts = verdicts_of(request);
            return modules;
        },
        std::move(show), std::move(failed));
}

RequestPtr ConsultationService::timing(std::function<void(AskTiming)> show, OnFailure failed)
{
    return ask(
        worker_,
        [this](const std::stop_token&) {
            const auto& rules = at(here_).rules;
            return AskTiming{rules.time, rules.clocks};
        },
        std::move(show), std::move(failed));
}

RequestPtr ConsultationService::preview(const people::Staff& who, consultation::Request request,
                                        std::function<void(usecases::Preview)> show, OnFailure failed)
{
    return ask(
        worker_,
        [this, who, request = std::move(request)](const std::stop_token&) {
            auto& here = at(here_);
            const auto work = here.work(who, system_now());
            auto asks = usecases::module_asks(desk_.modules(), request);
            return usecases::preview(Ask{EventId{uuid_v7(work.now)}, request, std::move(asks)}, {}, work,
                                     *desk_.guard_words());
        },
        std::move(show), std::move(failed));
}

RequestPtr ConsultationService::guidance_from(const people::Staff& who, ConsultationRef ref,
                                              std::function<void(std::optional<GuidanceDraft>)> show,
                                              OnFailure failed)
{
    return ask(
        worker_,
        [this, who, ref = std::move(ref)](const std::stop_token&) -> std::optional<GuidanceDraft> {
            auto& here = at(here_);
            const auto work = here.work(who, system_now());
            Board board{*here.connection, here.rules};
            const auto thread = board.read(ref, work.who, work.now);
            if (!thread)
                return std::nullopt;
            return draft_of(*thread, *desk_.guard_words(), work.who.today);
        },
        std::move(show), std::move(failed));
}

RequestPtr ConsultationService::drafts(const people::Staff& reader,
                                       std::function<void(std::vector<guidance::Draft>)> show,
                                       OnFailure failed)
{
    return ask(
        worker_,
        [this, reader](const std::stop_token&) {
            return usecases::list_drafts(*at(here_).connection, reader);
        },
        std::move(show), std::move(failed));
}

RequestPtr ConsultationService::draft(const people::Staff& reader, std::string id,
                                      std::function<void(std::optional<guidance::Draft>)> show,
                                      OnFailure failed)
{
    return ask(
        worker_,
        [this, reader, id = std::move(id)](const std::stop_token&) {
            return usecases::find_draft(*at(here_).connection, id, reader);
        },
        std::move(show), std::move(failed));
}

RequestPtr ConsultationService::clerk(std::function<void(ClerkReport)> show, OnFailure failed)
{
    return ask(
        worker_,
        [this](const std::stop_token& stop) {
            auto& here = at(here_);
            here.everybody = people::Register{*here.connection}.everybody();
            return run_clerk(*here.connection, here.rules, here.everybody, system_now(), stop);
        },
        std::move(show), std::move(failed));
}

} // namespace guidepost::desktop
