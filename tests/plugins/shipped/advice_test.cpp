// SPDX-License-Identifier: GPL-2.0-or-later
// What the modules that ship say of cases: the rules of their fields, one by one.
#include "core/text/error.h"
#include "tests/plugins/shipped/shelf.h"
#include "tests/support/catch.h"

using namespace guidepost;
using namespace guidepost::programme;

namespace {

CaseProfile man()
{
    CaseProfile profile;
    profile.setting = "community";
    profile.sex = "male";
    profile.age = 34;
    profile.sentence_type = "licence";
    profile.months_left = 20;
    return profile;
}

CaseProfile domestic_abuse(const std::string& sara)
{
    auto profile = man();
    profile.offence = {"domestic-abuse"};
    profile.sara = {{"partner", sara}};
    profile.arp = 30;
    profile.vrp = 22;
    return profile;
}

CaseProfile sexual(const std::string& band)
{
    auto profile = man();
    profile.offence = {"sexual"};
    profile.dc_srp = band;
    profile.iic_srp = "not-applicable";
    return profile;
}

Verdict verdict(const std::string& module, const CaseProfile& profile, const std::string& option)
{
    return test::option_of(test::said_by(module, profile), option).verdict;
}

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("low need with high sexual risk: not eligible, why, and toolkit with advice first", "[plugins]")
{
    auto profile = sexual("high");
    for (const char* item :
         {"12.1", "12.9", "6.1", "6.6", "7.3", "11.3", "11.2", "11.4", "11.6", "10.1", "6.12"})
        profile.oasys[item] = "0";
    profile.oasys["11.11"] = "1";
    profile.oasys["11.12"] = "2";
    profile.oasys["1.30"] = "yes";

    const auto said = test::said_by("building-choices", profile);

    CHECK(said.options[0].option == "toolkit-and-consultation");
    CHECK(said.options[0].verdict == Verdict::suitable);
    CHECK(test::option_of(said, "moderate").verdict == Verdict::not_eligible);
    CHECK(has(test::reasons_of(test::option_of(said, "moderate")), "Need is low"));
    CHECK(said.details["pathway"] == "alternative");
    CHECK(said.details["needs"]["domains"]["sex"] == 2);
    // The toolkit for it is a question at that band, not a yes.
    CHECK(verdict("toolkits", profile, "maps-for-change") == Verdict::ask);
}

TEST_CASE("SARA decides what there is for partner violence", "[plugins]")
{
    CHECK(verdict("domestic-abuse", domestic_abuse("low"), "building-better-relationships") ==
          Verdict::not_eligible);
    CHECK(verdict("domestic-abuse", domestic_abuse("medium"), "building-better-relationships") ==
          Verdict::ask); // closing, and its need score is not in a case
    CHECK(verdict("domestic-abuse", domestic_abuse("low"), "stepwise-relationships") == Verdict::suitable);
    CHECK(verdict("domestic-abuse", domestic_abuse("medium"), "stepwise-relationships") ==
          Verdict::not_eligible);
    CHECK(verdict("toolkits", domestic_abuse("low"), "skills-for-relationships") == Verdict::suitable);
    CHECK(verdict("toolkits", domestic_abuse("medium"), "skills-for-relationships") ==
          Verdict::while_waiting);
    CHECK(verdict("toolkits", domestic_abuse("high"), "skills-for-relationships") == Verdict::ask);
    CHECK(verdict("building-choices", domestic_abuse("medium"), "moderate") != Verdict::not_eligible);

    auto short_licence = domestic_abuse("medium");
    short_licence.months_left = 11;
    CHECK(verdict("domestic-abuse", short_licence, "building-better-relationships") == Verdict::not_eligible);
    short_licence.sentence_type = "community-order";
    short_licence.months_left = 17;
    CHECK(verdict("domestic-abuse", short_licence, "building-better-relationships") == Verdict::not_eligible);
    auto low_score = domestic_abuse("low");
    low_score.arp = 24.9;
    low_score.vrp = 19.9;
    CHECK(verdict("domestic-abuse", low_score, "stepwise-relationships") == Verdict::not_eligible);
    // The older general score stands in for the violence score only where there is none.
    low_score.arp = 30;
    CHECK(verdict("domestic-abuse", low_score, "stepwise-relationships") == Verdict::not_eligible);
    low_score.vrp.reset();
    CHECK(verdict("domestic-abuse", low_score, "stepwise-relationships") == Verdict::ask);
    auto unknown = domestic_abuse("low");
    unknown.sara.clear();
    CHECK(verdict("domestic-abuse", unknown, "stepwise-relationships") == Verdict::ask);
    auto woman = domestic_abuse("low");
    woman.sex = "female";
    CHECK(verdict("domestic-abuse", woman, "dawn") == Verdict::suitable);
    CHECK(verdict("domestic-abuse", woman, "help") == Verdict::not_eligible);
    CHECK(verdict("toolkits", woman, "skills-for-relationships") == Verdict::not_eligible);
    // A programme may be open: never simply suitable.
    auto violent = domestic_abuse("low");
    violent.vrp = 30;
    CHECK(verdict("domestic-abuse", violent, "stepwise-relationships") == Verdict::ask);
    auto others = domestic_abuse("low");
    others.sara["others"] = "medium";
    CHECK(verdict("domestic-abuse", others, "dawn") == Verdict::not_eligible); // a man
    CHECK(verdict("domestic-abuse", others, "help") == Verdict::ask);
    auto stalker = domestic_abuse("low");
    stalker.offence.push_back("stalking");
    CHECK(verdict("domestic-abuse", stalker, "help") == Verdict::ask);
}

TEST_CASE("programmes that are being replaced promise no place and name where to look now", "[plugins]")
{
    const auto said = test::said_by("sexual-offending", sexual("high"));
    for (const char* option : {"horizon", "ihorizon", "kaizen"}) {
        const auto closing = test::option_of(said, option);
        INFO(option);
        CHECK(has(test::reasons_of(closing), "Closing. Ask the treatment manager whether a group still"));
        CHECK(has(test::reasons_of(closing), "Look now at Building Choices, which is not the same"));
    }
    CHECK(verdict("sexual-offending", sexual("high"), "horizon") == Verdict::ask);
    CHECK(verdict("sexual-offending", sexual("low"), "horizon") == Verdict::not_eligible);
    for (const char* option : {"kaizen", "becoming-new-me-plus", "healthy-sex-programme"})
        CHECK(test::option_of(said, option).verdict == Verdict::custody_only);
    CHECK_FALSE(said.details["banner"].get<std::string>().empty());
    for (const auto& option : said.options)
        CHECK(option.verdict != Verdict::suitable); // it is kept to be read
    CHECK(has(test::reasons_of(
                  test::option_of(test::said_by("general-offending", man()), "thinking-skills-programme")),
              "Look now at Building Choices"));
}

TEST_CASE("general interventions keep to their scores", "[plugins]")
{
    auto profile = man();
    profile.offence = {"general"};
    profile.arp = 30;
    CHECK(verdict("general-offending", profile, "stepwise-problem-solving") ==
          Verdict::ask);                                                              // need not known
    CHECK(verdict("general-offending", profile, "stepwise-driving") == Verdict::ask); // for what conviction?
    profile.need_score = 4;
    CHECK(verdict("general-offending", profile, "stepwise-problem-solving") == Verdict::not_eligible);
    profile.need_score = 5;
    for (const auto& [arp, expected] :
         {std::pair{24.9, Verdict::not_eligible}, std::pair{25.0, Verdict::suitable},
          std::pair{49.99, Verdict::suitable}, std::pair{50.0, Verdict::ask}}) {
        profile.arp = arp;
        CHECK(verdict("general-offending", profile, "stepwise-problem-solving") == expected);
    }
    profile.arp = 30;
    profile.months_left = 8;
    CHECK(verdict("general-offending", profile, "stepwise-problem-solving") == Verdict::ask);
    profile.months_left = 9;
    profile.vrp = 20;
    CHECK(verdict("general-offending", profile, "stepwise-emotions") == Verdict::ask); // violence, earlier?
    profile.offence = {"violence"};
    CHECK(verdict("general-offending", profile, "stepwise-emotions") == Verdict::suitable);
    profile.vrp = 19.9;
    CHECK(verdict("general-offending", profile, "stepwise-emotions") == Verdict::not_eligible);
    for (const char* offence : {"sexual", "online"}) {
        profile.offence = {offence};
        CHECK(verdict("general-offending", profile, "stepwise-problem-solving") == Verdict::not_eligible);
    }
    profile.arp = 60;
    CHECK(verdict("general-offending", profile, "covaid") == Verdict::custody_only);
}

TEST_CASE("no short course is simply suitable where a programme may be, or for stalking", "[plugins]")
{
    auto profile = man();
    profile.offence = {"violence"};
    profile.arp = 45;
    profile.vrp = 29.99;
    profile.need_score = 6;
    const auto both = [&] {
        const auto emotions = verdict("general-offending", profile, "stepwise-emotions");
        CHECK(verdict("general-offending", profile, "stepwise-problem-solving") == emotions);
        return emotions;
    };
    CHECK(both() == Verdict::suitable);
    profile.vrp = 70; // with a general score that is low enough
    CHECK(both() == Verdict::ask);
    profile.vrp = 25;
    profile.sara = {{"partner", "high"}}; // and no conviction for it
    CHECK(both() == Verdict::ask);
    profile.sara = {{"partner", "low"}, {"others", "medium"}};
    CHECK(both() == Verdict::ask);
    profile.sara.clear();
    CHECK(both() == Verdict::suitable);
    profile.offence = {"violence", "stalking"};
    CHECK(both() == Verdict::ask);
}

TEST_CASE("toolkits keep to whom they are for", "[plugins]")
{
    CHECK(verdict("toolkits", sexual("low"), "maps-for-change") == Verdict::suitable);
    CHECK(verdict("toolkits", sexual("medium"), "maps-for-change") == Verdict::ask);
    CHECK(verdict("toolkits", sexual("low"), "stepping-stones") == Verdict::not_eligible);
    CHECK(verdict("toolkits", sexual("low"), "pathways-to-change") == Verdict::not_eligible);

    auto young = man();
    young.offence = {"general"};
    for (const auto& [age, expected] :
         {std::pair{17, Verdict::not_eligible}, std::pair{25, Verdict::suitable}, std::pair{26, Verdict::ask},
          std::pair{30, Verdict::ask}, std::pair{31, Verdict::not_eligible}}) {
        young.age = age;
        CHECK(verdict("toolkits", young, "choices-and-changes") == expected);
    }
    CHECK(verdict("toolkits", young, "stepping-stones") == Verdict::suitable);
    young.setting = "custody";
    CHECK(verdict("toolkits", young, "stepping-stones") == Verdict::not_eligible);
}

TEST_CASE("a check-up after an older programme asks which, and on a community order takes sexual convictions",
          "[plugins]")
{
    auto profile = man();
    profile.offence = {"violence"};
    CHECK(verdict("toolkits", profile, "new-me-mot") == Verdict::ask); // licence: which programme?
    profile.sentence_type = "community-order";
    CHECK(verdict("toolkits", profile, "new-me-mot") == Verdict::not_eligible);
    for (const char* sentence : {"suspended-sentence-order", ""}) {
        profile.sentence_type = sentence; // the catalogue speaks of community orders alone
        CHECK(verdict("toolkits", profile, "new-me-mot") == Verdict::ask);
    }
    profile.sentence_type = "community-order";
    for (const char* offence : {"online", "sexual"}) {
        profile.offence = {offence};
        CHECK(verdict("toolkits", profile, "new-me-mot") == Verdict::ask);
    }
    profile.setting = "custody"; // the prison offender manager goes on with it there
    CHECK(verdict("toolkits", profile, "new-me-mot") == Verdict::ask);
    profile.sex = "female"; // the programmes it keeps alive were for men
    CHECK(verdict("toolkits", profile, "new-me-mot") == Verdict::not_eligible);
}

TEST_CASE("stage 3 of the terrorist-risk toolkit is for specialists only", "[plugins]")
{
    auto profile = man();
    profile.offence = {"terrorism"};
    const auto option = test::option_of(test::said_by("toolkits", profile), "constructive-conversations");
    CHECK(option.verdict == Verdict::suitable);
    CHECK(has(test::reasons_of(option), "Stage 3: counter-terrorism specialists only."));
    profile.offence = {"general"};
    CHECK(verdict("toolkits", profile, "constructive-conversations") == Verdict::not_eligible);
}

TEST_CASE("all modules are asked and an empty case makes none of them guess", "[plugins]")
{
    auto catalogue = test::shipped_catalogue();
    const auto all = assess_all(catalogue, {});
    CHECK(all.size() == 5);
    for (const auto& advice : all) {
        INFO(advice.module);
        CHECK(advice.problem.empty());
        for (const auto& option : advice.assessment.options) {
            INFO(option.option);
            CHECK(option.verdict != Verdict::suitable);
            REQUIRE_FALSE(option.reasons.empty());
            CHECK(option.reasons[0].step == "In short");
            CHECK_FALSE(has(test::reasons_of(option), ".."));
            CHECK(option.reasons[0].text.ends_with(option.verdict == Verdict::ask ? "" : "."));
        }
    }
}

TEST_CASE("a plan that is not there is answered with those that are", "[plugins]")
{
    auto catalogue = test::shipped_catalogue();
    CHECK(plan_of(catalogue, "building-choices", "moderate", {}).sessions.size() == 27);
    try {
        plan_of(catalogue, "building-choices", "gentle", {});
        FAIL("found");
    } catch (const Error& e) {
        CHECK(e.code() == Errc::not_found);
        CHECK(has(e.what(), "moderate"));
    }
    CHECK_THROWS_AS(plan_of(catalogue, "no-such-module", "moderate", {}), Error);
}

TEST_CASE("what is no substitute for a programme is only while waiting when one is suitable", "[plugins]")
{
    auto catalogue = test::shipped_catalogue();
    const auto maps = [&](const CaseProfile& profile) {
        for (const auto& advice : assess_all(catalogue, profile))
            if (advice.module == "toolkits")
                return test::option_of(advice.assessment, "maps-for-change");
        FAIL("the toolkits said nothing");
        return Option{};
    };
    auto profile = sexual("low");
    for (const char* item : {"12.1", "12.9", "6.1", "6.6", "11.2", "11.4"})
        profile.oasys[item] = "1";
    for (const char* item : {"7.3", "11.3", "11.6", "10.1", "11.11", "11.12", "6.12"})
        profile.oasys[item] = "0";
    profile.oasys["1.30"] = "yes";
    profile.sara = {{"partner", "low"}, {"others", "low"}};
    profile.vrp = 10;

    profile.arp = 55; // need and risk medium: a programme is suitable
    const auto beside = maps(profile);
    CHECK(beside.verdict == Verdict::while_waiting);
    CHECK(has(beside.reasons[0].text, "is suitable: until it starts, and not instead of it."));
    CHECK(beside.reasons[1].step == "By its own rules");

    profile.arp = 20; // risk low: none is
    CHECK(maps(profile).verdict == Verdict::suitable);
    // By itself a module knows nothing of the others.
    profile.arp = 55;
    CHECK(verdict("toolkits", profile, "maps-for-change") == Verdict::suitable);
}
