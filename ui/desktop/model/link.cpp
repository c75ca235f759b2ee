// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/model/link.h"

#include "core/values/text.h"

namespace guidepost::desktop {
namespace {

constexpr std::string_view article_prefix = "guidepost://article/";
constexpr std::size_t longest_link = 500;

} // namespace

std::optional<Link> parse_link(std::string_view url)
{
    if (url.size() > longest_link || !url.starts_with(article_prefix))
        return {};
    url.remove_prefix(article_prefix.size());
    const auto hash = url.find('#');
    const auto id = url.substr(0, hash);
    const auto anchor = hash == std::string_view::npos ? std::string_view{} : url.substr(hash + 1);
    if (!is_slug(id) || (!anchor.empty() && !is_slug(anchor)))
        return {};
    return Link{ArticleId{std::string{id}}, std::string{anchor}};
}

std::string format_link(const Link& link)
{
    auto url = std::string{article_prefix} + link.article.value();
    if (!link.anchor.empty())
        url += "#" + link.anchor;
    return url;
}

} // namespace guidepost::desktop
