// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/birth_dates.h"

#include "core/privacy/text_cursor.h"
#include "core/text/text.h"

#include <algorithm>
#include <array>
#include <optional>

namespace guidepost::privacy {
namespace {

constexpr std::size_t reach_of_words = 24;
constexpr int youngest = 10, oldest = 100;

struct Written {
    int day = 0, month = 0, year = 0;
    std::size_t end = 0;
    bool needs_word = false; ///< looks too much like something else to count alone
};

/// One to `most` digits.
struct Number {
    int value = 0;
    std::size_t digits = 0;
};

Number number_at(std::string_view text, std::size_t at, std::size_t most)
{
    Number number;
    while (number.digits < most && at < text.size() && is_digit(text[at])) {
        number.value = number.value * 10 + (text[at++] - '0');
        ++number.digits;
    }
    return number;
}

/// A stroke, dash or dot with at most a space on each side; '\0' for none.
char stroke_at(std::string_view text, std::size_t& at)
{
    auto here = at;
    if (here < text.size() && text[here] == ' ')
        ++here;
    if (here >= text.size() || (text[here] != '/' && text[here] != '-' && text[here] != '.'))
        return '\0';
    const char stroke = text[here++];
    if (here < text.size() && text[here] == ' ')
        ++here;
    at = here;
    return stroke;
}

/// "mar", "march", "Sept." -> 3, 3, 9; 0 for no month. Moves `at` behind it.
int month_at(std::string_view text, std::size_t& at)
{
    static constexpr std::array<std::string_view, 12> names{"january",   "february", "march",    "april",
                                                            "may",       "june",     "july",     "august",
                                                            "september", "october",  "november", "december"};
    std::size_t size = 0;
    while (size < 10 && at + size < text.size() && is_letter(text[at + size]))
        ++size;
    const auto word = lower_ascii(text.substr(at, size));
    for (std::size_t i = 0; size >= 3 && i < names.size(); ++i) {
        if (names.at(i).starts_with(word)) {
            at += size;
            if (at < text.size() && text[at] == '.')
                ++at;
            return static_cast<int>(i) + 1;
        }
    }
    return 0;
}

/// 27 in 2026 is next year; 40 was in the last century.
int full_year(int two_digits, Date today)
{
    const int year = 2000 + two_digits;
    return year <= static_cast<int>(today.year()) + 10 ? year : year - 100;
}

std::optional<Written> year_first(std::string_view text, std::size_t at)
{
    Written date;
    date.year = number_at(text, at, 4).value;
    at += 4;
    const char first = stroke_at(text, at);
    const auto month = number_at(text, at, 2);
    at += month.digits;
    const char second = stroke_at(text, at);
    const auto day = number_at(text, at, 2);
    if (first == '\0' || first != second || first == '.' || month.digits == 0 || day.digits == 0)
        return std::nullopt;
    date.month = month.value;
    date.day = day.value;
    date.end = at + day.digits;
    return date;
}

std::optional<Written> day_first(std::string_view text, std::size_t at, Date today)
{
    Written date;
    const auto day = number_at(text, at, 2);
    at += day.digits;
    date.day = day.value;
    const char first = stroke_at(text, at);
    if (first != '\0') {
        const auto month = number_at(text, at, 2);
        at += month.digits;
        date.month = month.digits > 0 ? month.value : month_at(text, at);
        if (date.month == 0 || stroke_at(text, at) != first)
            return std::nullopt;
    } else {
        for (const std::string_view ordinal : {"st", "nd", "rd", "th"})
            if (lower_ascii(text.substr(at, 2)) == ordinal)
                at += 2;
        at += gap_at(text, at).bytes;
        if (lower_ascii(text.substr(at, 3)) == "of ")
            at += 3;
        date.month = month_at(text, at);
        at += gap_at(text, at).bytes;
        if (at < text.size() && text[at] == ',')
            at += 1 + gap_at(text, at + 1).bytes;
        if (date.month == 0)
            return std::nullopt;
    }
    const auto year = number_at(text, at, 4);
    if (year.digits != 2 && year.digits != 4)
        return std::nullopt;
    date.year = year.digits == 4 ? year.value : full_year(year.value, today);
    date.end = at + year.digits;
    date.needs_word = first == '.' && year.digits == 2; // paragraph 1.2.15
    return date;
}

int age_on(Date day, Date birth)
{
    const int years = static_cast<int>(day.year()) - static_cast<int>(birth.year());
    const bool had_birthday = std::pair{day.month(), day.day()} >= std::pair{birth.month(), birth.day()};
    return had_birthday ? years : years - 1;
}

bool is_near_birth_word(std::string_view text, std::size_t start, std::size_t end)
{
    static constexpr std::array<std::string_view, 8> words{"born",          "dob",  "d.o.b",    "birth",
                                                           "date of birth", "aged", "birthday", "d o b"};
    return std::any_of(words.begin(), words.end(),
                       [&](auto word) { return has_near(text, start, end, word, reach_of_words); });
}

} // namespace

std::size_t birth_date_end(std::string_view text, std::size_t at, Date today)
{
    const auto leading = number_at(text, at, 5).digits;
    const auto written = leading == 4                   ? year_first(text, at)
                         : leading == 1 || leading == 2 ? day_first(text, at, today)
                                                        : std::nullopt;
    if (!written || !ends_word(text, written->end))
        return 0;
    const Date date{std::chrono::year{written->year},
                    std::chrono::month{static_cast<unsigned>(written->month)},
                    std::chrono::day{static_cast<unsigned>(written->day)}};
    if (!date.ok())
        return 0;
    const auto age = age_on(today, date);
    if (!written->needs_word && age >= youngest && age <= oldest)
        return written->end;
    return is_near_birth_word(text, at, written->end) ? written->end : 0;
}

} // namespace guidepost::privacy
