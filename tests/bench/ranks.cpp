// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/bench/ranks.h"

#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::bench {

void Ranks::ask(search::Searcher& searcher, const std::string& text, const std::vector<std::string>& expected)
{
    search::Query query;
    query.text = text;
    const auto page = searcher.find(query);
    const auto found = std::find_if(page.hits.begin(), page.hits.end(), [&](const search::Hit& hit) {
        return std::find(expected.begin(), expected.end(), hit.article.value()) != expected.end();
    });
    const auto rank = found == page.hits.end() ? 0 : found - page.hits.begin() + 1;
    ++asked_;
    reciprocal_ += rank > 0 ? 1.0 / static_cast<double>(rank) : 0.0;
    first_ += rank == 1 ? 1 : 0;
    in_three_ += rank > 0 && rank <= 3 ? 1 : 0;
    fmt::print("{}\t{}\t{}\tfirst: {}\n", rank, text, join(expected, ","),
               page.hits.empty() ? "nothing" : page.hits.front().article.value());
}

void Ranks::print(const std::string& name) const
{
    const auto share = [&](double count) {
        return count / static_cast<double>(std::max<std::size_t>(asked_, 1));
    };
    fmt::print("{}: {} searches, mean reciprocal rank {:.3f}, first {:.3f}, in the first three {:.3f}\n",
               name, asked_, share(reciprocal_), share(static_cast<double>(first_)),
               share(static_cast<double>(in_three_)));
}

} // namespace guidepost::bench
