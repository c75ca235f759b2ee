// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/plain_characters.h"
#include "core/privacy/plain_text.h"
#include "tests/support/catch.h"
#include "tests/support/growth.h"

using guidepost::privacy::PlainText;

namespace {

std::string plain(std::string_view text)
{
    return std::string{PlainText{text}.text()};
}

} // namespace

TEST_CASE("text is made plain as if it had been typed by hand", "[privacy]")
{
    CHECK(plain("a\u00A0b\tc\u2009d\u2007e\u3000f") == "a b c d e f");
    CHECK(plain("1\u20132\u20113\u22124\u20145") == "1-2-3-4-5");
    CHECK(plain("X\u200B1\u200C2\u200D3\u20604\uFEFF5\u200E6\u00AD7") == "X1234567");
    CHECK(plain("it\u2019s \u201Cso\u201D") == "it's \"so\"");
    CHECK(plain("\uFF38\uFF11\uFF12\uFF20") == "X12@");
    CHECK(plain("\u0661\u0662 \u0967\u0968") == "12 12"); // Arabic and Devanagari
    CHECK(plain("\U0001D400\U0001D7D0") == "A2");
    CHECK(plain("one\r\ntwo\u2028three") == "one\n\ntwo\nthree");
    CHECK(plain("\xFF"
                "a\xC3") == "\x1A"
                            "a\x1A");
    CHECK(plain("Si\u00E2n \u738B") == "Si\u00E2n \u738B");
    CHECK(plain("") == "");
}

TEST_CASE("letters of other scripts are Latin among Latin ones alone", "[privacy]")
{
    CHECK(plain("\u0425123456") == "X123456");
    CHECK(plain("\u0410 123456") == "A 123456");
    CHECK(plain("\u0430nna") == "anna");
    CHECK(plain("\u0410\u043D\u043D\u0430") == "\u0410\u043D\u043D\u0430"); // Anna, all Cyrillic
}

TEST_CASE("O and l among digits are digits", "[privacy]")
{
    CHECK(plain("O7700 9OO123 l2/O3") == "07700 900123 12/03");
    CHECK(plain("X12O456 X12345O") == "X120456 X123450");
    CHECK(plain("O606399") == "O606399"); // a case reference number
    CHECK(plain("Ol O'Neill Il A1234BO 1st 10lb") == "Ol O'Neill Il A1234BO 1st 10lb");
}

TEST_CASE("a part of the plain text leads back to its bytes", "[privacy]")
{
    const std::string_view text = "a\u200B\uFF11\u20132";
    const PlainText made{text};
    REQUIRE(made.text() == "a1-2");
    CHECK(made.start_of(0) == 0);
    CHECK(made.start_of(1) == 4);
    CHECK(made.end_of(1) == 1);
    CHECK(made.end_of(2) == 7);
    CHECK(made.end_of(4) == text.size());
    CHECK(made.start_of(4) == text.size());
    CHECK(made.end_of(0) == 0);
}

TEST_CASE("making plain costs in proportion to the text", "[privacy]")
{
    const std::string pattern = GENERATE(as<std::string>{}, "O", "\u0410", "\u200B", "\xFF", "1O");
    std::string text;
    while (text.size() < (1u << 20))
        text += pattern;
    const auto part = std::string_view{text}.substr(0, text.size() / guidepost::test::Growth::span);
    const auto cost = guidepost::test::growth([&] { PlainText{part}; }, [&] { PlainText{text}; });
    CAPTURE(pattern, cost.once, cost.longer);
    CHECK(cost.is_in_proportion());
}

TEST_CASE("a part cut out of a text holds whole characters", "[privacy]")
{
    using guidepost::privacy::whole_characters;
    const std::string_view text = "\u00E9a\u738B";
    CHECK(whole_characters(text, 0, 99) == text);
    CHECK(whole_characters(text, 1, 99) == "a\u738B");
    CHECK(whole_characters(text, 1, 5) == "a");
    CHECK(whole_characters(text, 4, 5) == "");
}
