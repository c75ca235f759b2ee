// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/request/gaps.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

using namespace guidepost;
using namespace guidepost::consultation;

TEST_CASE("a gap shows after three different people, and never what the guard stops", "[consultation]")
{
    const auto by = [](const char* words, std::initializer_list<const char*> people) {
        std::vector<Unanswered> searches;
        for (const auto* who : people)
            searches.push_back({words, Login{who}});
        return searches;
    };
    std::vector<Unanswered> searches;
    for (const auto& some :
         {by("gambling debts", {"a", "b"}), by("Debts gambling", {"c", "c"}),
          by("chemsex", {"a", "a", "a", "a", "b"}), by("his girlfriend sarah", {"a", "b", "c", "d"}),
          by("X123456", {"a", "b", "c"}), by("", {"a", "b", "c"}), by("honey", {"d", "e", "f", "g"})})
        searches.insert(searches.end(), some.begin(), some.end());

    const auto words = privacy::read_guard_words(test::source_file("content"));
    const auto today = *parse_date("2026-11-22");

    CHECK(gaps_in(searches, words, today) == std::vector<Gap>{{"honey", 4, 4}, {"gambling debts", 3, 4}});
    CHECK(gaps_in({}, words, today).empty());
}
