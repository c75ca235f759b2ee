// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/danger/word_terms.h"

#include "core/text/text.h"
#include "core/text/yaml_tree.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::consultation {
namespace {

constexpr std::size_t most_ways = 4000; ///< to say one phrase
constexpr std::size_t shortest_prefix = 2, longest_prefix = 12;

bool is_plain(std::string_view word)
{
    return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    });
}

std::vector<WordClasses::Phrase> followed_by(const std::vector<WordClasses::Phrase>& ways,
                                             const std::vector<WordClasses::Phrase>& choices,
                                             std::size_t line)
{
    if (ways.size() * choices.size() > most_ways)
        fail_at(line, "a phrase can be said in too many ways");
    std::vector<WordClasses::Phrase> longer;
    for (const auto& way : ways)
        for (const auto& choice : choices) {
            longer.push_back(way);
            longer.back().insert(longer.back().end(), choice.begin(), choice.end());
        }
    return longer;
}

} // namespace

void WordClasses::add(const std::string& name, const std::vector<std::string>& phrases, std::size_t line)
{
    std::vector<Phrase> all;
    for (const auto& phrase : phrases) {
        auto ways = expand(phrase, line);
        all.insert(all.end(), std::make_move_iterator(ways.begin()), std::make_move_iterator(ways.end()));
    }
    if (!is_slug(name) || !classes_.emplace(name, std::move(all)).second)
        fail_at(line, fmt::format("a class has a name of its own: {}", shown_in_error(name)));
}

/// Every way to say "get {person}".
std::vector<WordClasses::Phrase> WordClasses::in_a_row(std::string_view words, std::size_t line) const
{
    std::vector<Phrase> ways{{}};
    for (const auto& word : split(words, ' ')) {
        std::vector<Phrase> choices;
        if (word.starts_with('{') && word.ends_with('}')) {
            const auto found = classes_.find(std::string_view{word}.substr(1, word.size() - 2));
            if (found == classes_.end())
                fail_at(line, fmt::format("there is no class {}", shown_in_error(word)));
            choices = found->second;
        } else {
            const auto stem = word.ends_with('*') ? word.substr(0, word.size() - 1) : word;
            if (!is_plain(stem) ||
                (word.ends_with('*') && (stem.size() < shortest_prefix || stem.size() > longest_prefix)))
                fail_at(line, fmt::format("words are in small letters without apostrophes: {}",
                                          shown_in_error(word)));
            choices.push_back({word});
        }
        ways = followed_by(ways, choices, line);
    }
    return ways;
}

std::vector<WordClasses::Phrase> WordClasses::expand(std::string_view phrase, std::size_t line) const
{
    std::vector<Phrase> ways{{}};
    for (const auto& part : split(phrase, '+')) {
        std::vector<Phrase> choices;
        for (const auto& choice : split(part, '|')) {
            auto more = in_a_row(choice, line);
            choices.insert(choices.end(), std::make_move_iterator(more.begin()),
                           std::make_move_iterator(more.end()));
        }
        ways = followed_by(ways, choices, line);
    }
    if (ways.front().empty())
        fail_at(line, "a phrase has words");
    return ways;
}

Term WordTerms::intern(const std::string& text, const WordClasses& classes, std::size_t line)
{
    if (const auto known = numbers_.find(text); known != numbers_.end())
        return known->second;
    const auto term = static_cast<Term>(numbers_.size());
    for (const auto& phrase : classes.expand(text, line))
        add(phrase, term);
    numbers_.emplace(text, term);
    return term;
}

WordTerms::Token WordTerms::token_of(const std::string& word)
{
    return tokens_.emplace(word, static_cast<Token>(tokens_.size())).first->second;
}

void WordTerms::add(const WordClasses::Phrase& phrase, Term term)
{
    std::size_t node = 0;
    for (const auto& word : phrase) {
        const auto [next, is_new] = steps_.emplace(step(node, token_of(word)), terms_.size());
        if (is_new)
            terms_.emplace_back();
        node = next->second;
    }
    if (auto& ends = terms_[node]; ends.empty() || ends.back() != term)
        ends.push_back(term);
}

std::vector<WordTerms::Token> WordTerms::tokens_of(const std::string& word) const
{
    std::vector<Token> tokens;
    const auto look_up = [&](const std::string& text) {
        if (const auto known = tokens_.find(text); known != tokens_.end())
            tokens.push_back(known->second);
    };
    look_up(word);
    std::string prefix;
    for (std::size_t length = shortest_prefix; length <= std::min(word.size(), longest_prefix); ++length) {
        prefix.assign(word, 0, length);
        look_up(prefix += '*');
    }
    return tokens;
}

void WordTerms::find_from(std::size_t node, std::size_t first, std::size_t at, const std::vector<Word>& words,
                          const std::vector<std::vector<Token>>& tokens, TermsOfText& found) const
{
    for (const auto term : terms_[node])
        found.add(first, {term, static_cast<std::uint32_t>(at - first)});
    if (at == words.size() || words[at].sentence != words[first].sentence)
        return;
    for (const auto token : tokens[at])
        if (const auto next = steps_.find(step(node, token)); next != steps_.end())
            find_from(next->second, first, at + 1, words, tokens, found);
}

TermsOfText WordTerms::find(const std::vector<Word>& words) const
{
    std::vector<std::vector<Token>> tokens;
    tokens.reserve(words.size());
    for (const auto& word : words)
        tokens.push_back(tokens_of(word.text));
    TermsOfText found{words.size()};
    for (std::size_t at = 0; at < words.size(); ++at)
        find_from(0, at, at, words, tokens, found);
    found.sort();
    return found;
}

void TermsOfText::add(std::size_t word, TermHere here)
{
    maybe_[word].set(here.term % terms_told_apart);
    at_[word].push_back(here);
}

void TermsOfText::sort()
{
    for (auto& here : at_)
        std::sort(here.begin(), here.end(), [](const TermHere& one, const TermHere& other) {
            return std::pair{one.term, one.length} < std::pair{other.term, other.length};
        });
}

} // namespace guidepost::consultation
