// SPDX-License-Identifier: GPL-2.0-or-later
// YAML that holds nothing but "key: text" and "key: [texts]": front matter and pack manifests.
#pragma once

#include "core/guidance/problem.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guidepost::guidance {

struct FlatEntry {
    std::size_t line = 0; ///< from 1
    bool is_list = false;
    std::vector<std::string> values = {}; ///< empty ones are left out
};

struct FlatYaml {
    std::vector<std::pair<std::string, FlatEntry>> entries = {}; ///< in order; a key may stand twice
    std::optional<Problem> problem = {}; ///< where reading stopped; what came before is there
    std::vector<Problem> nested = {};    ///< values that go deeper; they are passed over
};

/// Never throws for bad input. Anchors, aliases and very deep nesting stop the reading at once.
FlatYaml read_flat_yaml(std::string_view text);

} // namespace guidepost::guidance
