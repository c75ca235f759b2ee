// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/values/case_profile.h"
#include "core/values/clock.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace guidepost::search {

/// What articles can be narrowed by, in the order in which filters are shown. `state` says whether a
/// text is guidance ("published") or was only imported.
enum class Facet { programme, offence, rosh, topic, audience, kind, setting, source, state };
inline constexpr int facet_count = 9;

/// "programme", "offence" ...: as in the JSON, on the command line and in field searches.
std::string_view facet_name(Facet facet);
std::optional<Facet> parse_facet(std::string_view name);

/// Values of one facet widen (any of them), facets narrow (all of them).
using Filters = std::map<Facet, std::vector<std::string>>;

enum class Typing {
    finished, ///< every word is whole
    going_on, ///< the last word may be the start of a longer one
};

struct Query {
    std::string text = {}; ///< as typed: words, "phrases", -not, title: topic: programme:
    Filters filters = {};
    std::optional<CaseProfile> profile = {}; ///< moves what fits up; never hides anything
    Typing typing = Typing::finished;
    std::size_t offset = 0;
    std::size_t limit = 20;
    Date today = date_of(system_now()); ///< guidance past its review date is ranked down
};

} // namespace guidepost::search
