// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/error.h"
#include "core/values/case_keys.h"
#include "core/values/case_profile.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <algorithm>
#include <random>
#include <string>

using namespace guidepost;

namespace {

/// The file of the documentation, every key in use.
constexpr const char* full = R"(version: 1
reference: north-7k2           # made on the desk
setting: community
sex: male
age: 34
region: North West
offence: [sexual, online]
rosh: {public: high, children: medium, known_adult: low, staff: low}
predictor: ogrs4
arp: 55.0
vrp: 20.0
dc_srp: medium
iic_srp: low
csrp: 1.2
sara: {partner: medium, others: low}
oasys: {"1.30": yes, "6.11": no, "11.11": 1, "11.12": 2, "6.12": 0, "12.1": 1, "12.9": 0,
        "6.1": 0, "6.6": 1, "7.3": 0, "11.3": 0, "11.2": 1, "11.4": 1, "11.6": 0, "10.1": 0}
innocence: maintains
learning: {subtotal: 3}
sentence: {type: licence, months_left: 14}
flags: [mappa-1, shpo]
)";

std::string complaint(const std::string& yaml)
{
    try {
        parse_case(yaml);
    } catch (const Error& e) {
        CHECK(e.code() == Errc::format);
        return e.what();
    }
    return "(nothing is wrong with it)";
}

std::string complaint_about(const std::string& line)
{
    return complaint("version: 1\n" + line + "\n");
}

} // namespace

TEST_CASE("every key of a case file is read", "[values]")
{
    const auto profile = parse_case(full);

    CHECK(profile.reference == "north-7k2");
    CHECK(profile.setting == "community");
    CHECK(profile.sex == "male");
    CHECK(profile.age == 34);
    CHECK(profile.region == "North West");
    CHECK(profile.offence == std::vector<std::string>{"sexual", "online"});
    CHECK(profile.rosh.size() == 4);
    CHECK(profile.rosh.at("known_adult") == "low");
    CHECK(profile.predictor == "ogrs4");
    CHECK(profile.arp == 55.0);
    CHECK(profile.csrp == 1.2);
    CHECK(profile.dc_srp == "medium");
    CHECK(profile.sara.at("partner") == "medium");
    CHECK(profile.oasys.size() == 15);
    CHECK(profile.oasys.at("1.30") == "yes");
    CHECK(profile.oasys.at("11.12") == "2");
    CHECK(profile.innocence == "maintains");
    CHECK(profile.learning_subtotal == 3);
    CHECK(profile.sentence_type == "licence");
    CHECK(profile.months_left == 14);
    CHECK(profile.flags == std::vector<std::string>{"mappa-1", "shpo"});
}

TEST_CASE("what a file leaves out, or leaves blank, stays unknown", "[values]")
{
    CHECK(parse_case("version: 1\n") == CaseProfile{});
    CHECK(parse_case("version: 1\narp:\nage: ~\nrosh:\nsara: {}\nflags: []\noasys: {\"6.1\": }\nsex: ''\n") ==
          CaseProfile{});
}

TEST_CASE("a case reads back from its file as it was written", "[values]")
{
    const auto profile = parse_case(full);
    CHECK(parse_case(format_case(profile)) == profile);
    CHECK(parse_case(format_case({})) == CaseProfile{});

    SECTION("for any values that the keys take")
    {
        std::mt19937 random{20261121};
        for (int round = 0; round < 500; ++round) {
            CaseProfile made;
            for (const auto& key : case_keys()) {
                if (random() % 3 == 0)
                    continue;
                std::string value;
                if (!key.words.empty())
                    value = key.words[random() % key.words.size()];
                else if (key.most > 0)
                    value = std::to_string(
                        static_cast<int>(key.least) +
                        static_cast<int>(random() % static_cast<unsigned>(key.most - key.least)));
                else
                    value = "north-" + std::to_string(random() % 1000);
                REQUIRE(put_case_value(made, key, {value}).empty());
            }
            if (made.arp)
                *made.arp += 0.1;
            INFO(format_case(made));
            REQUIRE(parse_case(format_case(made)) == made);
        }
    }
    SECTION("also where YAML would read something else into a word")
    {
        for (const char* reference : {"null", "yes", "1-2", "007", "1e5"})
            CHECK(parse_case(format_case({.reference = reference})).reference == reference);
    }
}

