// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/word_pattern.h"

#include "core/values/text.h"
#include "core/values/yaml_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace guidepost::consultation {
namespace {

constexpr std::size_t short_gap = 3;
constexpr std::size_t long_gap = 8;
constexpr std::size_t most_elements = 12;
constexpr std::size_t most_gaps = 4; ///< keeps the trying out small

bool is_letter_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// How many bytes of an apostrophe stand at `at`: the straight one or U+2019.
std::size_t apostrophe_at(std::string_view text, std::size_t at)
{
    if (at < text.size() && text[at] == '\'')
        return 1;
    return text.substr(at, 3) == "\xE2\x80\x99" ? 3 : 0;
}

/// Other marks from beyond ASCII that part words: dashes, quotation marks, dots, no-break space.
std::size_t mark_at(std::string_view text, std::size_t at)
{
    if (text.substr(at, 2) == "\xC2\xA0")
        return 2;
    return text.substr(at, 2) == "\xE2\x80" ? std::min<std::size_t>(3, text.size() - at) : 0;
}

struct Tail {
    std::string_view ending;
    std::string_view word; ///< stands behind as a word of its own; "": falls away
};
constexpr std::array tails{Tail{"s", ""},      Tail{"ll", "will"}, Tail{"d", "would"},
                           Tail{"ve", "have"}, Tail{"re", "are"},  Tail{"m", "am"}};

/// Without an apostrophe, as many type it.
constexpr std::array bare{std::pair{"hes", "he"}, std::pair{"shes", "she"}, std::pair{"theyre", "they"},
                          std::pair{"cannot", "cant"}, std::pair{"gunna", "gonna"}};

void push_word(std::vector<Word>& words, std::string text, std::size_t start, std::size_t end, int sentence,
               int& clause)
{
    for (const auto& [typed, meant] : bare)
        if (text == typed)
            text = meant;
    if (text == "but" || text == "and")
        ++clause;
    words.push_back({std::move(text), start, end, sentence, clause});
}

/// Reads the word at `at`; returns where it ends.
std::size_t read_word(std::string_view text, std::size_t at, std::vector<Word>& words, int sentence,
                      int& clause)
{
    const auto start = at;
    std::string word;
    std::size_t tail_from = std::string::npos; // in `word`, behind the last apostrophe
    while (at < text.size()) {
        if (const auto apostrophe = apostrophe_at(text, at)) {
            if (at + apostrophe >= text.size() || !is_letter_or_digit(text[at + apostrophe]) ||
                mark_at(text, at + apostrophe) != 0)
                break;
            tail_from = word.size();
            at += apostrophe;
        } else if (is_letter_or_digit(text[at]) && mark_at(text, at) == 0) {
            word += text[at++];
        } else {
            break;
        }
    }
    word = lower_ascii(word);
    if (tail_from != std::string::npos)
        for (const auto& [ending, own_word] : tails)
            if (std::string_view{word}.substr(tail_from) == ending && tail_from > 0) {
                push_word(words, word.substr(0, tail_from), start, at, sentence, clause);
                if (!own_word.empty())
                    push_word(words, std::string{own_word}, start, at, sentence, clause);
                return at;
            }
    push_word(words, std::move(word), start, at, sentence, clause);
    return at;
}

} // namespace

std::vector<Word> words_of(std::string_view text)
{
    std::vector<Word> words;
    int sentence = 0, clause = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (is_letter_or_digit(text[at]) && mark_at(text, at) == 0) {
            at = read_word(text, at, words, sentence, clause);
            continue;
        }
        const char c = text[at];
        const char next = at + 1 < text.size() ? text[at + 1] : ' ';
        if (((c == '.' || c == '!' || c == '?') && !is_letter_or_digit(next)) ||
            (c == '\n' && next == '\n')) {
            ++sentence;
            ++clause;
        } else if (c == ',' || c == ';' || c == ':' || c == '(' || c == ')' || c == '\n') {
            ++clause;
        }
        at += std::max<std::size_t>(1, mark_at(text, at));
    }
    return words;
}

bool WordPatterns::Element::fits(std::string_view word) const
{
    return std::binary_search(words.begin(), words.end(), word, std::less<>{}) ||
           std::any_of(prefixes.begin(), prefixes.end(),
                       [&](const std::string& prefix) { return word.starts_with(prefix); });
}

