// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/text.h"
#include "tests/support/catch.h"

#include <random>

using namespace guidepost;
using Words = std::vector<std::string>;

TEST_CASE("valid UTF-8 is told from what only looks like it", "[values]")
{
    for (const char* good : {"", "plain", "caf\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80", "\xEF\xBF\xBF",
                             "\xED\x9F\xBF", "\xEE\x80\x80", "\xF4\x8F\xBF\xBF"}) {
        INFO(good);
        CHECK_FALSE(first_invalid_utf8(good));
    }
    const auto at = [](std::string_view text) {
        return first_invalid_utf8(text).value_or(999);
    };
    CHECK(at("ab\x80") == 2);               // a tail without a head
    CHECK(at("a\xC3") == 1);                // cut off
    CHECK(at("\xE2\x82") == 0);             // cut off
    CHECK(at("\xC0\xAF") == 0);             // overlong
    CHECK(at("\xC1\xBF") == 0);             // overlong
    CHECK(at("\xE0\x80\xAF") == 0);         // overlong
    CHECK(at("\xF0\x80\x80\xAF") == 0);     // overlong
    CHECK(at("x\xED\xA0\x80") == 1);        // a surrogate
    CHECK(at("\xED\xBF\xBF") == 0);         // a surrogate
    CHECK(at("\xF4\x90\x80\x80") == 0);     // past the end
    CHECK(at("\xF8\x88\x80\x80\x80") == 0); // five bytes
    CHECK(at("\xFF") == 0);
    CHECK(at("\xC3\xA9\xC3") == 2);
    CHECK(at("\xC3(") == 0);
}

TEST_CASE("text is trimmed, split and joined", "[values]")
{
    CHECK(trimmed(" \t a b \r\n") == "a b");
    CHECK(trimmed(" \n ").empty());
    CHECK(trimmed("").empty());
    CHECK(split("a,b,,c,", ',') == Words{"a", "b", "c"});
    CHECK(split("", ',').empty());
    CHECK(split(",", ',').empty());
    CHECK(join({"a", "b"}, ", ") == "a, b");
    CHECK(join({}, ", ").empty());
    CHECK(lower_ascii("AbC \xC3\x89") == "abc \xC3\x89");
}

TEST_CASE("a slug is made of letters, digits and single hyphens", "[values]")
{
    CHECK(slug("What to say") == "what-to-say");
    CHECK(slug("He says he didn't do it!") == "he-says-he-didnt-do-it");
    CHECK(slug("  --A  &  B-- ") == "a-b");
    CHECK(slug("Caf\xC3\xA9 \xC3\x9Cn\xC3\xAFt") == "cafe-unit");
    CHECK(slug("\xE2\x82\xAC 5") == "5");
    CHECK(slug("\xE6\x97\xA5\xE6\x9C\xAC").empty());
    CHECK(slug("").empty());
    CHECK(slug("\xC3").empty());

    SECTION("whatever goes in, a slug or nothing comes out")
    {
        std::mt19937 random{7};
        for (int round = 0; round < 2000; ++round) {
            std::string text;
            for (auto length = random() % 30; length > 0; --length)
                text += static_cast<char>(random() % 256);
            const auto made = slug(text);
            REQUIRE((made.empty() || is_slug(made)));
            REQUIRE(slug(made) == made);
        }
    }
}

TEST_CASE("what is a slug", "[values]")
{
    CHECK(is_slug("a"));
    CHECK(is_slug("maintaining-innocence-2"));
    CHECK(is_slug(std::string(200, 'a')));
    for (const auto& bad :
         {std::string{}, std::string{"-a"}, std::string{"a-"}, std::string{"A"}, std::string{"a b"},
          std::string{"a/b"}, std::string{"a.b"}, std::string{"\xC3\xA9"}, std::string(201, 'a')}) {
        INFO(bad);
        CHECK_FALSE(is_slug(bad));
    }
}

TEST_CASE("shortening cuts between words and never within a letter", "[values]")
{
    CHECK(shortened("short", 10) == "short");
    CHECK(shortened("one two three", 9) == "one two\u2026");
    CHECK(shortened(std::string(50, 'a'), 10) == std::string(10, 'a') + "\u2026");
    for (std::size_t bytes = 0; bytes < 12; ++bytes) {
        INFO(bytes);
        CHECK_FALSE(first_invalid_utf8(shortened("\xE2\x82\xAC\xE2\x82\xAC\xF0\x9F\x98\x80\xC3\xA9", bytes)));
    }
}

TEST_CASE("words are counted as a person would", "[values]")
{
    CHECK(word_count("") == 0);
    CHECK(word_count("He didn't - say so, twice.") == 5);
    CHECK(word_count("... --- !!!") == 0);
    CHECK(word_count("\xC3\xA9t\xC3\xA9 2026") == 2);
}
