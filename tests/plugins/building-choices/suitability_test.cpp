// SPDX-License-Identifier: GPL-2.0-or-later
// What the module says of a case, as the desk gets it.
#include "plugins/building-choices/routing.h"
#include "plugins/building-choices/suitability.h"
#include "tests/plugins/building-choices/cases.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <stdexcept>

using namespace guidepost;
using namespace guidepost::building_choices;

namespace {

const Json& option(const Json& assessment, std::string_view id)
{
    for (const auto& one : assessment["options"])
        if (one["option"] == id)
            return one;
    throw std::runtime_error{"no such option"};
}

std::string all_reasons(const Json& offer)
{
    std::string text;
    for (const auto& reason : offer["reasons"])
        text += reason["step"].get<std::string>() + ": " + reason["text"].get<std::string>() + "\n";
    return text;
}

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

Answers low_need_high_sexual_risk()
{
    auto answers = test::all_nought();
    answers.ever_sexual_offence = true;
    answers.dc_srp = Band::high;
    test::put_scores(answers, "120|00|0000|0000");
    return answers;
}

} // namespace

TEST_CASE("low need with high sexual risk leads to a toolkit and a specialist's advice, first",
          "[building-choices]")
{
    const auto said = assessment_json(low_need_high_sexual_risk());

    CHECK(said["options"][0]["option"] == "toolkit-and-consultation");
    CHECK(said["options"][0]["verdict"] == "suitable");
    CHECK(said["options"][0]["guidance"][0] == "not-eligible-toolkit-and-consultation");
    const auto why = all_reasons(said["options"][0]);
    CHECK(has(why, "DC-SRP is high"));
    CHECK(has(why, "Need shows in the sex domain alone (2 of 8)"));
    CHECK(has(why, "Send one clear question this week"));

    const auto& moderate = option(said, "moderate");
    CHECK(moderate["verdict"] == "not-eligible");
    const auto working = all_reasons(moderate);
    CHECK(has(working, "6 Need: 2 + 0 + 0 + 0 = 2 of 8: low"));
    CHECK(has(working, "8 Risk: The worst of what counts: high, from DC-SRP."));
    CHECK(has(working, "9 Pathway: Need is low and no SARA is medium or high: alternative pathway"));
    CHECK(has(working, "Fill first: SARA to a partner"));
    CHECK(option(said, "high")["verdict"] == "custody-only");
}

TEST_CASE("for a woman with a sexual offence a printed low leads to a specialist, not to nothing",
          "[building-choices]")
{
    auto answers = test::complete();
    answers.sex = Sex::female;
    answers.ever_sexual_offence = true;
    answers.iic_srp = Band::low;

    const auto said = assessment_json(answers);

    CHECK(said["options"][0]["option"] == "toolkit-and-consultation");
    CHECK(said["options"][0]["guidance"][1] == "building-choices-women");
    CHECK(has(all_reasons(said["options"][0]), "For a woman no sexual predictor tells the risk"));
    const auto working = all_reasons(option(said, "moderate"));
    CHECK(has(working, "7 Risk: IIC-SRP: low. For a woman that is no finding"));
    CHECK(has(working, "ask the treatment manager"));

    answers.csrp = 4;
    test::put_scores(answers, "000|11|1100|1100"); // need medium
    CHECK(option(assessment_json(answers), "moderate")["verdict"] == "suitable");
    answers.sex = Sex::male;
    CHECK(option(assessment_json(answers), "moderate")["verdict"] == "not-eligible");
}

