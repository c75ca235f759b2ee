// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/reading_age.h"

#include "core/text/text.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace guidepost::guidance {
namespace {

constexpr std::size_t fewest_words = 100;
constexpr int youngest = 5;

bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

bool is_vowel(char c)
{
    return std::string_view{"aeiouy"}.find(c) != std::string_view::npos;
}

/// Groups of vowels, without the endings that are written and not heard. Right for about nine of ten
/// English words, which is enough for a mean.
std::size_t syllables_of(std::string_view word)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < word.size(); ++i)
        if (is_vowel(word[i]) && (i == 0 || !is_vowel(word[i - 1])))
            ++count;
    const auto before = [&](std::size_t from_end) {
        return word.size() > from_end ? word[word.size() - 1 - from_end] : '\0';
    };
    const bool silent_e =
        word.ends_with('e') && !is_vowel(before(1)) && !(before(1) == 'l' && !is_vowel(before(2)));
    const bool silent_ed =
        word.ends_with("ed") && !is_vowel(before(2)) && before(2) != 't' && before(2) != 'd';
    const bool silent_es = word.ends_with("es") && !is_vowel(before(2)) &&
                           std::string_view{"scxzgh"}.find(before(2)) == std::string_view::npos;
    if (count > 1 && (silent_e || silent_ed || silent_es))
        --count;
    return std::max<std::size_t>(count, 1);
}

/// A full stop ends a sentence unless a small letter goes on: "e.g. this".
bool ends_sentence(std::string_view text, std::size_t at)
{
    if (text[at] == '\n')
        return true;
    if (text[at] != '.' && text[at] != '!' && text[at] != '?')
        return false;
    auto next = at + 1;
    while (next < text.size() && std::string_view{"\"')*"}.find(text[next]) != std::string_view::npos)
        ++next;
    if (next < text.size() && text[next] != ' ' && text[next] != '\n')
        return false;
    while (next < text.size() && text[next] == ' ')
        ++next;
    return next >= text.size() || !(text[next] >= 'a' && text[next] <= 'z');
}

} // namespace

TextCounts count_text(std::string_view text)
{
    TextCounts counts;
    const auto lowered = lower_ascii(text);
    bool has_words = false;
    for (std::size_t at = 0; at < text.size();) {
        if (is_letter(lowered[at])) {
            std::string word;
            for (; at < text.size() && (is_letter(lowered[at]) || lowered[at] == '\''); ++at)
                if (lowered[at] != '\'')
                    word += lowered[at];
            ++counts.words;
            counts.syllables += syllables_of(word);
            has_words = true;
        } else {
            if (has_words && ends_sentence(text, at)) {
                ++counts.sentences;
                has_words = false;
            }
            ++at;
        }
    }
    if (has_words)
        ++counts.sentences;
    return counts;
}

std::optional<int> reading_age(const TextCounts& counts)
{
    if (counts.words < fewest_words)
        return std::nullopt;
    const auto words = static_cast<double>(counts.words);
    const auto grade = 0.39 * words / static_cast<double>(counts.sentences) +
                       11.8 * static_cast<double>(counts.syllables) / words - 15.59;
    return std::max(youngest, static_cast<int>(std::lround(grade)) + 5);
}

} // namespace guidepost::guidance
