// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/word_terms.h"

#include "core/values/text.h"
#include "core/values/yaml_tree.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::consultation {
namespace {

constexpr std::size_t most_ways = 4000; ///< to say one phrase
constexpr std::size_t shortest_prefix = 2;

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

bool fits(std::string_view word, std::string_view wanted)
{
    if (!wanted.ends_with('*'))
        return word == wanted;
    return word.starts_with(wanted.substr(0, wanted.size() - 1));
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
            if (!is_plain(stem) || (word.ends_with('*') && stem.size() < shortest_prefix))
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

void WordTerms::add(const WordClasses::Phrase& phrase, Term term)
{
    Entry entry{{phrase.begin() + 1, phrase.end()}, {term}};
    const auto put_into = [&](std::vector<Entry>& entries) {
        const auto same = std::find_if(entries.begin(), entries.end(),
                                       [&](const Entry& one) { return one.rest == entry.rest; });
        if (same == entries.end())
            entries.push_back(std::move(entry));
        else if (same->terms.back() != term)
            same->terms.push_back(term);
    };
    const auto& first = phrase.front();
    if (first.ends_with('*'))
        by_first_letter_[first.front()].push_back({first.substr(0, first.size() - 1), std::move(entry)});
    else
        put_into(by_first_word_[first]);
}

void WordTerms::put(std::vector<TermHere>& here, const Entry& entry, const std::vector<Word>& words,
                    std::size_t at)
{
    const auto length = entry.rest.size() + 1;
    if (at + length > words.size() || words[at + length - 1].sentence != words[at].sentence)
        return;
    for (std::size_t i = 0; i < entry.rest.size(); ++i)
        if (!fits(words[at + 1 + i].text, entry.rest[i]))
            return;
    for (const auto term : entry.terms)
        here.push_back({term, static_cast<std::uint32_t>(length)});
}

std::vector<std::vector<TermHere>> WordTerms::find(const std::vector<Word>& words) const
{
    std::vector<std::vector<TermHere>> found(words.size());
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto& word = words[at].text;
        auto& here = found[at];
        if (const auto entries = by_first_word_.find(word); entries != by_first_word_.end())
            for (const auto& entry : entries->second)
                put(here, entry, words, at);
        if (const auto prefixes = by_first_letter_.find(word.empty() ? '\0' : word.front());
            prefixes != by_first_letter_.end())
            for (const auto& [prefix, entry] : prefixes->second)
                if (word.starts_with(prefix))
                    put(here, entry, words, at);
        std::sort(here.begin(), here.end(), [](const TermHere& one, const TermHere& other) {
            return std::pair{one.term, one.length} < std::pair{other.term, other.length};
        });
    }
    return found;
}

} // namespace guidepost::consultation