std::size_t WordPatterns::add(std::string_view pattern, const WordSets& sets, std::size_t line)
{
    Pattern elements;
    std::size_t gap = 0, gaps = 0;
    for (auto part : split(pattern, ' ')) {
        if (part == ".." || part == "...") {
            gap = part == ".." ? short_gap : long_gap;
            if (elements.empty() || ++gaps > most_gaps)
                fail_at(line, fmt::format("a pattern has at most {} gaps and none at its start: {}",
                                          most_gaps, shown_in_error(pattern)));
            continue;
        }
        Element element{.gap = gap};
        gap = 0;
        if (part.ends_with('?')) {
            element.is_optional = true;
            part.pop_back();
        }
        for (const auto& choice : split(part, '|')) {
            if (choice.front() == '{' && choice.back() == '}') {
                const auto set = sets.find(choice.substr(1, choice.size() - 2));
                if (set == sets.end())
                    fail_at(line, fmt::format("there is no set {}", shown_in_error(choice)));
                element.words.insert(element.words.end(), set->second.begin(), set->second.end());
                continue;
            }
            const bool is_prefix = choice.ends_with('*');
            const auto word = choice.substr(0, choice.size() - (is_prefix ? 1 : 0));
            if (word.size() < (is_prefix ? 2U : 1U) || !std::all_of(word.begin(), word.end(), [](char c) {
                    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                           static_cast<unsigned char>(c) >= 0x80;
                }))
                fail_at(line,
                        fmt::format("a pattern is made of words in small letters without apostrophes: {}",
                                    shown_in_error(choice)));
            (is_prefix ? element.prefixes : element.words).push_back(word);
        }
        std::sort(element.words.begin(), element.words.end());
        elements.push_back(std::move(element));
    }
    if (elements.empty() || elements.size() > most_elements || gap > 0 || elements.front().is_optional ||
        elements.back().is_optional)
        fail_at(line, fmt::format("a pattern starts and ends with a word and has at most {}: {}",
                                  most_elements, shown_in_error(pattern)));
    const auto number = patterns_.size();
    for (const auto& word : elements.front().words)
        if (auto& list = by_first_word_[word]; list.empty() || list.back() != number)
            list.push_back(number);
    for (const auto& prefix : elements.front().prefixes)
        if (auto& list = by_first_letter_[prefix.front()]; list.empty() || list.back() != number)
            list.push_back(number);
    patterns_.push_back(std::move(elements));
    return number;
}

std::optional<std::size_t> WordPatterns::match(const Pattern& pattern, std::size_t element,
                                               const std::vector<Word>& words, std::size_t at, int sentence,
                                               std::size_t gap_left_over)
{
    if (element == pattern.size())
        return at;
    const auto& wanted = pattern[element];
    std::optional<std::size_t> longest;
    const auto gap = std::max(wanted.gap, gap_left_over);
    for (std::size_t skipped = 0; skipped <= gap; ++skipped) {
        if (at + skipped >= words.size() || words[at + skipped].sentence != sentence)
            break;
        if (skipped > 0 && words[at + skipped - 1].text == "never")
            break;
        if (wanted.fits(words[at + skipped].text))
            longest = std::max(longest, match(pattern, element + 1, words, at + skipped + 1, sentence, 0));
    }
    if (!longest && wanted.is_optional)
        longest = match(pattern, element + 1, words, at, sentence, gap); // the gap stays open
    return longest;
}

std::vector<WordMatch> WordPatterns::find(const std::vector<Word>& words) const
{
    std::vector<WordMatch> matches;
    const auto try_from = [&](std::size_t first, const std::vector<std::size_t>& numbers) {
        for (const auto number : numbers)
            if (const auto last = match(patterns_[number], 0, words, first, words[first].sentence, 0))
                matches.push_back({number, first, *last});
    };
    for (std::size_t first = 0; first < words.size(); ++first) {
        const auto& word = words[first].text;
        if (const auto at = by_first_word_.find(word); at != by_first_word_.end())
            try_from(first, at->second);
        if (word.empty())
            continue;
        if (const auto at = by_first_letter_.find(word.front()); at != by_first_letter_.end())
            try_from(first, at->second);
    }
    return matches;
}

} // namespace guidepost::consultation
