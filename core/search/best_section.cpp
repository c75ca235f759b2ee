// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/search/best_section.h"

#include "core/search/article_words.h"

#include <algorithm>
#include <cmath>

namespace guidepost::search {
namespace {

/// Another name of a word counts less than the word.
constexpr double other_name_share = 0.6;
constexpr double heading_share = 2.0;
/// Where an article came from answers nobody: that section is shown only when nothing else matches.
constexpr double sources_share = 1e-3;
constexpr std::size_t most_completed = 3;

/// Terms of the document that the unfinished word may be growing into.
std::vector<std::string> completed_terms(const Xapian::Database& database, Xapian::docid document,
                                         const std::string& prefix)
{
    std::vector<std::string> terms;
    if (prefix.empty())
        return terms;
    auto term = database.termlist_begin(document);
    for (term.skip_to(prefix); term != database.termlist_end(document) && terms.size() < most_completed;
         ++term) {
        if (!(*term).starts_with(prefix))
            break;
        terms.push_back(*term);
    }
    return terms;
}

} // namespace

BestSection find_best_section(const Xapian::Database& database, Xapian::docid document, const Record& record,
                              const BuiltQuery& query)
{
    BestSection best;
    const auto& sections = record.sections;
    if (sections.empty())
        return best;
    std::vector<double> scores(sections.size(), 0.0);
    std::vector<std::uint64_t> first_match(sections.size(), 0);
    const double documents = database.get_doccount();

    const auto count = [&](const std::string& stem, double share) {
        const double frequency = database.get_termfreq(stem);
        if (frequency == 0)
            return;
        const double weight = share * std::log1p(documents / frequency);
        std::size_t at = 0;
        double in_section = 0;
        const auto settle = [&] {
            scores[at] += weight * std::log1p(in_section);
            in_section = 0;
        };
        for (auto place = database.positionlist_begin(document, stem);
             place != database.positionlist_end(document, stem); ++place) {
            const std::uint64_t position = *place;
            if (position < sections.front().first)
                continue;
            while (at + 1 < sections.size() && position >= sections[at + 1].first) {
                settle();
                ++at;
            }
            in_section += position < sections[at].text_from ? heading_share : 1.0;
            if (first_match[at] == 0 || position < first_match[at])
                first_match[at] = position;
        }
        settle();
    };
    for (std::size_t i = 0; i < query.stems.size(); ++i)
        count(query.stems[i], i < query.own_stems ? 1.0 : other_name_share);
    for (const auto& term : completed_terms(database, document, query.prefix))
        if (std::find(query.stems.begin(), query.stems.end(), term) == query.stems.end())
            count(term, 1.0);

    for (std::size_t i = 0; i < sections.size(); ++i)
        if (sections[i].anchor == sources_anchor)
            scores[i] *= sources_share;
    const auto top = std::max_element(scores.begin(), scores.end());
    best.index = static_cast<std::size_t>(top - scores.begin());
    best.matches = *top > 0;
    best.first_match = first_match[best.index];
    return best;
}

bool has_all(const Xapian::Database& database, Xapian::docid document, const std::vector<std::string>& stems)
{
    return std::all_of(stems.begin(), stems.end(), [&](const std::string& stem) {
        auto term = database.termlist_begin(document);
        term.skip_to(stem);
        return term != database.termlist_end(document) && *term == stem;
    });
}

} // namespace guidepost::search
