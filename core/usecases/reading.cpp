// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/usecases/reading.h"

#include "core/guidance/cited_sources.h"
#include "core/guidance/links.h"
#include "core/text/error.h"

#include <map>

namespace guidepost::usecases {
namespace {

/// Whether what the source says of its approval can be believed: an unsigned module says what it likes.
bool is_vouched_for(const guidance::Source& source, programme::Catalogue& modules)
{
    if (source.keeper != guidance::Keeper::module)
        return true;
    const auto view = modules.find(source.id.value());
    return view && view->trust != programme::Trust::unsigned_;
}

} // namespace

std::optional<pages::ArticlePage> read_article(const desk::Desk& desk, desk::Desk::ThreadSearcher& searcher,
                                               const guidance::Place& place, std::size_t related_most)
{
    guidance::Library library{*searcher.connection};
    auto article = library.find(place.article);
    if (!article)
        return {};
    pages::ArticlePage page{.marked_anchor = place.anchor,
                            .vocabulary = desk.vocabulary(),
                            .cited = guidance::cited_sources_for_pages(desk.places().content)};
    if (const auto source = library.find_source(article->source)) {
        page.source_title = source->title;
        page.approved_by = source->approved_by;
        page.is_vouched_for = is_vouched_for(*source, desk.modules());
    }
    try {
        if (related_most > 0)
            page.related = searcher.searcher.related(article->id, related_most);
    } catch (const Error& error) {
        if (error.code() != Errc::search)
            throw;
    }
    if (article->state == guidance::ArticleState::imported)
        page.links = guidance::link_targets(library, *article);
    page.article = std::move(*article);
    return page;
}

pages::HomePage read_home(const desk::Desk& desk, store::Connection& connection)
{
    pages::HomePage page{.vocabulary = desk.vocabulary()};
    guidance::Library library{connection};
    std::map<std::string, std::vector<pages::LinkItem>> by_owner;
    for (const auto& listed : library.list()) {
        ++page.articles;
        if (listed.state == guidance::ArticleState::imported) {
            ++page.imported;
            continue;
        }
        const auto article = library.find(listed.id);
        if (!article)
            continue;
        const auto meta = guidance::read_document(article->text).meta;
        auto& list = meta.kind == "notice" ? page.notices : by_owner[meta.owner];
        list.push_back({listed.title, guidance::article_url("kb:" + listed.id.value()), {}});
    }
    for (auto& [owner, items] : by_owner)
        page.by_owner.emplace_back(owner, std::move(items));
    return page;
}

pages::Titles titles_of(store::Connection& connection)
{
    pages::Titles titles;
    for (auto& listed : guidance::Library{connection}.list())
        titles.emplace(listed.id.value(), std::move(listed.title));
    return titles;
}

} // namespace guidepost::usecases
