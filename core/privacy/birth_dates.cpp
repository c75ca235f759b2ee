// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/identifier_finders.h"
#include "core/privacy/month_words.h"
#include "core/privacy/pattern.h"
#include "core/privacy/plain_characters.h"
#include "core/privacy/text_cursor.h"
#include "core/text/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace guidepost::privacy {
namespace {

constexpr std::size_t reach_of_words = 24;
constexpr int youngest = 10, oldest = 100;

const std::string month = "(?:" + months_expression() + R"()(?![\p{L}]))";
const std::string ordinal = R"((?:st|nd|rd|th|af|ail|il|ydd|edd|fed|eg|ain|ed)?)";
const std::string year = R"('?(\d{4}|\d{2}))";
const std::string birth_word =
    R"((?: \bd\.?\ ?o\.?\ ?b\b\.? | \bdob(?=\d) | \bdate\ of\ birth | \bbirth\ ?date | \bborn |
    \bbirth | \bdyddiad\ geni | \bganwyd | \bganed ))";
const std::string link =
    R"((?: [\ :=,(\-] | \b(?:on|is|was|falls|the|in|this|next|e[fi]|hi|ar|sydd)\b ){0,8})";

int number(Span span, std::string_view plain)
{
    int value = 0;
    const auto digits = span.of(plain);
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

/// 27 in 2026 is next year; 40 was in the last century.
int full_year(Span span, std::string_view plain, Date today)
{
    const int value = number(span, plain);
    if (span.end - span.start == 4)
        return value;
    return 2000 + value <= static_cast<int>(today.year()) + 10 ? 2000 + value : 1900 + value;
}

bool is_date(int day, int month_number, int year_number)
{
    return Date{std::chrono::year{year_number}, std::chrono::month{static_cast<unsigned>(month_number)},
                std::chrono::day{static_cast<unsigned>(day)}}
        .ok();
}

bool makes_an_age(int day, int month_number, int year_number, Date today)
{
    const int years = static_cast<int>(today.year()) - year_number;
    const bool had_birthday =
        std::pair{static_cast<unsigned>(today.month()), static_cast<unsigned>(today.day())} >=
        std::pair{static_cast<unsigned>(month_number), static_cast<unsigned>(day)};
    const int age = had_birthday ? years : years - 1;
    return age >= youngest && age <= oldest;
}

bool is_near_birth_word(std::string_view plain, Span place)
{
    static constexpr std::array<std::string_view, 12> words{"born",      "dob",   "d.o.b",    "birth",
                                                            "birthdate", "aged",  "birthday", "d o b",
                                                            "ganwyd",    "ganed", "geni",     "blwydd"};
    return std::any_of(words.begin(), words.end(), [&](auto word) {
        return has_near(plain, place.start, place.end, word, reach_of_words);
    });
}

/// "since 13 April 2015", "sentenced on 3 May 2012": the word right before says what happened.
bool is_another_event(std::string_view plain, Span place)
{
    static const Pattern event{
        R"(\b(?:since|until|till|from|after|before|began|begun|started|force|hansard|published|
        updated|version|dated|sentenced|convicted|conviction|sentence|imposed|released|recalled|arrested|charged|
    offence|
        offended|committed|expires?|expired|reviewed|review|appeal|hearing|court|order|act)\b[,:]?\ (?:(?:on|of|the|
    in)\ ){0,2}$)"};
    constexpr std::size_t reach = 24;
    const auto from = place.start > reach ? place.start - reach : 0;
    return event.is_in(whole_characters(plain, from, place.start));
}

struct Written {
    const Pattern pattern;
    std::size_t day, month, year; ///< groups
    bool needs_word;              ///< looks too much like something else to count alone
};

/// Day, month and year in every order, with a mark between them or none.
void find_whole_dates(std::string_view plain, Date today, Findings& findings)
{
    static const std::array forms{
        Written{Pattern{word_start + R"((?<!\d[/.]) (\d{1,2})\ ?([/\-_])\ ?(\d{1,2}|)" + month +
                        R"()\ ?\2\ ?)" + year + word_end},
                1, 3, 4, false},
        Written{Pattern{word_start + R"((?<!\d[/.]) (\d{1,2})\ ?\.\ ?(\d{1,2})\ ?\.\ ?(\d{4}))" + word_end},
                1, 2, 3, false},
        Written{Pattern{word_start + R"((?<!\d[/.]) (\d{1,2})\ ?\.\ ?(\d{1,2})\ ?\.\ ?(\d\d))" + word_end}, 1,
                2, 3, true},
        Written{Pattern{word_start + R"((\d{1,2}))" + ordinal + R"([\ ,.\-]{0,3}(?:of\ |o\ )?()" + month +
                        R"()(?![\ .]{0,2},\ ?\d\d(?!\d))[\ ,.\-]{0,3})" + year + word_end},
                1, 2, 3, false},
        Written{Pattern{word_start + "(" + month + R"()[\ .]{1,2}(?:the\ )?(\d{1,2}))" + ordinal +
                        R"((?:\ ?,\ ?|\ )(\d{4}))" + word_end},
                2, 1, 3, false},
        Written{Pattern{word_start + R"((\d{4})\ ?([/\-])\ ?(\d{1,2})\ ?\2\ ?(\d{1,2}))" + word_end}, 4, 3, 1,
                false},
    };
    for (const auto& form : forms)
        form.pattern.for_each(plain, [&](const Pattern::Match& match) {
            const int day = number(match.at(form.day), plain);
            const int month_number = month_of(match.at(form.month).of(plain));
            const int year_number = full_year(match.at(form.year), plain, today);
            if (!is_date(day, month_number, year_number))
                return false;
            if ((form.needs_word || !makes_an_age(day, month_number, year_number, today) ||
                 is_another_event(plain, match[0])) &&
                !is_near_birth_word(plain, match[0]))
                return false;
            findings.push_back({PersonalData::date_of_birth, match[0].start, match[0].end});
            return true;
        });
}

