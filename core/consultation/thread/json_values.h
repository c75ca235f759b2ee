// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: how a value of each type stands in JSON, in events and in commands. `value_of` gives
// null for what is left out; `take` is asked only for what is there, and throws what the parser throws.
#pragma once

#include "core/consultation/request/request.h"
#include "core/consultation/thread/thread.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

namespace guidepost::consultation::json_values {

using Json = nlohmann::json;

inline Json value_of(const std::string& text)
{
    return text.empty() ? Json{} : Json(text);
}
inline void take(const Json& json, std::string& text)
{
    json.get_to(text);
}

inline Json value_of(int number)
{
    return number;
}
inline void take(const Json& json, int& number)
{
    json.get_to(number);
}

inline Json value_of(Timestamp moment)
{
    return moment;
}
inline void take(const Json& json, Timestamp& moment)
{
    json.get_to(moment);
}

inline Json value_of(bool flag)
{
    return flag ? Json(true) : Json{};
}
inline void take(const Json& json, bool& flag)
{
    json.get_to(flag);
}

inline Json value_of(const std::optional<bool>& answer)
{
    return answer ? Json(*answer) : Json{};
}
inline void take(const Json& json, std::optional<bool>& answer)
{
    answer = json.get<bool>();
}

inline Json value_of(const std::vector<std::string>& words)
{
    return words.empty() ? Json{} : Json(words);
}
inline void take(const Json& json, std::vector<std::string>& words)
{
    json.get_to(words);
}

inline Json value_of(const Login& login)
{
    return value_of(login.value());
}
inline void take(const Json& json, Login& login)
{
    login = Login{json.get<std::string>()};
}

inline Json value_of(const std::vector<Login>& logins)
{
    Json list;
    for (const auto& login : logins)
        list.push_back(login.value());
    return list;
}
inline void take(const Json& json, std::vector<Login>& logins)
{
    for (auto& login : json.get<std::vector<std::string>>())
        logins.emplace_back(std::move(login));
}

inline Json value_of(const std::optional<Date>& day)
{
    return day ? Json(format_date(*day)) : Json{};
}
inline void take(const Json& json, std::optional<Date>& day)
{
    day = parse_date(json.get<std::string>());
}

inline Json value_of(const std::optional<AdviceChoice>& choice)
{
    return choice ? Json(word_of(*choice)) : Json{};
}
inline void take(const Json& json, std::optional<AdviceChoice>& choice)
{
    choice = parse_advice_choice(json.get<std::string>());
}

inline Json value_of(const Request& request)
{
    return Json::parse(request_json(request));
}
inline void take(const Json& json, Request& request)
{
    request = request_from_json(json.dump());
}

} // namespace guidepost::consultation::json_values
