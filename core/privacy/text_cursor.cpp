// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/text_cursor.h"

#include "core/text/text.h"

#include <algorithm>

namespace guidepost::privacy {
namespace {

Gap mark_at(std::string_view text, std::size_t at)
{
    const char c = at < text.size() ? text[at] : '\0';
    const bool is_mark = c == ' ' || c == '-' || c == '.' || c == '_' || c == '/';
    return is_mark ? Gap{c, 1} : Gap{};
}

} // namespace

Gap gap_at(std::string_view text, std::size_t at)
{
    const auto first = mark_at(text, at);
    if (first.kind != ' ' && first.kind != '-')
        return first;
    const auto second = mark_at(text, at + first.bytes);
    if (first.kind == '-')
        return {'-', first.bytes + (second.kind == ' ' ? second.bytes : 0)};
    if (second.kind != ' ' && second.kind != '-')
        return first;
    const auto third = second.kind == '-' ? mark_at(text, at + first.bytes + second.bytes) : Gap{};
    return {second.kind, first.bytes + second.bytes + (third.kind == ' ' ? third.bytes : 0)};
}

std::size_t Symbols::gaps_in(std::size_t from, std::size_t to) const
{
    return static_cast<std::size_t>(
        std::count_if(gaps.begin() + from, gaps.begin() + to, [](char kind) { return kind != '\0'; }));
}

bool Symbols::is_even(std::size_t from, std::size_t to) const
{
    char seen = '\0';
    for (auto i = from; i < to; ++i) {
        if (gaps.at(i) != '\0' && seen != '\0' && gaps.at(i) != seen)
            return false;
        if (gaps.at(i) != '\0')
            seen = gaps.at(i);
    }
    return true;
}

std::optional<Symbols> read_symbols(std::string_view text, std::size_t at, std::string_view pattern)
{
    Symbols read;
    for (const char wanted : pattern) {
        if (read.count > 0) {
            const auto gap = gap_at(text, at);
            read.gaps.at(read.count) = gap.kind;
            at += gap.bytes;
        }
        if (at >= text.size() || !(wanted == 'L' ? is_letter(text[at]) : is_digit(text[at])))
            return std::nullopt;
        read.is_small.at(read.count) = text[at] != upper(text[at]);
        read.symbols.at(read.count++) = upper(text[at++]);
    }
    read.end = at;
    return ends_word(text, at) ? std::optional{read} : std::nullopt;
}

bool starts_word(std::string_view text, std::size_t at)
{
    return at == 0 || !is_alphanumeric(text[at - 1]);
}

bool ends_word(std::string_view text, std::size_t at)
{
    return at >= text.size() || !is_alphanumeric(text[at]);
}

bool has_near(std::string_view text, std::size_t start, std::size_t end, std::string_view word,
              std::size_t reach)
{
    const auto from = start > reach ? start - reach : 0;
    const auto around = text.substr(from, std::min(end + reach, text.size()) - from);
    const auto lowered = lower_ascii(around);
    for (auto at = lowered.find(word); at != std::string::npos; at = lowered.find(word, at + 1))
        if (starts_word(text, from + at) && ends_word(text, from + at + word.size()))
            return true;
    return false;
}

} // namespace guidepost::privacy
