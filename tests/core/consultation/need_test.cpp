// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/routing/need.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

using namespace guidepost;
using namespace guidepost::consultation;
using people::Level;

namespace {

Need shipped_need(const std::string& yaml)
{
    static const auto rules = parse_needs(read_file(test::source_file("content/needs.yaml"), 64 * 1024));
    return need_of(parse_request("version: 1\n" + yaml), rules);
}

} // namespace

TEST_CASE("a case raises the floors that fit it and no others", "[consultation]")
{
    auto need = shipped_need("case: {offence: [domestic-abuse], rosh: {public: medium}}");
    CHECK(need.specialism == "domestic-abuse");
    CHECK(need.level == Level::qualified);
    CHECK(need.band == 0);

    need = shipped_need("case: {offence: [sexual], rosh: {children: high, public: low}}");
    CHECK(need.specialism == "sexual-offending");
    CHECK(need.level == Level::senior);
    CHECK(need.band == 4);
    CHECK(need.qualification == "pqip");

    need = shipped_need("case: {offence: [domestic-abuse], rosh: {known_adult: very-high}}");
    CHECK(need.level == Level::senior);
    CHECK(need.band == 4);

    need = shipped_need("responsibility: take-over\ncase: {offence: [domestic-abuse]}");
    CHECK(need.band == 4);

    // pqip will do for the risk, and not for terrorism: so it will not do.
    need = shipped_need("case: {offence: [terrorism], rosh: {public: high}}");
    CHECK(need.level == Level::senior);
    CHECK(need.band == 4);
    CHECK(need.qualification.empty());

    need = shipped_need("case: {flags: [mappa-2]}");
    CHECK(need.specialism.empty());
    CHECK(need.band == 4);
}

TEST_CASE("what is unknown of a case raises nothing, and no rule lowers", "[consultation]")
{
    const auto need = shipped_need("question: x");
    CHECK(need.level == Level::qualified);
    CHECK(need.band == 0);
    const auto rules = parse_needs("rules: [{level: developing}]");
    CHECK(need_of({}, rules).level == Level::qualified);
    CHECK(need_of({}, {}).level == Level::qualified);
    CHECK(need_of({}, parse_needs("rules: [{band: 5}, {band: 3}]")).band == 5);
}

TEST_CASE("a module that has a say in the field raises floors and never lowers them", "[consultation]")
{
    const auto rules = parse_needs("rules: [{level: senior, band: 4, qualification: pqip}]");
    Request request;
    request.specialism = "sexual-offending";
    ModuleAsk ask{.module = "Ladders"};
    ask.specialisms = {{"interventions", "Places are theirs."}, {"sexual-offending", "The band is high."}};

    SECTION("lower floors change nothing")
    {
        ask.level = Level::developing;
        ask.band = 3;
        const auto need = need_of(request, rules, {ask});
        CHECK(need.specialism == "sexual-offending");
        CHECK(need.level == Level::senior);
        CHECK(need.band == 4);
        CHECK(need.qualification == "pqip");
        CHECK(need.must_hold.empty());
    }
    SECTION("higher ones are taken, and what would do instead of the band does no longer")
    {
        ask.band = 5;
        ask.qualification = "ladder-course";
        const auto need = need_of(request, rules, {ask});
        CHECK(need.band == 5);
        CHECK(need.qualification.empty());
        CHECK(need.must_hold == std::set<std::string>{"ladder-course"});
        CHECK(need.modules.back() == ModuleWord{"Ladders", "asks for band 5 or above, ladder course"});
    }
    SECTION("of the same band, whoever must hold it holds it")
    {
        ask.band = 4;
        CHECK(need_of(request, rules, {ask}).qualification.empty());
    }
    SECTION("in another field its floors do not count, and it never chooses the field")
    {
        ask.band = 6;
        request.specialism = "women";
        const auto need = need_of(request, rules, {ask});
        CHECK(need.specialism == "women");
        CHECK(need.band == 4);
        CHECK(need.modules.size() == 2);
        request.specialism.clear();
        CHECK(need_of(request, {}, {ask}).specialism.empty());
    }
    SECTION("why is said, with its name")
    {
        const auto need = need_of(request, rules, {ask});
        CHECK(need.modules ==
              std::vector<ModuleWord>{{"Ladders", "would also ask interventions: Places are theirs"},
                                      {"Ladders", "asks for sexual offending: The band is high"}});
    }
    SECTION("one that failed is said and asks for nothing")
    {
        ModuleAsk failed{.module = "Broken", .band = 6, .problem = "Broken did not answer in two seconds."};
        failed.specialisms = ask.specialisms;
        const auto need = need_of(request, rules, {failed});
        CHECK(need.band == 4);
        CHECK(need.modules ==
              std::vector<ModuleWord>{{"Broken", "was not heard: Broken did not answer in two seconds"}});
    }
}

TEST_CASE("rules that do not read are refused with their line", "[consultation]")
{
    for (const char* bad :
         {"level: expert", "band: 9", "band: four", "mood: x", "when: {mood: x}", "when: {offence: theft}",
          "when: {rosh: severe}", "when: {flags: [mappa-9]}", "when: {offence: []}", "qualification: A B"})
        try {
            parse_needs(std::string{"version: 1\nrules:\n  - "} + bad);
            FAIL(bad);
        } catch (const Error& e) {
            CAPTURE(bad);
            CHECK(std::string_view{e.what()}.starts_with("line 3: "));
        }
    REQUIRE_THROWS_AS(parse_needs("rules: {a: b}"), Error);
    REQUIRE_THROWS_AS(parse_needs("rules: [text]"), Error);
    REQUIRE_THROWS_AS(parse_needs("version: 2"), Error);
    REQUIRE_THROWS_AS(parse_needs("else: 2"), Error);
}
