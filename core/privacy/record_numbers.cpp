// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/record_numbers.h"

#include "core/privacy/check_letters.h"
#include "core/privacy/text_cursor.h"
#include "core/text/text.h"

#include <algorithm>
#include <array>
#include <optional>

namespace guidepost::privacy {
namespace {

constexpr std::size_t reach_of_booking = 40;

/// Two-letter words that look like the letters of an identifier when a space parts them.
bool is_common_pair(std::string_view capitals)
{
    static constexpr std::array<std::string_view, 25> words{
        "AM", "MS", "AN", "AS", "AT", "BE", "BY", "DO", "GO", "HE", "IF", "IN", "IS",
        "IT", "ME", "MY", "NO", "OF", "ON", "OR", "PM", "TO", "UP", "US", "WE"};
    return std::find(words.begin(), words.end(), capitals) != words.end();
}

/// Six digits in pairs that are a date, "10.12.25", behind a word of their own.
bool is_short_date(const Symbols& read, std::size_t from)
{
    const auto pair = [&](std::size_t i) {
        return (read.symbols.at(i) - '0') * 10 + (read.symbols.at(i + 1) - '0');
    };
    const char gap = read.gaps.at(from + 2);
    return read.gaps.at(from) == ' ' && (gap == '.' || gap == '-' || gap == '/') &&
           read.gaps_in(from + 1, from + 6) == 2 && read.gaps.at(from + 4) == gap && pair(from) <= 31 &&
           pair(from + 2) <= 12;
}

/// "2019-20", "2019/20": two years, not six digits.
bool is_span_of_years(const Symbols& read, std::size_t from)
{
    return (read.gaps.at(from + 4) == '-' || read.gaps.at(from + 4) == '/') &&
           read.gaps_in(from + 1, from + 6) == 1 &&
           (read.part(from, 2) == "19" || read.part(from, 2) == "20");
}

/// "a 123456": the article before a number.
bool starts_with_article(const Symbols& read)
{
    return read.symbols.front() == 'A' && read.is_small.front() && read.gaps.at(1) == ' ';
}

std::size_t behind_blanks(std::string_view text, std::size_t at)
{
    for (int most = 2; most > 0 && at < text.size() && text[at] == ' '; --most)
        ++at;
    return at;
}

std::string_view digits_at(std::string_view text, std::size_t at, std::size_t most)
{
    std::size_t size = 0;
    while (size <= most && at + size < text.size() && is_digit(text[at + size]))
        ++size;
    return size > most ? std::string_view{} : text.substr(at, size);
}

/// Digits, perhaps a stroke and digits, a letter: the form PNC ids and CRO numbers share.
struct Filed {
    std::string_view before = {}, after = {}; ///< `after` is empty without a stroke
    char letter = '\0';
    std::size_t end = 0;
};

std::optional<Filed> filed_at(std::string_view text, std::size_t at)
{
    Filed filed;
    filed.before = digits_at(text, at, 11);
    at += filed.before.size();
    const auto stroke = behind_blanks(text, at);
    if (stroke < text.size() && text[stroke] == '/') {
        at = behind_blanks(text, stroke + 1);
        filed.after = digits_at(text, at, 7);
        at += filed.after.size();
        if (filed.after.empty())
            return std::nullopt;
    }
    const auto last = gap_at(text, at);
    at += last.bytes;
    if (filed.before.empty() || at >= text.size() || !is_letter(text[at]) || !ends_word(text, at + 1))
        return std::nullopt;
    // "in 12/2019 a man": a letter that stands alone is a word when it can be one.
    if (last.kind == ' ' && text[at] == 'a')
        return std::nullopt;
    filed.letter = upper(text[at]);
    filed.end = at + 1;
    return filed;
}

bool is_pnc(std::string_view year, std::string_view serial, char letter)
{
    return !serial.empty() && serial.size() <= 7 && serial.find_first_not_of('0') != serial.npos &&
           pnc_letter(year.substr(year.size() - 2), serial) == letter;
}

} // namespace

std::size_t crn_end(std::string_view text, std::size_t at)
{
    const auto read = read_symbols(text, at, "LDDDDDD");
    if (!read || starts_with_article(*read) || is_short_date(*read, 1) || is_span_of_years(*read, 1) ||
        read->gaps_in(2, 7) > 2 || !read->is_even(2, 7))
        return 0;
    return read->end;
}

std::size_t prison_number_end(std::string_view text, std::size_t at)
{
    const auto read = read_symbols(text, at, "LDDDDLL");
    if (!read || starts_with_article(*read) || read->gaps_in(2, 5) > 1 || read->gaps.at(6) == ' ')
        return 0;
    // "category B 2019 to 2021"
    const bool is_year = read->part(1, 2) == "19" || read->part(1, 2) == "20";
    if (read->gaps.at(5) == ' ' && is_common_pair(read->part(5, 2)) && (read->is_small.at(5) || is_year))
        return 0;
    return read->end;
}

std::size_t insurance_number_end(std::string_view text, std::size_t at)
{
    auto read = read_symbols(text, at, "LLDDDDDDL");
    if (read && read->part(0, 2) == "TN" && (read->symbols[8] == 'M' || read->symbols[8] == 'F'))
        return read->end;
    if (!read || read->symbols[8] > 'D')
        read = read_symbols(text, at, "LLDDDDDD");
    if (!read || !is_insurance_prefix(read->symbols[0], read->symbols[1]) || read->gaps[1] == ' ')
        return 0;
    const bool is_word = read->gaps[2] == ' ' && read->is_small[0] && is_common_pair(read->part(0, 2));
    if (is_word || is_short_date(*read, 2) || is_span_of_years(*read, 2) || !read->is_even(3, 8))
        return 0;
    return read->end;
}

std::size_t nhs_number_end(std::string_view text, std::size_t at)
{
    const auto read = read_symbols(text, at, "DDDDDDDDDD");
    if (!read || read->gaps_in(1, 10) > 4 || read->gaps.at(1) == '.' || !read->is_even(1, 10) ||
        !is_nhs_number(read->view()))
        return 0;
    return read->end;
}

std::size_t booking_number_end(std::string_view text, std::size_t at)
{
    for (const std::string_view pattern : {"DDDDDL", "LDDDDD", "LLDDDD"})
        if (const auto read = read_symbols(text, at, pattern))
            if (read->gaps_in(1, 6) <= 1 && has_near(text, at, read->end, "booking", reach_of_booking))
                return read->end;
    return 0;
}

std::size_t pnc_end(std::string_view text, std::size_t at)
{
    const auto filed = filed_at(text, at);
    if (!filed)
        return 0;
    const auto& [before, after, letter, end] = *filed;
    if (!after.empty())
        return (before.size() == 2 || before.size() == 4) && is_pnc(before, after, letter) ? end : 0;
    // Without a stroke short ones would be sizes and prices: 1990s, 250k.
    if (before.size() < 5)
        return 0;
    return is_pnc(before.substr(0, 4), before.substr(4), letter) ||
                   is_pnc(before.substr(0, 2), before.substr(2), letter)
               ? end
               : 0;
}

std::size_t cro_end(std::string_view text, std::size_t at)
{
    const bool is_search_file = lower_ascii(text.substr(at, 2)) == "sf";
    if (is_search_file)
        at += 2 + gap_at(text, at + 2).bytes;
    const auto filed = filed_at(text, at);
    if (!filed || filed->after.empty())
        return 0;
    const auto year = is_search_file ? filed->before : filed->after;
    const auto serial = is_search_file ? filed->after : filed->before;
    if (year.size() != 2 || serial.size() > 6 || cro_letter(year, serial, is_search_file) != filed->letter)
        return 0;
    return filed->end;
}

} // namespace guidepost::privacy
