// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/name_tokens.h"

#include "core/privacy/text_cursor.h"
#include "core/text/text.h"

#include <algorithm>

namespace guidepost::privacy {
namespace {

/// Bytes of a letter or digit at `at`; 0 when there is none. Marks of general punctuation and no-break
/// spaces are none.
std::size_t letter_at(std::string_view text, std::size_t at)
{
    if (at >= text.size())
        return 0;
    const auto byte = static_cast<unsigned char>(text[at]);
    if (is_alphanumeric(text[at]))
        return 1;
    if (byte < 0xC3)
        return 0;
    if (byte == 0xE2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) == 0x80)
        return 0;
    const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
    return std::min(length, text.size() - at);
}

std::size_t apostrophe_at(std::string_view text, std::size_t at)
{
    if (at < text.size() && text[at] == '\'')
        return 1;
    return text.substr(at, 3) == "\xE2\x80\x99" ? 3 : 0;
}

/// Small letters of the Latin blocks; other letters as they are.
void append_lower(std::string& word, std::string_view letter)
{
    const auto first = static_cast<unsigned char>(letter[0]);
    if (letter.size() == 1) {
        word += lower_ascii(letter);
        return;
    }
    word += letter;
    const auto last = static_cast<unsigned char>(word.back());
    if (first == 0xC3 && last >= 0x80 && last <= 0x9E && last != 0x97)
        word.back() = static_cast<char>(last + 0x20);
    else if ((first == 0xC4 || first == 0xC5) && is_capital_at(letter, 0))
        word.back() = static_cast<char>(last + 1);
}

} // namespace

bool is_capital_at(std::string_view text, std::size_t at)
{
    if (at >= text.size())
        return false;
    const auto first = static_cast<unsigned char>(text[at]);
    if (first >= 'A' && first <= 'Z')
        return true;
    if (at + 1 >= text.size())
        return false;
    const auto second = static_cast<unsigned char>(text[at + 1]);
    if (first == 0xC3)
        return second >= 0x80 && second <= 0x9E && second != 0x97;
    // U+0100 to U+017F: capitals and small letters by turns, in two stretches the other way about.
    if (first == 0xC4)
        return second < 0xB8 ? second % 2 == 0 : second % 2 == 1;
    if (first == 0xC5)
        return second < 0x89 || second > 0xB7 ? second % 2 == 1 : second % 2 == 0;
    return false;
}

std::string_view without_possessive(std::string_view word)
{
    return word.size() > 2 && word.ends_with("'s") ? word.substr(0, word.size() - 2) : word;
}

std::vector<NameToken> name_tokens(std::string_view text)
{
    std::vector<NameToken> tokens;
    bool starts_sentence = true;
    char gap = ' ';
    for (std::size_t at = 0; at < text.size();) {
        if (letter_at(text, at) == 0) {
            const char c = text[at];
            const bool ends =
                c == '!' || c == '?' || c == ':' || c == ';' || c == '\n' || c == '|' || c == '*' || c == '#';
            // The point of "Mr." or of an initial ends nothing; a list, a heading, a quotation begins anew.
            const bool is_initial =
                c == '.' && !tokens.empty() && tokens.back().end == at &&
                (tokens.back().end - tokens.back().start == 1 || tokens.back().lower.size() <= 3) &&
                tokens.back().is_capital;
            if (ends || (c == '.' && !is_initial)) {
                starts_sentence =
                    starts_sentence || ends || at + 1 >= text.size() || letter_at(text, at + 1) == 0;
                gap = '.';
            } else if (c == '"' || text.substr(at, 3) == "\xE2\x80\x9C") {
                starts_sentence = true;
                gap = gap == ' ' ? ',' : gap;
            } else if (c == ',' || c == '(' || c == ')') {
                gap = gap == ' ' ? ',' : '.';
            } else if (c == '/' || c == '=' || c == '[' || c == ']' || c == '<' || c == '>') {
                gap = '.';
            }
            ++at;
            continue;
        }
        NameToken token{.start = at, .starts_sentence = starts_sentence, .gap = gap};
        token.is_capital = is_capital_at(text, at);
        std::size_t letters = 0, capitals = 0, digits = 0;
        while (at < text.size()) {
            if (const auto bytes = letter_at(text, at)) {
                digits += is_digit(text[at]) ? 1U : 0U;
                capitals += is_capital_at(text, at) ? 1U : 0U;
                ++letters;
                append_lower(token.lower, text.substr(at, bytes));
                at += bytes;
                continue;
            }
            const auto apostrophe = apostrophe_at(text, at);
            const auto mark = apostrophe ? apostrophe : text[at] == '-' ? std::size_t{1} : std::size_t{0};
            if (mark == 0 || letter_at(text, at + mark) == 0)
                break;
            token.lower += apostrophe ? '\'' : '-';
            at += mark;
        }
        token.end = at;
        if (const auto stem = without_possessive(token.lower); stem.size() < token.lower.size()) {
            token.end -= text[at - 2] == '\'' ? 2 : 4;
            token.lower.resize(stem.size());
            token.is_possessive = true;
            // What belongs to somebody is not the somebody: "his mum's Facebook".
            gap = '\'';
        } else {
            gap = ' ';
        }
        // "SHPOs" is an acronym too.
        token.is_shouted =
            capitals >= 2 && capitals + digits + (token.lower.back() == 's' ? 1U : 0U) >= letters;
        token.is_number = digits > 0 && digits == letters;
        starts_sentence = false;
        tokens.push_back(std::move(token));
    }
    return tokens;
}

} // namespace guidepost::privacy
