// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/known_words.h"

#include "core/privacy/name_tokens.h"
#include "core/privacy/plain_characters.h"
#include "core/privacy/plain_text.h"
#include "core/text/text.h"

#include <algorithm>

namespace guidepost::privacy {
namespace {

template <class Action>
void for_each_line(std::string_view text, const Action& action)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        action(text.substr(at, end - at));
        at = end + 1;
    }
}

bool is_in(const std::unordered_set<std::string>& words, std::string_view word)
{
    if (words.contains(std::string{word}))
        return true;
    const auto stem = without_possessive(word);
    return stem.size() < word.size() && words.contains(std::string{stem});
}

} // namespace

void KnownWords::add_dictionary(std::string_view lines)
{
    for_each_line(lines, [&](std::string_view line) {
        const auto word = trimmed(line);
        if (word.empty() || is_capital_at(word, 0) || word.ends_with("'s"))
            return;
        words_.emplace(word);
        has_dictionary_ = true;
    });
}

void KnownWords::add_text(std::string_view text)
{
    for_each_line(text, [&](std::string_view line) {
        if (line.starts_with('#'))
            return;
        const PlainText plain{line};
        for (const auto& token : name_tokens(plain.text()))
            if (!token.is_capital)
                words_.insert(token.lower);
            else if (!token.is_possessive) // "Sarah's Law" does not make every Sarah a law
                proper_.insert(token.lower);
    });
}

void KnownWords::add_given_names(std::string_view lines)
{
    for_each_line(lines, [&](std::string_view line) {
        if (line.starts_with('#'))
            return;
        const bool is_rather_word = line.starts_with('?');
        for (auto& name : split(line.substr(is_rather_word ? 1 : 0), ' '))
            (is_rather_word ? rather_words_ : given_).insert(std::move(name));
    });
}

void KnownWords::add_surnames(std::string_view lines)
{
    for_each_line(lines, [&](std::string_view line) {
        if (!line.starts_with('#'))
            for (auto& name : split(line, ' '))
                surnames_.insert(std::move(name));
    });
}

bool KnownWords::is_given_name(std::string_view word) const
{
    const auto name = folded(word);
    const auto parts = split(name, '-'); // "anna-marie"
    return given_.contains(name) ||
           (parts.size() == 2 && given_.contains(parts[0]) && given_.contains(parts[1]));
}

bool KnownWords::is_name_and_rather_a_word(std::string_view word) const
{
    return rather_words_.contains(folded(word));
}

/// "O'Neill" and "Khan-Patel" as well.
bool KnownWords::is_surname(std::string_view word) const
{
    auto plain = folded(word);
    std::erase(plain, '\'');
    const auto hyphen = plain.rfind('-');
    return surnames_.contains(plain) ||
           (hyphen != std::string::npos && surnames_.contains(plain.substr(hyphen + 1)));
}

bool KnownWords::is_word(std::string_view word) const
{
    return is_in(words_, word);
}

bool KnownWords::is_proper(std::string_view word) const
{
    return is_in(proper_, word);
}

} // namespace guidepost::privacy
