// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/search/query_parser.h"
#include "tests/support/catch.h"

using namespace guidepost::search;

TEST_CASE("words, phrases, exclusions and fields are told apart", "[search]")
{
    const auto parsed =
        parse_query("curfew \"maintaining innocence\" -women title:recall topic:\"home visits\"");

    REQUIRE(parsed.notes.empty());
    REQUIRE(parsed.clauses.size() == 5);
    REQUIRE(parsed.clauses[0].text == "curfew");
    REQUIRE(parsed.clauses[1].is_phrase);
    REQUIRE(parsed.clauses[1].text == "maintaining innocence");
    REQUIRE(parsed.clauses[2].is_excluded);
    REQUIRE(parsed.clauses[3].field == Field::title);
    REQUIRE(parsed.clauses[4].field == Field::topic);
    REQUIRE(parsed.clauses[4].text == "home visits");
}

TEST_CASE("a slip in syntax is read as plain words and said", "[search]")
{
    SECTION("a quotation mark that is not closed")
    {
        const auto parsed = parse_query("\"maintaining innocence group");
        REQUIRE(parsed.clauses.size() == 3);
        REQUIRE(parsed.notes.size() == 1);
    }
    SECTION("nothing but exclusions")
    {
        const auto parsed = parse_query("-women -groups");
        REQUIRE_FALSE(parsed.clauses[0].is_excluded);
        REQUIRE(parsed.notes.size() == 1);
    }
    SECTION("a field without a word")
    {
        const auto parsed = parse_query("title: recall");
        REQUIRE(parsed.clauses.size() == 2);
        REQUIRE(parsed.clauses[1].field == Field::any);
    }
}

TEST_CASE("hyphens, times and curly quotes mean what people mean by them", "[search]")
{
    REQUIRE(parse_query("anti-social").clauses.size() == 1);
    REQUIRE_FALSE(parse_query("late - again").clauses[0].is_excluded);
    REQUIRE(parse_query("curfew at 19:30").clauses[2].text == "19:30");
    REQUIRE(parse_query("\u201Cgroup starts\u201D").clauses[0].is_phrase);
    REQUIRE(parse_query("didn\u2019t").clauses[0].text == "didn't");
    REQUIRE(parse_query("--help").clauses.size() == 1);
}

TEST_CASE("nothing, signs alone and a pasted page do no harm", "[search]")
{
    REQUIRE(parse_query("").clauses.empty());
    REQUIRE(parse_query(" \t\n ?? -- \"\" ::: ").clauses.empty());
    std::string page;
    for (int i = 0; i < 200'000; ++i)
        page += "word ";
    const auto parsed = parse_query(page);
    REQUIRE(parsed.clauses.size() <= 64);
    REQUIRE(parsed.notes.size() == 1);
}
