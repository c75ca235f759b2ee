// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/search/searcher.h"

#include "core/guidance/told_apart.h"
#include "core/search/article_document.h"
#include "core/search/article_words.h"
#include "core/search/askers_words.h"
#include "core/search/best_section.h"
#include "core/search/candidates.h"
#include "core/search/copies.h"
#include "core/search/doubt.h"
#include "core/search/facet_count.h"
#include "core/search/live_index.h"
#include "core/search/query_builder.h"
#include "core/search/record_cache.h"
#include "core/search/snippet.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <unordered_map>

namespace guidepost::search {
namespace {

using guidance::ArticleState;

constexpr int most_reopenings = 3;

} // namespace

struct Searcher::Impl {
    LiveIndex index;
    std::shared_ptr<const Vocabulary> vocabulary;
    guidance::Library library;
    bool is_unwell = false;
    Spelling spelling = {};
    RecordCache records = {};
    std::optional<ArticleWords> article_words = {}; ///< of the index as it is open now
    Xapian::Stem snippet_stemmer = remembering_stemmer();
    Doubt doubt = {};

    void open()
    {
        switch (index.open(library)) {
        case LiveIndex::Moved::not_at_all:
            return;
        case LiveIndex::Moved::to_another_feed:
            doubt.forget();
            spelling.forget();
            [[fallthrough]];
        case LiveIndex::Moved::within_the_feed:
            records.forget();
            article_words.reset();
        }
    }

    /// Runs `action` on an open index. A writer that moves on is followed; anything else that Xapian
    /// throws means that the index cannot be trusted.
    template <class Action>
    auto on_index(Action&& action) -> decltype(action())
    {
        for (int attempt = 0;; ++attempt) {
            try {
                open();
                auto result = action();
                is_unwell = false;
                return result;
            } catch (const Xapian::DatabaseModifiedError&) {
                if (attempt == most_reopenings)
                    throw Unwell{};
            } catch (const Xapian::DatabaseOpeningError&) {
                // The generation went while we opened it; a newer one is there.
                index.close();
                if (attempt == most_reopenings)
                    throw Unwell{};
            } catch (const Xapian::Error&) {
                throw Unwell{};
            }
        }
    }

    std::vector<std::string> reasons(const Candidate& candidate, const BuiltQuery& built)
    {
        std::vector<std::string> why;
        for (const auto& other : built.alternatives) {
            if (why.size() == 2 || has_all(index.database(), candidate.document, other.form_stems) ||
                !has_all(index.database(), candidate.document, other.stems))
                continue;
            switch (other.expansion.relation) {
            case Relation::same:
                why.push_back(
                    fmt::format("matched {}, another name for {}", other.expansion.text, other.form));
                break;
            case Relation::old_new:
                why.push_back(fmt::format("matched {}: {} than or near to {}, not the same",
                                          other.expansion.text, other.expansion.is_newer ? "newer" : "older",
                                          other.form));
                break;
            case Relation::ambiguous:
                why.push_back(fmt::format("matched {}, one meaning of {}", other.expansion.text, other.form));
                break;
            }
        }
        if (!candidate.fits.empty())
            why.push_back("fits the case: " + join(candidate.fits, ", "));
        return why;
    }

    /// Nothing when the article was withdrawn after it was indexed.
    std::optional<Hit> hit_of(const Candidate& candidate, const BuiltQuery& built, const Xapian::MSet* set)
    {
        auto& shown = records.get(index.database(), candidate.document);
        const auto& record = shown.record;
        // Nothing but a publication changes a state, so it need not be asked at every key.
        if (shown.asked_at != index.store_feed()) {
            shown.state = library.state_of(ArticleId{record.id});
            shown.asked_at = index.store_feed();
        }
        const auto state = shown.state;
        if (!state)
            throw Unwell{}; // the store never forgets an article
        if (*state == ArticleState::withdrawn)
            return std::nullopt;
        Hit hit;
        hit.article = ArticleId{record.id};
        hit.title = record.title;
        hit.score = candidate.score;
        hit.source = record.source;
        hit.path = record.path;
        hit.state = *state;
        hit.review_by = parse_date(record.review_by);
        hit.is_expired = candidate.is_expired;
        hit.owner = record.owner;
        hit.kind = record.kind;
        for (const auto& [facet, value] : shown.facets) {
            if (facet == Facet::topic)
                hit.topics.push_back(value);
            else if (facet == Facet::programme)
                hit.programme.push_back(value);
        }
        const auto best = find_best_section(index.database(), candidate.document, record, built);
        if (!record.sections.empty() && best.matches) {
            hit.section = record.sections[best.index].heading;
            hit.anchor = record.sections[best.index].anchor;
        }
        hit.snippet = set ? snippet_of(*set, snippet_stemmer, record, best, built.prefix)
                          : escaped_html(record.summary);
        hit.why = reasons(candidate, built);
        return hit;
    }

