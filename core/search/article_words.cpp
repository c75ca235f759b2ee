// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/search/article_words.h"

#include "core/search/terms.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

namespace guidepost::search {
namespace {

// How much a word is said, in tenths. Where an article came from is said by nobody.
constexpr Xapian::termcount way_weight = 10;
constexpr Xapian::termcount text_weight = 3;

/// A word that is said once in so many words, as it were in every way of asking, tells nothing.
constexpr double words_of_a_way = 9;

} // namespace

std::string join_article_words(const guidance::Document& article)
{
    auto generator = term_generator();
    generator.set_stopper(nullptr);
    Xapian::Document words;
    generator.set_document(words);
    for (const auto& way : article.meta.asked_as)
        generator.index_text_without_positions(without_apostrophes(parts_apart(way)), way_weight);
    for (const auto& section : article.body.sections)
        if (section.anchor != sources_anchor)
            for (const auto& text : {section.heading, section.text})
                generator.index_text_without_positions(without_apostrophes(parts_apart(text)), text_weight);
    std::string joined;
    for (auto word = words.termlist_begin(); word != words.termlist_end(); ++word)
        joined += fmt::format("{} {}\n", (*word).substr(1), word.get_wdf());
    return joined;
}

ArticleWords::ArticleWords(const Xapian::Database& database)
{
    double all = 0;
    for (auto at = database.valuestream_begin(slot_article_words);
         at != database.valuestream_end(slot_article_words); ++at)
        for (const auto& line : split(*at, '\n')) {
            const auto blank = line.find(' ');
            int tenths = 0;
            std::from_chars(line.data() + blank + 1, line.data() + line.size(), tenths);
            said_[line.substr(0, blank)].push_back({at.get_docid(), tenths / 10.0});
            all += tenths / 10.0;
        }
    std::unordered_map<Xapian::docid, double> squares;
    for (auto& [stem, articles] : said_) {
        double times = 0;
        for (const auto& said : articles)
            times += said.weight;
        const double telling = std::log(std::max(all / words_of_a_way / (times + 0.5), 1.0));
        for (auto& said : articles) {
            squares[said.document] += said.weight * telling * said.weight * telling;
            said.weight *= telling * telling; // once for the article, once for the question
        }
    }
    for (auto& [stem, articles] : said_)
        for (auto& said : articles)
            if (const auto square = squares[said.document]; square > 0)
                said.weight /= std::sqrt(square);
}

std::unordered_map<Xapian::docid, double> ArticleWords::likeness(const std::vector<std::string>& asked) const
{
    std::unordered_map<Xapian::docid, double> found;
    double most = 0;
    for (const auto& stem : std::set<std::string>{asked.begin(), asked.end()})
        if (const auto known = said_.find(stem); known != said_.end())
            for (const auto& said : known->second)
                most = std::max(most, found[said.document] += said.weight);
    if (most > 0)
        for (auto& [document, likeness] : found)
            likeness /= most;
    return found;
}

} // namespace guidepost::search
