// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/search/facet_count.h"

#include "core/search/terms.h"
#include "core/text/error.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

namespace guidepost::search {
namespace {

/// Counts every facet value of every match in one pass.
class FacetSpy final : public Xapian::MatchSpy {
public:
    void operator()(const Xapian::Document& document, double) override
    {
        ++joined_[document.get_value(slot_facets)];
    }

    /// Articles with the same tags were counted together.
    FacetCounts counts() const
    {
        std::map<Facet, std::unordered_map<std::string, std::size_t>> sums;
        for (const auto& [joined, articles] : joined_)
            for (auto& [facet, value] : split_facets(joined))
                sums[facet][value] += articles;
        FacetCounts counts;
        for (const auto& [facet, values] : sums) {
            auto& list = counts[facet];
            const auto open = values.find(std::string{any_value});
            const auto for_all = open == values.end() ? 0 : open->second;
            for (const auto& [value, articles] : values)
                if (value != any_value)
                    list.push_back({value, articles + for_all});
            std::sort(list.begin(), list.end(), [](const FacetValue& a, const FacetValue& b) {
                return a.articles != b.articles ? a.articles > b.articles : a.value < b.value;
            });
        }
        return counts;
    }

private:
    std::unordered_map<std::string, std::size_t> joined_;
};

class StopSpy final : public Xapian::MatchSpy {
public:
    explicit StopSpy(std::stop_token stop) : stop_{std::move(stop)} {}
    void operator()(const Xapian::Document&, double) override
    {
        if (stop_.stop_requested())
            throw Error{Errc::cancelled, "Counting was stopped."};
    }

private:
    std::stop_token stop_;
};

} // namespace

FacetCounts count_facets(const Xapian::Database& database, const Xapian::Query& words,
                         const std::stop_token& stop)
{
    FacetSpy facets;
    if (words.empty())
        return facets.counts();
    StopSpy stopping{stop};
    Xapian::Enquire enquire{database};
    enquire.set_weighting_scheme(Xapian::BoolWeight{});
    enquire.add_matchspy(&stopping);
    enquire.add_matchspy(&facets);
    enquire.set_query(words);
    enquire.get_mset(0, 0, database.get_doccount());
    return facets.counts();
}

} // namespace guidepost::search
