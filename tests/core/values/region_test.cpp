// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/values/region.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <set>
#include <string>

using namespace guidepost;

TEST_CASE("a region is found by name or code, and there are twelve", "[values]")
{
    CHECK(regions().size() == 12);
    CHECK(std::is_sorted(regions().begin(), regions().end(),
                         [](const Region& a, const Region& b) { return a.name < b.name; }));
    std::set<std::string_view> codes;
    for (const auto& region : regions()) {
        codes.insert(region.code);
        CHECK(find_region(region.code)->name == region.name);
        CHECK(find_region(region.name)->code == region.code);
    }
    CHECK(codes.size() == 12);
    CHECK(find_region(" north WEST ")->code == "N51");
    CHECK(find_region("n03")->name == "Wales");
    for (const auto* no : {"", "North", "N43", "N5", "National Security Division", "Scotland"})
        CHECK_FALSE(find_region(no));
}
