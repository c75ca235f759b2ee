// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/exchange/answers.h"
#include "core/programme/exchange/module_json.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <fmt/format.h>

#include <functional>

using namespace guidepost;
using namespace guidepost::programme;
using Json = nlohmann::json;

namespace {

/// One whole answer of each capability, with everything in it that there may be.
struct Whole {
    std::string schema;
    Json answer;
    std::function<void(const Json&)> read;
};

std::vector<Whole> whole_answers()
{
    return {
        {"suitability-1.out", Json::parse(R"({"version":1,"options":[{"option":"moderate","name":"Moderate",
            "verdict":"ask","reasons":[{"step":"Need","text":"Need 4 of 8"}],"guidance":["a-b","a-b#do-now"]}],
            "blanks":[{"key":"vrp","text":"VRP not entered","could_change":true}],"best_case":"moderate",
            "worst_case":"high","details":{"needs":{"score":4}}})"),
         [](const Json& j) {
             read_assessment(j);
         }},
        {"plan-1.out",
         Json::parse(R"({"version":1,"title":"Plan","is_complete":false,"notes":["n"],"sessions":
            [{"session":"s-1","title":"First","part":"P","kind":"group","minutes":150,"week":1,"materials":["m"],
            "guidance":["a"],"brief":{"aim":"A","steps":["1"],"challenge":["c"],"red_flags":["r"],
            "stop_and_call":"manager"}}]})"),
         [](const Json& j) {
             read_plan(j);
         }},
        {"routing-1.out", Json::parse(R"({"version":1,"specialisms":[{"specialism":"women","why":"w"}],
            "floor":{"level":2,"band":4,"qualification":"pqip"}})"),
         [](const Json& j) {
             read_routing(j);
         }},
        {"form-1.out",
         Json::parse(R"({"version":1,"fields":[{"key":"k","label":"L","help":"H","kind":"choice",
            "where":"both","choices":[{"value":"a","label":"A"},{"value":"b","label":"B"}]},
            {"key":"n","label":"N","kind":"number","least":0,"most":5}]})"),
         [](const Json& j) {
             read_form(j);
         }},
        {"group-1.out",
         Json::parse(R"({"version":1,"label":"General","findings":[{"severity":"stop","step":"s",
            "text":"t","members":["m1"]}],"without":[{"member":"m1","text":"x"}]})"),
         [](const Json& j) {
             read_group(j);
         }},
    };
}

bool is_refused(const Whole& whole, const Json& answer)
{
    try {
        whole.read(answer);
    } catch (const Error& e) {
        CHECK(e.code() == Errc::format);
        CHECK(std::string{e.what()}.size() > 5);
        return true;
    }
    return false;
}

/// Visits every place of the JSON.
void each_place(const Json& json, const Json::json_pointer& at,
                const std::function<void(const Json::json_pointer&)>& visit)
{
    visit(at);
    if (json.is_object())
        for (const auto& [key, value] : json.items())
            each_place(value, at / key, visit);
    if (json.is_array())
        for (std::size_t i = 0; i < json.size(); ++i)
            each_place(json[i], at / i, visit);
}

/// Keys the schema requires at a place of the answer.
std::vector<std::pair<Json::json_pointer, std::string>>
required_of(const Json& schema, const Json& top, const Json& answer, const Json::json_pointer& at)
{
    if (schema.contains("$ref")) {
        const auto ref = schema["$ref"].get<std::string>();
        return required_of(top[Json::json_pointer{ref.substr(1)}], top, answer, at);
    }
    std::vector<std::pair<Json::json_pointer, std::string>> found;
    const auto add = [&](const auto& more) {
        found.insert(found.end(), more.begin(), more.end());
    };
    if (schema.contains("required"))
        for (const auto& key : schema["required"])
            found.emplace_back(at, key.template get<std::string>());
    if (schema.contains("properties"))
        for (const auto& [key, below] : schema["properties"].items())
            if (answer.contains(key))
                add(required_of(below, top, answer[key], at / key));
    if (schema.contains("items"))
        for (std::size_t i = 0; i < answer.size(); ++i)
            add(required_of(schema["items"], top, answer[i], at / i));
    return found;
}

} // namespace

