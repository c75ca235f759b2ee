// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/danger/word_rules.h"

#include "core/text/text.h"
#include "core/text/yaml_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace guidepost::consultation {
namespace {

constexpr std::size_t short_gap = 4;
constexpr std::size_t long_gap = 8;
constexpr std::size_t most_elements = 12;
constexpr std::size_t most_gaps = 4;   ///< keeps the trying out small
constexpr std::size_t near_words = 14; ///< between two parts that have to stand near each other

} // namespace

std::size_t WordRules::add_part(std::string_view text, const WordClasses& classes, std::size_t line)
{
    if (const auto known = part_numbers_.find(text); known != part_numbers_.end())
        return known->second;
    Part part;
    std::size_t gap = 0, gaps = 0;
    std::vector<std::string> words;
    const auto end_element = [&] {
        if (words.empty())
            fail_at(line,
                    fmt::format("a part starts and ends with words, and words stand between its gaps: {}",
                                shown_in_error(text)));
        Element element{.gap = gap};
        if (words.back().ends_with('?')) {
            element.is_optional = true;
            words.back().pop_back();
        }
        element.term = terms_.intern(join(words, " "), classes, line);
        part.push_back(element);
        words.clear();
    };
    for (auto& piece : split(text, ' ')) {
        if (piece != ".." && piece != "..." && piece != "+") {
            words.push_back(std::move(piece));
            continue;
        }
        end_element();
        gap = piece == "+" ? 0 : piece == ".." ? short_gap : long_gap;
        if (gap > 0 && ++gaps > most_gaps)
            fail_at(line, fmt::format("a part has at most {} gaps: {}", most_gaps, shown_in_error(text)));
    }
    end_element();
    if (part.size() > most_elements || part.front().is_optional || part.back().is_optional)
        fail_at(line, fmt::format("a part starts and ends with what has to be there and has at most {} "
                                  "elements: {}",
                                  most_elements, shown_in_error(text)));
    const auto number = parts_.size();
    parts_by_term_.resize(std::max<std::size_t>(parts_by_term_.size(), part.front().term + 1));
    parts_by_term_[part.front().term].push_back(number);
    parts_.push_back(std::move(part));
    part_numbers_.emplace(text, number);
    return number;
}

std::size_t WordRules::add(std::string_view rule, const WordClasses& classes, std::size_t line)
{
    Rule added;
    for (const auto& piece : split(rule, '&')) {
        const auto part = trimmed(piece);
        if (part.starts_with('!'))
            added.unwanted.push_back(add_part(trimmed(part.substr(1)), classes, line));
        else
            added.wanted.push_back(add_part(part, classes, line));
    }
    if (added.wanted.empty())
        fail_at(line, fmt::format("a rule wants something: {}", shown_in_error(rule)));
    rules_.push_back(std::move(added));
    return rules_.size() - 1;
}

TermsOfText WordRules::find_terms(const std::vector<Word>& words) const
{
    return terms_.find(words);
}

/// Where the longest match ends; 0 when there is none.
std::size_t WordRules::end_of(const Part& part, std::size_t element, const TermedText& text, std::size_t at,
                              std::size_t gap_left_over)
{
    if (element == part.size())
        return at;
    const auto& wanted = part[element];
    const auto sentence = text.words[at - (element > 0)].sentence;
    const auto gap = std::max(wanted.gap, gap_left_over);
    std::size_t longest = 0;
    for (std::size_t skipped = 0; skipped <= gap; ++skipped) {
        const auto here = at + skipped;
        if (here >= text.words.size() || text.words[here].sentence != sentence)
            break;
        if (skipped > 0 && text.is_denial[here - 1])
            break;
        if (!text.terms.may_have(here, wanted.term))
            continue;
        const auto& terms = text.terms.at(here);
        auto term = std::lower_bound(terms.begin(), terms.end(), wanted.term,
                                     [](const TermHere& one, Term value) { return one.term < value; });
        for (; term != terms.end() && term->term == wanted.term; ++term)
            longest = std::max(longest, end_of(part, element + 1, text, here + term->length, 0));
    }
    if (longest == 0 && wanted.is_optional)
        longest = end_of(part, element + 1, text, at, gap); // the gap stays open
    return longest;
}

std::vector<std::vector<WordRules::Stretch>> WordRules::find_parts(const TermedText& text) const
{
    std::vector<std::vector<Stretch>> found(parts_.size());
    for (std::size_t at = 0; at < text.words.size(); ++at) {
        auto before = static_cast<std::size_t>(-1);
        for (const auto& here : text.terms.at(at)) {
            if (here.term == before || here.term >= parts_by_term_.size())
                continue;
            before = here.term;
            for (const auto number : parts_by_term_[here.term])
                if (const auto last = end_of(parts_[number], 0, text, at, 0))
                    found[number].push_back({at, last});
        }
    }
    return found;
}

std::vector<WordMatch> WordRules::find(const TermedText& text) const
{
    const auto parts = find_parts(text);
    // The stretch of a part nearest to a place, in its sentence and near enough.
    const auto near = [&](std::size_t part, const Stretch& place) -> std::optional<Stretch> {
        std::optional<Stretch> nearest;
        std::size_t least = near_words + 1;
        const auto& stretches = parts[part];
        const auto from = place.first > 2 * near_words ? place.first - 2 * near_words : 0;
        auto stretch = std::lower_bound(stretches.begin(), stretches.end(), from,
                                        [](const Stretch& one, std::size_t at) { return one.first < at; });
        for (; stretch != stretches.end() && stretch->first <= place.last + near_words; ++stretch) {
            if (text.words[stretch->first].sentence != text.words[place.first].sentence)
                continue;
            const auto distance = stretch->first >= place.last   ? stretch->first - place.last
                                  : stretch->last <= place.first ? place.first - stretch->last
                                                                 : 0;
            if (distance < least) {
                least = distance;
                nearest = *stretch;
            }
        }
        return nearest;
    };
    std::vector<WordMatch> matches;
    for (std::size_t number = 0; number < rules_.size(); ++number) {
        const auto& rule = rules_[number];
        for (const auto& start : parts[rule.wanted.front()]) {
            WordMatch match{number, start.first, start.last, {start.first}};
            bool is_whole = true;
            for (std::size_t i = 1; i < rule.wanted.size() && is_whole; ++i) {
                const auto other = near(rule.wanted[i], start);
                is_whole = other.has_value();
                if (!other)
                    break;
                match.first = std::min(match.first, other->first);
                match.last = std::max(match.last, other->last);
                match.part_starts.push_back(other->first);
            }
            for (const auto part : rule.unwanted)
                is_whole = is_whole && !near(part, {match.first, match.last});
            if (is_whole)
                matches.push_back(std::move(match));
        }
    }
    std::stable_sort(matches.begin(), matches.end(),
                     [](const auto& one, const auto& other) { return one.first < other.first; });
    return matches;
}

} // namespace guidepost::consultation