TEST_CASE("a mistake in a case file is named with its line and key", "[values]")
{
    CHECK(complaint_about("rosk: {public: high}") == "line 2: unknown key rosk.");
    CHECK(complaint_about("rosh: {pubic: high}") == "line 2: unknown key rosh.pubic.");
    CHECK(complaint_about("\n\nrosh:\n  public: hgh") ==
          "line 5: rosh.public takes low, medium, high or very-high.");
    CHECK(complaint_about("rosh: high") == "line 2: rosh has parts, as in rosh: {public: ...}.");
    CHECK(complaint_about("rosh.public: high") == "line 2: unknown key rosh.public.");
    CHECK(complaint_about("setting: [community, custody]") == "line 2: setting takes one value, not a list.");
    CHECK(complaint_about("setting: prison") == "line 2: setting takes community, custody or remand.");
    CHECK(complaint_about("oasys: {\"11.21\": 1}") == "line 2: unknown key oasys.11.21.");
    CHECK(complaint_about("oasys: {\"11.2\": yes}") == "line 2: oasys.11.2 takes 0, 1 or 2.");
    CHECK(complaint_about("oasys: {\"1.30\": 2}") == "line 2: oasys.1.30 takes yes or no.");
    CHECK(complaint_about("sex: male\nsex: female") == "line 3: sex stands here a second time.");
    CHECK(complaint_about("arp: {a: 1}") == "line 2: unknown key arp.");
    CHECK(complaint_about("region: Lancashire").starts_with("line 2: region takes one of: East Midlands; "));
}

TEST_CASE("a complaint never repeats what was written as a value", "[values]")
{
    CHECK(complaint_about("reference: John Smith 12/3/1980").find("Smith") == std::string::npos);
    CHECK(complaint_about("innocence: says Karen lied").find("Karen") == std::string::npos);
}

TEST_CASE("numbers of a case keep to what they measure", "[values]")
{
    for (const char* good : {"arp: 0", "arp: 100", "arp: 49.99", "age: 10", "age: 110",
                             "learning: {subtotal: 0}", "sentence: {months_left: 0}"})
        CHECK_NOTHROW(parse_case(std::string{"version: 1\n"} + good));
    for (const char* bad :
         {"arp: -0.1", "arp: 100.1", "vrp: 1e9", "csrp: nan", "csrp: inf", "csrp: 5%", "arp: 5,5", "age: 9",
          "age: 111", "age: 34.5", "age: thirty", "age: 99999999999999999999", "arp: 0x10",
          "learning: {subtotal: -1}", "sentence: {months_left: 12 }x"}) {
        INFO(bad);
        CHECK_THROWS_AS(parse_case(std::string{"version: 1\n"} + bad), Error);
    }
    CHECK(complaint_about("age: 9") == "line 2: age takes a whole number from 10 to 110.");
    CHECK(complaint_about("arp: 101") == "line 2: arp takes a number from 0 to 100.");
}

TEST_CASE("the version of a case file must be there and be ours", "[values]")
{
    CHECK(complaint("setting: custody\n") == "A case file says \"version: 1\", and this one has no version.");
    CHECK(complaint("") == "A case file says \"version: 1\", and this one has no version.");
    CHECK(complaint("version: 2\nnew_key: 1\n") ==
          "line 1: version 2 of the case file needs a newer Guidepost; this one reads version 1.");
    CHECK(complaint("version: 12\nnew: {key: [[1]]}\n").starts_with("line 1: version 12 of the case file"));
    CHECK(complaint("version: 0\n") == "line 1: version takes 1.");
    CHECK(complaint("version: one\n") == "line 1: version takes 1.");
    CHECK(complaint("version: [1]\n") == "line 1: version takes 1.");
}

