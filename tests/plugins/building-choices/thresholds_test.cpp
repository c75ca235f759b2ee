// SPDX-License-Identifier: GPL-2.0-or-later
// Both sides of every threshold, one by one.
#include "plugins/building-choices/cohort.h"
#include "plugins/building-choices/pathway.h"
#include "tests/plugins/building-choices/cases.h"
#include "tests/support/catch.h"

#include <vector>

using namespace guidepost;
using namespace guidepost::building_choices;

namespace {

int score(Domain domain, std::string_view row)
{
    auto answers = test::all_nought();
    answers.ever_sexual_offence = true;
    test::put_scores(answers, row);
    return domain_score(domain, answers);
}

Level risk(void (*put)(Answers&))
{
    auto answers = test::all_nought();
    put(answers);
    return risk_of(answers).level;
}

template <class Put>
Level level(double percent, Put put)
{
    auto answers = test::all_nought();
    put(answers, percent);
    return risk_of(answers).level;
}

} // namespace

TEST_CASE("every sum of a domain gives the score of the table", "[building-choices]")
{
    struct Line {
        Domain domain;
        const char* row;
        int score;
    };
    const std::vector<Line> table{
        {Domain::sex, "000|00|0000|0000", 0},
        {Domain::sex, "100|00|0000|0000", 0},
        {Domain::sex, "101|00|0000|0000", 1},
        {Domain::sex, "111|00|0000|0000", 1},
        {Domain::sex, "201|00|0000|0000", 1},
        {Domain::sex, "202|00|0000|0000", 2},
        {Domain::sex, "020|00|0000|0000", 2}, // 11.12 by itself
        {Domain::sex, "211|00|0000|0000", 2},
        {Domain::sex, "222|00|0000|0000", 2},
        {Domain::thinking, "000|00|0000|0000", 0},
        {Domain::thinking, "000|01|0000|0000", 1},
        {Domain::thinking, "000|10|0000|0000", 1},
        {Domain::thinking, "000|02|0000|0000", 1},
        {Domain::thinking, "000|11|0000|0000", 1},
        {Domain::thinking, "000|12|0000|0000", 2},
        {Domain::thinking, "000|20|0000|0000", 2}, // 12.1 by itself
        {Domain::thinking, "000|22|0000|0000", 2},
        {Domain::relationships, "000|00|0001|0000", 0},
        {Domain::relationships, "000|00|0002|0000", 1},
        {Domain::relationships, "000|00|1100|0000", 1},
        {Domain::relationships, "000|00|2200|0000", 1},
        {Domain::relationships, "000|00|2210|0000", 2},
        {Domain::relationships, "000|00|2222|0000", 2},
        {Domain::self_management, "000|00|0000|1000", 0},
        {Domain::self_management, "000|00|0000|0101", 1},
        {Domain::self_management, "000|00|0000|2020", 1},
        {Domain::self_management, "000|00|0000|2021", 2},
        {Domain::self_management, "000|00|0000|2222", 2},
    };
    for (const auto& line : table) {
        INFO(line.row);
        CHECK(score(line.domain, line.row) == line.score);
    }
}

TEST_CASE("the gate opens with a yes to either question and with nothing else", "[building-choices]")
{
    auto answers = test::all_nought();
    test::put_scores(answers, "222|00|0000|0000");
    const auto sex = [&] {
        return domain_score(Domain::sex, answers);
    };
    CHECK(sex() == 0);
    answers.ever_sexual_offence = false;
    CHECK(sex() == 0);
    answers.risk_of_sexual_harm = true;
    CHECK(sex() == 2);
    answers.risk_of_sexual_harm = false;
    CHECK(sex() == 0);
    answers.ever_sexual_offence = true;
    CHECK(sex() == 2);
}

TEST_CASE("need is low to 2, medium to 5, high from 6", "[building-choices]")
{
    const std::vector<Level> levels{Level::low,    Level::low,  Level::low,  Level::medium, Level::medium,
                                    Level::medium, Level::high, Level::high, Level::high};
    for (int sum = 0; sum <= 8; ++sum)
        CHECK(need_level(sum) == levels[static_cast<std::size_t>(sum)]);
}

