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

#include "core/consultation/danger/spoken_words.h"

#include <bitset>
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

/// Which terms stand at each word of a text. None crosses a sentence.
class TermsOfText {
public:
    explicit TermsOfText(std::size_t words) : maybe_(words), at_(words) {}

    void add(std::size_t word, TermHere here);
    void sort(); ///< after the last one is added

    const std::vector<TermHere>& at(std::size_t word) const { return at_[word]; }
    /// False is sure and quick; what may stand there is looked up in `at`.
    bool may_have(std::size_t word, Term term) const { return maybe_[word][term % terms_told_apart]; }

private:
    static constexpr std::size_t terms_told_apart = 512; ///< more would only fill the memory
    std::vector<std::bitset<terms_told_apart>> maybe_;
    std::vector<std::vector<TermHere>> at_; ///< in order of terms
};

class WordTerms {
public:
    /// The number of a term "a|b|{class}"; the same text has the same number. Throws Error{format}.
    Term intern(const std::string& text, const WordClasses& classes, std::size_t line);

    TermsOfText find(const std::vector<Word>& words) const;

private:
    using Token = std::uint32_t; ///< of a word, or of what words start with
    using Step = std::uint64_t;  ///< from a node by a token

    void add(const WordClasses::Phrase& phrase, Term term);
    Token token_of(const std::string& word);
    std::vector<Token> tokens_of(const std::string& word) const;
    void find_from(std::size_t node, std::size_t first, std::size_t at, const std::vector<Word>& words,
                   const std::vector<std::vector<Token>>& tokens, TermsOfText& found) const;
    static Step step(std::size_t node, Token token) { return Step{node} << 32 | token; }

    std::map<std::string, Term, std::less<>> numbers_;
    std::unordered_map<std::string, Token> tokens_; ///< "strangl*" with its star
    std::unordered_map<Step, std::size_t> steps_;
    std::vector<std::vector<Term>> terms_{{}}; ///< of each node those that end there; 0 is the start
};

} // namespace guidepost::consultation
