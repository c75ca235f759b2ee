// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: rules that put word classes together.
//
//   {will} .. {kill} + {person}   in this order; ".." is up to four words between, "..." up to eight, "+"
//   none
//   .. never? ..                  may be left out
//   {knife} & {outside} & !{sold} all of them in one sentence near each other, in any order; none of !
//
// No gap jumps over a word of denial, and no rule leaves its sentence. A rule looks at a bounded stretch
// of text, so that the cost grows with the length of the text alone.
#pragma once

#include "core/consultation/danger/word_terms.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace guidepost::consultation {

/// Words [first, last) in which a rule, or one part of it, stands.
struct WordMatch {
    std::size_t rule = 0; ///< its number, in the order in which they were added
    std::size_t first = 0;
    std::size_t last = 0;
    std::vector<std::size_t> part_starts = {}; ///< the first word of each part that has to be there
};

/// A text whose terms were found, as rules read it.
struct TermedText {
    const std::vector<Word>& words;
    TermsOfText terms;
    const std::vector<bool>& is_denial; ///< by word: no gap jumps over it
};

class WordRules {
public:
    /// Throws Error{format} with `line` and what is wrong. Returns the rule's number.
    std::size_t add(std::string_view rule, const WordClasses& classes, std::size_t line);

    /// A term of no rule, looked up with theirs.
    Term add_term(const std::string& text, const WordClasses& classes, std::size_t line)
    {
        return terms_.intern(text, classes, line);
    }

    TermsOfText find_terms(const std::vector<Word>& words) const;

    /// In the order in which they start; of what starts at one word the longest of each rule.
    std::vector<WordMatch> find(const TermedText& text) const;

    std::size_t size() const { return rules_.size(); }

private:
    struct Element {
        Term term = 0;
        std::size_t gap = 0; ///< up to so many words may stand before it
        bool is_optional = false;
    };
    using Part = std::vector<Element>;
    struct Rule {
        std::vector<std::size_t> wanted = {}; ///< numbers of parts
        std::vector<std::size_t> unwanted = {};
    };
    struct Stretch {
        std::size_t first = 0;
        std::size_t last = 0;
    };

    std::size_t add_part(std::string_view text, const WordClasses& classes, std::size_t line);
    static std::size_t end_of(const Part& part, std::size_t element, const TermedText& text, std::size_t at,
                              std::size_t gap_left_over);
    std::vector<std::vector<Stretch>> find_parts(const TermedText& text) const;

    WordTerms terms_;
    std::vector<Part> parts_;
    std::map<std::string, std::size_t, std::less<>> part_numbers_;
    std::vector<std::vector<std::size_t>> parts_by_term_; ///< of each term the parts that start with it
    std::vector<Rule> rules_;
};

} // namespace guidepost::consultation
