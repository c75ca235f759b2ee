// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/reading_age.h"
#include "tests/support/catch.h"

#include <string>

using namespace guidepost::guidance;

namespace {

std::string repeated(std::string_view part, int times)
{
    std::string text;
    for (int i = 0; i < times; ++i)
        text += part;
    return text;
}

std::size_t syllables(std::string_view word)
{
    return count_text(word).syllables;
}

} // namespace

TEST_CASE("words and sentences are counted as people count them", "[guidance]")
{
    const auto check = [](std::string_view text, std::size_t words, std::size_t sentences) {
        CAPTURE(text);
        const auto counts = count_text(text);
        CHECK(counts.words == words);
        CHECK(counts.sentences == sentences);
    };
    check("", 0, 0);
    check("...!?\n\n", 0, 0);
    check("One two three.", 3, 1);
    check("One two. Three four! Five? \"Six.\" (Seven.)", 7, 5);
    check("an item\nanother item\n", 4, 2);
    check("It is long, e.g. this one. Done", 8, 2);
    check("don't stop", 2, 1);
    check("version 2026.11.1 of it", 3, 1);
    check("well-known", 2, 1);
    check("caf\u00E9 na\u00EFve", 2, 1);
    check("12 34 56.", 0, 0);
    check("Wait... What?", 2, 2);
}

TEST_CASE("syllables are near what is heard", "[guidance]")
{
    for (const auto& [word, count] :
         {std::pair{"cat", 1u}, std::pair{"make", 1u}, std::pair{"table", 2u}, std::pair{"walked", 1u},
          std::pair{"wanted", 2u}, std::pair{"probation", 3u}, std::pair{"officer", 3u}, std::pair{"be", 1u},
          std::pair{"the", 1u}, std::pair{"offence", 2u}, std::pair{"boxes", 2u}, std::pair{"times", 1u},
          std::pair{"hmpps", 1u}, std::pair{"responsibility", 6u}, std::pair{"you", 1u}}) {
        CAPTURE(word);
        CHECK(syllables(word) == count);
    }
}

TEST_CASE("short plain sentences are easy and long learned ones are hard", "[guidance]")
{
    const auto easy = reading_age(count_text(repeated("The cat sat on the mat. ", 30)));
    const auto plain = reading_age(count_text(
        repeated("Ask him to bring the letter, and read it with him before you write to the court. ", 20)));
    const auto hard =
        reading_age(count_text(repeated("The multidisciplinary evaluation necessitates comprehensive "
                                        "consideration of individual responsivity characteristics, "
                                        "environmental determinants and organisational capability in "
                                        "determining proportionate intervention. ",
                                        10)));

    REQUIRE(easy == 5);
    REQUIRE(*plain >= 9);
    REQUIRE(*plain <= 13);
    REQUIRE(*hard > 20);
}

TEST_CASE("the estimate is that of the formula", "[guidance]")
{
    // 0.39 * 200 / 10 + 11.8 * 300 / 200 - 15.59 = 9.91
    REQUIRE(reading_age({200, 10, 300}) == 15);
}

TEST_CASE("a text too short to say anything has no reading age", "[guidance]")
{
    REQUIRE_FALSE(reading_age(count_text("")));
    REQUIRE_FALSE(reading_age({99, 5, 120}));
    REQUIRE(reading_age({100, 5, 120}));
}

TEST_CASE("any bytes can be counted", "[guidance]")
{
    std::string text;
    for (int i = 0; i < 256; ++i)
        text += static_cast<char>(i);
    const auto counts = count_text(repeated(text, 100));
    REQUIRE(counts.syllables >= counts.words);
    REQUIRE(count_text(std::string(1 << 20, '.')).words == 0);
    REQUIRE(count_text(std::string(1 << 20, 'a')).words == 1);
}
