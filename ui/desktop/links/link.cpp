// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/links/link.h"

#include "core/text/text.h"

namespace guidepost::desktop {
namespace {

constexpr std::string_view article_prefix = "guidepost://article/";
constexpr std::string_view path_prefix = "guidepost://path/";
constexpr std::size_t longest_link = 500;

/// What stands before the next slash, which goes with it.
std::string_view take_part(std::string_view& rest)
{
    const auto slash = rest.find('/');
    const auto part = rest.substr(0, slash);
    rest.remove_prefix(slash == std::string_view::npos ? rest.size() : slash + 1);
    return part;
}

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

std::optional<PathLink> parse_path_link(std::string_view url)
{
    if (url.size() > longest_link || !url.starts_with(path_prefix) || url.ends_with('/'))
        return {};
    url.remove_prefix(path_prefix.size());
    const auto module = take_part(url);
    const auto path = take_part(url);
    if (!is_slug(module) || !is_slug(path) || (!url.empty() && !is_slug(url)))
        return {};
    return PathLink{std::string{module}, std::string{path}, std::string{url}};
}

std::string format_link(const PathLink& link)
{
    auto url = std::string{path_prefix} + link.module + "/" + link.path;
    if (!link.step.empty())
        url += "/" + link.step;
    return url;
}

} // namespace guidepost::desktop
