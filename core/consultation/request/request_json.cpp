// SPDX-License-Identifier: GPL-2.0-or-later
// A request as the payload of an event: an object with the keys of the file form in the order of their
// names, without what is not known. Numbers of the case stand as they are written in a case file, in
// quotes, so that no reader rounds them. A reader takes what it knows and passes over the rest: a thread
// must stay readable when a later desk has added a key.
#include "core/consultation/request/request.h"
#include "core/text/error.h"
#include "core/values/case_keys.h"

#include <nlohmann/json.hpp>

namespace guidepost::consultation {
namespace {

using nlohmann::json;

json case_json(const CaseProfile& profile)
{
    auto object = json::object();
    for (const auto& key : case_keys()) {
        const auto values = case_values(profile, key);
        if (values.empty())
            continue;
        const auto value = key.is_list() ? json(values) : json(values.front());
        if (key.group().empty())
            object[key.name] = value;
        else
            object[std::string{key.group()}][std::string{key.member()}] = value;
    }
    if (!profile.fields.empty())
        object["fields"] = profile.fields;
    return object;
}

CaseProfile case_from_json(const json& object)
{
    CaseProfile profile;
    for (const auto& key : case_keys()) {
        const auto group = std::string{key.group()};
        if (!group.empty() && (!object.contains(group) || !object.at(group).is_object()))
            continue;
        const auto& place = group.empty() ? object : object.at(group);
        const auto at = place.find(std::string{key.member()});
        if (at == place.end())
            continue;
        std::vector<std::string> values;
        if (at->is_string())
            values.push_back(at->get<std::string>());
        else if (at->is_array() && key.is_list())
            values = at->get<std::vector<std::string>>();
        put_case_value(profile, key, values); // a word of a later version is left out
    }
    if (const auto at = object.find("fields"); at != object.end() && at->is_object())
        for (const auto& [name, answer] : at->items())
            put_module_answer(profile.fields, name, answer.is_string() ? answer.get<std::string>() : "");
    return profile;
}

std::string text_at(const json& object, const char* key)
{
    const auto at = object.find(key);
    return at == object.end() ? std::string{} : at->get<std::string>();
}

} // namespace

std::string request_json(const Request& request)
{
    json object{{"version", 1}, {"question", request.question}, {"decision", request.decision}};
    const auto put = [&](const char* key, std::string_view text) {
        if (!text.empty())
            object[key] = text;
    };
    if (request.is_danger)
        object["danger"] = *request.is_danger;
    put("needed_by", request.needed_by ? format_date(*request.needed_by) : "");
    put("tried", request.tried);
    put("priority", request.priority ? word_of(*request.priority) : "");
    put("responsibility", request.responsibility ? word_of(*request.responsibility) : "");
    put("specialism", request.specialism);
    if (request.is_restricted || !request.restricted_to.empty()) {
        object["restricted"] = json::array();
        for (const auto& login : request.restricted_to)
            object["restricted"].push_back(login.value());
    }
    if (request.called)
        object["called"] = {{"whom", request.called->whom}, {"when", request.called->when}};
    put("not_danger", request.not_danger);
    if (const auto profile = case_json(request.profile); !profile.empty())
        object["case"] = profile;
    if (!request.read.empty())
        object["read"] = request.read;
    if (!request.fields.empty())
        object["fields"] = request.fields;
    if (!request.verdicts.empty())
        object["verdicts"] = request.verdicts;
    try {
        return object.dump();
    } catch (const json::exception&) {
        throw Error{Errc::format, "The request holds text that is not UTF-8."};
    }
}

Request request_from_json(std::string_view text)
{
    try {
        const auto object = json::parse(text);
        if (object.at("version").get<int>() != 1)
            throw Error{Errc::format, "This request was written by a newer Guidepost."};
        Request request;
        if (object.contains("danger"))
            request.is_danger = object.at("danger").get<bool>();
        request.question = text_at(object, "question");
        request.decision = text_at(object, "decision");
        request.needed_by = parse_date(text_at(object, "needed_by"));
        request.tried = text_at(object, "tried");
        request.priority = parse_priority(text_at(object, "priority"));
        request.responsibility = parse_responsibility(text_at(object, "responsibility"));
        request.specialism = text_at(object, "specialism");
        if (object.contains("restricted")) {
            request.is_restricted = true;
            for (const auto& login : object.at("restricted"))
                request.restricted_to.emplace_back(login.get<std::string>());
        }
        if (object.contains("called"))
            request.called = Called{object.at("called").at("whom").get<std::string>(),
                                    object.at("called").at("when").get<std::string>()};
        request.not_danger = text_at(object, "not_danger");
        if (object.contains("case"))
            request.profile = case_from_json(object.at("case"));
        if (object.contains("read"))
            request.read = object.at("read").get<std::vector<std::string>>();
        if (object.contains("fields"))
            request.fields = object.at("fields").get<std::map<std::string, std::string>>();
        if (object.contains("verdicts"))
            request.verdicts = object.at("verdicts").get<std::vector<std::string>>();
        return request;
    } catch (const json::exception&) {
        // The engine's own words would quote the text.
        throw Error{Errc::format, "This is no request as an event holds it."};
    }
}

} // namespace guidepost::consultation
