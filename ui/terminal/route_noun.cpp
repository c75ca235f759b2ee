// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/acts/commands.h"
#include "core/people/register.h"
#include "core/people/rights.h"
#include "core/text/digest.h"
#include "core/text/error.h"
#include "core/usecases/asking.h"
#include "core/usecases/preview.h"
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

Json modules_json(const Need& need)
{
    auto modules = Json::array();
    for (const auto& [module, words] : need.modules)
        modules.push_back({{"module", module}, {"words", words}});
    return modules;
}

Json as_json(const usecases::Preview& what, bool shows_names, const std::vector<Staff>& everybody)
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
              {"answer_by", what.expected ? Json(format_timestamp(*what.expected)) : Json(nullptr)},
              {"missing", std::move(missing)},
              {"red_flags", danger_json(what.flags)},
              {"gives_somebody_away", !what.seen.empty()}};
    if (shows_names) {
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

void say(const usecases::Preview& what, bool shows_names, const std::vector<Staff>& everybody,
         Session& session)
{
    auto& out = session.out;
    out.add("OFFICIAL-SENSITIVE. Nothing was sent.\n\n");
    if (!what.flags.empty()) {
        add_danger(out, what.flags);
        out.add("\n");
    }
    out.add(clean(expected_words(what)) + "\n");
    if (!what.flags.empty() && what.route.to)
        out.add(fmt::format("The lead is told at once: {}.\n",
                            what.route.lead ? clean(name_of(*what.route.lead, everybody))
                                            : "nobody, no lead is entered for the region"));
    out.add(fmt::format("Needed: {}\n", need_in_words(what.need)));
    for (const auto& line : usecases::module_lines(what.need))
        out.add("  " + clean(line) + "\n");
    if (shows_names)
        for (const auto& [login, reason] : what.route.passed_over)
            out.add(fmt::format("  {}: {}\n", clean(name_of(login, everybody)),
                                reason == PassedOver::conflict   ? "in conflict with who asks"
                                : reason == PassedOver::declined ? "declined or handed it over"
                                                                 : neutral_words(reason)));
    if (!what.missing.empty())
        out.add("Before it can be sent:\n");
    for (const auto& one : what.missing)
        out.add(fmt::format("  {}{}{}\n", one.field, one.field.empty() ? "" : ": ", one.what));
    if (!what.seen.empty())
        out.add("It holds what may give somebody away: guidepostctl guard check says where.\n");
}

Exit explain_route(const std::string& file, Session& session)
{
    auto request = parse_request(text_from(file, largest_request));
    const auto desk = open_desk(session);
    const auto person = signed_in(session, *desk);
    if (!people::may(person.roles, people::Action::read_staff, people::Relation::none))
        throw Error{Errc::refused, "Routes are explained to those who work here: your record has no role."};
    const auto rules = read_rules(desk->places().content);
    const auto everybody = people::Register{desk->connection()}.everybody();
    const auto now = system_now();
    const Work work{desk->connection(), rules, everybody, reader_of(person, everybody, to_london(now).day),
                    now};
    auto asks = usecases::module_asks(desk->modules(), request);
    const Ask command{EventId{uuid_v7(now)}, std::move(request), std::move(asks)};
    const auto what = usecases::preview(command, {}, work, *desk->guard_words());
    const bool shows_names =
        people::may(person.roles, people::Action::read_route_names, people::Relation::lead);
    if (session.json)
        session.out.add_json(as_json(what, shows_names, everybody));
    else
        say(what, shows_names, everybody, session);
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
