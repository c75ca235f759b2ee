// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/pages/notices.h"
#include "core/pages/render.h"
#include "core/pages/templates.h"

#include <fmt/format.h>

namespace guidepost::pages {
namespace {

Data list_data(const std::string& heading, const std::vector<LinkItem>& items)
{
    Data links{Data::type::list};
    for (const auto& item : items)
        links.push_back(link_data(item));
    Data data;
    data.set("heading", heading);
    data.set("items", links);
    return data;
}

std::vector<std::string> counts_of(const HomePage& page)
{
    std::vector<std::string> counts;
    if (page.articles > 0)
        counts.push_back(
            fmt::format("{} {} of guidance", page.articles, page.articles == 1 ? "article" : "articles"));
    if (page.imported > 0)
        counts.push_back(fmt::format("{} imported {} that nobody has reviewed", page.imported,
                                     page.imported == 1 ? "text" : "texts"));
    return counts;
}

} // namespace

std::string home_page(const HomePage& page, const Look& look)
{
    Data lists{Data::type::list};
    if (!page.notices.empty())
        lists.push_back(list_data("Notices", page.notices));
    if (!page.bookmarks.empty())
        lists.push_back(list_data("Bookmarks", page.bookmarks));
    if (!page.recent.empty())
        lists.push_back(list_data("Recently read", page.recent));
    Data owners{Data::type::list};
    for (const auto& [owner, items] : page.by_owner)
        if (!items.empty())
            owners.push_back(list_data(words_of(owner, page.vocabulary), items));
    const auto counts = counts_of(page);

    Data data;
    data.set("notice", public_sources_notice);
    data.set("counts", !counts.empty());
    data.set("count", list_of(counts));
    data.set("is_empty", counts.empty() && !page.is_being_filled);
    data.set("is_being_filled", counts.empty() && page.is_being_filled);
    data.set("lists", lists);
    data.set("has_owners", owners.is_non_empty_list());
    data.set("owners", owners);
    return whole_page("Guidepost", templates::home, data, look);
}

} // namespace guidepost::pages
