// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/text.h"
#include "core/text/wrap.h"
#include "tests/support/catch.h"

#include <random>

using namespace guidepost;

TEST_CASE("printable text cannot steer a terminal", "[values]")
{
    CHECK(printable("a\tb\nc") == "a b\nc");
    CHECK(printable("\033[2J\x07\x7F\r") == "[2J");
    CHECK(printable("\xC2\x9B"
                    "31m") == "31m");
    CHECK(printable("caf\xC3\xA9 \xE2\x82\xAC") == "caf\xC3\xA9 \xE2\x82\xAC");
    CHECK(printable("a\xE2\x80\xAE"
                    "b") == "ab"); // turns the direction of writing

    SECTION("even where broken UTF-8 would swallow the escape")
    {
        for (const char* lead : {"\xC2", "\xE2", "\xE2\x80", "\xF0", "\xF0\x9F"})
            CHECK(printable(std::string{lead} + "\033[2J").find('\033') == std::string::npos);
    }
    SECTION("whatever the bytes are")
    {
        std::mt19937 random{11};
        for (int round = 0; round < 5000; ++round) {
            std::string text;
            for (auto length = random() % 20; length > 0; --length)
                text += static_cast<char>(random() % 256);
            for (const char c : printable(text))
                REQUIRE((c == '\n' || static_cast<unsigned char>(c) >= 0x20));
        }
    }
}

TEST_CASE("lines keep to their width and lose no word", "[values]")
{
    CHECK(wrapped("one two three four", 9) == "one two\nthree\nfour");
    CHECK(wrapped("one two three", 12, "* ", "  ") == "* one two\n  three");
    CHECK(wrapped("", 10).empty());
    CHECK(wrapped("a\nb", 10) == "a\nb");
    CHECK(wrapped("abcdefghijkl", 8) == "abcdefgh\nijkl");
    CHECK(wrapped("see https://example.org/a/long/way for more", 10) ==
          "see\nhttps://example.org/a/long/way\nfor more");
    CHECK(columns("e\xCC\x81t\xC3\xA9") == 3);
}
