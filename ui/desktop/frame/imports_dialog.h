// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/desk/imports.h"

#include <wx/window.h>

#include <optional>
#include <string>
#include <vector>

namespace guidepost::desktop {

struct WantedOfImport {
    SourceId source = {};
    std::optional<std::string> reason = {}; ///< to take it out; none: bring it back
};

/// Shows what people brought in and asks what to take out, and why, or to bring back. Nothing: it was left
/// be.
std::optional<WantedOfImport> choose_import(wxWindow* parent, const std::vector<desk::Imported>& imports);

} // namespace guidepost::desktop
