// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/values/case_profile.h"

#include "core/text/error.h"
#include "core/text/text.h"
#include "core/values/case_keys.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost {
namespace {

std::string capitalised(std::string text)
{
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string flag_text(const std::string& flag)
{
    static constexpr std::string_view mappa = "mappa-";
    if (flag.starts_with(mappa))
        return "MAPPA level " + flag.substr(mappa.size());
    return flag == "shpo" ? "SHPO" : flag == "opd" ? "OPD" : capitalised(spaced(flag));
}

std::string innocence_text(const std::string& innocence)
{
    return innocence == "maintains"   ? "Maintains innocence"
           : innocence == "appeal"    ? "Appeal pending"
           : innocence == "accepts"   ? "Accepts the offence"
           : innocence == "minimises" ? "Minimises"
                                      : "";
}

std::string person_text(const CaseProfile& profile)
{
    const auto sex = capitalised(profile.sex);
    if (!profile.age)
        return sex;
    return sex.empty() ? fmt::format("Age {}", *profile.age) : fmt::format("{}, {}", sex, *profile.age);
}

std::string sentence_text(const CaseProfile& profile)
{
    auto text = capitalised(spaced(profile.sentence_type));
    if (text.starts_with("Ipp"))
        text.replace(0, 3, "IPP");
    if (!profile.months_left)
        return text;
    const auto left =
        fmt::format("{} {} left", *profile.months_left, *profile.months_left == 1 ? "month" : "months");
    return text.empty() ? left : text + ", " + left;
}

/// The measures under the names of the generation that made them.
void add_predictors(const CaseProfile& profile, std::vector<std::string>& chips)
{
    const bool is_older = profile.predictor == "ogrs3";
    const auto band = [&](const std::string& value, const char* newer, const char* older) {
        if (!value.empty())
            chips.push_back(fmt::format("{} {}", is_older ? older : newer, spaced(value)));
    };
    const auto percent = [&](const std::optional<double>& value, const char* newer, const char* older) {
        if (value)
            chips.push_back(fmt::format("{} {}%", is_older ? older : newer, *value));
    };
    band(profile.dc_srp, "DC-SRP", "OSP-DC");
    band(profile.iic_srp, "IIC-SRP", "OSP-IIC");
    percent(profile.arp, "ARP", "OGRS3");
    percent(profile.vrp, "VRP", "OVP");
    percent(profile.csrp, "CSRP", "RSR");
}

} // namespace

std::string highest_rosh(const CaseProfile& profile)
{
    const auto& levels = case_words("rosh");
    std::string highest;
    for (const auto& level : levels) // from the lowest up
        if (std::any_of(profile.rosh.begin(), profile.rosh.end(),
                        [&](const auto& entry) { return entry.second == level; }))
            highest = level;
    return highest;
}

std::vector<std::string> case_chips(const CaseProfile& profile)
{
    std::vector<std::string> chips;
    const auto add = [&](std::string text) {
        if (!text.empty())
            chips.push_back(std::move(text));
    };
    std::vector<std::string> offences;
    for (const auto& offence : profile.offence)
        offences.push_back(spaced(offence));
    add(capitalised(join(offences, ", ")));
    if (const auto level = highest_rosh(profile); !level.empty())
        add("RoSH " + spaced(level));
    add_predictors(profile, chips);
    for (const char* toward : {"partner", "others"})
        if (const auto at = profile.sara.find(toward); at != profile.sara.end())
            add(fmt::format("SARA {} {}", toward, at->second));
    add(innocence_text(profile.innocence));
    if (profile.learning_subtotal)
        add(fmt::format("Learning screening {}", *profile.learning_subtotal));
    add(capitalised(profile.setting));
    add(sentence_text(profile));
    for (const auto& flag : profile.flags)
        add(flag_text(flag));
    add(person_text(profile));
    add(profile.region);
    return chips;
}

void set_case_value(CaseProfile& profile, std::string_view assignment)
{
    const auto equals = assignment.find('=');
    if (equals == std::string_view::npos)
        throw Error{Errc::format, "A case value is written key=value, for example setting=custody."};
    const auto name = trimmed(assignment.substr(0, equals));
    const auto value = assignment.substr(equals + 1);
    if (constexpr std::string_view fields = "fields."; name.starts_with(fields)) {
        if (const auto problem = put_module_answer(profile.fields, name.substr(fields.size()), value);
            !problem.empty())
            throw Error{Errc::format, fmt::format("{} {}.", shortened(name, 60), problem)};
        return;
    }
    const auto* key = find_case_key(name);
    if (!key) {
        std::vector<std::string> names;
        for (const auto* member : case_keys_of(name))
            names.push_back(member->name);
        throw Error{Errc::format, names.empty()
                                      ? fmt::format("A case has no key {}.", shortened(name, 40))
                                      : fmt::format("{} has parts: write {}.", name, join(names, ", "))};
    }
    const auto values = key->is_list() ? split(value, ',') : std::vector{std::string{value}};
    if (const auto problem = put_case_value(profile, *key, values); !problem.empty())
        throw Error{Errc::format, fmt::format("{} {}.", key->name, problem)};
}

} // namespace guidepost
