// SPDX-License-Identifier: GPL-2.0-or-later
// Before sending, a person is shown what else would help: guidance, what the guard sees, danger, who would
// answer and when.
#include "core/consultation/attached_verdict.h"
#include "core/consultation/guard.h"
#include "core/desk/asking.h"
#include "core/people/register.h"
#include "core/values/case_keys.h"
#include "core/values/error.h"
#include "core/values/files.h"
#include "core/values/text.h"
#include "core/values/wrap.h"
#include "ui/terminal/consult_desk.h"
#include "ui/terminal/consult_verbs.h"
#include "ui/terminal/danger_text.h"
#include "ui/terminal/open_desk.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::terminal {
namespace {

using namespace consultation;

constexpr std::size_t guidance_shown = 5, longest_query = 300;

struct Wanted {
    std::string file = {};
    std::string event = {};
    std::vector<std::string> fields = {};   ///< "key=value" for what modules ask
    std::vector<std::string> verdicts = {}; ///< modules whose words go with it
    bool all_verdicts = false;
    bool dry_run = false;
    bool despite_guard = false;
};

std::vector<search::Hit> best_guidance(const Request& request, ConsultDesk& desk, const Session& session)
{
    catch_up(session, desk.desk());
    search::Query query;
    query.text = std::string{shortened(request.question, longest_query)};
    query.profile = request.profile;
    query.limit = guidance_shown;
    return desk.desk().make_searcher().searcher.find(query).hits;
}

struct Preview {
    std::vector<search::Hit> guidance = {};
    std::vector<SeenByGuard> seen = {};
    std::vector<RedFlag> flags = {}; ///< nearest to death first
    Route route = {};
    std::vector<ModuleWord> modules = {};
    std::vector<AttachedVerdict> verdicts = {};
    Timestamp offer_until = 0;
    Timestamp expected = 0;   ///< the answer, by the clock of its priority
    bool is_too_late = false; ///< after the day it is needed by, which has perhaps passed already
    std::vector<people::Contact> contacts = {};
};

Preview preview_of(const Ask& ask, ConsultDesk& desk, const Session& session)
{
    const auto& request = ask.request;
    Preview preview;
    preview.guidance = best_guidance(request, desk, session);
    preview.seen = seen_by_guard(ask, *desk.desk().guard_words(), desk.reader().today);
    preview.flags = flags_told(request, desk.rules());
    preview.modules = need_of(request, desk.rules().needs, ask.modules).modules;
    preview.verdicts = verdicts_of(request);
    preview.route = preview_route(request, desk.work(), ask.modules);
    const auto clocks = desk.rules().clocks.at(request.priority.value_or(Priority::routine));
    preview.offer_until = desk.rules().time.add(desk.now(), clocks.offer);
    preview.expected = desk.rules().time.add(desk.now(), clocks.answer);
    preview.is_too_late =
        request.needed_by && desk.rules().time.closing(*request.needed_by) < preview.expected;
    const auto& me = desk.reader().person;
    preview.contacts = people::Register{desk.desk().connection()}.contacts_for(me.region, me.pdu);
    return preview;
}

Json preview_json(const Preview& preview)
{
    auto guidance = Json::array(), findings = Json::array(), contacts = Json::array();
    for (const auto& hit : preview.guidance)
        guidance.push_back({{"article", hit.article.value()}, {"anchor", hit.anchor}, {"title", hit.title}});
    for (const auto& seen : preview.seen)
        findings.push_back(
            {{"field", seen.field}, {"what", seen.what}, {"start", seen.start}, {"end", seen.end}});
    for (const auto& contact : preview.contacts)
        contacts.push_back({{"whom", contact.whom}, {"phone", contact.phone}, {"when", contact.when}});
    const auto& route = preview.route;
    Json json{{"guidance", std::move(guidance)},
              {"findings", std::move(findings)},
              {"red_flags", danger_json(preview.flags)}};
    json["route"] = {{"to", route.to ? Json(route.to->value()) : Json(nullptr)},
                     {"reasons", route.reasons},
                     {"passed_over", neutral_counts(route)},
                     {"accepts_by", route.to ? Json(format_timestamp(preview.offer_until)) : Json(nullptr)},
                     {"answer_due", format_timestamp(preview.expected)},
                     {"is_too_late", preview.is_too_late}};
    json["contacts"] = std::move(contacts);
    json["modules"] = Json::array();
    for (const auto& [module, words] : preview.modules)
        json["modules"].push_back({{"module", module}, {"words", words}});
    json["verdicts"] = Json::array();
    for (const auto& verdict : preview.verdicts)
        json["verdicts"].push_back(Json::parse(verdict_json(verdict)));
    return json;
}

void add_contacts(Output& out, const Preview& preview)
{
    if (preview.contacts.empty()) {
        out.add(
            "  Nobody has entered whom to call here. Ask your manager; where life is in danger call 999.\n");
        return;
    }
    for (const auto& contact : preview.contacts)
        out.add(
            fmt::format("  {}: {} ({})\n", clean(contact.whom), clean(contact.phone), clean(contact.when)));
}

void add_preview(Output& out, const Preview& preview, const ConsultDesk& desk)
{
    const auto width = out.width();
    if (!preview.flags.empty()) {
        add_danger(out, preview.flags);
        add_contacts(out, preview);
        out.add("\n");
    }
    if (!preview.seen.empty()) {
        out.add(out.bold("This may say who it is about") + "\n");
        for (const auto& seen : preview.seen)
            out.add(fmt::format("  {}, bytes {} to {}: {}\n", seen.field, seen.start, seen.end,
                                clean(seen.what)));
    }
    out.add(out.bold("Guidance that may answer it") + "\n");
    for (const auto& hit : preview.guidance)
        out.add(fmt::format("  {}{}{}  {}\n", clean(hit.article.value()), hit.anchor.empty() ? "" : "#",
                            clean(hit.anchor), clean(hit.title)));
    if (preview.guidance.empty())
        out.add("  none found\n");
    const auto& route = preview.route;
    out.add(out.bold("Who answers") + "\n");
    if (route.to)
        out.add(fmt::format("  {}, asked to accept by {}\n", clean(desk.name_of(*route.to)),
                            moment(preview.offer_until, desk.now())));
    else {
        out.add("  Nobody qualified is free: it goes to the lead. If it cannot wait, call:\n");
        add_contacts(out, preview);
    }
    for (const auto& reason : route.reasons)
        out.add(wrapped(clean(reason), width, "  - ", "    ") + "\n");
    out.add(fmt::format("  An answer is due by {}.\n", moment(preview.expected, desk.now())));
    if (preview.is_too_late) {
        out.add(wrapped("That is after the day you need it. Call now:", width, "  ", "  ") + "\n");
        if (route.to && preview.flags.empty()) // else they stand above
            add_contacts(out, preview);
    }
    if (const auto counts = neutral_counts(route); !counts.empty())
        out.add(wrapped("Others: " + clean(counts), width, "  ", "  ") + "\n");
    for (const auto& [module, words] : preview.modules)
        out.add(wrapped(fmt::format("{} {}.", clean(module), clean(words)), width, "  ", "    ") + "\n");
    for (const auto& verdict : preview.verdicts) {
        out.add(out.bold("Goes with it: " + clean(source_words(verdict))) + "\n");
        for (const auto& line : verdict_lines(verdict))
            out.add(wrapped(clean(line), width, "  ", "    ") + "\n");
    }
}

/// The answers of the command line into the request, and all of it against what modules take.
std::vector<Missing> put_fields(Request& request, const std::vector<std::string>& said,
                                programme::Catalogue& catalogue)
{
    if (said.empty() && request.fields.empty())
        return {};
    const auto asked = programme::fields_of_modules(catalogue);
    for (const auto& one : said) {
        const auto equals = one.find('=');
        if (equals == std::string::npos)
            throw Error{Errc::usage, "A field is written key=value, for example --field weeks-left=6."};
        const auto name = programme::find_field(asked, trimmed(one.substr(0, equals))).name;
        if (const auto problem = put_module_answer(request.fields, name, one.substr(equals + 1));
            !problem.empty())
            throw Error{Errc::usage, fmt::format("{} {}.", name, problem)};
    }
    return desk::wrong_answers(request, asked);
}

/// All that keeps it from being sent.
std::vector<Missing> all_missing(const Ask& command, std::vector<Missing> wrong, const Work& work)
{
    if (const auto refused = check(command, Thread{}, work)) {
        wrong.insert(wrong.begin(), refused->missing.begin(), refused->missing.end());
        if (refused->missing.empty())
            wrong.push_back({"", refused->sentence});
    }
    return wrong;
}

/// One error that names everything, so that nobody mends one thing to learn of the next.
[[noreturn]] void refuse(const Ask& command, const std::vector<Missing>& missing, const Preview& preview,
                         ConsultDesk::Guard guard, const Work& work)
{
    std::vector<std::string> sentences;
    for (const auto& one : missing)
        sentences.push_back(one.what);
    if (guard == ConsultDesk::Guard::asked)
        for (const auto& seen : preview.seen)
            if (seen.is_identifier)
                sentences.push_back(fmt::format("It may say who it is about ({}).", seen_words(seen)));
    const auto refused = check(command, Thread{}, work);
    const bool is_right = refused && refused->why != Refusal::incomplete;
    throw Error{is_right ? Errc::refused : Errc::usage, join(sentences, " ") + " Nothing was sent."};
}

Exit ask(const Wanted& wanted, Session& session)
{
    auto request = parse_request(read_text(session, wanted.file));
    ConsultDesk desk{session};
    auto& catalogue = desk.desk().modules();
    auto wrong = put_fields(request, wanted.fields, catalogue);
    if (wanted.all_verdicts || !wanted.verdicts.empty())
        desk::attach_verdicts(request, catalogue,
                              wanted.all_verdicts ? std::vector<std::string>{} : wanted.verdicts,
                              to_london(desk.now()).day);
    auto asks = desk::module_asks(catalogue, request);
    const Ask command{event_of(wanted.event), std::move(request), std::move(asks)};
    const auto preview = preview_of(command, desk, session);
    if (!session.json)
        add_preview(session.out, preview, desk);
    auto work = desk.work();
    work.despite_guard = identifier_kinds(preview.seen); // said apart from what is missing
    const auto missing = all_missing(command, std::move(wrong), work);
    if (wanted.dry_run) {
        auto said = Json::array();
        for (const auto& one : missing) {
            said.push_back({{"field", one.field}, {"what", one.what}});
            if (!session.json)
                session.out.add(fmt::format("Missing: {}\n", one.what));
        }
        if (session.json) {
            Json json{{"version", 1}, {"ref", nullptr}, {"missing", std::move(said)}};
            json.update(preview_json(preview));
            session.out.add_json(json);
        }
        return Exit::ok;
    }
    const auto guard = wanted.despite_guard ? ConsultDesk::Guard::overruled : ConsultDesk::Guard::asked;
    if (!missing.empty())
        refuse(command, missing, preview, guard, work);
    const auto done = desk.run(command, guard);
    if (session.json) {
        Json json{{"version", 1},
                  {"ref", done.ref.value()},
                  {"event", done.event.value()},
                  {"was_done_before", done.was_done_before}};
        json.update(preview_json(preview));
        session.out.add_json(json);
    } else
        session.out.add(fmt::format("\nSent: {}. You still hold the case.\n", done.ref.value()));
    return Exit::ok;
}

} // namespace

