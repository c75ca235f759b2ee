// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the search room: how like a question is to all the ways together in which officers ask for an
// article.
//
// The nearest single way (askers_words.h) sees only the words that it shares with the question. Seen
// together, forty ways also tell how much of an article's asking is about "she", "can I" or a word that is in
// many of them: so words that tell nothing in a text, such as "she", count here as far as they are said more
// for one article than for others. Measured on ways of asking that were kept from the index:
// docs/benchmarks.md.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace guidepost::search {

/// All words of an article's ways of asking as one value of the index: bare stems, a blank between.
std::string join_spoken_words(const std::vector<std::string>& phrases);

/// What is said of all guidance in one index. Immutable.
class AskedTogether {
public:
    AskedTogether() = default;
    /// Reads every article's ways of asking: some milliseconds, so keep it until the index moves. Throws what
    /// Xapian throws.
    explicit AskedTogether(const Xapian::Database& database);

    /// The likeness to `spoken` (see spoken_stems_of) of each article that shares a word with it, the most
    /// like one of all being 1.
    std::unordered_map<Xapian::docid, double> likeness(const std::vector<std::string>& spoken) const;

private:
    struct Said {
        Xapian::docid document = 0;
        double weight =
            0; ///< times the word is said, by how telling it is, over the length of all that is said
    };
    std::unordered_map<std::string, std::vector<Said>> said_;
};

} // namespace guidepost::search
