// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/pages/programme_links.h"

#include "core/values/text.h"

namespace guidepost::pages {

LinkItem cited_article(const std::string& cite, const Titles& titles)
{
    const auto hash = cite.find('#');
    const auto id = cite.substr(0, hash);
    const auto heading = hash == std::string::npos ? std::string{} : cite.substr(hash + 1);
    const auto found = titles.find(id);
    auto title = found == titles.end() ? words_of(id) : found->second;
    if (!heading.empty())
        title += " \u203a " + words_of(heading);
    const bool is_article = is_slug(id) && (hash == std::string::npos || is_slug(heading));
    return {title, is_article ? guidance::article_url("kb:" + cite) : "", ""};
}

Data cited_data(const std::vector<std::string>& cites, const Titles& titles)
{
    Data list{Data::type::list};
    for (const auto& cite : cites)
        // Guidance of a module that is not on this desk is nothing to offer.
        if (titles.empty() || titles.contains(cite.substr(0, cite.find('#'))))
            list.push_back(link_data(cited_article(cite, titles)));
    return list;
}

} // namespace guidepost::pages
