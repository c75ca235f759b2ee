// SPDX-License-Identifier: GPL-2.0-or-later
// The twelve regions of the Probation Service, with their nDelius codes (published code of an HMPPS
// service, read August 2026). The National Security Division (N43) is not a region.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace guidepost {

struct Region {
    std::string_view code; ///< "N51"
    std::string_view name; ///< "North West": what is stored and shown
};

/// In the order of their names.
std::span<const Region> regions();

/// By name or code, capital or small letters. None when it is no region.
std::optional<Region> find_region(std::string_view name_or_code);

} // namespace guidepost
