// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/search/query.h"

#include "core/search/results.h"

#include <algorithm>
#include <array>

namespace guidepost::search {
namespace {

constexpr std::array<std::string_view, facet_count> facet_names{
    "programme", "offence", "rosh", "topic", "audience", "kind", "setting", "source", "state"};

} // namespace

std::string_view facet_name(Facet facet)
{
    return facet_names.at(static_cast<std::size_t>(facet));
}

std::optional<Facet> parse_facet(std::string_view name)
{
    const auto found = std::find(facet_names.begin(), facet_names.end(), name);
    if (found == facet_names.end())
        return std::nullopt;
    return static_cast<Facet>(found - facet_names.begin());
}

std::string_view index_state_name(IndexState::Kind kind)
{
    switch (kind) {
    case IndexState::Kind::ready:
        return "ready";
    case IndexState::Kind::rebuilding:
        return "rebuilding";
    case IndexState::Kind::titles_only:
        return "titles-only";
    }
    return "titles-only";
}

} // namespace guidepost::search
