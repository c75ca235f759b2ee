// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/request/attached_verdict.h"
#include "tests/support/catch.h"

using namespace guidepost;
using namespace guidepost::consultation;

namespace {

AttachedVerdict a_verdict()
{
    AttachedVerdict verdict{.module = "ladders",
                            .name = "Ladders",
                            .version = "1.2.0",
                            .on = parse_date("2026-11-22").value(),
                            .best_case = "Suitable",
                            .worst_case = "Not eligible",
                            .blanks = 2};
    verdict.options = {{"up", "Going up", "not-eligible", "Not eligible", "Low need"},
                       {"down", "Going down", "ask", "Ask a specialist", ""}};
    return verdict;
}

} // namespace

TEST_CASE("what a module said comes back as it was attached, with who said it and when", "[consultation]")
{
    const auto back = read_verdict(verdict_json(a_verdict()));
    REQUIRE(back);
    CHECK(verdict_json(*back) == verdict_json(a_verdict()));
    CHECK(source_words(*back) == "Ladders 1.2.0, 22 November 2026");
    CHECK(verdict_lines(*back) ==
          std::vector<std::string>{
              "Going up: Not eligible. Low need.", "Going down: Ask a specialist.",
              "2 answers were left blank. Best case: Suitable. Worst case: Not eligible."});
}

TEST_CASE("what is no verdict is shown to nobody, and a flood is cut", "[consultation]")
{
    for (const char* bad : {"", "[]", "null", "{}", R"({"version":2,"module":"x","options":[]})",
                            R"({"version":1,"options":[]})", R"({"version":1,"module":7,"options":[]})",
                            R"({"version":1,"module":"x","options":[7]})",
                            R"({"version":1,"module":"x","options":[],"blanks":"many"})"}) {
        CAPTURE(bad);
        CHECK_FALSE(read_verdict(bad));
    }
    auto flood = a_verdict();
    flood.options.assign(500, {"up", std::string(1000, 'x'), "ask", "Ask", std::string(1000, 'y')});
    CHECK(verdict_json(flood).size() <= longest_text);
    REQUIRE(read_verdict(verdict_json(flood)));
    CHECK_FALSE(read_verdict(verdict_json(flood))->options.empty());
}