void add_consult_ask(CLI::App& noun, Action& action)
{
    auto wanted = std::make_shared<Wanted>();
    auto* verb = noun.add_subcommand("ask", "Send a question to whoever should answer it")->fallthrough();
    verb->add_option("--file", wanted->file, "the request, YAML; stdin otherwise")->type_name("FILE");
    verb->add_option("--event", wanted->event, "id of the event (UUID): sent again, it is done once")
        ->type_name("ID");
    verb->add_option("--field", wanted->fields, "an answer to what a programme module asks, again for more")
        ->type_name("KEY=VALUE");
    verb->add_option("--verdict", wanted->verdicts,
                     "send what this module says of the case now, again for more")
        ->type_name("MODULE");
    verb->add_flag("--verdicts", wanted->all_verdicts, "send what every module says of the case now");
    verb->add_flag("--dry-run", wanted->dry_run, "say what would happen and send nothing");
    verb->add_flag("--despite-guard", wanted->despite_guard,
                   "send although the guard sees an identifier; that it did is kept");
    explain(*verb,
            "Shows the guidance that may answer it, what the privacy guard sees, danger that must not wait\n"
            "for an answer, and who would be asked. The file: docs/consultation-request.md\n"
            "Example:\n  guidepostctl consult ask --file request.yaml --dry-run");
    verb->callback([wanted, &action] {
        action = [wanted](Session& session) {
            return ask(*wanted, session);
        };
    });
}

} // namespace guidepost::terminal
