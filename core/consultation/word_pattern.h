// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: text as words, and patterns of words as specialists write them in data files.
//
//   kill|killing {self}    one of these words, then one of the set "self"
//   strangl*               any word that starts so
//   a?                     may be left out
//   ..                     up to three words, none of them "never"; "..." up to eight
//
// A match never leaves its sentence. Each pattern looks at a bounded stretch of text from each word, so
// that the cost grows with the length of the text alone.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::consultation {

struct Word {
    std::string text = {}; ///< small letters, without apostrophes; "he'll" is "he" and "will", "he's" is "he"
    std::size_t start = 0; ///< bytes of the text it was read from
    std::size_t end = 0;
    int sentence = 0; ///< ends at . ! ? and at a blank line
    int clause = 0;   ///< ends at a comma and the like, and before "but" and "and"
};

std::vector<Word> words_of(std::string_view text);

using WordSets = std::map<std::string, std::vector<std::string>>;

/// Words [first, last) of a text.
struct WordMatch {
    std::size_t pattern = 0; ///< its number, in the order in which they were added
    std::size_t first = 0;
    std::size_t last = 0;
};

/// Many patterns, tried together.
class WordPatterns {
public:
    /// Throws Error{format} with `line` and what is wrong. Returns the pattern's number.
    std::size_t add(std::string_view pattern, const WordSets& sets, std::size_t line);

    /// The longest match of each pattern from each word; in the order in which they start.
    std::vector<WordMatch> find(const std::vector<Word>& words) const;

    std::size_t size() const { return patterns_.size(); }

private:
    struct Element {
        std::vector<std::string> words = {};    ///< sorted
        std::vector<std::string> prefixes = {}; ///< of "strangl*"
        std::size_t gap = 0;                    ///< up to so many words may stand before it
        bool is_optional = false;

        bool fits(std::string_view word) const;
    };
    using Pattern = std::vector<Element>;

    static std::optional<std::size_t> match(const Pattern& pattern, std::size_t element,
                                            const std::vector<Word>& words, std::size_t at, int sentence,
                                            std::size_t gap_left_over);

    std::vector<Pattern> patterns_;
    std::map<std::string, std::vector<std::size_t>, std::less<>> by_first_word_;
    std::map<char, std::vector<std::size_t>> by_first_letter_; ///< of those that start with a prefix
};

} // namespace guidepost::consultation