TEST_CASE("every step is printed with the generation's own names", "[building-choices]")
{
    auto answers = test::complete();
    answers.dc_srp = Band::medium;
    for (const bool is_older : {false, true}) {
        answers.predictor = is_older ? Predictor::ogrs3 : Predictor::ogrs4;
        const auto working = all_reasons(option(assessment_json(answers), "moderate"));
        for (const char* step :
             {"Setting: ", "1 Gate: ", "2 Sex: ", "3 Thinking: ", "4 Relationships: ", "5 Self-management: ",
              "6 Need: ", "8 Risk: ", "9 Pathway: ", "10 Blanks: ", "Recommendation only: "})
            CHECK(has(working, step));
        const std::vector<std::string> newer{"ARP", "VRP", "DC-SRP", "IIC-SRP", "CSRP"};
        const std::vector<std::string> older{"OGRS3", "OVP", "OSP-DC", "OSP-IIC", "RSR"};
        for (const auto& name : is_older ? older : newer)
            CHECK(has(working, "7 Risk: " + name + ": "));
        for (const auto& name : is_older ? newer : older)
            CHECK_FALSE(has(working, name));
        CHECK(has(working, "it counts only while both sexual bands are missing or not applicable"));
        for (const auto told = assessment_json(answers); const auto& offer : told["options"])
            CHECK(offer["reasons"].back()["step"] == "Recommendation only");
    }
}

TEST_CASE("remand is treated as custody and flagged", "[building-choices]")
{
    auto answers = test::complete();
    answers.setting = Setting::remand;
    answers.arp = 80;
    answers.vrp = 65;

    const auto said = assessment_json(answers);

    CHECK(said["details"]["pathway"] == "high");
    CHECK(said["details"]["treated_as"] == "custody");
    CHECK(said["options"][0]["option"] == "high");
    CHECK(said["options"][0]["verdict"] == "suitable");
    CHECK(has(all_reasons(option(said, "moderate")), "Remand, which counts as custody here."));
    CHECK(has(all_reasons(option(said, "high")), "Sessions: How many sessions it has is not known"));
    CHECK(option(said, "moderate")["verdict"] == "ask"); // needs an override
}

TEST_CASE("missing information is asked for, not guessed", "[building-choices]")
{
    const auto said = assessment_json({});

    CHECK(said["details"]["pathway"] == "missing");
    CHECK(option(said, "moderate")["verdict"] == "ask");
    CHECK(option(said, "high")["verdict"] == "ask");
    CHECK(said["options"].back()["verdict"] == "while-waiting");
    CHECK(said["best_case"] == "alternative");
    CHECK(said["worst_case"] == "high");
    CHECK(said["blanks"].size() == 23);
    CHECK(said["details"]["next_blank"] == said["blanks"][0]["key"]);
}

TEST_CASE("found eligible before sentence stands over a later not eligible", "[building-choices]")
{
    auto answers = low_need_high_sexual_risk();
    answers.was_eligible_before = true;

    const auto said = assessment_json(answers);

    CHECK(option(said, "moderate")["verdict"] == "suitable");
    CHECK(said["details"]["pathway"] == "alternative"); // the identifier itself says what it says
}

TEST_CASE("somebody under 18 is not eligible whatever the scores", "[building-choices]")
{
    auto answers = test::complete();
    answers.age = 17;
    answers.sara_partner = Level::high;
    CHECK(option(assessment_json(answers), "moderate")["verdict"] == "not-eligible");
    answers.age = 18;
    CHECK(option(assessment_json(answers), "moderate")["verdict"] == "suitable");
}

TEST_CASE("what is said keeps to the schema's limits and to guidance that exists", "[building-choices]")
{
    std::vector<Answers> cases{{}, test::complete(), low_need_high_sexual_risk()};
    auto woman = test::complete();
    woman.sex = Sex::female;
    woman.learning_subtotal = 4;
    woman.innocence = Innocence::maintains;
    woman.sara_partner = Level::high;
    cases.push_back(woman);
    woman.setting = Setting::remand;
    woman.arp = 99;
    cases.push_back(woman);
    for (const auto& answers : cases) {
        const auto said = assessment_json(answers);
        for (const auto& offer : said["options"]) {
            CHECK_FALSE(offer["reasons"].empty());
            CHECK(offer["reasons"].size() <= 50);
            for (const auto& reason : offer["reasons"])
                CHECK(reason["text"].get<std::string>().size() <= 2000);
            for (const auto& slug : offer["guidance"]) {
                const auto file = slug.get<std::string>() + ".md";
                INFO(file);
                CHECK((
                    std::filesystem::exists(test::source_file("plugins/building-choices/guidance/" + file)) ||
                    std::filesystem::exists(test::source_file("content/guidance/" + file))));
            }
        }
    }
}

