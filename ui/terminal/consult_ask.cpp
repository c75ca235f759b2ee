// SPDX-License-Identifier: GPL-2.0-or-later
// Before sending, a person is shown what else would help: guidance, what the guard sees, danger, who would
// answer and when.
#include "core/consultation/request/attached_verdict.h"
#include "core/privacy/guard.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "core/text/text.h"
#include "core/text/wrap.h"
#include "core/usecases/asking.h"
#include "core/usecases/preview.h"
#include "core/values/case_keys.h"
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

/// What is shown before it is sent, and guidance that may make sending needless.
struct Shown {
    std::vector<search::Hit> guidance = {};
    usecases::Preview preview = {};
    std::vector<AttachedVerdict> verdicts = {};
};

Json moment_json(const std::optional<Timestamp>& moment)
{
    return moment ? Json(format_timestamp(*moment)) : Json(nullptr);
}

Json preview_json(const Shown& shown)
{
    const auto& preview = shown.preview;
    auto guidance = Json::array(), findings = Json::array(), contacts = Json::array();
    for (const auto& hit : shown.guidance)
        guidance.push_back({{"article", hit.article.value()},
                            {"anchor", hit.anchor},
                            {"title", hit.title},
                            {"is_reviewed", hit.state == guidance::ArticleState::published}});
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
                     {"accepts_by", route.to ? moment_json(preview.offer_until) : Json(nullptr)},
                     {"answer_due", moment_json(preview.expected)},
                     {"is_too_late", preview.is_too_late}};
    json["contacts"] = std::move(contacts);
    json["modules"] = Json::array();
    for (const auto& [module, words] : preview.need.modules)
        json["modules"].push_back({{"module", module}, {"words", words}});
    json["verdicts"] = Json::array();
    for (const auto& verdict : shown.verdicts)
        json["verdicts"].push_back(Json::parse(verdict_json(verdict)));
    return json;
}

void add_lines(Output& out, const std::vector<std::string>& lines)
{
    for (const auto& line : lines)
        out.add(wrapped(clean(line), out.width(), "  ", "    ") + "\n");
}

void add_preview(Output& out, const Shown& shown)
{
    const auto& preview = shown.preview;
    const bool must_call = preview.is_too_late || !preview.route.to;
    if (!preview.flags.empty()) {
        add_danger(out, preview.flags);
        add_lines(out, call_words(preview));
        out.add("\n");
    }
    if (!preview.seen.empty()) {
        out.add(out.bold("This may say who it is about") + "\n");
        for (const auto& seen : preview.seen)
            out.add(fmt::format("  {}, bytes {} to {}: {}\n", seen.field, seen.start, seen.end,
                                clean(seen.what)));
    }
    out.add(out.bold("Guidance that may answer it") + "\n");
    for (const auto& hit : shown.guidance)
        out.add(fmt::format("  {}{}{}  {}{}\n", clean(hit.article.value()), hit.anchor.empty() ? "" : "#",
                            clean(hit.anchor), clean(hit.title),
                            hit.state == guidance::ArticleState::published ? "" : " (not reviewed)"));
    if (shown.guidance.empty())
        out.add("  none found\n");
    out.add(out.bold("Who answers") + "\n");
    add_lines(out, {expected_words(preview)});
    if (must_call && preview.flags.empty()) // else they stand above
        add_lines(out, call_words(preview));
    add_lines(out, usecases::module_lines(preview.need));
    for (const auto& verdict : shown.verdicts) {
        out.add(out.bold("Goes with it: " + clean(source_words(verdict))) + "\n");
        add_lines(out, verdict_lines(verdict));
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
    return usecases::wrong_answers(request, asked);
}

/// One error that names everything, so that nobody mends one thing to learn of the next.
[[noreturn]] void refuse(const usecases::Preview& preview, ConsultDesk::Guard guard)
{
    std::vector<std::string> sentences;
    for (const auto& one : preview.missing)
        sentences.push_back(one.what);
    if (guard == ConsultDesk::Guard::asked)
        for (const auto& seen : preview.seen)
            if (seen.is_identifier)
                sentences.push_back(fmt::format("It may say who it is about ({}).", seen_words(seen)));
    throw Error{preview.is_refused ? Errc::refused : Errc::usage,
                join(sentences, " ") + " Nothing was sent."};
}

Exit ask(const Wanted& wanted, Session& session)
{
    auto request = parse_request(read_text(session, wanted.file));
    ConsultDesk desk{session};
    auto& catalogue = desk.desk().modules();
    const auto wrong = put_fields(request, wanted.fields, catalogue);
    if (wanted.all_verdicts || !wanted.verdicts.empty())
        usecases::attach_verdicts(request, catalogue,
                                  wanted.all_verdicts ? std::vector<std::string>{} : wanted.verdicts,
                                  to_london(desk.now()).day);
    auto asks = usecases::module_asks(catalogue, request);
    const Ask command{event_of(wanted.event), std::move(request), std::move(asks)};
    const auto& words = *desk.desk().guard_words();
    auto work = desk.work();
    work.despite_guard = identifier_kinds(seen_by_guard(command, words, work.who.today));
    const Shown shown{best_guidance(command.request, desk, session),
                      usecases::preview(command, wrong, work, words), verdicts_of(command.request)};
    if (!session.json)
        add_preview(session.out, shown);
    if (wanted.dry_run) {
        auto said = Json::array();
        for (const auto& one : shown.preview.missing) {
            said.push_back({{"field", one.field}, {"what", one.what}});
            if (!session.json)
                session.out.add(fmt::format("Missing: {}\n", one.what));
        }
        if (session.json) {
            Json json{{"version", 1}, {"ref", nullptr}, {"missing", std::move(said)}};
            json.update(preview_json(shown));
            session.out.add_json(json);
        }
        return Exit::ok;
    }
    const auto guard = wanted.despite_guard ? ConsultDesk::Guard::overruled : ConsultDesk::Guard::asked;
    if (!shown.preview.missing.empty())
        refuse(shown.preview, guard);
    const auto done = desk.run(command, guard);
    if (session.json) {
        Json json{{"version", 1},
                  {"ref", done.ref.value()},
                  {"event", done.event.value()},
                  {"was_done_before", done.was_done_before}};
        json.update(preview_json(shown));
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
