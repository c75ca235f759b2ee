// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/pages/programme_pages.h"
#include "core/pages/render.h"
#include "core/pages/templates.h"

namespace guidepost::pages {

std::string module_page(const ModulePage& page, const Look& look)
{
    Data articles{Data::type::list};
    for (const auto& article : page.articles)
        articles.push_back(link_data(article));
    Data data;
    data.set("name", title_to_show(page.name));
    data.set("version", shown(page.version));
    data.set("summary", shown(page.summary));
    data.set("banner", shown(page.banner));
    data.set("reason", shown(page.reason));
    data.set("approved", shown(page.approved));
    data.set("has_articles", !page.articles.empty());
    data.set("articles", articles);
    data.set("has_sources", !page.sources.empty());
    data.set("sources", list_of(page.sources));
    return whole_page(page.name, templates::module, data, look);
}

} // namespace guidepost::pages