/// "DOB 12 03 1985", "DOB12031985", "born 1985 03 12": behind the word any digits in the order of a date.
void find_behind_word(std::string_view plain, Date today, Findings& findings)
{
    static const Pattern day_first{birth_word + link +
                                   R"((\d\d?)[\ .\-/]{0,2}(\d\d?)[\ .\-/]{0,2}(\d{4}|\d{2}))" + word_end};
    static const Pattern year_first{birth_word + link + R"((\d{4})[\ .\-/]{0,2}(\d\d)[\ .\-/]{0,2}(\d\d))" +
                                    word_end};
    const auto take = [&](const Pattern::Match& match, std::size_t day, std::size_t year_group) {
        if (!is_date(number(match.at(day), plain), number(match[2], plain),
                     full_year(match.at(year_group), plain, today)))
            return false;
        findings.push_back({PersonalData::date_of_birth, match[1].start, match[3].end});
        return true;
    };
    day_first.for_each(plain, [&](const auto& match) { return take(match, 1, 3); });
    year_first.for_each(plain, [&](const auto& match) { return take(match, 3, 1); });
}

/// A day without its year gives somebody away beside "birthday" or "turned 18".
void find_birthdays(std::string_view plain, Findings& findings)
{
    const auto day = R"((?:the\ )?(?:\d{1,2})" + ordinal + R"(\ (?:of\ |o\ )?)" + month + "|" + month +
                     R"(\ (?:the\ )?\d{1,2})" + ordinal + R"(|\d{1,2}[/.\-]\d{1,2}(?:[/.\-]\d{2,4})?))" +
                     word_end;
    const std::string years =
        R"((?:\d{1,3}|(?:eigh|nine|thir|four|fif|six|seven)teen|twenty|thirty|forty|fifty|sixty)
        (?:[\ -](?:one|two|three|four|five|six|seven|eight|nine))?)";
    static const Pattern behind{
        R"(\b(?: birthday | pen-?blwydd | turn(?:s|ed|ing)?\ )" + years + R"( | (?:be|is|was)\ )" + years +
        R"((?=\ on\b) | \b(?:born|ganwyd|ganed|geni|d\.?o\.?b\.?) ) )" + link + "(" + day + ")"};
    static const Pattern before{word_start + "(" + day +
                                R"()[\ ,(]{1,3}(?:is|was|being|on)?\ ?(?:(?:his|her|their|the)[\ ]
        (?:\d{1,3}(?:st|nd|rd|th)\ )?birthday|(?:(?:when|as)\ )?(?:he|she|they)\ (?:turns?|turned)\ )" +
                                years + ")"};
    for (const auto* pattern : {&behind, &before})
        pattern->for_each(plain, [&](const Pattern::Match& match) {
            findings.push_back({PersonalData::date_of_birth, match[1].start, match[1].end});
            return true;
        });
}

/// "the fourth of May nineteen eighty-seven". Later years need the word: other dates are read out as well.
void find_dates_in_words(std::string_view plain, Findings& findings)
{
    const std::string unit = "(?:one|two|three|four|five|six|seven|eight|nine)";
    const auto below_hundred =
        "(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\\ -]" + unit +
        ")?|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:oh[\\ -])?" + unit + ")";
    const std::string day =
        R"((?:(?:twenty|thirty)[\ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|
        eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|
    thirtieth))";
    const auto years = "(?:(nineteen)(?:[\\ -]hundred(?:\\ and)?)?[\\ -]" + below_hundred +
                       "|two\\ thousand(?:(?:\\ and)?\\ " + below_hundred + ")?|twenty[\\ -]" +
                       below_hundred + R"(|\d{4}))";
    static const Pattern words{
        word_start + "(?:(?:the\\ )?(?:" + day + R"(|\d{1,2}(?:st|nd|rd|th)?)\ (?:day\ )?(?:of\ )?)" + month +
        "|" + month + "\\ (?:the\\ )?" + day + ")[\\ ,]{1,2}(?:in\\ (?:the\\ year\\ )?)?" + years + word_end};
    words.for_each(plain, [&](const Pattern::Match& match) {
        const bool is_read_out = !is_digit(plain[match[0].end - 1]) || !is_digit(plain[match[0].start]);
        if (!is_read_out || (match[1].is_empty() && !is_near_birth_word(plain, match[0])))
            return false;
        findings.push_back({PersonalData::date_of_birth, match[0].start, match[0].end});
        return true;
    });
}

} // namespace

void find_birth_dates(std::string_view plain, Date today, Findings& findings)
{
    find_whole_dates(plain, today, findings);
    find_behind_word(plain, today, findings);
    find_birthdays(plain, findings);
    find_dates_in_words(plain, findings);
}

} // namespace guidepost::privacy
