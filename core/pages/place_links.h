// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: places in guidance as links.
#pragma once

#include "core/pages/place_words.h"
#include "core/pages/render.h"

namespace guidepost::pages {

/// With its title and where it leads; what names no place is shown and leads nowhere.
LinkItem place_link(const std::string& place, const Titles& titles);
Data place_links(const std::vector<std::string>& places, const Titles& titles);

} // namespace guidepost::pages
