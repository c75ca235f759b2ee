// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/exchange/case_json.h"

#include "core/values/case_keys.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace guidepost::programme {
namespace {

using Json = nlohmann::json;

/// OASys answers: yes and no are true and false, scores are numbers; other words stay.
Json typed(const CaseKey& key, const std::string& value)
{
    if (key.group() == "oasys") {
        if (value == "yes" || value == "no")
            return value == "yes";
        return std::atoi(value.c_str());
    }
    return value;
}

/// An answer to a module's own question: yes and no are true and false, numbers are numbers. read_form
/// refuses choices that could be taken for either.
Json answer_json(const std::string& answer)
{
    if (answer == "yes" || answer == "no")
        return answer == "yes";
    double number = 0;
    const auto* end = answer.data() + answer.size();
    const auto [stopped, error] = std::from_chars(answer.data(), end, number);
    return error == std::errc{} && stopped == end ? Json(number) : Json(answer);
}

struct ToJson {
    const CaseProfile& profile;
    const CaseKey& key;

    Json operator()(std::string CaseProfile::*place) const
    {
        const auto& value = profile.*place;
        return value.empty() ? Json{} : Json(value);
    }
    template <class Number>
    Json operator()(std::optional<Number> CaseProfile::*place) const
    {
        return profile.*place ? Json(*(profile.*place)) : Json{};
    }
    Json operator()(std::vector<std::string> CaseProfile::*place) const
    {
        return (profile.*place).empty() ? Json{} : Json(profile.*place);
    }
    Json operator()(std::map<std::string, std::string> CaseProfile::*place) const
    {
        const auto& map = profile.*place;
        const auto found = map.find(std::string{key.member()});
        return found == map.end() || found->second.empty() ? Json{} : typed(key, found->second);
    }
};

} // namespace

Json case_json(const CaseProfile& profile, std::string_view module)
{
    Json json{{"version", 1}};
    for (const auto& key : case_keys()) {
        if (key.name == "reference") // what a case is called on the desk is nobody else's business
            continue;
        auto value = std::visit(ToJson{profile, key}, key.place);
        if (value.is_null())
            continue;
        if (key.group().empty())
            json[key.name] = std::move(value);
        else
            json[std::string{key.group()}][std::string{key.member()}] = std::move(value);
    }
    const auto own = std::string{module} + ".";
    for (const auto& [name, answer] : profile.fields)
        if (name.starts_with(own))
            json["more"][name.substr(own.size())] = answer_json(answer);
    return json;
}

} // namespace guidepost::programme
