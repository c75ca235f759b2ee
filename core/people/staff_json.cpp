// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/staff_json.h"

#include "core/text/error.h"

namespace guidepost::people {
namespace {

using Json = nlohmann::json;

template <class Read>
auto guarded(Read&& read)
{
    try {
        return read();
    } catch (const Json::exception&) { // its text would quote the record
        throw Error{Errc::storage, "A record of people in this store cannot be read. Check the store with: "
                                   "guidepostctl store verify"};
    }
}

[[noreturn]] void unknown_word(const char* what)
{
    throw Error{Errc::storage, std::string{"A record of people in this store names a "} + what +
                                   " that this version does not know."};
}

Json names(const auto& logins)
{
    auto all = Json::array();
    for (const auto& login : logins)
        all.push_back(login.value());
    return all;
}

} // namespace

Json to_json(const Skill& skill)
{
    return {{"specialism", skill.specialism},
            {"level", word_of(skill.level)},
            {"evidence", skill.evidence},
            {"expires", skill.expires ? Json(format_date(*skill.expires)) : Json(nullptr)}};
}

Json to_json(const Away& away)
{
    return {
        {"first", format_date(away.first)}, {"last", format_date(away.last)}, {"cover", away.cover.value()}};
}

Json to_json(const Staff& staff)
{
    auto roles = Json::array(), skills = Json::array(), away = Json::array();
    for (const auto role : staff.roles)
        roles.push_back(word_of(role));
    for (const auto& skill : staff.skills)
        skills.push_back(to_json(skill));
    for (const auto& period : staff.away)
        away.push_back(to_json(period));
    return {{"login", staff.login.value()},
            {"name", staff.display_name},
            {"roles", std::move(roles)},
            {"band", staff.band},
            {"qualifications", staff.qualifications},
            {"region", staff.region},
            {"pdu", staff.pdu},
            {"skills", std::move(skills)},
            {"weekly_minutes", staff.weekly_minutes},
            {"pattern", format_pattern(staff.pattern)},
            {"away", std::move(away)},
            {"conflicts", names(staff.conflicts)},
            {"is_active", staff.is_active}};
}

Json to_json(const Contact& contact)
{
    return {{"region", contact.region}, {"pdu", contact.pdu},   {"whom", contact.whom},
            {"phone", contact.phone},   {"when", contact.when}, {"note", contact.note}};
}

Date date_from_json(const Json& json)
{
    return guarded([&] {
        const auto date = parse_date(json.get<std::string>());
        if (!date)
            unknown_word("date");
        return *date;
    });
}

Skill skill_from_json(const Json& json)
{
    return guarded([&] {
        const auto level = parse_level(json.at("level").get<std::string>());
        if (!level)
            unknown_word("level");
        Skill skill{
            .specialism = json.at("specialism"), .level = *level, .evidence = json.value("evidence", "")};
        if (json.contains("expires") && !json["expires"].is_null())
            skill.expires = date_from_json(json["expires"]);
        return skill;
    });
}

Away away_from_json(const Json& json)
{
    return guarded([&] {
        return Away{date_from_json(json.at("first")), date_from_json(json.at("last")),
                    Login{json.value("cover", "")}};
    });
}

Staff staff_from_json(const Json& json)
{
    return guarded([&] {
        Staff staff;
        staff.login = Login{json.at("login").get<std::string>()};
        staff.display_name = json.at("name");
        for (const auto& word : json.at("roles")) {
            const auto role = parse_role(word.get<std::string>());
            if (!role)
                unknown_word("role");
            staff.roles.insert(*role);
        }
        staff.band = json.value("band", 0);
        staff.qualifications = json.value("qualifications", std::vector<std::string>{});
        staff.region = json.at("region");
        staff.pdu = json.value("pdu", "");
        for (const auto& skill : json.value("skills", Json::array()))
            staff.skills.push_back(skill_from_json(skill));
        staff.weekly_minutes = json.value("weekly_minutes", 0);
        if (const auto pattern = parse_pattern(json.value("pattern", format_pattern(full_week()))))
            staff.pattern = *pattern;
        else
            unknown_word("working pattern");
        for (const auto& away : json.value("away", Json::array()))
            staff.away.push_back(away_from_json(away));
        for (const auto& other : json.value("conflicts", Json::array()))
            staff.conflicts.insert(Login{other.get<std::string>()});
        staff.is_active = json.value("is_active", true);
        return staff;
    });
}

Contact contact_from_json(const Json& json)
{
    return guarded([&] {
        return Contact{json.at("region"),       json.at("pdu"),         json.at("whom"),
                       json.value("phone", ""), json.value("when", ""), json.value("note", "")};
    });
}

} // namespace guidepost::people
