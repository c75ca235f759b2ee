// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/values/case_keys.h"
#include "core/values/case_reference.h"
#include "tests/support/catch.h"

#include <set>

using namespace guidepost;

TEST_CASE("references are made anew each time, and a case file takes them", "[values]")
{
    std::set<std::string> made;
    for (int i = 0; i < 200; ++i) {
        const auto reference =
            make_case_reference([&](const std::string& other) { return made.contains(other); });
        CHECK(made.insert(reference).second);
        CHECK(is_case_reference_of_a_desk(reference));
        CaseProfile profile;
        CHECK_NOTHROW(set_case_value(profile, "reference=" + reference));
    }
}

TEST_CASE("what a desk cannot have made may say who it is", "[values]")
{
    for (const auto* mine :
         {"", "north-7k2", "east-4b7", "case-1", "case-120", "north-7k2-copy", "case-3-copy-2"}) {
        CAPTURE(mine);
        CHECK(is_case_reference_of_a_desk(mine));
    }
    for (const auto* telling :
         {"john-smith", "smith", "north-smith", "mark-7k2", "case-smith", "x123456", "north-x123456",
          "case-1984", "north-1984", "north-7k2-smith", "north-bob", "john-smith-copy", "north", "case-"}) {
        CAPTURE(telling);
        CHECK_FALSE(is_case_reference_of_a_desk(telling));
    }
}
