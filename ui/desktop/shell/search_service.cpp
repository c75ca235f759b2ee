// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/shell/search_service.h"

#include "core/usecases/reading.h"

namespace guidepost::desktop {
namespace {

constexpr std::size_t related_articles = 5;

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
            const auto page = usecases::read_article(desk_, searcher_of(here_), {link.article, link.anchor},
                                                     related_articles);
            if (!page)
                return {};
            return ReadyArticle{.link = link,
                                .revision = page->article.revision,
                                .title = page->article.title,
                                .html = pages::article_page(*page, {}),
                                .contents = pages::contents_of(page->article)};
        },
        std::move(show), std::move(failed));
}

RequestPtr SearchService::home(std::vector<pages::LinkItem> bookmarks, std::vector<pages::LinkItem> recent,
                               bool is_being_filled, std::function<void(std::string)> show, OnFailure failed)
{
    return ask(
        worker_,
        [this, bookmarks = std::move(bookmarks), recent = std::move(recent),
         is_being_filled](const std::stop_token&) {
            auto page = usecases::read_home(desk_, *searcher_of(here_).connection);
            page.bookmarks = bookmarks;
            page.recent = recent;
            page.is_being_filled = is_being_filled;
            return pages::home_page(page, {});
        },
        std::move(show), std::move(failed));
}

} // namespace guidepost::desktop
