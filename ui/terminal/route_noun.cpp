// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/commands.h"
#include "core/consultation/guard.h"
#include "core/desk/asking.h"
#include "core/people/register.h"
#include "core/people/rights.h"
#include "core/values/error.h"
#include "ui/terminal/danger_text.h"
#include "ui/terminal/nouns.h"
#include "ui/terminal/open_desk.h"
#include "ui/terminal/signed_in.h"
#include "ui/terminal/text_input.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace guidepost::terminal {
namespace {

using namespace consultation;
using Json = nlohmann::ordered_json;
using people::Staff;

constexpr std::size_t largest_request = 256 * 1024;

/// What would happen, gathered for either form of the answer.
struct Explained {
    Request request = {};
    Need need = {};
    Route route = {};
    std::vector<Missing> missing = {};
    std::vector<RedFlag> red_flags = {}; ///< nearest to death first
    bool is_guarded = false;             ///< its texts hold what gives somebody away
    std::optional<Timestamp> answer_by = {};
    bool shows_names = false; ///< of those passed over
};

std::string name_of(const Login& login, const std::vector<Staff>& everybody)
{
    const auto at = std::find_if(everybody.begin(), everybody.end(),
                                 [&](const Staff& person) { return person.login == login; });
    return at == everybody.end() || at->display_name.empty() ? login.value() : at->display_name;
}

Json person_json(const std::optional<Login>& login, const std::vector<Staff>& everybody)
{
    return login ? Json{{"login", login->value()}, {"name", name_of(*login, everybody)}} : Json(nullptr);
}

std::string local_time(Timestamp moment)
{
    const auto local = to_london(moment);
    return fmt::format("{}, {:02}:{:02}", format_date_long(local.day), local.minute / 60, local.minute % 60);
}

Explained explained(const Request& request, const Work& work, const GuardWords& words,
                    const std::vector<ModuleAsk>& modules)
{
    Explained result;
    result.request = request;
    result.need = need_of(request, work.rules.needs, modules);
    result.route = preview_route(request, work, modules);
    result.missing = missing_from(request);
    result.red_flags = flags_told(request, work.rules);
    for (const auto* text : {&request.question, &request.decision, &request.tried, &request.not_danger})
        result.is_guarded |= !guard(*text, words, work.who.today).is_clean();
    if (const auto clock =
            request.priority ? work.rules.clocks.find(*request.priority) : work.rules.clocks.end();
        clock != work.rules.clocks.end())
        result.answer_by = work.rules.time.add(work.now, clock->second.answer);
    result.shows_names =
        people::may(work.who.person.roles, people::Action::read_route_names, people::Relation::lead);
    return result;
}

Json modules_json(const Need& need)
{
    auto modules = Json::array();
    for (const auto& [module, words] : need.modules)
        modules.push_back({{"module", module}, {"words", words}});
    return modules;
}

Json as_json(const Explained& what, const std::vector<Staff>& everybody)
{
    auto missing = Json::array();
    for (const auto& one : what.missing)
        missing.push_back({{"field", one.field}, {"what", one.what}});
    Json json{{"version", 1},
              {"specialism", what.need.specialism},
              {"level", people::word_of(what.need.level)},
              {"band", what.need.band},
              {"qualification", what.need.qualification},
              {"must_hold", what.need.must_hold},
              {"modules", modules_json(what.need)},
              {"to", person_json(what.route.to, everybody)},
              {"is_to_lead", what.route.is_to_lead},
              {"lead", person_json(what.route.lead, everybody)},
              {"reasons", what.route.reasons},
              {"passed_over_counts", neutral_counts(what.route)},
              {"answer_by", what.answer_by ? Json(format_timestamp(*what.answer_by)) : Json(nullptr)},
              {"missing", std::move(missing)},
              {"red_flags", danger_json(what.red_flags)},
              {"gives_somebody_away", what.is_guarded}};
    if (what.shows_names) {
        json["passed_over"] = Json::array();
        for (const auto& [login, reason] : what.route.passed_over)
            json["passed_over"].push_back(
                {{"login", login.value()}, {"name", name_of(login, everybody)}, {"reason", word_of(reason)}});
    }
    return json;
}

std::string need_in_words(const Need& need)
{
    auto text = fmt::format("{}, {}", need.specialism.empty() ? "no field named" : need.specialism,
                            people::word_of(need.level));
    if (need.band > 0)
        text += fmt::format(", band {}{}{}", need.band, need.qualification.empty() ? "" : " or ",
                            need.qualification);
    for (const auto& wanted : need.must_hold)
        text += ", " + wanted;
    return text;
}

void say(const Explained& what, const std::vector<Staff>& everybody, Session& session)
{
    auto& out = session.out;
    out.add("OFFICIAL-SENSITIVE. Nothing was sent.\n\n");
    if (!what.red_flags.empty()) {
        add_danger(out, what.red_flags);
        out.add("\n");
    }
    const auto lead =
        what.route.lead ? name_of(*what.route.lead, everybody) : "nobody: no lead is entered for the region";
    if (what.route.to)
        out.add(
            fmt::format("It would be offered to {}.\n", out.bold(clean(name_of(*what.route.to, everybody)))));
    else
        out.add(fmt::format("It would go to the lead: {}.\n", out.bold(clean(lead))));
    if (!what.red_flags.empty() && what.route.to)
        out.add(fmt::format("The lead is told at once: {}.\n", clean(lead)));
    for (const auto& reason : what.route.reasons)
        out.add(fmt::format("  - {}\n", clean(reason)));
    out.add(fmt::format("Needed: {}\n", need_in_words(what.need)));
    for (const auto& [module, words] : what.need.modules)
        out.add(fmt::format("  {} {}.\n", clean(module), clean(words)));
    if (what.answer_by)
        out.add(fmt::format("An answer is due by {}.\n", local_time(*what.answer_by)));
    if (const auto counts = neutral_counts(what.route); !counts.empty())
        out.add(fmt::format("Not asked: {}.\n", counts));
    if (what.shows_names)
        for (const auto& [login, reason] : what.route.passed_over)
            out.add(fmt::format("  {}: {}\n", clean(name_of(login, everybody)),
                                reason == PassedOver::conflict   ? "in conflict with who asks"
                                : reason == PassedOver::declined ? "declined or handed it over"
                                                                 : neutral_words(reason)));
    if (!what.missing.empty())
        out.add("Before it can be sent:\n");
    for (const auto& one : what.missing)
        out.add(fmt::format("  {}: {}\n", one.field, one.what));
    if (what.is_guarded)
        out.add("It holds what may give somebody away: guidepostctl guard check says where.\n");
}

Exit explain_route(const std::string& file, Session& session)
{
    const auto request = parse_request(text_from(file, largest_request));
    const auto desk = open_desk(session);
    const auto person = signed_in(session, *desk);
    if (!people::may(person.roles, people::Action::read_staff, people::Relation::none))
        throw Error{Errc::refused, "Routes are explained to those who work here: your record has no role."};
    const auto rules = read_rules(desk->places().content);
    const auto everybody = people::Register{desk->connection()}.everybody();
    const auto now = system_now();
    const Work work{desk->connection(), rules, everybody, reader_of(person, everybody, to_london(now).day),
                    now};
    const auto what =
        explained(request, work, *desk->guard_words(), desk::module_asks(desk->modules(), request));
    if (session.json)
        session.out.add_json(as_json(what, everybody));
    else
        say(what, everybody, session);
    return Exit::ok;
}

} // namespace

void add_route(CLI::App& app, Action& action)
{
    auto* noun = app.add_subcommand("route", "How a question finds its specialist");
    noun->require_subcommand(1)->fallthrough();
    auto file = std::make_shared<std::string>();
    auto* verb =
        noun->add_subcommand("explain", "Who would be asked, and why; nothing is sent")->fallthrough();
    verb->add_option("--file", *file, "the request (YAML); - is stdin")->required()->type_name("FILE");
    explain(*verb,
            "Asked as if you sent it. Leads also read who was passed over and why; others read counts.\n"
            "Example:\n  guidepostctl --practice --as officer-14 route explain --file request.yaml");
    verb->callback([file, &action] {
        action = [file](Session& session) {
            return explain_route(*file, session);
        };
    });
}

} // namespace guidepost::terminal