TEST_CASE("each percentage is medium and high from its threshold on", "[building-choices]")
{
    struct Line {
        double value;
        Level level;
    };
    for (const auto& [value, expected] :
         {Line{0, Level::low}, Line{49.99, Level::low}, Line{50, Level::medium}, Line{74.99, Level::medium},
          Line{75, Level::high}, Line{100, Level::high}})
        CHECK(level(value, [](Answers& a, double v) { a.arp = v; }) == expected);
    for (const auto& [value, expected] : {Line{29.99, Level::low}, Line{30, Level::medium},
                                          Line{59.99, Level::medium}, Line{60, Level::high}})
        CHECK(level(value, [](Answers& a, double v) { a.vrp = v; }) == expected);
    for (const auto& [value, expected] :
         {Line{0.99, Level::low}, Line{1, Level::medium}, Line{2.99, Level::medium},
          Line{2.999, Level::medium}, Line{3, Level::high}, Line{6.9, Level::high}})
        CHECK(level(value, [](Answers& a, double v) { a.csrp = v; }) == expected);
}

TEST_CASE("each band and each SARA gives its level", "[building-choices]")
{
    CHECK(risk([](Answers& a) { a.dc_srp = Band::low; }) == Level::low);
    CHECK(risk([](Answers& a) { a.dc_srp = Band::medium; }) == Level::medium);
    CHECK(risk([](Answers& a) { a.dc_srp = Band::high; }) == Level::high);
    CHECK(risk([](Answers& a) { a.dc_srp = Band::very_high; }) == Level::high);
    CHECK(risk([](Answers& a) { a.dc_srp = Band::not_applicable; }) == Level::low);
    CHECK(risk([](Answers& a) { a.iic_srp = Band::medium; }) == Level::medium);
    CHECK(risk([](Answers& a) { a.iic_srp = Band::very_high; }) == Level::high);
    CHECK(risk([](Answers& a) { a.sara_others = Level::medium; }) == Level::medium);
    CHECK(risk([](Answers& a) { a.sara_partner = Level::high; }) == Level::high);
}

TEST_CASE("CSRP counts only while neither band says more than not applicable", "[building-choices]")
{
    auto answers = test::all_nought();
    answers.csrp = 5;
    CHECK(risk_of(answers).level == Level::high);
    answers.dc_srp = Band::not_applicable;
    CHECK(risk_of(answers).level == Level::high);
    answers.iic_srp = Band::low;
    CHECK(risk_of(answers).level == Level::low);
    answers.dc_srp = Band::medium;
    CHECK(risk_of(answers).level == Level::medium);
    answers.dc_srp = Band::low;
    answers.iic_srp.reset();
    CHECK(risk_of(answers).level == Level::low);
}

TEST_CASE("a low that is printed for a woman is no finding, and does not switch CSRP off",
          "[building-choices]")
{
    auto answers = test::all_nought();
    answers.csrp = 5;
    answers.dc_srp = Band::not_applicable;
    answers.iic_srp = Band::low;
    CHECK(risk_of(answers).level == Level::low); // a man, or nobody has said
    answers.sex = Sex::female;
    CHECK(risk_of(answers).level == Level::high);
    answers.dc_srp = Band::low;
    CHECK(risk_of(answers).level == Level::high);
    answers.csrp.reset();
    CHECK_FALSE(risk_of(answers).is_any_answered); // nothing is known of her risk
    answers.iic_srp = Band::medium;
    CHECK(risk_of(answers).level == Level::medium);
}