    void fill_hits(const Query& query, const Found& found, const BuiltQuery& built, Page& page)
    {
        for (auto i = query.offset; i < found.candidates.size() && page.hits.size() < query.limit; ++i) {
            if (auto hit = hit_of(found.candidates[i], built, &found.set))
                page.hits.push_back(std::move(*hit));
            else if (library.feed_position() == index.feed())
                throw Unwell{};
        }
        if (index.store_feed() != index.feed())
            page.index.behind = library.count_since(index.feed());
    }

    Page search(const Query& query)
    {
        Page page;
        if (!article_words)
            article_words.emplace(index.database());
        auto built = build_query(query, *vocabulary, index.database(), spelling);
        auto words = with_filters(built.words, query.filters);
        Found found;
        if (!words.empty())
            found = find_candidates(index.database(), query, built, words, *article_words);
        if (found.candidates.empty() && query.typing == Typing::going_on) {
            // The last word may be whole after all, and only a whole word can be doubted or respelt.
            auto whole = query;
            whole.typing = Typing::finished;
            return search(whole);
        }
        if (found.candidates.empty()) {
            // What was asked for exactly is not there: its words may be.
            auto relaxed = build_query(query, *vocabulary, index.database(), spelling, Strictness::preferred);
            words = with_filters(relaxed.words, query.filters);
            if (!words.empty())
                found = find_candidates(index.database(), query, relaxed, words, *article_words);
            if (!found.candidates.empty() && query.text.find_first_of("\":") != std::string::npos) {
                relaxed.notes.emplace_back(
                    "Nothing has it exactly as written: showing pages with some of the words.");
                built = std::move(relaxed);
            }
        }
        if (found.candidates.empty() &&
            doubt.finds_contradiction(query, built, index.database(), library, index.feed()))
            throw Unwell{};
        page.read_as = std::move(built.read_as);
        page.notes = std::move(built.notes);
        // Whoever asks as others do is understood: one more word that no text has was no slip.
        if (found.candidates.empty() || found.candidates.front().nearness < well_met)
            page.suggestion = std::move(built.suggestion);
        page.choices = std::move(built.choices);
        page.total = found.total;
        page.total_is_exact = found.is_exact;
        fill_hits(query, found, built, page);
        return page;
    }

    Page titles_only(const Query& query)
    {
        is_unwell = true;
        Page page;
        page.index.kind = IndexState::Kind::titles_only;
        page.index.behind = library.count_since(0);
        std::vector<std::string> words;
        for (const auto& clause : parse_query(query.text).clauses)
            for (auto& word : split(clause.text, ' '))
                if (!clause.is_excluded && !is_stop_word(lower_ascii(word)))
                    words.push_back(std::move(word));
        page.read_as = join(words, ", ");
        page.hits = title_hits(library.find_titles(words, guidance::Library::Words::any, query.limit));
        page.total = page.hits.size();
        return page;
    }

    static std::vector<Hit> title_hits(const std::vector<guidance::Listed>& listed)
    {
        std::vector<Hit> hits;
        for (const auto& article : listed) {
            Hit hit;
            hit.article = article.id;
            hit.title = article.title;
            hit.source = article.source.value();
            hit.path = article.path;
            hit.state = article.state;
            hits.push_back(std::move(hit));
        }
        return hits;
    }
};

namespace {

void tell_apart(std::vector<Hit>& hits)
{
    std::vector<guidance::TitledText> texts;
    for (const auto& hit : hits)
        texts.push_back({hit.title, hit.source, hit.path});
    auto places = guidance::places_told_apart(texts);
    for (std::size_t i = 0; i < hits.size(); ++i)
        hits[i].place = std::move(places[i]);
}

} // namespace

Searcher::Searcher(std::filesystem::path index_folder, std::shared_ptr<const Vocabulary> vocabulary,
                   guidance::Library library)
    : impl_{new Impl{LiveIndex{std::move(index_folder)}, std::move(vocabulary), library}}
{}

Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;

Page Searcher::find(const Query& query)
{
    const auto start = std::chrono::steady_clock::now();
    Page page;
    try {
        page = impl_->on_index([&] { return impl_->search(query); });
    } catch (const Unwell&) {
        page = impl_->titles_only(query);
    } catch (const Error& e) {
        if (e.code() != Errc::search)
            throw;
        page = impl_->titles_only(query);
    }
    tell_apart(page.hits);
    page.microseconds =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start)
            .count();
    return page;
}