TEST_CASE("a broken or hostile case is refused without repeating what it says", "[building-choices]")
{
    for (const auto* text : {"",
                             "{",
                             "[]",
                             "7",
                             "\"secret\"",
                             R"({"setting":"secret"})",
                             R"({"setting":7})",
                             R"({"arp":"secret"})",
                             R"({"arp":-1})",
                             R"({"arp":100.1})",
                             R"({"arp":1e999})",
                             R"({"dc_srp":"very high"})",
                             R"({"sara":"secret"})",
                             R"({"sara":{"partner":"very-high"}})",
                             R"({"oasys":[1]})",
                             R"({"oasys":{"11.12":3}})",
                             R"({"oasys":{"11.12":-1}})",
                             R"({"oasys":{"11.12":99999999999999999999}})",
                             R"({"oasys":{"11.12":true}})",
                             R"({"oasys":{"1.30":"secret"}})",
                             R"({"oasys":{"1.30":1}})",
                             R"({"age":1000})",
                             R"({"learning":{"subtotal":31}})",
                             R"({"predictor":"secret"})"}) {
        INFO(text);
        try {
            answers_from_json(std::string_view{text});
            FAIL("taken");
        } catch (const std::runtime_error& e) {
            CHECK_FALSE(has(e.what(), "secret"));
            CHECK(std::string{e.what()}.ends_with("."));
        }
    }
    CHECK_NOTHROW(answers_from_json(std::string_view{R"({"version":1,"later":{"a":[1]},"arp":null})"}));
}

TEST_CASE("a case is read as it was written", "[building-choices]")
{
    const auto answers = answers_from_json(std::string_view{R"({"version":1,"setting":"remand","sex":"female",
        "age":34,"predictor":"ogrs3","arp":55.5,"vrp":20,"csrp":1.2,"dc_srp":"very-high",
        "iic_srp":"not-applicable","sara":{"partner":"medium","others":"low"},
        "oasys":{"1.30":true,"6.11":false,"11.12":2,"10.1":1},"innocence":"maintains",
        "learning":{"subtotal":3},"offence":["online","sexual"],"more":{"epf-eligible":true}})"});
    CHECK(answers.setting == Setting::remand);
    CHECK(answers.sex == Sex::female);
    CHECK(answers.age == 34);
    CHECK(answers.predictor == Predictor::ogrs3);
    CHECK(answers.arp == 55.5);
    CHECK(answers.vrp == 20);
    CHECK(answers.dc_srp == Band::very_high);
    CHECK(answers.iic_srp == Band::not_applicable);
    CHECK(answers.sara_partner == Level::medium);
    CHECK(answers.ever_sexual_offence == true);
    CHECK(answers.risk_of_sexual_harm == false);
    CHECK(answers.score(Item::sexual_interests) == 2);
    CHECK(answers.score(Item::coping) == 1);
    CHECK_FALSE(answers.score(Item::temper));
    CHECK(answers.innocence == Innocence::maintains);
    CHECK(answers.learning_subtotal == 3);
    CHECK(answers.has_sexual_offence);
    CHECK(answers.was_eligible_before);
}

TEST_CASE("who is asked follows from the case", "[building-choices]")
{
    const auto plain = routing_json(test::complete());
    CHECK(plain["specialisms"].size() == 1);
    CHECK_FALSE(plain.contains("floor"));
    const auto sexual = routing_json(low_need_high_sexual_risk());
    CHECK(sexual["specialisms"][0]["specialism"] == "sexual-offending");
    CHECK(sexual["floor"]["level"] == 2);
}
