// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/rules/measures.h"

#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace guidepost::programme {
namespace {

enum class Scale { percent, years, months, points, band, level, words };

struct Facts {
    std::string_view name;
    std::string_view label;
    std::string_view older_label; ///< with the predictors before; "" when it has one name
    std::string_view case_key;
    Scale scale;
};

constexpr std::array facts{
    Facts{"arp", "ARP", "OGRS3", "arp", Scale::percent},
    Facts{"vrp", "VRP", "OVP", "vrp", Scale::percent},
    Facts{"csrp", "CSRP", "RSR", "csrp", Scale::percent},
    Facts{"dc_srp", "DC-SRP", "OSP-DC", "dc_srp", Scale::band},
    Facts{"iic_srp", "IIC-SRP", "OSP-IIC", "iic_srp", Scale::band},
    Facts{"sara.partner", "SARA to a partner", "", "sara.partner", Scale::level},
    Facts{"sara.others", "SARA to others", "", "sara.others", Scale::level},
    Facts{"rosh", "RoSH", "", "rosh", Scale::level},
    Facts{"age", "Age", "", "age", Scale::years},
    Facts{"months_left", "Time left", "", "sentence.months_left", Scale::months},
    Facts{"learning", "Learning screening", "", "learning.subtotal", Scale::points},
    Facts{"need_score", "Need score", "", "need_score", Scale::points},
    Facts{"offence", "Offence", "", "offence", Scale::words},
};

/// From the lowest up. "Not applicable" lies below all: it reaches no level.
constexpr std::array<std::string_view, 5> levels{"not-applicable", "low", "medium", "high", "very-high"};

const Facts* find(std::string_view name)
{
    const auto found =
        std::find_if(facts.begin(), facts.end(), [&](const auto& one) { return one.name == name; });
    return found == facts.end() ? nullptr : &*found;
}

std::optional<double> place_of(std::string_view level)
{
    const auto found = std::find(levels.begin(), levels.end(), level);
    return found == levels.end() ? std::nullopt : std::optional<double>{found - levels.begin()};
}

std::optional<Measured> of_number(const std::optional<double>& value, Scale scale)
{
    if (!value)
        return std::nullopt;
    switch (scale) {
    case Scale::percent:
        return Measured{*value, fmt::format("{}%", *value)};
    case Scale::months:
        return Measured{*value, fmt::format("{} {}", *value, *value == 1 ? "month" : "months")};
    default:
        return Measured{*value, fmt::format("{}", *value)};
    }
}

std::optional<Measured> of_level(std::string level)
{
    const auto place = place_of(level);
    if (!place)
        return std::nullopt;
    return Measured{*place, spaced(std::move(level))};
}

std::string of_map(const std::map<std::string, std::string>& map, const char* key)
{
    const auto found = map.find(key);
    return found == map.end() ? std::string{} : found->second;
}

} // namespace

bool is_measure(std::string_view name)
{
    return find(name) != nullptr;
}

std::optional<Measured> measured(const CaseProfile& profile, std::string_view measure)
{
    const auto* known = find(measure);
    if (!known)
        return std::nullopt;
    if (measure == "arp")
        return of_number(profile.arp, known->scale);
    if (measure == "vrp")
        return of_number(profile.vrp, known->scale);
    if (measure == "csrp")
        return of_number(profile.csrp, known->scale);
    if (measure == "dc_srp")
        return of_level(profile.dc_srp);
    if (measure == "iic_srp")
        return of_level(profile.iic_srp);
    if (measure == "sara.partner")
        return of_level(of_map(profile.sara, "partner"));
    if (measure == "sara.others")
        return of_level(of_map(profile.sara, "others"));
    if (measure == "rosh")
        return of_level(highest_rosh(profile));
    if (measure == "age")
        return of_number(profile.age, known->scale);
    if (measure == "months_left")
        return of_number(profile.months_left, known->scale);
    if (measure == "learning")
        return of_number(profile.learning_subtotal, known->scale);
    if (measure == "need_score")
        return of_number(profile.need_score, known->scale);
    return std::nullopt;
}

std::optional<double> threshold(std::string_view measure, std::string_view text)
{
    const auto* known = find(measure);
    if (!known || known->scale == Scale::words)
        return std::nullopt;
    if (known->scale == Scale::band || known->scale == Scale::level)
        return place_of(text);
    double value = 0;
    const auto* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stopped != end || !(value >= 0 && value <= 1000))
        return std::nullopt;
    return value;
}

std::string measure_label(std::string_view measure, const CaseProfile& profile)
{
    const auto* known = find(measure);
    if (!known)
        return std::string{measure};
    return std::string{profile.predictor == "ogrs3" && !known->older_label.empty() ? known->older_label
                                                                                   : known->label};
}

std::string case_key_of(std::string_view measure)
{
    const auto* known = find(measure);
    return std::string{known ? known->case_key : measure};
}

} // namespace guidepost::programme
