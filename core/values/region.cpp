// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/values/region.h"

#include "core/text/text.h"

#include <algorithm>
#include <array>

namespace guidepost {
namespace {

constexpr std::array all_regions{
    Region{"N53", "East Midlands"},
    Region{"N56", "East of England"},
    Region{"N50", "Greater Manchester"},
    Region{"N57", "Kent, Surrey and Sussex"},
    Region{"N07", "London"},
    Region{"N54", "North East"},
    Region{"N51", "North West"},
    Region{"N59", "South Central"},
    Region{"N58", "South West"},
    Region{"N03", "Wales"},
    Region{"N52", "West Midlands"},
    Region{"N55", "Yorkshire and the Humber"},
};

/// A name without what people write now one way, now another: capitals, commas, "&" for "and", blanks.
std::string compared(std::string_view name)
{
    constexpr std::string_view hard_blank = "\u00A0";
    std::string plain;
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (name[i] == '&')
            plain += "and";
        else if (name.substr(i, hard_blank.size()) == hard_blank)
            i += hard_blank.size() - 1;
        else if (name[i] != ' ' && name[i] != ',' && name[i] != '-' && name[i] != '\t')
            plain += name[i];
    }
    return lower_ascii(plain);
}

} // namespace

std::span<const Region> regions()
{
    return all_regions;
}

std::optional<Region> find_region(std::string_view name_or_code)
{
    const auto wanted = compared(name_or_code);
    const auto found = std::find_if(all_regions.begin(), all_regions.end(), [&](const Region& region) {
        return compared(region.name) == wanted || compared(region.code) == wanted;
    });
    return found == all_regions.end() ? std::nullopt : std::optional{*found};
}

} // namespace guidepost
