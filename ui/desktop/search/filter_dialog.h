// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/search/results.h"
#include "core/search/vocabulary.h"

#include <wx/window.h>

#include <optional>

namespace guidepost::desktop {

/// Every value one can narrow by, with its count. The new choice, or nothing when it was cancelled.
std::optional<search::Filters> choose_filters(wxWindow* parent, const search::Filters& chosen,
                                              const search::FacetCounts& counts,
                                              const search::Vocabulary& vocabulary);

} // namespace guidepost::desktop
