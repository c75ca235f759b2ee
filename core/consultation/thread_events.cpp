// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/thread_events.h"

#include "core/values/error.h"
#include "core/values/text.h"

#include <nlohmann/json.hpp>

#include <bitset>

namespace guidepost::consultation {
namespace {

using Json = nlohmann::json;

enum Field : std::size_t {
    f_request,
    f_region,
    f_pdu,
    f_need,
    f_red_flags,
    f_text,
    f_cites,
    f_to,
    f_until,
    f_reasons,
    f_passed_over,
    f_over_time,
    f_offer,
    f_reason,
    f_number,
    f_owner,
    f_due,
    f_done,
    f_minutes,
    f_of,
    f_choice,
    f_answer,
    f_granted,
    f_named,
    f_lead,
    f_draft,
    f_hash,
    f_verdict,
    f_events,
    f_kept,
    f_asks,
    f_against,
    f_despite_guard,
    field_count,
};
using Fields = std::bitset<field_count>;

Fields fields(std::initializer_list<Field> some)
{
    Fields set;
    for (const auto field : some)
        set.set(field);
    return set;
}

Fields own_fields_of(Happening kind)
{
    switch (kind) {
    case Happening::sent:
        return fields({f_request, f_region, f_pdu, f_need, f_red_flags});
    case Happening::offered:
        return fields({f_to, f_until, f_reasons, f_passed_over, f_over_time});
    case Happening::accepted:
    case Happening::lapsed:
        return fields({f_offer});
    case Happening::declined:
        return fields({f_offer, f_reason, f_text});
    case Happening::assigned:
        return fields({f_to, f_text, f_against});
    case Happening::handed_over:
    case Happening::second_opinion_asked:
        return fields({f_to, f_text});
    case Happening::message:
        return fields({f_text, f_cites, f_asks});
    case Happening::answered:
        return fields({f_text, f_cites});
    case Happening::note:
    case Happening::more_asked:
    case Happening::asked_again:
    case Happening::call_asked:
    case Happening::call_held:
    case Happening::closed:
    case Happening::withdrawn:
    case Happening::outcome:
    case Happening::held:
    case Happening::hold_ended:
        return fields({f_text});
    case Happening::action_added:
        return fields({f_number, f_text, f_owner, f_due});
    case Happening::action_settled:
        return fields({f_number, f_done, f_text});
    case Happening::minutes:
        return fields({f_minutes, f_of});
    case Happening::advice_chosen:
        return fields({f_choice, f_text, f_answer});
    case Happening::take_over_decided:
        return fields({f_granted, f_text});
    case Happening::escalated:
        return fields({f_reason, f_to, f_text});
    case Happening::opened:
    case Happening::exported:
        return {};
    case Happening::restricted:
        return fields({f_named, f_lead});
    case Happening::draft_made:
        return fields({f_draft, f_hash});
    case Happening::verdict_attached:
        return fields({f_verdict});
    case Happening::redacted:
        return fields({f_events, f_text, f_kept});
    case Happening::passed_on:
        return fields({f_of, f_to, f_reason, f_until});
    }
    return {};
}

/// With what whatever holds words may say as well.
Fields fields_of(Happening kind)
{
    auto has = own_fields_of(kind);
    has[f_despite_guard] = has[f_text] || has[f_request];
    return has;
}

std::vector<std::string> values_of(const std::vector<Login>& logins)
{
    std::vector<std::string> values;
    for (const auto& login : logins)
        values.push_back(login.value());
    return values;
}

std::optional<PassedOver> parse_passed_over(std::string_view word)
{
    for (const auto reason : passed_over_reasons())
        if (word_of(reason) == word)
            return reason;
    return std::nullopt;
}

Json need_json(const Need& need)
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

Need read_need(const Json& json)
{
    Need need;
    need.specialism = json.value("specialism", std::string{});
    need.level = people::parse_level(json.value("level", std::string{})).value_or(people::Level::qualified);
    need.band = json.value("band", 0);
    need.qualification = json.value("qualification", std::string{});
    need.must_hold = json.value("must_hold", std::set<std::string>{});
    for (const auto& said : json.value("modules", Json::array()))
        need.modules.push_back({said.value("module", std::string{}), said.value("words", std::string{})});
    return need;
}

template <class T>
void put(Json& json, const char* key, const T& value)
{
    if (!value.empty())
        json[key] = value;
}

} // namespace

std::string payload_json(Happening kind, const Details& d)
{
    const auto has = fields_of(kind);
    Json json = Json::object();
    if (has[f_request])
        json["request"] = Json::parse(request_json(d.request));
    if (has[f_region])
        put(json, "region", d.region);
    if (has[f_pdu])
        put(json, "pdu", d.pdu);
    if (has[f_need])
        json["need"] = need_json(d.need);
    if (has[f_red_flags])
        put(json, "red_flags", d.red_flags);
    if (has[f_text])
        put(json, "text", d.text);
    if (has[f_cites])
        put(json, "cites", d.cites);
    if (has[f_to])
        put(json, "to", d.to.value());
    if (has[f_until])
        json["until"] = d.until;
    if (has[f_reasons])
        put(json, "reasons", d.reasons);
    if (has[f_passed_over]) {
        Json passed = Json::object();
        for (const auto& [login, reason] : d.passed_over)
            passed[login.value()] = word_of(reason);
        put(json, "passed_over", passed);
    }
    if (has[f_over_time] && d.is_over_time)
        json["over_time"] = true;
    if (has[f_offer])
        put(json, "offer", d.offer);
    if (has[f_reason])
        put(json, "reason", d.reason);
    if (has[f_number])
        json["number"] = d.number;
    if (has[f_owner])
        put(json, "owner", d.owner);
    if (has[f_due] && d.due)
        json["due"] = format_date(*d.due);
    if (has[f_done] && d.is_done)
        json["done"] = *d.is_done;
    if (has[f_minutes])
        json["minutes"] = d.minutes;
    if (has[f_of])
        put(json, "of", d.of.value());
    if (has[f_choice] && d.choice)
        json["choice"] = word_of(*d.choice);
    if (has[f_answer])
        put(json, "answer", d.answer);
    if (has[f_granted] && d.is_granted)
        json["granted"] = *d.is_granted;
    if (has[f_named])
        put(json, "named", values_of(d.named));
    if (has[f_lead])
        put(json, "lead", d.lead.value());
    if (has[f_draft])
        put(json, "draft", d.draft);
    if (has[f_hash])
        put(json, "hash", d.hash);
    if (has[f_verdict])
        put(json, "verdict", d.verdict);
    if (has[f_events])
        put(json, "events", d.events);
    if (has[f_kept]) {
        Json kept = Json::object();
        for (const auto& [event, payload] : d.kept)
            kept[event] = Json::parse(payload);
        put(json, "kept", kept);
    }
    if (has[f_asks] && d.asks)
        json["asks"] = *d.asks;
    if (has[f_against])
        for (const auto reason : d.against)
            json["against"].push_back(word_of(reason));
    if (has[f_despite_guard])
        put(json, "despite_guard", d.despite_guard);
    try {
        return json.dump();
    } catch (const Json::exception&) {
        throw Error{Errc::format, "The text is not UTF-8."};
    }
}

Details read_payload(Happening kind, std::string_view text)
{
    const auto has = fields_of(kind);
    Details d;
    try {
        const auto json = Json::parse(text);
        if (!json.is_object())
            throw Error{Errc::storage,
                        "An event of a consultation is not in the form that it was written in."};
        const auto word = [&](const char* key) {
            return json.value(key, std::string{});
        };
        const auto words = [&](const char* key) {
            return json.value(key, std::vector<std::string>{});
        };
        if (has[f_request] && json.contains("request"))
            d.request = request_from_json(json["request"].dump());
        if (has[f_region])
            d.region = word("region");
        if (has[f_pdu])
            d.pdu = word("pdu");
        if (has[f_need] && json.contains("need"))
            d.need = read_need(json["need"]);
        if (has[f_red_flags])
            d.red_flags = words("red_flags");
        if (has[f_text])
            d.text = word("text");
        if (has[f_cites])
            d.cites = words("cites");
        if (has[f_to])
            d.to = Login{word("to")};
        if (has[f_until])
            d.until = json.value("until", Timestamp{0});
        if (has[f_reasons])
            d.reasons = words("reasons");
        if (has[f_passed_over] && json.contains("passed_over"))
            for (const auto& [login, reason] : json["passed_over"].items())
                if (const auto known = parse_passed_over(reason.get<std::string>()))
                    d.passed_over[Login{login}] = *known;
        if (has[f_over_time])
            d.is_over_time = json.value("over_time", false);
        if (has[f_offer])
            d.offer = word("offer");
        if (has[f_reason])
            d.reason = word("reason");
        if (has[f_number])
            d.number = json.value("number", 0);
        if (has[f_owner])
            d.owner = word("owner");
        if (has[f_due])
            d.due = parse_date(word("due"));
        if (has[f_done] && json.contains("done"))
            d.is_done = json["done"].get<bool>();
        if (has[f_minutes])
            d.minutes = json.value("minutes", 0);
        if (has[f_of])
            d.of = Login{word("of")};
        if (has[f_choice])
            d.choice = parse_advice_choice(word("choice"));
        if (has[f_answer])
            d.answer = word("answer");
        if (has[f_granted] && json.contains("granted"))
            d.is_granted = json["granted"].get<bool>();
        if (has[f_named])
            for (auto& login : words("named"))
                d.named.emplace_back(std::move(login));
        if (has[f_lead])
            d.lead = Login{word("lead")};
        if (has[f_draft])
            d.draft = word("draft");
        if (has[f_hash])
            d.hash = word("hash");
        if (has[f_verdict])
            d.verdict = word("verdict");
        if (has[f_events])
            d.events = words("events");
        if (has[f_kept] && json.contains("kept"))
            for (const auto& [event, payload] : json["kept"].items())
                d.kept[event] = payload.dump();
        if (has[f_asks] && json.contains("asks"))
            d.asks = json["asks"].get<bool>();
        if (has[f_against])
            for (const auto& reason : words("against"))
                if (const auto known = parse_passed_over(reason))
                    d.against.push_back(*known);
        if (has[f_despite_guard])
            d.despite_guard = words("despite_guard");
    } catch (const Json::exception&) {
        // Without the parser's own words: it quotes what it read.
        throw Error{Errc::storage, "An event of a consultation is not in the form that it was written in."};
    }
    return d;
}

bool has_words(Happening kind)
{
    if (kind == Happening::redacted)
        return false;
    const auto has = fields_of(kind);
    return has[f_text] || has[f_request] || has[f_verdict];
}

Details without_words(Happening kind, Details d)
{
    if (!has_words(kind))
        return d;
    d.text.clear();
    d.cites.clear();
    d.owner.clear();
    d.verdict.clear();
    d.need.modules.clear(); // why a module asks says something of the case
    Request bare;
    bare.needed_by = d.request.needed_by;
    bare.priority = d.request.priority;
    bare.responsibility = d.request.responsibility;
    bare.specialism = d.request.specialism;
    bare.restricted_to = d.request.restricted_to;
    bare.is_restricted = d.request.is_restricted;
    d.request = std::move(bare);
    return d;
}

} // namespace guidepost::consultation
