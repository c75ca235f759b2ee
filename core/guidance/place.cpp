// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/place.h"

#include "core/guidance/library.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::guidance {

Place parse_place(std::string_view written)
{
    const auto hash = written.find('#');
    if (hash == std::string_view::npos)
        return {ArticleId{std::string{written}}, {}};
    return {ArticleId{std::string{written.substr(0, hash)}}, std::string{written.substr(hash + 1)}};
}

bool is_place(std::string_view written)
{
    const auto hash = written.find('#');
    return is_slug(written.substr(0, hash)) &&
           (hash == std::string_view::npos || is_slug(written.substr(hash + 1)));
}

std::string why_not_readable(Library& library, std::string_view written)
{
    const auto place = parse_place(written);
    const auto article = library.find(place.article);
    if (!article)
        return fmt::format("There is no guidance \"{}\" here. Copy the name from the article's page, as in "
                           "new-partner#do-now.",
                           place.article.value());
    if (article->state == ArticleState::withdrawn)
        return fmt::format("The guidance \"{}\" has been withdrawn. Name what stands in its place.",
                           article->title);
    const auto sections = read_document(article->text).body.sections;
    if (!place.anchor.empty() && std::none_of(sections.begin(), sections.end(), [&](const Section& section) {
            return section.anchor == place.anchor;
        }))
        return fmt::format("The guidance \"{}\" has no section \"{}\". Name one that it has, or the whole "
                           "article.",
                           article->title, place.anchor);
    return {};
}

} // namespace guidepost::guidance
