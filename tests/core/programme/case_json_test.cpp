// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/exchange/case_json.h"
#include "core/text/files.h"
#include "core/values/case_keys.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <nlohmann/json.hpp>

using namespace guidepost;
using Json = nlohmann::json;

TEST_CASE("a module gets what is known of a case and nothing else", "[programme]")
{
    CHECK(programme::case_json({}, "ladders") == Json{{"version", 1}});
    const auto profile = parse_case(R"(version: 1
reference: north-7k2
setting: remand
age: 34
offence: [sexual, online]
rosh: {public: high}
arp: 55.5
dc_srp: not-applicable
sara: {partner: medium}
oasys: {"1.30": yes, "6.11": no, "11.12": 2, "6.1": 0}
learning: {subtotal: 3}
sentence: {type: licence, months_left: 14}
flags: [mappa-1]
)");
    CHECK(programme::case_json(profile, "ladders") ==
          Json::parse(R"({"version":1,"setting":"remand","age":34,"offence":["sexual","online"],
              "rosh":{"public":"high"},"arp":55.5,"dc_srp":"not-applicable","sara":{"partner":"medium"},
              "oasys":{"1.30":true,"6.11":false,"11.12":2,"6.1":0},"learning":{"subtotal":3},
              "sentence":{"type":"licence","months_left":14},"flags":["mappa-1"]})"));
}

TEST_CASE("a module is given the answers to its own questions and to nobody else's", "[programme]")
{
    CaseProfile profile;
    profile.fields = {{"ladders.rungs", "2.5"},
                      {"ladders.found-before", "yes"},
                      {"ladders.which", "the-third"},
                      {"ladders-two.secret", "no"},
                      {"other.secret", "yes"}};
    CHECK(programme::case_json(profile, "ladders")["more"] ==
          Json::parse(R"({"rungs":2.5,"found-before":true,"which":"the-third"})"));
    CHECK_FALSE(programme::case_json(profile, "third").contains("more"));
    CHECK_FALSE(programme::case_json(profile, "").contains("more"));
}

TEST_CASE("the schema of a case knows every key but the desk's own name for it", "[programme]")
{
    const auto schema = Json::parse(
        read_file(test::source_file("plugins/api/schemas/case-1.schema.json"), 100'000))["properties"];
    for (const auto& key : case_keys()) {
        INFO(key.name);
        const std::string top{key.group().empty() ? key.name : key.group()};
        CHECK(schema.contains(top) == (key.name != "reference"));
        if (!key.group().empty() && top != "oasys")
            CHECK(schema[top]["properties"].contains(std::string{key.member()}));
    }
}
