// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/search/candidates.h"

#include "core/search/askers_words.h"
#include "core/search/case_fit.h"
#include "core/search/copies.h"
#include "core/search/query_builder.h"
#include "core/search/terms.h"

#include <algorithm>

namespace guidepost::search {
namespace {

// What an article is worth beside its words. Fitting the case moves up and never hides; guidance past
// its review date and text that nobody reviewed move down and stay.
constexpr double per_fit = 0.12;
constexpr double most_fit = 0.4;
constexpr double expired_share = 0.7;
constexpr double imported_share = 0.5;
/// What a general question finds in a programme's own pack or in material for sessions has to match so much
/// better.
constexpr double pack_share = 0.9;
constexpr double material_share = 0.9;
/// Shares of the best match of words: for one of the ways in which officers ask for it met whole, and for
/// being the guidance that is most like the question in all that is said. Chosen on ways of asking that were
/// kept from the index and on the recorded searches: docs/benchmarks.md.
constexpr double nearness_share = 0.3;
constexpr double likeness_share = 0.6;

/// So many are weighed anew when an article's standing or the case may change their order.
constexpr std::size_t candidates = 100;

/// Matches seen before a total becomes an estimate: exact for any library of guidance.
constexpr Xapian::doccount counted_exactly = 1000;

bool term_is_used(const Xapian::Database& database, Facet facet, std::string_view value)
{
    return database.term_exists(facet_term(facet, value));
}

double share_of_narrow(std::string_view letters)
{
    double share = 1.0;
    for (const char letter : letters)
        share *= letter == narrow_pack ? pack_share : material_share;
    return share;
}

void weigh_anew(const Xapian::Database& database, const Query& query, const BuiltQuery& built,
                const ArticleWords& article_words, std::vector<Candidate>& list)
{
    const AskersWords asked{database, built};
    const auto likeness = article_words.likeness(built.every_word);
    double best = 0;
    for (const auto& candidate : list)
        best = std::max(best, candidate.score);
    const auto today = format_date(query.today);
    for (auto& candidate : list) {
        const auto document = database.get_document(candidate.document, Xapian::DOC_ASSUME_VALID);
        candidate.nearness = asked.nearness(document.get_value(slot_asked));
        candidate.score += nearness_share * best * candidate.nearness;
        if (const auto like = likeness.find(candidate.document); like != likeness.end())
            candidate.score += likeness_share * best * like->second;
        if (candidate.nearness < well_met)
            candidate.score *= share_of_narrow(document.get_value(slot_narrow));
        const auto review_by = document.get_value(slot_review_by);
        candidate.is_expired = !review_by.empty() && review_by < today;
        if (candidate.is_expired)
            candidate.score *= expired_share;
        if (query.profile) {
            candidate.fits = case_fit(*query.profile, split_facets(document.get_value(slot_facets)));
            candidate.score *= 1.0 + std::min(most_fit, per_fit * static_cast<double>(candidate.fits.size()));
        }
    }
    std::stable_sort(list.begin(), list.end(),
                     [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
}

} // namespace

Found find_candidates(const Xapian::Database& database, const Query& query, const BuiltQuery& built,
                      const Xapian::Query& words, const ArticleWords& article_words)
{
    Xapian::Enquire enquire{database};
    enquire.set_weighting_scheme(weighting());
    const auto wanted = query.offset + query.limit;
    const bool has_guidance = term_is_used(database, Facet::state, "published");
    const bool has_imports = term_is_used(database, Facet::state, "imported");
    const bool may_reorder = has_guidance || query.profile;
    Found found;
    enum class Kind { reviewed, imported };
    const auto take = [&](const Xapian::Query& part, double share, Kind kind) {
        enquire.set_query(part);
        const auto most = static_cast<Xapian::doccount>(may_reorder ? std::max(wanted, candidates) : wanted);
        const auto set = enquire.get_mset(0, most, std::min(counted_exactly, database.get_doccount()));
        found.total += set.get_matches_estimated();
        found.is_exact = found.is_exact && set.get_matches_lower_bound() == set.get_matches_upper_bound();
        for (auto at = set.begin(); at != set.end(); ++at)
            found.candidates.push_back(
                {.document = *at, .score = at.get_weight() * share, .is_reviewed = kind == Kind::reviewed});
        if (found.set.empty())
            found.set = set;
    };
    if (has_guidance && has_imports) {
        // Apart, so that a thousand imported pages never crowd guidance out of the candidates.
        const auto of = [&](std::string_view state) {
            return Xapian::Query{Xapian::Query::OP_FILTER, words,
                                 Xapian::Query{facet_term(Facet::state, state)}};
        };
        take(of("published"), 1.0, Kind::reviewed);
        take(of("imported"), imported_share, Kind::imported);
    } else {
        take(words, 1.0, has_imports ? Kind::imported : Kind::reviewed);
    }
    if (may_reorder)
        weigh_anew(database, query, built, article_words, found.candidates);
    if (has_guidance && has_imports)
        put_copies_last(
            found.candidates, [](const Candidate& one) { return one.is_reviewed; },
            [&](const Candidate& one) {
                return database.get_document(one.document, Xapian::DOC_ASSUME_VALID).get_value(slot_title);
            });
    return found;
}

} // namespace guidepost::search
