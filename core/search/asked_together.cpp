// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/search/asked_together.h"

#include "core/search/terms.h"
#include "core/values/text.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace guidepost::search {
namespace {

/// A word said in every way of asking tells nothing; a way has about so many words.
constexpr double words_of_a_way = 9;

} // namespace

std::string join_spoken_words(const std::vector<std::string>& phrases)
{
    std::string joined;
    for (const auto& phrase : phrases)
        for (const auto& stem : spoken_stems_of(phrase))
            joined += (joined.empty() ? "" : " ") + stem;
    return joined;
}

AskedTogether::AskedTogether(const Xapian::Database& database)
{
    double all = 0;
    for (auto at = database.valuestream_begin(slot_spoken); at != database.valuestream_end(slot_spoken); ++at)
        for (const auto& stem : split(*at, ' ')) {
            auto& said = said_[stem];
            if (said.empty() || said.back().document != at.get_docid())
                said.push_back({at.get_docid(), 0});
            said.back().weight += 1;
            all += 1;
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

std::unordered_map<Xapian::docid, double>
AskedTogether::likeness(const std::vector<std::string>& spoken) const
{
    std::unordered_map<Xapian::docid, double> found;
    double most = 0;
    for (const auto& stem : std::set<std::string>{spoken.begin(), spoken.end()})
        if (const auto known = said_.find(stem); known != said_.end())
            for (const auto& said : known->second)
                most = std::max(most, found[said.document] += said.weight);
    if (most > 0)
        for (auto& [document, likeness] : found)
            likeness /= most;
    return found;
}

} // namespace guidepost::search
