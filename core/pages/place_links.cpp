// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/pages/place_links.h"

#include "core/guidance/place.h"

namespace guidepost::pages {

std::string place_words(const std::string& place, const Titles& titles)
{
    const auto [article, anchor] = guidance::parse_place(place);
    const auto found = titles.find(article.value());
    auto words = found == titles.end() ? words_of(article.value()) : found->second;
    if (!anchor.empty())
        words += " \u203a " + words_of(anchor);
    return words;
}

LinkItem place_link(const std::string& place, const Titles& titles)
{
    return {place_words(place, titles), guidance::is_place(place) ? guidance::article_url("kb:" + place) : "",
            ""};
}

Data place_links(const std::vector<std::string>& places, const Titles& titles)
{
    Data list{Data::type::list};
    for (const auto& place : places)
        // Guidance of a module that is not on this desk is nothing to offer.
        if (titles.empty() || titles.contains(guidance::parse_place(place).article.value()))
            list.push_back(link_data(place_link(place, titles)));
    return list;
}

} // namespace guidepost::pages