TEST_CASE("hostile YAML is refused and costs nothing", "[values]")
{
    CHECK(complaint("version: &a 1\n") == "line 1: anchors (&name) are not allowed.");
    CHECK(complaint("version: 1\noffence: &x [sexual]\n") == "line 2: anchors (&name) are not allowed.");
    CHECK(complaint("version: 1\nsex: *a\n").starts_with("line 2:"));
    CHECK(complaint("version: 1\n<<: {sex: male}\n") == "line 2: unknown key <<.");
    CHECK(complaint("version: 1\noffence: [[sexual]]\n") == "line 2: offence takes plain words.");
    CHECK(complaint("version: 1\nrosh: {public: {a: b}}\n") == "line 2: keys within keys cannot stand here.");
    CHECK(complaint("version: 1\n? [a]\n: b\n") == "line 2: a key is a plain word.");
    CHECK(complaint("version: 1\n---\nversion: 1\n").find("one case") != std::string::npos);
    CHECK(complaint("just words") == "line 1: lines of \"key: value\" are expected.");
    CHECK(complaint("- a\n- b\n") == "line 1: lines of \"key: value\" are expected.");
    CHECK(complaint("version: 1\nsex: \"male").find("YAML") != std::string::npos);
    CHECK(complaint("version: 1\nsex: \xff\n").find("UTF-8") != std::string::npos);
    CHECK(complaint("version: 1\n" + std::string(100'000, '#')).find("64 KB") != std::string::npos);
    CHECK_THROWS_AS(parse_case("version: 1\nsex: " + std::string(20'000, '[')), Error);
    CHECK_THROWS_AS(parse_case("version: 1\n" + std::string(20'000, '{')), Error);
    std::string many = "version: 1\noffence: [";
    for (int i = 0; i < 5000; ++i)
        many += "sexual, ";
    CHECK(complaint(many + "]\n").find("more here than") != std::string::npos);
    CHECK(complaint_about("\"a\\e[2Jb\": 1").find('\x1b') == std::string::npos);
}

TEST_CASE("any cut of a case file is read or refused, never worse", "[values]")
{
    const std::string text = full;
    for (std::size_t end = 0; end < text.size(); ++end) {
        try {
            parse_case(text.substr(0, end));
        } catch (const Error& e) {
            REQUIRE(e.code() == Errc::format);
        }
    }
}

TEST_CASE("a case is read from a file and a mistake names the file", "[values]")
{
    const test::TempDir dir;
    CHECK(read_case(dir.write("good.yaml", full)) == parse_case(full));
    CHECK(read_case(dir.write("windows.yaml", "\xEF\xBB\xBFversion: 1\r\nsex: male\r\n")).sex == "male");
    try {
        read_case(dir.write("bad.yaml", "version: 1\nsex: m\n"));
        FAIL("no complaint");
    } catch (const Error& e) {
        CHECK(std::string{e.what()}.ends_with("bad.yaml: line 2: sex takes male or female."));
    }
    try {
        read_case(dir.path() / "none.yaml");
        FAIL("no complaint");
    } catch (const Error& e) {
        CHECK(e.code() == Errc::not_found);
    }
}

TEST_CASE("programs that write yes as true are understood", "[values]")
{
    CHECK(parse_case("version: 1\noasys: {\"1.30\": true, \"6.11\": false}\n").oasys ==
          std::map<std::string, std::string>{{"1.30", "yes"}, {"6.11", "no"}});
}

TEST_CASE("what modules ask stands under fields, and comes back as it went", "[values]")
{
    CaseProfile profile;
    profile.fields = {
        {"building-blocks.found-before", "yes"}, {"ladders.rungs", "-2.5"}, {"ladders.which", "the-third"}};
    profile.need_score = 9;
    CHECK(parse_case(format_case(profile)) == profile);
    CHECK(parse_case("version: 1\nfields:\n").fields.empty());
    CHECK(parse_case("version: 1\nfields: {ladders.which: true}").fields.at("ladders.which") == "yes");
    for (const auto& [yaml, error] : std::vector<std::pair<std::string, std::string>>{
             {"fields: yes", "line 2: fields has parts, as in fields: {module.key: yes}."},
             {"fields: [a]", "line 2: fields has parts, as in fields: {module.key: yes}."},
             {"fields: {which: yes}",
              "line 2: fields.which is named by its module and a point, as in building-blocks.found-before."},
             {"fields: {ladders.which: His name}",
              "line 2: fields.ladders.which takes a word of a-z, 0-9 and hyphens, or a number."},
             {"fields: {ladders.which: [a]}", "line 2: fields.ladders.which takes one value, not a list."},
             {"fields: {ladders.which: a, ladders.which: b}",
              "line 2: ladders.which stands here a second time."}}) {
        CAPTURE(yaml);
        try {
            parse_case("version: 1\n" + yaml);
            FAIL("was read");
        } catch (const Error& e) {
            CHECK(std::string{e.what()} == error);
        }
    }
}