TEST_CASE("an answer of every capability is read with all it may hold", "[programme]")
{
    for (const auto& whole : whole_answers()) {
        INFO(whole.schema);
        CHECK_FALSE(is_refused(whole, whole.answer));
    }
}

TEST_CASE("what a schema requires, the desk requires", "[programme]")
{
    for (const auto& whole : whole_answers()) {
        const auto schema = Json::parse(
            read_file(test::source_file("plugins/api/schemas/" + whole.schema + ".schema.json"), 100'000));
        const auto required = required_of(schema, schema, whole.answer, Json::json_pointer{});
        CHECK(required.size() >= 3);
        for (const auto& [at, key] : required) {
            INFO(whole.schema << " without " << at.to_string() << "/" << key);
            auto answer = whole.answer;
            REQUIRE(answer[at].erase(key) == 1);
            CHECK(is_refused(whole, answer));
        }
    }
}

TEST_CASE("a lie about a type anywhere is refused or read as something harmless", "[programme]")
{
    const std::vector<Json> lies{Json{},
                                 true,
                                 -1,
                                 1e300,
                                 "",
                                 "\x1b[31mred",
                                 "\n",
                                 Json::array(),
                                 Json::object(),
                                 Json::array({Json::array()}),
                                 std::string(5000, 'a'),
                                 std::string("a\0b", 3)};
    int refused = 0, all = 0;
    for (const auto& whole : whole_answers())
        each_place(whole.answer, Json::json_pointer{}, [&](const Json::json_pointer& at) {
            for (const auto& lie : lies) {
                auto answer = whole.answer;
                answer[at] = lie;
                if (answer == whole.answer)
                    continue;
                ++all;
                refused += is_refused(whole, answer); // and throws nothing but Error
            }
        });
    // Null stands for "left out", and details are the module's own: the rest is refused.
    CHECK(all > 800);
    CHECK(refused > all * 6 / 10);
}

TEST_CASE("an answer that is too much is refused", "[programme]")
{
    auto answers = whole_answers();
    auto& suitability = answers[0];
    for (const auto* list : {"/options", "/blanks"}) {
        auto answer = suitability.answer;
        auto& items = answer[Json::json_pointer{list}];
        for (int i = 0; i < 200; ++i) {
            auto item = items[0];
            if (item.contains("option"))
                item["option"] = fmt::format("o-{}", i);
            items.push_back(item);
        }
        CHECK(is_refused(suitability, answer));
    }
    auto twice = suitability.answer;
    twice["options"].push_back(twice["options"][0]);
    CHECK(is_refused(suitability, twice));

    auto deep = suitability.answer;
    Json nested = 1;
    for (int i = 0; i < 10; ++i)
        nested = Json{{"n", nested}};
    deep["details"] = nested;
    CHECK(is_refused(suitability, deep));

    auto wide = suitability.answer;
    for (int i = 0; i < 300; ++i)
        wide["details"][fmt::format("k{}", i)] = i;
    CHECK(is_refused(suitability, wide));

    auto article = suitability.answer;
    article["options"][0]["guidance"] = {"../../etc/passwd"};
    CHECK(is_refused(suitability, article));
}

TEST_CASE("text that is no JSON, no UTF-8 or too deep is not read", "[programme]")
{
    CHECK(parse_untrusted("{}").is_object());
    CHECK(parse_untrusted("").is_discarded());
    CHECK(parse_untrusted("{\"a\":").is_discarded());
    CHECK(parse_untrusted("{} trailing").is_discarded());
    CHECK(parse_untrusted("\"\xFF\"").is_discarded());
    CHECK(parse_untrusted(std::string(1'000'000, '[')).is_discarded());
    CHECK(parse_untrusted(std::string(32, '[') + std::string(32, ']')).is_array());
    CHECK(parse_untrusted(std::string(33, '[') + std::string(33, ']')).is_discarded());
    CHECK(parse_untrusted("[\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\\\"[[[\"]").is_array());
    CHECK(parse_untrusted("[1e999]").is_discarded());
}
