// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/search/searcher.h"

#include <string>
#include <vector>

namespace guidepost::bench {

/// At which rank questions find what they should.
class Ranks {
public:
    /// Asks, and prints the rank of the first expected article among the first twenty (0: none of them),
    /// the question, what is expected and what came first.
    void ask(search::Searcher& searcher, const std::string& text, const std::vector<std::string>& expected);

    /// "NAME: 140 searches, mean reciprocal rank .850, first .771, in the first three .971"
    void print(const std::string& name) const;

private:
    std::size_t asked_ = 0, first_ = 0, in_three_ = 0;
    double reciprocal_ = 0;
};

} // namespace guidepost::bench
