// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/pages/place_links.h"
#include "core/pages/programme_pages.h"
#include "core/pages/templates.h"

namespace guidepost::pages {

std::string brief_page(const BriefPage& page, const Look& look)
{
    const auto& brief = page.brief;
    Data data;
    data.set("title", title_to_show(brief.name));
    data.set("place", shown(page.module_name));
    data.set("banner", shown(page.banner));
    data.set("is_blocked", !page.blocked.empty());
    data.set("blocked", list_of(page.blocked));
    data.set("has_delivery", !page.delivery.empty());
    data.set("delivery", list_of(page.delivery));
    data.set("aim", brief.aim);
    data.set("steps", list_of(brief.steps));
    data.set("challenge", list_of(brief.challenge));
    data.set("red_flags", list_of(brief.red_flags));
    data.set("stop_and_call", list_of(brief.stop_and_call));
    data.set("has_limits", !brief.limits.empty());
    data.set("limits", list_of(brief.limits));
    data.set("is_suggestion", brief.is_suggestion);
    data.set("guidance", place_links(brief.guidance, page.titles));
    data.set("source", brief.source);
    data.set("notice", std::string{public_sources_notice});
    return whole_page(brief.name + ": five-minute brief", templates::brief, data, look);
}

} // namespace guidepost::pages
