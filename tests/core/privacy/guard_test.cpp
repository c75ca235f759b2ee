// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/guard.h"
#include "core/text/error.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <set>

using namespace guidepost;
using namespace guidepost::privacy;

namespace {

const Date today = *parse_date("2026-11-22");

const GuardWords& shipped()
{
    static const auto words = read_guard_words(test::source_file("content"));
    return words;
}

} // namespace

TEST_CASE("identifiers and names are found together and none twice", "[privacy]")
{
    const auto found = guard("Mr Khan, khan@example.org, X123456", shipped(), today);
    REQUIRE(found.identifiers.size() == 2);
    REQUIRE(found.names.size() == 1);
    CHECK(found.names[0].clue == NameClue::title);

    // The capital words of an address are part of it and no names besides.
    const auto mail = guard("write to Siobhan.Okafor@Example.org", shipped(), today);
    CHECK(mail.identifiers.size() == 1);
    CHECK(mail.names.empty());
}

TEST_CASE("a search is kept only when nothing in it gives anybody away", "[privacy]")
{
    for (const char* kept :
         {"he says he didnt do it and group starts monday", "RSO has a girlfriend with two kids", "",
          "DC-SRP high, moves in with partner A", "Building Choices for someone in Wales"})
        CHECK(may_be_kept(kept, shipped(), today));
    for (const char* dropped : {"X123456 denial", "what about Kayleigh", "his girlfriend sarah has kids",
                                "M1 1AE", "mr khan wont talk"})
        CHECK_FALSE(may_be_kept(dropped, shipped(), today));
}

TEST_CASE("without the dictionary the guard still works and says so", "[privacy]")
{
    const auto words = read_guard_words(test::source_file("content"), "/nonexistent");
    CHECK_FALSE(words.known.has_dictionary());
    // Kayleigh is on the list of names, Brannoch on none.
    CHECK(guard("his wife Priya, X123456, Kayleigh, Brannoch", words, today).names.size() == 2);
    CHECK(guard("his wife Priya, X123456, Kayleigh, Brannoch", shipped(), today).names.size() == 3);
    CHECK_THROWS_AS(read_guard_words("/nonexistent"), Error);
    test::TempDir dir;
    dir.write("role-words.tsv", "nonsense\n");
    try {
        read_guard_words(dir.path());
        FAIL("role words that do not read");
    } catch (const Error& e) {
        CHECK(std::string_view{e.what()}.starts_with("role-words.tsv: line 1: "));
    }
}

TEST_CASE("each kind of identifier has a word of its own for programs", "[privacy]")
{
    std::set<std::string_view> words;
    for (int kind = 0; kind <= static_cast<int>(last_kind); ++kind) {
        const auto word = word_of(static_cast<PersonalData>(kind));
        CHECK_FALSE(word.empty());
        CHECK(words.insert(word).second);
    }
    CHECK(words.size() == static_cast<std::size_t>(last_kind) + 1);
}
