// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/feedback.h"
#include "core/text/text.h"
#include "ui/desktop/search/index_words.h"
#include "ui/desktop/search/search_page.h"
#include "ui/desktop/shell/index_keeper.h"
#include "ui/desktop/words/errors.h"
#include "ui/desktop/words/text.h"

#include <wx/intl.h>

#include <algorithm>
#include <utility>

namespace guidepost::desktop {
namespace {

constexpr const char* home_address = "guidepost://home";
constexpr const char* message_address = "guidepost://message";
constexpr const char* glossary_address = "guidepost://words";
constexpr std::size_t recent_on_home = 8;

} // namespace

void SearchPage::open_row(int row, Visit visit)
{
    const auto& hits = results_->hits();
    if (row < 0 || static_cast<std::size_t>(row) >= hits.size())
        return;
    const auto& hit = hits[static_cast<std::size_t>(row)];
    if (visit == Visit::opened) {
        note_search();
        // Read already: only the place in the history is missing.
        const auto& open = view_->article();
        if (open && open->link == Link{hit.article, hit.anchor}) {
            history_.visit(open->link);
            services_.journal.note_page(open->link.article, open->title);
            update_ways();
            is_reading_ = true;
            set_sides();
            if (auto* const page = view_->pane().focus_window())
                page->SetFocus();
            return;
        }
    }
    show_article({hit.article, hit.anchor}, visit);
}

void SearchPage::show_article(const Link& link, Visit visit)
{
    shown_ = Shown::article;
    pause_.Stop();
    read_request_ = services_.search.open(
        link,
        [this, link, visit](std::optional<ReadyArticle> article) {
            if (!article) {
                show_missing(link);
                return;
            }
            awaited_.reset();
            const auto& open = view_->article();
            if (visit == Visit::renewed && open && open->revision == article->revision)
                return; // it stays where it is read
            if (visit != Visit::looked_at || !is_narrow()) {
                is_reading_ = true;
                set_sides();
            }
            if (visit == Visit::opened || visit == Visit::restored) {
                history_.visit(link);
                services_.journal.note_page(link.article, article->title);
            }
            shell_.set_title(*this, to_wx(article->title));
            view_->set_bookmarked(services_.journal.is_bookmarked(link.article));
            view_->show_article(std::move(*article));
            update_ways();
            if (visit == Visit::opened)
                if (auto* const page = view_->pane().focus_window())
                    page->SetFocus();
        },
        [this](const Error& error) { show_failure(error); });
}

void SearchPage::open(const Link& link)
{
    show_article(link, Visit::opened);
}

void SearchPage::show_home(Visit visit)
{
    shown_ = Shown::home;
    pause_.Stop();
    std::vector<pages::LinkItem> bookmarks, recent;
    for (const auto& bookmark : services_.journal.bookmarks())
        bookmarks.push_back({bookmark.title, format_link({bookmark.article, bookmark.anchor}), {}});
    for (const auto& page : services_.journal.recent_pages(recent_on_home))
        recent.push_back({page.title, format_link({page.article, ""}), {}});
    if (visit == Visit::opened)
        history_.visit({});
    was_made_early_ = services_.keeper.state().last != KeeperState::Last::up_to_date;
    read_request_ = services_.search.home(
        std::move(bookmarks), std::move(recent), was_made_early_,
        [this](const std::string& html) {
            shell_.set_title(*this, {});
            view_->set_bookmarked(false);
            view_->show_page(html, home_address);
            update_ways();
        },
        [this](const Error& error) { show_failure(error); });
}

void SearchPage::show_message(const pages::MessagePage& message)
{
    read_request_.reset();
    shown_ = Shown::other;
    shell_.set_title(*this, {});
    view_->set_bookmarked(false);
    view_->show_page(pages::message_page(message, {}), message_address);
}

void SearchPage::show_glossary()
{
    read_request_.reset();
    shown_ = Shown::other;
    shell_.set_title(*this, _("Words and short forms"));
    view_->set_bookmarked(false);
    view_->show_page(pages::glossary_page(*services_.desk.vocabulary(), {}), glossary_address);
}

void SearchPage::go(std::optional<Link> place)
{
    if (!place)
        return;
    const auto& open = view_->article();
    if (!place->article)
        show_home(Visit::returned);
    else if (open && open->link.article == place->article && !place->anchor.empty())
        view_->pane().jump_to(place->anchor);
    else
        show_article(*place, Visit::returned);
    update_ways();
}

void SearchPage::update_ways()
{
    view_->set_ways(history_.can_go_back(), history_.can_go_forward());
}

void SearchPage::record_answer(guidance::Useful useful)
{
    const auto& open = view_->article();
    if (!open)
        return;
    const guidance::Feedback feedback{open->link.article, open->revision, useful};
    const auto& who = services_.identity.who();
    const bool is_in_register = who && !who->region.empty(); // not the account that sets the store up
    std::erase_if(errands_, [](const RequestPtr& request) { return request.use_count() == 1; });
    errands_.push_back(ask(
        services_.errands,
        [&desk = services_.desk, feedback,
         by = is_in_register ? who->login.value() : guidance::by_a_reader](const std::stop_token&) {
            guidance::record_feedback(*desk.open_store(), feedback, by, system_now());
            return true;
        },
        [](bool) {},
        [this](const Error& error) { shell_.notify(sentence_of(error), Shell::Tone::warning); }));
}

void SearchPage::show_missing(const Link& link)
{
    if (services_.keeper.is_working()) {
        awaited_ = link;
        show_message(
            {.title = to_utf8(_("Setting up")),
             .paragraphs = {to_utf8(_("The guidance that comes with Guidepost is being taken in. This page "
                                      "opens as soon as it is there."))}});
        return;
    }
    show_message(
        {.title = to_utf8(_("This article is not on this desk")),
         .paragraphs = {to_utf8(_("It may have been withdrawn, or it belongs to a pack or a folder that "
                                  "was never imported here."))},
         .next_steps = {to_utf8(_("Search for it by its subject.")),
                        to_utf8(_("Ask whoever gave you the link where it comes from."))}});
}

void SearchPage::case_changed(const std::optional<CaseProfile>& active)
{
    query_.profile = active;
    if (is_asking())
        find_now();
}

void SearchPage::index_changed(News news)
{
    if (awaited_) {
        show_article(*std::exchange(awaited_, {}), Visit::opened);
        return;
    }
    if (news == News::none)
        return;
    if (is_asking() && results_->hits().empty())
        find_now(); // nothing is lost to the eye
    else if (is_asking() && !words_of(found_.index).empty())
        find_in_place();
    else if (shown_ == Shown::home && was_made_early_)
        show_home(Visit::returned);
    else
        shell_.mark_news(*this, true);
}

void SearchPage::show_news()
{
    const auto open = view_->article();
    if (is_asking())
        find_in_place();
    else
        shell_.mark_news(*this, false);
    if (open)
        show_article(open->link, Visit::renewed);
    else if (shown_ == Shown::home)
        show_home(Visit::returned);
}

void SearchPage::appearance_changed()
{
    results_->appearance_changed();
}

void SearchPage::restore_state()
{
    auto& journal = services_.journal;
    if (const auto zoom = journal.setting("search.zoom"))
        set_zoom(wxAtoi(to_wx(*zoom)));
    view_->set_contents_wanted(journal.setting("search.contents").value_or("shown") == "shown");
    const auto recent = journal.recent_searches(1);
    // The words themselves are only in the list of recent searches, which knows what must not be kept.
    if (journal.setting("search.open") == "yes" && !recent.empty())
        search_for(to_wx(recent.front()));
    else
        find_now();
    if (const auto kept = journal.setting("search.article"))
        if (const auto link = parse_link(*kept))
            show_article(*link, Visit::restored);
    field_->SetFocus();
    shell_.first_use();
}

void SearchPage::save_state()
{
    auto& journal = services_.journal;
    const auto recent = journal.recent_searches(1);
    const std::string text{trimmed(query_.text)};
    journal.set_setting("search.open",
                        !text.empty() && !recent.empty() && recent.front() == text ? "yes" : "no");
    journal.set_setting("search.article", view_->article() ? format_link(view_->article()->link) : "");
    if (sides_->IsSplit())
        journal.set_setting("search.splitter", std::to_string(ToDIP(sides_->GetSashPosition())));
}

} // namespace guidepost::desktop
