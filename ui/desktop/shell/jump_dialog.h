// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/desktop/shell/search_service.h"

#include <wx/window.h>

#include <optional>

namespace guidepost::desktop {

/// A field and a list: type part of a title, press Enter. Nothing when it was left.
std::optional<Link> ask_for_article(wxWindow* parent, SearchService& search);

} // namespace guidepost::desktop
