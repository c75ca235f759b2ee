// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/catch.h"
#include "ui/desktop/search/narrowing.h"

using guidepost::desktop::with_meaning;

TEST_CASE("a short form gives way to the meaning that was chosen", "[desktop]")
{
    CHECK(with_meaning("AP rules", "AP", "approved premises") == "\"approved premises\" rules");
    CHECK(with_meaning("rules of an ap", "AP", "approved premises") == "rules of an \"approved premises\"");
}

TEST_CASE("only a whole word is replaced", "[desktop]")
{
    CHECK(with_meaning("apply AP", "AP", "approved premises") == "apply \"approved premises\"");
    CHECK(with_meaning("mapping", "AP", "approved premises") == "mapping \"approved premises\"");
    CHECK(with_meaning("\xC3\xA9"
                       "ap",
                       "AP", "x") == "\xC3\xA9"
                                     "ap \"x\"");
}

TEST_CASE("an empty query or form does no harm", "[desktop]")
{
    CHECK(with_meaning("", "AP", "x y") == "\"x y\"");
    CHECK(with_meaning("text", "", "x") == "text");
}

TEST_CASE("a word that is still being typed is no slip of spelling", "[desktop]")
{
    using guidepost::desktop::begins_a_found_word;
    const std::vector<guidepost::search::Hit> hits{
        {.title = "Recall", .snippet = "maintains <b>innocence</b>"}};
    CHECK(begins_a_found_word("maintains inno", hits));
    CHECK(begins_a_found_word("REC", hits));
    CHECK(begins_a_found_word("", hits));
    CHECK_FALSE(begins_a_found_word("maintains nocence", hits));
    CHECK_FALSE(begins_a_found_word("stalkng", {}));
}
