// SPDX-License-Identifier: GPL-2.0-or-later
// Sixteen cases worked by hand from the published rules.
#include "plugins/building-choices/pathway.h"
#include "plugins/building-choices/suitability.h"
#include "tests/plugins/building-choices/cases.h"
#include "tests/support/catch.h"

#include <functional>

using namespace guidepost;
using namespace guidepost::building_choices;

namespace {

struct Row {
    const char* name;
    std::function<void(Answers&)> put;
    const char* domains;
    Level need;
    Level risk;
    Pathway pathway;
};

void scores(Answers& answers, std::string_view row)
{
    test::put_scores(answers, row);
}

const std::vector<Row>& rows()
{
    static const std::vector<Row> table{
        {"1: nothing", [](Answers& a) { a.arp = 20, a.vrp = 10, a.sara_partner = Level::low; }, "0000",
         Level::low, Level::low, Pathway::alternative},
        {"2: everything, custody",
         [](Answers& a) {
             a.setting = Setting::custody, a.ever_sexual_offence = true;
             scores(a, "222|22|2222|2222");
             a.arp = 80, a.vrp = 65, a.dc_srp = Band::high;
         },
         "2222", Level::high, Level::high, Pathway::high},
        {"3: everything, community",
         [](Answers& a) {
             a.ever_sexual_offence = true;
             scores(a, "222|22|2222|2222");
             a.arp = 80, a.vrp = 65, a.dc_srp = Band::high;
         },
         "2222", Level::high, Level::high, Pathway::moderate},
        {"4: SARA medium", [](Answers& a) { a.arp = 20, a.sara_partner = Level::medium; }, "0000", Level::low,
         Level::medium, Pathway::moderate},
        {"5: custody, ARP 75, SARA high",
         [](Answers& a) { a.setting = Setting::custody, a.arp = 75, a.sara_partner = Level::high; }, "0000",
         Level::low, Level::high, Pathway::high},
        {"6: ARP 80, VRP 20", [](Answers& a) { a.arp = 80, a.vrp = 20; }, "0000", Level::low, Level::high,
         Pathway::alternative},
        {"7: ARP 76, VRP 61", [](Answers& a) { a.arp = 76, a.vrp = 61; }, "0000", Level::low, Level::high,
         Pathway::moderate},
        {"8: medium and medium", [](Answers& a) { scores(a, "000|10|1100|1100"), a.arp = 55; }, "0111",
         Level::medium, Level::medium, Pathway::moderate},
        {"9: medium and low", [](Answers& a) { scores(a, "000|10|1100|1100"), a.arp = 30; }, "0111",
         Level::medium, Level::low, Pathway::alternative},
        {"10: gate yes, 120, DC high",
         [](Answers& a) {
             a.ever_sexual_offence = true, a.dc_srp = Band::high;
             scores(a, "120|00|0000|0000");
         },
         "2000", Level::low, Level::high, Pathway::alternative},
        {"11: gate no",
         [](Answers& a) {
             a.ever_sexual_offence = false, a.risk_of_sexual_harm = false, a.arp = 55;
             scores(a, "222|00|0000|0000");
         },
         "0000", Level::low, Level::medium, Pathway::alternative},
        {"12: CSRP 3, bands blank", [](Answers& a) { scores(a, "000|11|1100|1100"), a.arp = 20, a.csrp = 3; },
         "0111", Level::medium, Level::high, Pathway::moderate},
        {"13: bands low switch CSRP off",
         [](Answers& a) {
             scores(a, "000|11|1100|1100"), a.arp = 20, a.csrp = 3;
             a.ever_sexual_offence = true, a.dc_srp = Band::low, a.iic_srp = Band::low;
         },
         "0111", Level::medium, Level::low, Pathway::alternative},
        {"14: 12.1 fills its domain", [](Answers& a) { scores(a, "000|20|1000|1100"), a.arp = 60; }, "0201",
         Level::medium, Level::medium, Pathway::moderate},
        {"15: just below", [](Answers& a) { scores(a, "000|11|2210|2111"), a.arp = 49.99, a.vrp = 29.99; },
         "0122", Level::medium, Level::low, Pathway::alternative},
        {"16: just there", [](Answers& a) { scores(a, "000|11|2210|2111"), a.arp = 50, a.vrp = 29.99; },
         "0122", Level::medium, Level::medium, Pathway::moderate},
    };
    return table;
}

} // namespace

TEST_CASE("the sixteen worked rows come out as worked by hand", "[building-choices]")
{
    REQUIRE(rows().size() == 16);
    for (const auto& row : rows()) {
        INFO(row.name);
        auto answers = test::all_nought();
        row.put(answers);
        const auto needs = needs_of(answers);
        std::string domains;
        for (const int score : needs.domains)
            domains += static_cast<char>('0' + score);
        CHECK(domains == row.domains);
        CHECK(needs.level == row.need);
        CHECK(risk_of(answers).level == row.risk);
        CHECK(outcome_of(answers).pathway == row.pathway);

        // The same through the module's own words.
        const auto said = assessment_json(answers);
        CHECK(said["details"]["needs"]["level"] == word_of(row.need));
        CHECK(said["details"]["risk"]["level"] == word_of(row.risk));
        CHECK(said["details"]["pathway"] == word_of(row.pathway));
    }
}

TEST_CASE("with the older predictors' names every row comes out the same", "[building-choices]")
{
    for (const auto& row : rows()) {
        INFO(row.name);
        auto answers = test::all_nought();
        row.put(answers);
        answers.predictor = Predictor::ogrs3;
        CHECK(outcome_of(answers).pathway == row.pathway);
    }
}

TEST_CASE("remand counts as custody in every row", "[building-choices]")
{
    for (const auto& row : rows()) {
        INFO(row.name);
        auto custody = test::all_nought();
        row.put(custody);
        custody.setting = Setting::custody;
        auto remand = custody;
        remand.setting = Setting::remand;
        CHECK(outcome_of(remand).pathway == outcome_of(custody).pathway);
    }
}
