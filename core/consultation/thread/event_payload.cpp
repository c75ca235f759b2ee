// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/thread/event_payload.h"

#include "core/consultation/thread/event_fields.h"
#include "core/consultation/thread/event_kinds.h"
#include "core/text/error.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace guidepost::consultation {
namespace {

using Json = nlohmann::json;

[[noreturn]] void not_ours()
{
    // Without the parser's own words: it quotes what it read.
    throw Error{Errc::storage, "An event of a consultation is not in the form that it was written in."};
}

} // namespace

std::string payload_json(Happening kind, const Details& details)
{
    Json json = Json::object();
    for (const auto* const field : kind_of(kind).fields)
        field->write(details, json);
    try {
        return json.dump();
    } catch (const Json::exception&) {
        throw Error{Errc::format, "The text is not UTF-8."};
    }
}

Details read_payload(Happening kind, std::string_view text)
{
    Details details;
    try {
        const auto json = Json::parse(text);
        if (!json.is_object())
            not_ours();
        for (const auto* const field : kind_of(kind).fields)
            field->read(json, details);
    } catch (const Json::exception&) {
        not_ours();
    }
    return details;
}

bool has_words(Happening kind)
{
    const auto& row = kind_of(kind);
    return !row.keeps_its_words && std::any_of(row.fields.begin(), row.fields.end(),
                                               [](const Field* field) { return field->holds_words; });
}

Details without_words(Happening kind, Details d)
{
    if (!has_words(kind))
        return d;
    d.text.clear();
    d.command.clear();
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
