// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/staff.h"
#include "tests/support/catch.h"

using namespace guidepost;
using namespace std::chrono_literals;
using people::Away;
using people::Level;
using people::Staff;

namespace {

Date day(unsigned number)
{
    return 2026y / std::chrono::November / number;
}

Staff away_with(const char* login, const char* cover)
{
    return {.login = Login{login}, .away = {{day(1), day(10), Login{cover}}}};
}

} // namespace

TEST_CASE("roles and levels are read from the words they are written with", "[people]")
{
    for (const auto* word : {"officer", "specialist", "trainer", "lead", "administrator"}) {
        const auto role = people::parse_role(word);
        REQUIRE(role);
        CHECK(people::word_of(*role) == word);
    }
    for (const auto* word : {"developing", "qualified", "senior"})
        CHECK(people::word_of(people::parse_level(word).value()) == word);
    CHECK_FALSE(people::parse_role("Officer"));
    CHECK_FALSE(people::parse_role(""));
    CHECK_FALSE(people::parse_level("expert"));
}

TEST_CASE("a skill counts until the end of its last day, at the best level held", "[people]")
{
    const Staff person{.skills = {{"women", Level::qualified, "", day(10)},
                                  {"women", Level::developing, "", {}},
                                  {"risk", Level::senior, "", day(10)}}};
    CHECK(people::level_on(person, "women", day(10)) == Level::qualified);
    CHECK(people::level_on(person, "women", day(11)) == Level::developing);
    CHECK(people::level_on(person, "risk", day(10)) == Level::senior);
    CHECK_FALSE(people::level_on(person, "risk", day(11)));
    CHECK_FALSE(people::level_on(person, "", day(1)));
}

TEST_CASE("away includes the first and the last day", "[people]")
{
    const auto person = away_with("officer-1", "officer-2");
    CHECK(people::away_on(person, day(1)));
    CHECK(people::away_on(person, day(10)));
    CHECK_FALSE(people::away_on(person, day(11)));
    CHECK_FALSE(people::away_on(person, 2026y / std::chrono::October / 31));

    const Staff twice{.away = {{day(1), day(9), {}}, {day(5), day(6), Login{"officer-2"}}}};
    CHECK(people::away_on(twice, day(5))->cover == Login{"officer-2"});
}

TEST_CASE("a conflict holds both ways, whoever wrote it down", "[people]")
{
    const Staff one{.login = Login{"a"}, .conflicts = {Login{"b"}}};
    const Staff other{.login = Login{"b"}};
    CHECK(people::are_in_conflict(one, other));
    CHECK(people::are_in_conflict(other, one));
    CHECK_FALSE(people::are_in_conflict(other, Staff{.login = Login{"c"}}));
}

TEST_CASE("cover is followed to somebody at work and never in a circle", "[people]")
{
    const Staff present{.login = Login{"d"}};
    const Staff left{.login = Login{"e"}, .is_active = false};
    const std::vector<Staff> everybody{away_with("a", "b"),
                                       away_with("b", "d"),
                                       away_with("x", "y"),
                                       away_with("y", "x"),
                                       away_with("z", "z"),
                                       away_with("l", "e"),
                                       away_with("u", "?"),
                                       away_with("n", ""),
                                       present,
                                       left};
    const auto cover = [&](const char* of) {
        return people::cover_on(everybody, Login{of}, day(5));
    };
    CHECK(cover("a") == Login{"d"});
    CHECK(cover("d") == Login{"d"});
    for (const auto* of : {"x", "y", "z", "l", "u", "n", "e", "nobody", ""})
        CHECK_FALSE(cover(of));
    CHECK(people::cover_on(everybody, Login{"a"}, day(11)) == Login{"a"});
}

TEST_CASE("a working pattern reads back as it was written", "[people]")
{
    for (const auto* text : {"mon-fri 09:00-17:00", "mon,wed 09:00-15:30; thu 10:00-14:00", "none",
                             "mon-wed,fri 08:30-16:30", "fri 00:00-24:00", "tue,wed 09:00-17:00"}) {
        const auto pattern = people::parse_pattern(text);
        INFO(text);
        REQUIRE(pattern);
        CHECK(people::format_pattern(*pattern) == text);
    }
    CHECK(people::parse_pattern("mon-fri 09:00-17:00") == people::full_week());
    CHECK(people::parse_pattern("  Mon-Fri 09:00-17:00;") == people::full_week());
    CHECK(people::parse_pattern("tue 09:00-12:00")->at(0) == people::Hours{});
}

TEST_CASE("what is no working pattern is said to be none", "[people]")
{
    for (const auto* text :
         {"", ";", "mon", "mon 09:00-09:00", "mon 17:00-09:00", "mon 09:00-25:00", "mon 09:60-10:00",
          "sat 09:00-17:00", "fri-mon 09:00-17:00", "mon-fri 09:00-17:00; wed 09:00-12:00",
          "mon,mon 09:00-17:00", "mon 09:00-17:00-18:00", "mon 0-:00-17:00", "mon 24:01-24:02"}) {
        INFO(text);
        CHECK_FALSE(people::parse_pattern(text));
    }
    CHECK_FALSE(people::parse_pattern(std::string(1'000'000, 'm')));
    CHECK_FALSE(people::parse_pattern(std::string("mon\0 09:00-17:00", 16)));
}
