// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the search room: how like a question is to all that is said in and about an article.
//
// The nearest single way of asking (askers_words.h) sees only the words that it shares with the question, and
// words too common to tell texts apart are left out there and in the text's own terms. All forty ways
// together, and the text, also tell how much of an article's asking is about "she" or "can I": so every word
// counts here, as far as it is said more for one article than for the others. Measured on ways of asking kept
// from the index: docs/benchmarks.md.
#pragma once

#include "core/guidance/article.h"

#include <xapian.h>

#include <string>
#include <unordered_map>
#include <vector>

namespace guidepost::search {

/// The section that says where an article's facts come from: nobody asks for it.
inline constexpr std::string_view sources_anchor = "sources";

/// Every word of the article's ways of asking and, for less, of its text, as one value of the index: a line
/// each, the stem, a blank, how much it is said.
std::string join_article_words(const guidance::Document& article);

/// What is said of all guidance in one index. Immutable.
class ArticleWords {
public:
    /// Reads what is said of every article: some milliseconds, so keep it until the index moves. Throws what
    /// Xapian throws.
    explicit ArticleWords(const Xapian::Database& database);

    /// The likeness to `asked` (see every_stem_of) of each article that shares a word with it, the most
    /// like one of all being 1.
    std::unordered_map<Xapian::docid, double> likeness(const std::vector<std::string>& asked) const;

private:
    struct Said {
        Xapian::docid document = 0;
        double weight =
            0; ///< how much the word is said, by how telling it is, over the length of all that is said
    };
    std::unordered_map<std::string, std::vector<Said>> said_;
};

} // namespace guidepost::search
