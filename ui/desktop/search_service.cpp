// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/search_service.h"

#include <algorithm>
#include <map>

namespace guidepost::desktop {
namespace {

constexpr std::size_t related_articles = 5;

ReadyArticle ready(desk::Desk::ThreadSearcher& at, const Link& link, guidance::Article article,
                   std::shared_ptr<const search::Vocabulary> vocabulary, guidance::CitedSources cited)
{
    ReadyArticle result{.link = link, .revision = article.revision, .title = article.title};
    result.contents = pages::contents_of(article);
    pages::ArticlePage page{
        .marked_anchor = link.anchor, .vocabulary = std::move(vocabulary), .cited = std::move(cited)};
    if (const auto source = guidance::Library{*at.connection}.find_source(article.source)) {
        page.source_title = source->title;
        page.approved_by = source->approved_by;
    }
    try {
        page.related = at.searcher.related(article.id, related_articles);
    } catch (const Error& error) {
        // The article can be read without; an unwell index is told where one searches.
        if (error.code() != Errc::search)
            throw;
    }
    page.article = std::move(article);
    result.html = pages::article_page(page, {});
    return result;
}

std::string home(guidance::Library library, pages::HomePage page)
{
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
        const auto document = guidance::read_document(article->text);
        auto& list = document.meta.kind == "notice" ? page.notices : by_owner[document.meta.owner];
        list.push_back({listed.title, format_link({listed.id, ""}), {}});
    }
    for (auto& [owner, items] : by_owner)
        page.by_owner.emplace_back(owner, std::move(items));
    return pages::home_page(page, {});
}

} // namespace

SearchService::SearchService(const desk::Desk& desk)
    : desk_{desk},
      here_{std::make_shared<std::optional<Made>>()},
      there_{std::make_shared<std::optional<Made>>()}
{}

desk::Desk::ThreadSearcher& SearchService::searcher_of(const Here& here) const
{
    auto vocabulary = desk_.vocabulary();
    if (!*here || (*here)->vocabulary != vocabulary)
        here->emplace(Made{desk_.make_searcher(), std::move(vocabulary)});
    return (*here)->of_thread;
}

RequestPtr SearchService::find(search::Query query, std::function<void(Found)> show, OnFailure failed)
{
    return ask(
        worker_,
        [this, query = std::move(query)](const std::stop_token&) {
            auto& searcher = searcher_of(here_).searcher;
            Found found{.page = searcher.find(query)};
            found.is_unwell = searcher.is_unwell();
            return found;
        },
        std::move(show), std::move(failed));
}

RequestPtr SearchService::count(search::Query query, std::function<void(search::FacetCounts)> show,
                                OnFailure failed)
{
    return ask(
        counter_,
        [this, query = std::move(query)](const std::stop_token& stop) {
            return searcher_of(there_).searcher.count(query, stop);
        },
        std::move(show), std::move(failed));
}

RequestPtr SearchService::jump(std::string typed, std::function<void(std::vector<search::Hit>)> show,
                               OnFailure failed)
{
    constexpr std::size_t most = 30;
    return ask(
        worker_,
        [this, typed = std::move(typed)](const std::stop_token&) {
            return searcher_of(here_).searcher.jump(typed, most);
        },
        std::move(show), std::move(failed));
}

RequestPtr SearchService::open(Link link, std::function<void(std::optional<ReadyArticle>)> show,
                               OnFailure failed)
{
    return ask(
        worker_,
        [this, link = std::move(link)](const std::stop_token&) -> std::optional<ReadyArticle> {
            auto& at = searcher_of(here_);
            auto article = guidance::Library{*at.connection}.find(link.article);
            if (!article)
                return {};
            return ready(at, link, std::move(*article), desk_.vocabulary(),
                         guidance::cited_sources_for_pages(desk_.places().content));
        },
        std::move(show), std::move(failed));
}

RequestPtr SearchService::home(std::vector<pages::LinkItem> bookmarks, std::vector<pages::LinkItem> recent,
                               std::function<void(std::string)> show, OnFailure failed)
{
    return ask(
        worker_,
        [this, bookmarks = std::move(bookmarks), recent = std::move(recent)](const std::stop_token&) {
            auto& at = searcher_of(here_);
            return desktop::home(
                guidance::Library{*at.connection},
                {.bookmarks = bookmarks, .recent = recent, .vocabulary = desk_.vocabulary()});
        },
        std::move(show), std::move(failed));
}

} // namespace guidepost::desktop
