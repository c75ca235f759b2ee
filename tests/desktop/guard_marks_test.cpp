// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/catch.h"
#include "ui/desktop/consultations/guard_marks.h"

using namespace guidepost;
using namespace guidepost::desktop;

namespace {

const Date today{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{21}};

std::vector<GuardMark> marks(std::string_view text)
{
    return guard_marks(text, today);
}

} // namespace

TEST_CASE("an identifier is marked where the field shows it", "[desktop]")
{
    const auto found = marks("CRN X123456.");
    REQUIRE(found.size() == 1);
    CHECK(found[0].start == 4);
    CHECK(found[0].end == 11);
    CHECK_FALSE(found[0].is_soft);

    SECTION("counted in characters, not in bytes")
    {
        const auto accented = marks("\u00e9\u00e9\u00e9 \U0001F600 X123456");
        REQUIRE(accented.size() == 1);
        CHECK(accented[0].start == 6);
        CHECK(accented[0].end == 13);
    }
}

TEST_CASE("one step replaces every identifier and keeps the rest", "[desktop]")
{
    const std::string text = "Caf\u00e9: X123456 lives at SW1A 1AA now.";
    const auto result = without_marks(text, marks(text), Replace::identifiers);

    CHECK(result == "Caf\u00e9: [case reference number (CRN)] lives at [postcode] now.");
    CHECK(marks(result).empty());
}

TEST_CASE("what may be a name stays unless it is asked for", "[desktop]")
{
    const std::vector<GuardMark> two{{0, 3, "perhaps a name", "[partner]", true},
                                     {4, 11, "CRN", "[number removed]", false}};
    CHECK(without_marks("Eve X123456", two, Replace::identifiers) == "Eve [number removed]");
    CHECK(without_marks("Eve X123456", two, Replace::everything) == "[partner] [number removed]");
}

TEST_CASE("what was noticed is said without saying it again", "[desktop]")
{
    CHECK(guard_sentence(marks("nothing here")).empty());
    const auto words = guard_sentence(marks("X123456 and X123457 in SW1A 1AA"));
    CHECK(words.find("X1234") == std::string::npos);
    CHECK(words.find("(2 times)") != std::string::npos);
    CHECK(words.find("postcode") != std::string::npos);
}

TEST_CASE("text that is no UTF-8, empty or huge does no harm to its marks", "[desktop]")
{
    CHECK(marks("").empty());
    CHECK_NOTHROW(marks("\xff\xfe X123456 \xc3"));
    CHECK(without_marks("\xff", {}, Replace::everything) == "\xff");
    CHECK(byte_of("abc", 99) == 3);
    std::string many;
    for (int i = 0; i < 2'000; ++i)
        many += "X123456 ";
    CHECK(without_marks(many, marks(many), Replace::identifiers).find("X1234") == std::string::npos);
}
