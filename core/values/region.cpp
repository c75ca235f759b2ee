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

} // namespace

std::span<const Region> regions()
{
    return all_regions;
}

std::optional<Region> find_region(std::string_view name_or_code)
{
    const auto wanted = lower_ascii(trimmed(name_or_code));
    const auto found = std::find_if(all_regions.begin(), all_regions.end(), [&](const Region& region) {
        return lower_ascii(region.name) == wanted || lower_ascii(region.code) == wanted;
    });
    return found == all_regions.end() ? std::nullopt : std::optional{*found};
}

} // namespace guidepost
