// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/name_extent.h"

namespace guidepost::privacy {
namespace {

constexpr std::size_t most_parts = 5;       ///< "Mary Jane van der Dyke"
constexpr std::size_t most_small_parts = 3; ///< in small letters the next word is soon another matter

} // namespace

bool NameExtent::goes_on(const NameToken& first, const NameToken& word) const
{
    if (word.is_number || NameWords::is_never_a_name(word) || NameWords::is_day(word))
        return false;
    if (first.is_in_shouting)
        return word.is_shouted && (words_.is_listed(word) || words_.is_unknown(word)) &&
               !words_.clue_of(word);
    if (!first.is_capital)
        return !word.is_capital && !NameWords::reads_as_verb(word) && word.letters >= 3 &&
               !words_.clue_of(word) && (words_.is_surname(word) || words_.is_unknown(word));
    if (word.is_shouted)
        return word.letters >= 4 &&
               (words_.is_unknown(word) || (words_.is_listed(word) && !words_.is_known_capital(word)));
    return words_.looks_like_name(word) || (word.is_capital && word.letters >= 2 && words_.is_surname(word) &&
                                            !NameWords::reads_as_verb(word));
}

/// "Okafor, Kyle", as lists have it; two given names are two people.
bool NameExtent::is_turned_about(std::size_t first) const
{
    if (first + 1 >= tokens_.size())
        return false;
    const auto& family = tokens_[first];
    const auto& given = tokens_[first + 1];
    const bool is_family =
        words_.is_surname(family) || (words_.is_unknown(family) && !words_.is_given(family));
    return given.gap == ',' && given.is_capital && is_family && family.is_capital && words_.is_given(given) &&
           !given.starts_sentence;
}

std::size_t NameExtent::end_of(std::size_t first) const
{
    if (is_turned_about(first))
        return first + 2;
    const auto most = tokens_[first].is_capital ? most_parts : most_small_parts;
    auto end = first + 1;
    for (auto next = end; next < tokens_.size() && next < first + most; ++next) {
        const auto& word = tokens_[next];
        if (word.gap != ' ' || word.starts_sentence)
            break;
        if (goes_on(tokens_[first], word))
            end = next + 1;
        else if (!NameWords::is_particle(word) && !NameWords::is_initial(word))
            break;
    }
    return end;
}

std::size_t NameExtent::end_of_foreign(std::size_t first) const
{
    constexpr std::size_t shortest = 2, longest = 24;
    const auto is_part = [&](const NameToken& word) {
        return word.is_foreign && word.letters >= shortest && word.letters <= longest;
    };
    if (!is_part(tokens_[first]))
        return first;
    // Scripts without capitals do not tell names from words; a few words among Latin ones are a name.
    auto end = first + 1;
    while (end < tokens_.size() && tokens_[end].gap == ' ' && is_part(tokens_[end]) &&
           tokens_[end].is_capital == tokens_[first].is_capital)
        ++end;
    const bool has_small_before = first > 0 && tokens_[first - 1].is_foreign && tokens_[first - 1].gap == ' ';
    return end - first <= most_parts && (tokens_[first].is_capital || !has_small_before) ? end : first;
}

} // namespace guidepost::privacy
