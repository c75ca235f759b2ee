// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/exchange/module_json.h"

#include "core/text/error.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace guidepost::programme {
namespace {

using Json = nlohmann::json;

constexpr int deepest = 32;

/// Asked of the text itself: a tree that deep would cost before it could be looked at.
bool is_too_deep(std::string_view text)
{
    int depth = 0;
    bool in_text = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (in_text) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                in_text = false;
        } else if (c == '"') {
            in_text = true;
        } else if (c == '[' || c == '{') {
            if (++depth > deepest)
                return true;
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return false;
}

bool is_control(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

} // namespace

Json parse_untrusted(std::string_view text)
{
    if (is_too_deep(text) || first_invalid_utf8(text))
        return Json(Json::value_t::discarded);
    return Json::parse(text, nullptr, false);
}

std::string plain_words(std::string_view text)
{
    std::string plain;
    for (const char c : text)
        plain += is_control(c) ? ' ' : c;
    return std::string{trimmed(plain)};
}

ObjectReader::ObjectReader(const Json& value, std::string place) : value_{&value}, place_{std::move(place)}
{
    if (!value.is_object())
        fail({}, "is no object");
}

void ObjectReader::fail(std::string_view key, std::string_view what) const
{
    const auto* dot = place_.empty() || key.empty() ? "" : ".";
    const auto name = place_ + dot + std::string{key};
    throw Error{Errc::format, fmt::format("{} {}", name.empty() ? "the answer" : name, what)};
}

const Json* ObjectReader::find(const char* key) const
{
    const auto found = value_->find(key);
    return found == value_->end() || found->is_null() ? nullptr : &*found;
}

bool ObjectReader::has(const char* key) const
{
    return find(key);
}

std::string ObjectReader::plain(const Json& value, std::string_view key) const
{
    if (!value.is_string())
        fail(key, "is no text");
    auto text = value.get<std::string>();
    if (text.size() > longest_text)
        fail(key, fmt::format("is longer than {} bytes", longest_text));
    if (std::any_of(text.begin(), text.end(), is_control))
        fail(key, "holds control characters");
    return text;
}

std::string ObjectReader::text_or_none(const char* key) const
{
    const auto* value = find(key);
    return value ? plain(*value, key) : std::string{};
}

std::string ObjectReader::text(const char* key) const
{
    auto value = text_or_none(key);
    if (trimmed(value).empty())
        fail(key, "is missing");
    return value;
}

std::string ObjectReader::slug(const char* key) const
{
    auto value = text(key);
    if (!is_slug(value))
        fail(key, "is no name of a-z, 0-9 and hyphens");
    return value;
}

std::string ObjectReader::word(const char* key, const std::vector<std::string_view>& words) const
{
    auto value = text(key);
    if (std::find(words.begin(), words.end(), value) == words.end())
        fail(key, "is none of the words it may be");
    return value;
}

std::optional<int> ObjectReader::whole(const char* key, int least, int most) const
{
    const auto* value = find(key);
    if (!value)
        return std::nullopt;
    if (!value->is_number_integer() || *value < least || *value > most)
        fail(key, fmt::format("is no whole number from {} to {}", least, most));
    return value->get<int>();
}

std::optional<double> ObjectReader::number(const char* key) const
{
    const auto* value = find(key);
    if (!value)
        return std::nullopt;
    if (!value->is_number() || !std::isfinite(value->get<double>()))
        fail(key, "is no number");
    return value->get<double>();
}

std::optional<bool> ObjectReader::yes_no(const char* key) const
{
    const auto* value = find(key);
    if (!value)
        return std::nullopt;
    if (!value->is_boolean())
        fail(key, "is neither true nor false");
    return value->get<bool>();
}

std::vector<std::string> ObjectReader::texts(const char* key, std::size_t most) const
{
    const auto* value = find(key);
    if (!value)
        return {};
    if (!value->is_array())
        fail(key, "is no list");
    if (value->size() > most)
        fail(key, fmt::format("has more than {} entries", most));
    std::vector<std::string> texts;
    for (const auto& item : *value) {
        texts.push_back(plain(item, key));
        if (trimmed(texts.back()).empty())
            fail(key, "has an empty entry");
    }
    return texts;
}

std::vector<ObjectReader> ObjectReader::objects_or_none(const char* key, std::size_t most) const
{
    return has(key) ? objects(key, 0, most) : std::vector<ObjectReader>{};
}

std::vector<ObjectReader> ObjectReader::objects(const char* key, std::size_t least, std::size_t most) const
{
    const auto* value = find(key);
    if (!value)
        fail(key, "is missing");
    if (!value->is_array())
        fail(key, "is no list");
    if (value->size() > most)
        fail(key, fmt::format("has more than {} entries", most));
    if (value->size() < least)
        fail(key, fmt::format("has fewer than {} entries", least));
    std::vector<ObjectReader> objects;
    for (std::size_t i = 0; i < value->size(); ++i)
        objects.emplace_back((*value)[i],
                             fmt::format("{}{}{}[{}]", place_, place_.empty() ? "" : ".", key, i));
    return objects;
}

std::optional<ObjectReader> ObjectReader::object(const char* key) const
{
    const auto* value = find(key);
    if (!value)
        return std::nullopt;
    return ObjectReader{*value, place_.empty() ? std::string{key} : fmt::format("{}.{}", place_, key)};
}

void ObjectReader::version_is_one() const
{
    if (whole("version", 0, 1'000'000) != 1)
        fail("version", "is not 1");
}

} // namespace guidepost::programme