FacetCounts Searcher::count(const Query& query, const std::stop_token& stop)
{
    const auto count_with = [&](std::optional<Facet> except) {
        return impl_->on_index([&] {
            const auto built =
                build_query(query, *impl_->vocabulary, impl_->index.database(), impl_->spelling);
            return count_facets(impl_->index.database(), with_filters(built.words, query.filters, except),
                                stop);
        });
    };
    try {
        auto counts = count_with(std::nullopt);
        // A facet that is already narrowed shows what else it could be.
        for (const auto& [facet, values] : query.filters)
            if (!values.empty())
                counts[facet] = count_with(facet)[facet];
        return counts;
    } catch (const Unwell&) {
        return {};
    } catch (const Error& e) {
        if (e.code() != Errc::cancelled)
            throw;
        return {};
    }
}

std::vector<Hit> Searcher::related(const ArticleId& article, std::size_t limit)
{
    constexpr Xapian::termcount telling_terms = 20;
    try {
        return impl_->on_index([&] {
            auto& database = impl_->index.database();
            std::vector<Hit> hits;
            const auto posting = database.postlist_begin(id_term(article));
            if (posting == database.postlist_end(id_term(article)))
                return hits;
            Xapian::RSet like;
            like.add_document(*posting);
            struct BodyTerms final : Xapian::ExpandDecider {
                bool operator()(const std::string& term) const override
                {
                    return term.size() > 3 && term[0] == 'Z' && !is_field_letter(term[1]);
                }
            } body_terms;
            Xapian::Enquire enquire{database};
            enquire.set_weighting_scheme(weighting());
            const auto terms = enquire.get_eset(telling_terms, like, &body_terms);
            if (terms.empty())
                return hits;
            std::vector<std::string> names;
            for (auto term = terms.begin(); term != terms.end(); ++term)
                names.push_back(*term);
            enquire.set_query(Xapian::Query{Xapian::Query::OP_AND_NOT,
                                            Xapian::Query{Xapian::Query::OP_OR, names.begin(), names.end()},
                                            Xapian::Query{id_term(article)}});
            // Guidance only: a text that nobody reviewed may be a copy, and would stand before what was.
            const auto step = static_cast<Xapian::doccount>(4 * limit);
            for (Xapian::doccount from = 0; step > 0 && hits.size() < limit; from += step) {
                const auto set = enquire.get_mset(from, step);
                if (set.empty())
                    break;
                for (auto at = set.begin(); at != set.end() && hits.size() < limit; ++at)
                    if (auto hit = impl_->hit_of({*at, at.get_weight()}, {}, nullptr);
                        hit && hit->state == guidance::ArticleState::published)
                        hits.push_back(std::move(*hit));
            }
            return hits;
        });
    } catch (const Unwell&) {
        return {};
    } catch (const Error& e) {
        if (e.code() != Errc::search)
            throw;
        return {};
    }
}

std::vector<Hit> Searcher::jump(std::string_view typed, std::size_t limit)
{
    auto hits = Impl::title_hits(
        impl_->library.find_titles(split(trimmed(typed), ' '), guidance::Library::Words::all, limit));
    if (const auto exact = impl_->library.find(ArticleId{std::string{trimmed(typed)}})) {
        std::erase_if(hits, [&](const Hit& hit) { return hit.article == exact->id; });
        Hit hit;
        hit.article = exact->id;
        hit.title = exact->title;
        hit.source = exact->source.value();
        hit.path = exact->path;
        hit.state = exact->state;
        hits.insert(hits.begin(), std::move(hit));
    }
    // Whoever types the name of a copy does not know that it is one.
    put_copies_last(
        hits, [](const Hit& hit) { return hit.state == ArticleState::published; },
        [](const Hit& hit) { return title_to_compare(hit.title); });
    tell_apart(hits);
    return hits;
}

bool Searcher::is_unwell() const
{
    return impl_->is_unwell;
}

} // namespace guidepost::search
