// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/module_fields.h"
#include "core/text/error.h"
#include "tests/support/catch.h"

using namespace guidepost;
using namespace guidepost::programme;

namespace {

std::vector<ModuleFields> two_modules()
{
    FormField rungs{.key = "rungs", .label = "How many rungs", .kind = FormField::Kind::number};
    rungs.least = 1;
    rungs.most = 12;
    FormField before{.key = "found-before", .label = "Found before", .kind = FormField::Kind::yes_no};
    FormField which{.key = "which", .label = "Which ladder"};
    which.choices = {{"short", "The short one"}, {"long", "The long one"}};
    return {{"ladders", "Ladders", {rungs, before}, {}}, {"steps", "Steps", {which, before}, {}}};
}

std::string complaint(std::string_view typed)
{
    try {
        find_field(two_modules(), typed);
    } catch (const Error& e) {
        CHECK(e.code() == Errc::usage);
        return e.what();
    }
    return "";
}

} // namespace

TEST_CASE("an answer is held against what its module takes", "[programme]")
{
    const auto modules = two_modules();
    const auto& rungs = modules[0].fields[0];
    for (const auto* good : {"1", "12", "3.5"})
        CHECK(wrong_answer(rungs, good).empty());
    for (const auto* bad : {"0.99", "13", "", "many", "nan", "1 2", "0x3"}) {
        CAPTURE(bad);
        CHECK(wrong_answer(rungs, bad) == "\"How many rungs\" takes a number from 1 to 12.");
    }
    const auto& before = modules[0].fields[1];
    CHECK(wrong_answer(before, "yes").empty());
    CHECK(wrong_answer(before, "perhaps") == "\"Found before\" takes yes or no.");
    const auto& which = modules[1].fields[0];
    CHECK(wrong_answer(which, "long").empty());
    CHECK(wrong_answer(which, "The long one") == "\"Which ladder\" takes one of: short, long.");
    CHECK(answer_words(which, "long") == "The long one");
    CHECK(answer_words(before, "no") == "No");
    CHECK(answer_words(rungs, "3") == "3");
}

TEST_CASE("a question is found by its key where one module uses it, else by its whole name", "[programme]")
{
    const auto modules = two_modules();
    CHECK(find_field(modules, "rungs").name == "ladders.rungs");
    CHECK(find_field(modules, "steps.found-before").name == "steps.found-before");
    CHECK(complaint("found-before") ==
          "Several modules ask for found-before: write ladders.found-before or steps.found-before.");
    CHECK(complaint("height") ==
          "No module asks for height. They ask for: ladders.rungs, ladders.found-before, "
          "steps.which, steps.found-before.");
    try {
        find_field({}, "height");
        FAIL("was found");
    } catch (const Error& e) {
        CHECK(std::string{e.what()} == "No module asks for height.");
    }
}
