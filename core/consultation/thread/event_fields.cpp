// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/thread/event_fields.h"

#include "core/consultation/thread/json_values.h"

#include <nlohmann/json.hpp>

namespace guidepost::consultation {
namespace {

using json_values::Json;
using json_values::take;
using json_values::value_of;

std::optional<PassedOver> parse_passed_over(std::string_view word)
{
    for (const auto reason : passed_over_reasons())
        if (word_of(reason) == word)
            return reason;
    return std::nullopt;
}

Json value_of(const std::map<Login, PassedOver>& passed)
{
    Json reasons;
    for (const auto& [login, reason] : passed)
        reasons[login.value()] = word_of(reason);
    return reasons;
}
void take(const Json& json, std::map<Login, PassedOver>& passed)
{
    for (const auto& [login, reason] : json.items())
        if (const auto known = parse_passed_over(reason.get<std::string>()))
            passed[Login{login}] = *known;
}

Json value_of(const std::vector<PassedOver>& reasons)
{
    Json list;
    for (const auto reason : reasons)
        list.push_back(word_of(reason));
    return list;
}
void take(const Json& json, std::vector<PassedOver>& reasons)
{
    for (const auto& word : json.get<std::vector<std::string>>())
        if (const auto known = parse_passed_over(word))
            reasons.push_back(*known);
}

Json value_of(const std::map<std::string, std::string>& kept)
{
    Json payloads;
    for (const auto& [event, payload] : kept)
        payloads[event] = Json::parse(payload);
    return payloads;
}
void take(const Json& json, std::map<std::string, std::string>& kept)
{
    for (const auto& [event, payload] : json.items())
        kept[event] = payload.dump();
}

Json value_of(const Need& need)
{
    Json json{{"specialism", need.specialism}, {"level", people::word_of(need.level)}};
    if (need.band > 0)
        json["band"] = need.band;
    if (!need.qualification.empty())
        json["qualification"] = need.qualification;
    if (!need.must_hold.empty())
        json["must_hold"] = need.must_hold;
    for (const auto& [module, words] : need.modules)
        json["modules"].push_back({{"module", module}, {"words", words}});
    return json;
}
void take(const Json& json, Need& need)
{
    need.specialism = json.value("specialism", std::string{});
    need.level = people::parse_level(json.value("level", std::string{})).value_or(people::Level::qualified);
    need.band = json.value("band", 0);
    need.qualification = json.value("qualification", std::string{});
    need.must_hold = json.value("must_hold", std::set<std::string>{});
    for (const auto& asked : json.value("modules", Json::array()))
        need.modules.push_back({asked.value("module", std::string{}), asked.value("words", std::string{})});
}

struct Key {
    char letters[16];
};

template <auto Member, Key key>
constexpr Field make(bool holds_words = false)
{
    return {key.letters,
            [](const Details& from, Json& to) {
                if (auto value = value_of(from.*Member); !value.is_null())
                    to[key.letters] = std::move(value);
            },
            [](const Json& from, Details& to) {
                if (const auto found = from.find(key.letters); found != from.end())
                    take(*found, to.*Member);
            },
            holds_words};
}

} // namespace

namespace field {

constexpr bool words = true;

const Field request = make<&Details::request, Key{"request"}>(words);
const Field region = make<&Details::region, Key{"region"}>();
const Field pdu = make<&Details::pdu, Key{"pdu"}>();
const Field need = make<&Details::need, Key{"need"}>();
const Field red_flags = make<&Details::red_flags, Key{"red_flags"}>();
const Field text = make<&Details::text, Key{"text"}>(words);
const Field cites = make<&Details::cites, Key{"cites"}>();
const Field to = make<&Details::to, Key{"to"}>();
const Field until = make<&Details::until, Key{"until"}>();
const Field reasons = make<&Details::reasons, Key{"reasons"}>();
const Field passed_over = make<&Details::passed_over, Key{"passed_over"}>();
const Field over_time = make<&Details::is_over_time, Key{"over_time"}>();
const Field offer = make<&Details::offer, Key{"offer"}>();
const Field reason = make<&Details::reason, Key{"reason"}>();
const Field number = make<&Details::number, Key{"number"}>();
const Field owner = make<&Details::owner, Key{"owner"}>();
const Field due = make<&Details::due, Key{"due"}>();
const Field done = make<&Details::is_done, Key{"done"}>();
const Field minutes = make<&Details::minutes, Key{"minutes"}>();
const Field of = make<&Details::of, Key{"of"}>();
const Field choice = make<&Details::choice, Key{"choice"}>();
const Field answer = make<&Details::answer, Key{"answer"}>();
const Field granted = make<&Details::is_granted, Key{"granted"}>();
const Field named = make<&Details::named, Key{"named"}>();
const Field lead = make<&Details::lead, Key{"lead"}>();
const Field draft = make<&Details::draft, Key{"draft"}>();
const Field hash = make<&Details::hash, Key{"hash"}>();
const Field verdict = make<&Details::verdict, Key{"verdict"}>(words);
const Field events = make<&Details::events, Key{"events"}>();
const Field kept = make<&Details::kept, Key{"kept"}>();
const Field asks = make<&Details::asks, Key{"asks"}>();
const Field against = make<&Details::against, Key{"against"}>();
const Field despite_guard = make<&Details::despite_guard, Key{"despite_guard"}>();
const Field command = make<&Details::command, Key{"command"}>();

} // namespace field

} // namespace guidepost::consultation
