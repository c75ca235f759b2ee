// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/search/query.h"
#include "core/search/results.h"
#include "ui/terminal/output.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace guidepost::terminal {

/// What a search gave, for a person.
std::string search_text(const search::Query& query, const search::Page& page,
                        const search::FacetCounts& counts, const Output& out);

/// The same for programs: the form described in docs/guidepostctl.md.
nlohmann::ordered_json search_json(const search::Query& query, const search::Page& page,
                                   const search::FacetCounts& counts);

/// A snippet (escaped HTML with <b>) as clean text with the marks of Output.
std::string snippet_text(std::string_view html);

} // namespace guidepost::terminal
