// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: articles that a module names, as links.
#pragma once

#include "core/pages/programme_pages.h"
#include "core/pages/render.h"

namespace guidepost::pages {

/// "slug#heading" with its title and where it leads; what is no such name is shown and leads nowhere.
LinkItem cited_article(const std::string& cite, const Titles& titles);
Data cited_data(const std::vector<std::string>& cites, const Titles& titles);

} // namespace guidepost::pages
