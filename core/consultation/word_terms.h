// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: word classes as specialists write them, and where they stand in a text.
//
//   knife                  the word itself
//   strangl*               any word that starts so
//   {partner}              whatever the class "partner" holds
//   get out|run off        a choice of words in a row
//   on + his|her + way     choices in a row
//
// A term is such a choice: an element of a rule. All terms are looked up together, once a text.
#pragma once

#include "core/consultation/spoken_words.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace guidepost::consultation {

/// Name of a class and its phrases, each already taken apart into single choices.
class WordClasses {
public:
    using Phrase = std::vector<std::string>; ///< words in a row; each may end in '*'

    /// Classes may hold classes that were added before. Throws Error{format} with `line`.
    void add(const std::string& name, const std::vector<std::string>& phrases, std::size_t line);
    /// Every way to say "on + his|her + way".
    std::vector<Phrase> expand(std::string_view phrase, std::size_t line) const;

private:
    std::vector<Phrase> in_a_row(std::string_view words, std::size_t line) const;

    std::map<std::string, std::vector<Phrase>, std::less<>> classes_;
};

using Term = std::uint32_t;

/// At one word of a text: this term stands here and takes so many words.
struct TermHere {
    Term term = 0;
    std::uint32_t length = 0;
};

class WordTerms {
public:
    /// The number of a term "a|b|{class}"; the same text has the same number. Throws Error{format}.
    Term intern(const std::string& text, const WordClasses& classes, std::size_t line);

    /// For each word the terms that stand there, in order of their numbers. None crosses a sentence.
    std::vector<std::vector<TermHere>> find(const std::vector<Word>& words) const;

private:
    struct Entry {
        std::vector<std::string> rest = {}; ///< behind the first word
        std::vector<Term> terms = {};
    };
    struct PrefixEntry {
        std::string prefix = {};
        Entry entry = {};
    };
    void add(const WordClasses::Phrase& phrase, Term term);
    static void put(std::vector<TermHere>& here, const Entry& entry, const std::vector<Word>& words,
                    std::size_t at);

    std::map<std::string, Term, std::less<>> numbers_;
    std::unordered_map<std::string, std::vector<Entry>> by_first_word_;
    std::map<char, std::vector<PrefixEntry>> by_first_letter_;
};

} // namespace guidepost::consultation
