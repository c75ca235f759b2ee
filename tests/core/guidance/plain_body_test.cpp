// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/plain_body.h"
#include "core/text/wrap.h"
#include "tests/support/catch.h"

using namespace guidepost;
using namespace guidepost::guidance;

TEST_CASE("text is wrapped at words and cut where there is none", "[values]")
{
    REQUIRE(wrapped("one two three", 8) == "one two\nthree");
    REQUIRE(wrapped("one two three", 13) == "one two three");
    REQUIRE(wrapped("abcdefghijklmnop", 8) == "abcdefgh\nijklmnop");
    REQUIRE(wrapped("a abcdefghijkl b", 8) == "a\nabcdefgh\nijkl b");
    REQUIRE(wrapped("  a   b  ", 8) == "a b");
    REQUIRE(wrapped("", 8) == "");
    REQUIRE(wrapped("a\n\nb", 8) == "a\n\nb");
    REQUIRE(wrapped("one two three", 12, "- ", "  ") == "- one two\n  three");
    REQUIRE(wrapped("https://example.org/a/long/path x", 10) == "https://example.org/a/long/path\nx");
    REQUIRE(wrapped("\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9 x", 8) ==
            "\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\nx");
    REQUIRE(wrapped("a b", 0) == "a b");
}

TEST_CASE("columns count characters, not bytes and not combining marks", "[values]")
{
    REQUIRE(columns("abc") == 3);
    REQUIRE(columns("\u00E9") == 1);
    REQUIRE(columns("e\u0301") == 1);
    REQUIRE(columns("") == 0);
    REQUIRE(columns("\xFF\xC3") == 2);
}

TEST_CASE("printable text cannot steer a terminal", "[values]")
{
    REQUIRE(printable("a\x1B[2Jb\x07\r\nc\td\x7F") == "a[2Jb\nc d");
    REQUIRE(printable("\xC2\x9B"
                      "31m") == "31m");
    REQUIRE(printable("\u202Eabc\u202C\u2066x\u2069\u200E") == "abcx");
    REQUIRE(printable("caf\u00E9 \u4E2D \U0001F600") == "caf\u00E9 \u4E2D \U0001F600");
}

TEST_CASE("headings are underlined and the title is left out", "[guidance]")
{
    REQUIRE(plain_body("# T\n\n## Do now\n\nAct.\n\n### Deep\n", "T", 40).text ==
            "Do now\n------\n\nAct.\n\nDeep\n....\n");
    REQUIRE(plain_body("## A long heading here\n", "T", 10).text == "A long\nheading\nhere\n----------\n");
}

TEST_CASE("loose lists have empty lines and tight ones have none", "[guidance]")
{
    REQUIRE(plain_body("- a\n- b\n", "", 40).text == "- a\n- b\n");
    REQUIRE(plain_body("- a\n\n- b\n", "", 40).text == "- a\n\n- b\n");
    REQUIRE(plain_body("x\n\n3. a\n4. b\n\ny\n", "", 40).text == "x\n\n3. a\n4. b\n\ny\n");
    REQUIRE(plain_body("- a\n\n  more\n- b\n", "", 40).text == "- a\n\n  more\n\n- b\n");
    REQUIRE(plain_body("- a\n  - b\n    - c\n- d\n", "", 40).text == "- a\n  - b\n    - c\n- d\n");
}

TEST_CASE("quotations keep their mark on every line", "[guidance]")
{
    REQUIRE(plain_body("a\n\n> one two three four\n>\n> five\n\nb\n", "", 12).text ==
            "a\n\n> one two\n> three four\n>\n> five\n\nb\n");
}

TEST_CASE("a line that was broken on purpose stays broken", "[guidance]")
{
    REQUIRE(plain_body("a  \nb\\\nc\nd\n", "", 40).text == "a\nb\nc d\n");
}

TEST_CASE("ten thousand links cost no more than their number", "[guidance]")
{
    std::string markdown;
    for (int i = 0; i < 10'000; ++i)
        markdown += "[a](kb:x" + std::to_string(i) + ") ";

    REQUIRE(plain_body(markdown, "", 80).links.size() == 10'000);
}
