// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/search/results.h"

#include <wx/string.h>

namespace guidepost::desktop {

/// What the index lacks, for whoever relies on an answer: "3 articles are not searchable yet." Empty
/// when it lacks nothing.
wxString words_of(const search::IndexState& index);

} // namespace guidepost::desktop
