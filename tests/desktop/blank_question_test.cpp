// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/error.h"
#include "tests/support/catch.h"
#include "ui/desktop/programmes/blank_question.h"

using namespace guidepost;
using namespace guidepost::desktop;
using programme::Blank;
using programme::ModuleAdvice;

namespace {

ModuleAdvice advice(const std::string& module, std::vector<Blank> blanks)
{
    ModuleAdvice one{.module = module, .name = "Module " + module};
    one.assessment.blanks = std::move(blanks);
    return one;
}

Blank deciding(const std::string& key)
{
    return {key, "Words of the module", true};
}

Blank idle(const std::string& key)
{
    return {key, "Words of the module", false};
}

} // namespace

TEST_CASE("the blank asked for is the first whose answer could change a verdict", "[desktop]")
{
    const auto question =
        next_question({advice("a", {idle("arp"), deciding("vrp"), deciding("csrp")})}, "", {});

    REQUIRE(question);
    CHECK(question->key == "vrp");
    CHECK(question->module_name == "Module a");
    CHECK(question->further == 1);
}

TEST_CASE("the module that is looked at is asked about before the others", "[desktop]")
{
    const std::vector<ModuleAdvice> all{advice("a", {deciding("vrp")}), advice("b", {deciding("arp")})};

    CHECK(next_question(all, "b", {})->key == "arp");
    CHECK(next_question(all, "a", {})->key == "vrp");
    CHECK(next_question(all, "not-there", {})->key == "vrp");
}

TEST_CASE("a module that is kept to be read is asked about last, unless it is looked at", "[desktop]")
{
    auto older = advice("a", {deciding("vrp")});
    older.assessment.details["banner"] = "For reading only.";
    const std::vector<ModuleAdvice> all{older, advice("b", {deciding("arp")})};

    CHECK(next_question(all, "", {})->key == "arp");
    CHECK(next_question(all, "a", {})->key == "vrp");
    CHECK(next_question(all, "", {"arp"})->key == "vrp");
}

TEST_CASE("a module with nothing left to ask gives way to one that has", "[desktop]")
{
    CHECK(next_question({advice("a", {idle("vrp")}), advice("b", {deciding("arp")})}, "a", {})->key == "arp");
    CHECK_FALSE(next_question({advice("a", {idle("vrp")})}, "a", {}));
    CHECK_FALSE(next_question({}, "a", {}));
}

TEST_CASE("a blank that is not known now is passed over and not counted", "[desktop]")
{
    const std::vector<ModuleAdvice> all{advice("a", {deciding("vrp"), deciding("arp")})};

    const auto question = next_question(all, "a", {"vrp"});

    REQUIRE(question);
    CHECK(question->key == "arp");
    CHECK(question->further == 0);
    CHECK_FALSE(next_question(all, "a", {"vrp", "arp"}));
}

TEST_CASE("what a case has no place for, or takes several answers, is not asked", "[desktop]")
{
    for (const auto* key : {"asked", "offence", "rosh", "", "no.such.key", "reference"}) {
        INFO(key);
        CHECK_FALSE(next_question({advice("a", {deciding(key)})}, "a", {}));
    }
}

TEST_CASE("a question has the answers its key takes", "[desktop]")
{
    CHECK(next_question({advice("a", {deciding("need_score")})}, "a", {})->is_number);
    const auto item = next_question({advice("a", {deciding("oasys.11.12")})}, "a", {});
    REQUIRE(item->answers.size() == 3);
    CHECK(item->answers[1].value == "1");
    CHECK(item->answers[1].label == "1 some");
    CHECK_FALSE(item->is_number);

    const auto gate = next_question({advice("a", {deciding("oasys.1.30")})}, "a", {});
    REQUIRE(gate->answers.size() == 2);

    const auto percent = next_question({advice("a", {deciding("vrp")})}, "a", {});
    CHECK(percent->is_number);
    CHECK(percent->answers.empty());
    CHECK(percent->least == 0);
    CHECK(percent->most == 100);
}

TEST_CASE("every answer offered can be written into the case and undone by the case before", "[desktop]")
{
    const CaseProfile before{.reference = "north-7k2", .setting = "community"};
    for (const auto* key : {"sara.partner", "sara.others", "dc_srp", "iic_srp", "oasys.1.30", "oasys.6.12",
                            "sex", "setting", "innocence", "predictor", "region", "sentence.type"}) {
        const auto question = next_question({advice("a", {deciding(key)})}, "a", {});
        INFO(key);
        REQUIRE(question);
        for (const auto& one : question->answers) {
            const auto after = answered(before, key, one.value);
            CHECK(after.reference == before.reference);
            if (std::string{key} != "setting")
                CHECK(after != before);
        }
    }
}

TEST_CASE("a number outside its limits, or none, is refused and changes nothing", "[desktop]")
{
    for (const auto* value : {"101", "-1", "many", "nan", "1e9", "12%"}) {
        INFO(value);
        CHECK_THROWS_AS(answered({}, "vrp", value), Error);
    }
    CHECK(answered({}, "vrp", " 29.99 ").vrp == 29.99);
    CHECK(answered({}, "vrp", "0").vrp == 0);
}
