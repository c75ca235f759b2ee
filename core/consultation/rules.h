// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/consultation/danger/red_flags.h"
#include "core/consultation/routing/need.h"
#include "core/consultation/routing/routing.h"
#include "core/consultation/routing/working_time.h"

#include <filesystem>
#include <vector>

namespace guidepost::consultation {

/// What specialists and leads decide beforehand and keep as data. Immutable; any thread.
struct Rules {
    WorkingTime time = {{}, {}};
    ClockTable clocks = {};
    RegionDistances distances = {};
    std::vector<NeedRule> needs = {};
    RedFlags red_flags = {};
};

/// red-flags.yaml and danger-weights.tsv of the content folder. Throws as `read_rules`.
RedFlags read_red_flags(const std::filesystem::path& content);

/// From the content folder: clocks.yaml, bank-holidays.tsv, region-distances.tsv, needs.yaml,
/// red-flags.yaml, danger-weights.tsv. Throws Error{format} with file and line, Error{not_found} for one that
/// is missing.
Rules read_rules(const std::filesystem::path& content);

} // namespace guidepost::consultation
