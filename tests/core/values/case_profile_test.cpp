// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/error.h"
#include "core/values/case_keys.h"
#include "core/values/case_profile.h"
#include "tests/support/catch.h"

using namespace guidepost;
using Words = std::vector<std::string>;

namespace {

std::string complaint(const std::string& assignment)
{
    CaseProfile profile;
    try {
        set_case_value(profile, assignment);
    } catch (const Error& e) {
        CHECK(e.code() == Errc::format);
        CHECK(profile == CaseProfile{});
        return e.what();
    }
    return "(taken)";
}

} // namespace

TEST_CASE("one value of a case is set by its name", "[values]")
{
    CaseProfile profile;
    set_case_value(profile, "setting=custody");
    set_case_value(profile, "rosh.public=high");
    set_case_value(profile, "rosh.staff=low");
    set_case_value(profile, "offence=sexual,online");
    set_case_value(profile, " arp = 55.5 ");
    set_case_value(profile, "oasys.1.30=yes");
    set_case_value(profile, "region=Kent, Surrey and Sussex");
    set_case_value(profile, "learning.subtotal=4");
    set_case_value(profile, "sentence.months_left=9");

    CHECK(profile == CaseProfile{.setting = "custody",
                                 .region = "Kent, Surrey and Sussex",
                                 .offence = {"sexual", "online"},
                                 .rosh = {{"public", "high"}, {"staff", "low"}},
                                 .arp = 55.5,
                                 .oasys = {{"1.30", "yes"}},
                                 .learning_subtotal = 4,
                                 .months_left = 9});

    SECTION("an empty value makes it unknown again")
    {
        for (const char* key : {"setting=", "rosh.public=", "rosh.staff= ", "offence=", "arp=", "oasys.1.30=",
                                "region=", "learning.subtotal=", "sentence.months_left="})
            set_case_value(profile, key);
        CHECK(profile == CaseProfile{});
    }
    SECTION("a word twice is one")
    {
        set_case_value(profile, "offence=stalking,stalking, violence");
        CHECK(profile.offence == Words{"stalking", "violence"});
    }
}

TEST_CASE("a value that does not fit is refused with what the key takes", "[values]")
{
    CHECK(complaint("setting=prison") == "setting takes community, custody or remand.");
    CHECK(complaint("offence=sexual,arson") ==
          "offence takes sexual, online, domestic-abuse, stalking, violence, general or terrorism.");
    CHECK(complaint("age=200") == "age takes a whole number from 10 to 110.");
    CHECK(complaint("reference=John Smith") == "reference takes a-z, 0-9 and hyphens, at most 40 of them.");
    CHECK(complaint("reference=" + std::string(41, 'a')) ==
          "reference takes a-z, 0-9 and hyphens, at most 40 of them.");
    CHECK(complaint("sara=high") == "sara has parts: write sara.partner, sara.others.");
    CHECK(complaint("colour=blue") == "A case has no key colour.");
    CHECK(complaint("=high") == "A case has no key .");
    CHECK(complaint("setting") == "A case value is written key=value, for example setting=custody.");
    CHECK(complaint("") == "A case value is written key=value, for example setting=custody.");
}

TEST_CASE("answers to what modules ask are set by module and key", "[values]")
{
    CaseProfile profile;
    set_case_value(profile, "fields.building-blocks.found-before=yes");
    set_case_value(profile, "fields.ladders.rungs= 2.5 ");
    set_case_value(profile, "fields.ladders.found-before=true");
    CHECK(profile.fields == std::map<std::string, std::string>{{"building-blocks.found-before", "yes"},
                                                               {"ladders.found-before", "yes"},
                                                               {"ladders.rungs", "2.5"}});
    set_case_value(profile, "fields.ladders.rungs=");
    CHECK(profile.fields.size() == 2);
    CHECK(complaint("fields.rungs=2") ==
          "fields.rungs is named by its module and a point, as in building-blocks.found-before.");
    CHECK(complaint("fields.ladders.rungs=His name is Sam") ==
          "fields.ladders.rungs takes a word of a-z, 0-9 and hyphens, or a number.");
    for (const auto* odd : {"1,5", "-", ".", "+3", "1 2", "-1e400", "a_b", "A"}) {
        CAPTURE(odd);
        CHECK(complaint(std::string{"fields.ladders.rungs="} + odd).ends_with("or a number."));
    }
    for (int i = 0; i < 200 && profile.fields.size() < 100; ++i)
        put_module_answer(profile.fields, "m.k" + std::to_string(i), "yes");
    CHECK(put_module_answer(profile.fields, "m.another", "yes") == "is one more than a case holds");
    CHECK(put_module_answer(profile.fields, "m.k1", "no").empty());
}

TEST_CASE("forms learn which words a key takes", "[values]")
{
    CHECK(case_words("innocence") == Words{"accepts", "minimises", "maintains", "appeal"});
    CHECK(case_words("rosh.public") == Words{"low", "medium", "high", "very-high"});
    CHECK(case_words("rosh") == case_words("rosh.staff"));
    CHECK(case_words("oasys.1.30") == Words{"yes", "no"});
    CHECK(case_words("oasys.11.12") == Words{"0", "1", "2"});
    CHECK(case_words("region").size() == 12);
    CHECK(case_words("region").front() == "East Midlands");
    CHECK(case_words("arp").empty());
    CHECK(case_words("reference").empty());
    CHECK(case_words("nonsense").empty());
    CHECK(case_words("").empty());
}

TEST_CASE("the highest risk named is the one that counts", "[values]")
{
    CHECK(highest_rosh({}).empty());
    CHECK(highest_rosh({.rosh = {{"staff", "low"}}}) == "low");
    CHECK(highest_rosh({.rosh = {{"public", "medium"}, {"children", "very-high"}, {"staff", "high"}}}) ==
          "very-high");
}

TEST_CASE("the strip says a case in short words", "[values]")
{
    CHECK(case_chips({}).empty());
    CHECK(case_chips({.offence = {"sexual", "online"},
                      .rosh = {{"public", "high"}, {"staff", "low"}},
                      .dc_srp = "medium",
                      .innocence = "maintains"}) ==
          Words{"Sexual, online", "RoSH high", "DC-SRP medium", "Maintains innocence"});
    CHECK(case_chips({.setting = "remand",
                      .sex = "female",
                      .age = 34,
                      .region = "Wales",
                      .offence = {"domestic-abuse"},
                      .predictor = "ogrs3",
                      .arp = 55.5,
                      .csrp = 3.0,
                      .iic_srp = "very-high",
                      .sara = {{"partner", "high"}},
                      .innocence = "appeal",
                      .learning_subtotal = 3,
                      .sentence_type = "ipp-licence",
                      .months_left = 1,
                      .flags = {"mappa-2", "shpo", "victim-contact"}}) ==
          Words{"Domestic abuse", "OSP-IIC very high", "OGRS3 55.5%", "RSR 3%", "SARA partner high",
                "Appeal pending", "Learning screening 3", "Remand", "IPP licence, 1 month left",
                "MAPPA level 2", "SHPO", "Victim contact", "Female, 34", "Wales"});
}
