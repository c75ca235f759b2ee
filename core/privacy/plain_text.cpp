// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/plain_text.h"

#include "core/privacy/plain_characters.h"
#include "core/privacy/text_cursor.h"

#include <algorithm>

namespace guidepost::privacy {
namespace {

constexpr char32_t no_character = 0x1A;

bool looks_like_digit(char c)
{
    return c == 'O' || c == 'o' || c == 'I' || c == 'l';
}

char digit_for(char c)
{
    return c == 'O' || c == 'o' ? '0' : '1';
}

} // namespace

PlainText::PlainText(std::string_view text) : size_{text.size()}
{
    plain_.reserve(text.size());
    starts_.reserve(text.size());
    ends_.reserve(text.size());
    std::size_t word = 0; // where the word begins that is being read
    for (std::size_t at = 0; at < text.size();) {
        const auto here = code_point_at(text, at);
        const auto next = at + std::max<std::size_t>(here.bytes, 1);
        const auto point = here.bytes == 0 ? no_character : plain(here.value);
        if (point != 0 && is_word_character(point)) {
            add(point, at, next);
        } else if (point != 0) {
            read_word_as_latin(word);
            add(point, at, next);
            word = plain_.size();
        }
        at = next;
    }
    read_word_as_latin(word);
    read_letters_as_digits();
}

void PlainText::add(char32_t point, std::size_t start, std::size_t end)
{
    append_utf8(plain_, point);
    starts_.resize(plain_.size(), static_cast<std::uint32_t>(start));
    ends_.resize(plain_.size(), static_cast<std::uint32_t>(end));
}

/// A word all of another script is a word of that language; one letter alone may stand before a number.
void PlainText::read_word_as_latin(std::size_t from)
{
    bool has_ascii = false, has_other = false;
    std::size_t characters = 0;
    for (std::size_t at = from; at < plain_.size(); ++characters) {
        const auto here = code_point_at(plain_, at);
        has_ascii |= here.bytes == 1;
        has_other |= here.bytes > 1;
        at += here.bytes;
    }
    if (!has_other || (!has_ascii && characters > 1))
        return;
    auto to = from;
    for (auto at = from; at < plain_.size();) {
        const auto here = code_point_at(plain_, at);
        const auto latin = latin_look_alike(here.value);
        for (std::size_t i = 0; i < (latin ? 1 : here.bytes); ++i, ++to) {
            plain_[to] = latin ? latin : plain_[at + i];
            starts_[to] = starts_[at];
            ends_[to] = ends_[at];
        }
        at += here.bytes;
    }
    plain_.resize(to);
    starts_.resize(to);
    ends_.resize(to);
}

/// "9OO123" and "O7700" are digits through and through; "X12O456" has one between two digits, "X12345O"
/// behind five.
void PlainText::read_letters_as_digits()
{
    for (std::size_t at = 0; at < plain_.size();) {
        auto end = at;
        std::size_t digits = 0, alike = 0;
        for (; end < plain_.size() && is_alphanumeric(plain_[end]); ++end) {
            digits += is_digit(plain_[end]) ? 1 : 0;
            alike += looks_like_digit(plain_[end]) ? 1 : 0;
        }
        // A letter before six digits may be meant: "O606399" is a case reference number.
        const bool is_case_reference = digits == 6 && end - at == 7 && !is_digit(plain_[at]);
        const bool is_number = digits + alike == end - at && digits >= alike && !is_case_reference;
        std::size_t before = 0; // digits on end
        for (; digits > 0 && alike > 0 && at < end; ++at) {
            const bool is_between = before > 0 && at + 1 < end && is_digit(plain_[at + 1]);
            const bool is_last_of_many = before >= 5 && at + 1 == end;
            if (looks_like_digit(plain_[at]) && (is_number || is_between || is_last_of_many))
                plain_[at] = digit_for(plain_[at]);
            before = is_digit(plain_[at]) ? before + 1 : 0;
        }
        at = end + 1;
    }
}

} // namespace guidepost::privacy
