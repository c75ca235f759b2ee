// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the search room: how near a question is to one of the ways in which officers ask for an article.
//
// An article is asked for in forty ways (front matter `asked_as`). As one heap of words they find it when a
// question happens to hold words of several ways, and each way weighs less the more there are. So each way is
// held against the question by itself, and the nearest counts.
#pragma once

#include "core/search/query_builder.h"

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

namespace guidepost::search {

/// Nearness from which on a question asks for just this article, as others do.
inline constexpr double well_met = 0.6;

/// Ways of asking as one value of the index: stems without their Z, a blank between, a line each.
std::string join_askers_words(const std::vector<std::string>& phrases);

class AskersWords {
public:
    /// What is asked now, with how telling each of its stems is in this index.
    AskersWords(const Xapian::Database& database, const BuiltQuery& built);

    /// From 0, nothing in common, to 1, the same stems. `joined` as join_askers_words gives it.
    double nearness(std::string_view joined) const;

private:
    struct Weighed {
        std::string stem = {};
        double weight = 0; ///< more for what few articles have
    };
    std::vector<Weighed> asked_;
    std::string prefix_; ///< of a word that is still being typed
    double sum_ = 0;
};

} // namespace guidepost::search
