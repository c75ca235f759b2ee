// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/routing/routing.h"
#include "core/text/text.h"
#include "core/text/yaml_tree.h"
#include "core/values/region.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::consultation {
namespace {

constexpr int furthest = 2;

std::pair<std::string, std::string> pair_of(std::string_view one, std::string_view other)
{
    return {std::string{std::min(one, other)}, std::string{std::max(one, other)}};
}

std::string region_at(std::size_t line, std::string_view name)
{
    const auto region = find_region(name);
    if (!region)
        fail_at(line, fmt::format("there is no region {}", shown_in_error(name)));
    return std::string{region->name};
}

} // namespace

RegionDistances::RegionDistances(std::string_view tsv)
{
    for (const auto& [number, line] : data_lines(tsv)) {
        const auto columns = split(line, '\t');
        if (columns.size() != 3 || (columns[2] != "1" && columns[2] != "2"))
            fail_at(number, "two regions and 1 or 2 are expected, with tabs between them");
        const auto pair = pair_of(region_at(number, columns[0]), region_at(number, columns[1]));
        if (pair.first == pair.second || !steps_.emplace(pair, columns[2] == "1" ? 1 : furthest).second)
            fail_at(number, "this pair stands here a second time, or is one region twice");
    }
}

int RegionDistances::between(std::string_view one, std::string_view other) const
{
    if (one == other)
        return 0;
    const auto at = steps_.find(pair_of(one, other));
    return at == steps_.end() ? furthest : at->second;
}

} // namespace guidepost::consultation