TEST_CASE("the grid of need and risk leads where the table says, in custody and outside",
          "[building-choices]")
{
    using enum Pathway;
    // need: low, medium, high; risk: low, medium, high
    const std::vector<std::vector<Pathway>> community{{alternative, alternative, alternative},
                                                      {alternative, moderate, moderate},
                                                      {alternative, moderate, moderate}};
    auto custody = community;
    custody[2][2] = high;
    for (int need = 0; need < 3; ++need)
        for (int risk = 0; risk < 3; ++risk) {
            CAPTURE(need, risk);
            Facts facts{static_cast<Level>(need), static_cast<Level>(risk), false, false, Level::low, false};
            const auto n = static_cast<std::size_t>(need);
            const auto r = static_cast<std::size_t>(risk);
            CHECK(outcome_of(facts).pathway == community[n][r]);
            facts.is_custody = true;
            CHECK(outcome_of(facts).pathway == custody[n][r]);
        }
}

TEST_CASE("the exceptions stand before the grid", "[building-choices]")
{
    Facts facts{Level::low, Level::high, true, true, Level::low, true};
    CHECK(outcome_of(facts).rule == Rule::high_arp_and_vrp);
    facts.is_custody = false;
    CHECK(outcome_of(facts).pathway == Pathway::moderate);
    facts = {Level::low, Level::high, true, false, Level::high, true};
    CHECK(outcome_of(facts).rule == Rule::high_arp_and_sara);
    facts.sara = Level::medium; // not enough for high intensity
    CHECK(outcome_of(facts).pathway == Pathway::moderate);
    facts = {Level::low, Level::high, true, false, Level::high, false};
    CHECK(outcome_of(facts).pathway == Pathway::moderate);
    facts = {Level::low, Level::high, true, false, Level::low, true}; // ARP high by itself
    CHECK(outcome_of(facts).pathway == Pathway::alternative);
    facts = {Level::low, Level::high, false, true, Level::low, true}; // VRP high by itself
    CHECK(outcome_of(facts).pathway == Pathway::alternative);
    facts = {Level::high, Level::medium, false, false, Level::high, true};
    CHECK(outcome_of(facts).pathway == Pathway::moderate);
}

TEST_CASE("no case in the community is given high intensity", "[building-choices]")
{
    for (int bits = 0; bits < 3 * 3 * 2 * 2 * 3; ++bits) {
        const Facts facts{static_cast<Level>(bits % 3), static_cast<Level>(bits / 3 % 3), bits / 9 % 2 == 1,
                          bits / 18 % 2 == 1,           static_cast<Level>(bits / 36),    false};
        CHECK(outcome_of(facts).pathway != Pathway::high);
    }
}

TEST_CASE("the cohort is sexual as soon as one answer says so", "[building-choices]")
{
    auto answers = test::complete();
    CHECK(label_text(labels_of(answers)) == "General");
    CHECK(labels_of(answers).is_cohort_certain);

    answers.dc_srp = Band::low; // anything but not applicable
    CHECK(labels_of(answers).cohort == Cohort::sexual);
    CHECK(labels_of(answers).why == "DC-SRP is low");
    answers.dc_srp = Band::not_applicable;
    answers.iic_srp = Band::medium;
    CHECK(labels_of(answers).cohort == Cohort::sexual);
    answers.iic_srp = Band::not_applicable;
    for (const auto item : {Item::sexual_preoccupation, Item::sexual_interests, Item::emotional_congruence}) {
        answers.score(item) = 1;
        CHECK(labels_of(answers).cohort == Cohort::sexual);
        answers.score(item) = 0;
    }

    answers.dc_srp.reset();
    CHECK(labels_of(answers).cohort == Cohort::general);
    CHECK_FALSE(labels_of(answers).is_cohort_certain);
}

TEST_CASE("the LDC label begins at a screening of 3", "[building-choices]")
{
    auto answers = test::complete();
    for (const int subtotal : {0, 2, 3, 9}) {
        answers.learning_subtotal = subtotal;
        CHECK(label_text(labels_of(answers)) == (subtotal >= 3 ? "General LDC" : "General"));
    }
    answers.learning_subtotal.reset();
    CHECK_FALSE(labels_of(answers).is_learning_known);
}
