// SPDX-License-Identifier: GPL-2.0-or-later
// The noun `programme`, with the modules that ship.
#include "tests/support/catch.h"
#include "tests/terminal/guidepostctl.h"

#include <algorithm>

using namespace guidepost;
using test::has;
using Json = nlohmann::json;

namespace {

/// Need in one domain alone and a high sexual band: a row to show to trainers.
const std::string low_need_high_risk =
    "version: 1\nreference: north-7k2\nsetting: community\nsex: male\noffence: [sexual]\ndc_srp: high\n"
    "oasys: {\"1.30\": yes, \"11.11\": 1, \"11.12\": 2, \"6.12\": 0, \"12.1\": 0, \"12.9\": 0, \"6.1\": 0, "
    "\"6.6\": 0, \"7.3\": 0, \"11.3\": 0, \"11.2\": 0, \"11.4\": 0, \"11.6\": 0, \"10.1\": 0}\n";

const Json& named(const Json& list, const char* key, const std::string& name)
{
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const auto& one) { return one.at(key) == name; });
    REQUIRE(found != list.end());
    return *found;
}

} // namespace

TEST_CASE("low need with high sexual risk: why it is not eligible, and toolkit with a specialist's advice",
          "[terminal]")
{
    const test::Terminal terminal;
    const auto file = terminal.dir().write("case.yaml", low_need_high_risk).string();

    const auto said = terminal({"programme", "assess", "--case", file});
    CHECK(said.exit_code == 0);
    CHECK(has(said.out, "OFFICIAL-SENSITIVE"));
    CHECK(has(said.out, "Recommendation only"));
    CHECK(has(said.out, "Toolkit in supervision, with a specialist's advice: Suitable"));
    CHECK(has(said.out, "Building Choices, moderate intensity: Not eligible"));
    CHECK(has(said.out, "Need 2 of 8 (low), risk high (DC-SRP)"));
    CHECK(has(said.out, "6 Need: 2 + 0 + 0 + 0 = 2 of 8: low"));
    CHECK(has(said.out, "Fill first: SARA to a partner"));
    CHECK(said.out.find("with a specialist's advice") < said.out.find("moderate intensity"));

    const auto json = terminal.json({"programme", "assess", "--case", file, "--json"});
    CHECK(json.at("version") == 1);
    CHECK(json.at("recommendation_only") == true);
    const auto& assessment = named(json.at("assessments"), "module", "building-choices");
    CHECK(assessment.at("name") == "Building Choices");
    CHECK(named(assessment.at("options"), "option", "moderate").at("verdict") == "not-eligible");
    CHECK(named(assessment["options"], "option", "toolkit-and-consultation").at("verdict") == "suitable");
    const auto& details = assessment.at("details");
    CHECK(details.at("needs").at("domains").at("sex") == 2);
    CHECK(details["needs"].at("score") == 2);
    CHECK(details["needs"].at("level") == "low");
    CHECK(details.at("risk").at("level") == "high");
    CHECK(details["risk"].at("rows").size() == 7);
    CHECK(details.at("pathway") == "alternative");
    CHECK(assessment.at("best_case") == "alternative");
    CHECK(assessment.at("worst_case") == "moderate");
    CHECK(assessment.at("blanks").at(0).at("key") == "sara.partner");
    CHECK(named(json["assessments"], "module", "toolkits").at("options").size() == 11);

    const auto html = terminal({"programme", "assess", "--case", file, "--format", "html"});
    CHECK(has(html.out, "<details open>"));
    CHECK(has(html.out, "Case north-7k2"));
}

TEST_CASE("one module can be asked, and a case is needed", "[terminal]")
{
    const test::Terminal terminal;
    const auto one = terminal.json(
        {"programme", "assess", "toolkits", "--case", "sex=male", "--case", "age=22", "--json"});
    REQUIRE(one.at("assessments").size() == 1);
    CHECK(one["assessments"][0].at("module") == "toolkits");
    CHECK(terminal({"programme", "assess"}).exit_code == 2);
    CHECK(terminal({"programme", "assess", "nothing", "--case", "age=22"}).exit_code == 3);
    CHECK(terminal({"programme", "assess", "--case", "age=eleventy"}).exit_code == 2);
    CHECK(terminal({"programme", "assess", "--case", "/nowhere.yaml"}).exit_code == 3);
}

TEST_CASE("a plan is listed session by session, and what is not known is not made up", "[terminal]")
{
    const test::Terminal terminal;
    const auto plan = terminal.json({"programme", "plan", "building-choices", "moderate", "--json"});
    CHECK(plan.at("is_complete") == true);
    REQUIRE(plan.at("sessions").size() == 27);
    CHECK(plan["sessions"][0].at("kind") == "one-to-one");
    CHECK(plan["sessions"][1].at("minutes") == 150);
    CHECK(plan["sessions"][1].at("week").is_null());
    const auto high = terminal.json({"programme", "plan", "building-choices", "high", "--json"});
    CHECK(high.at("is_complete") == false);
    CHECK(high.at("sessions").empty());
    CHECK(has(terminal({"programme", "plan", "toolkits", "maps-for-change"}).out, "Week  1"));
    CHECK(has(terminal({"programme", "plan", "toolkits", "maps-for-change", "--format", "html"}).out,
              "<td class=\"number\">Week 1</td>"));

    const auto missing = terminal({"programme", "plan", "building-choices", "gentle"});
    CHECK(missing.exit_code == 3);
    CHECK(has(missing.err, "moderate, high"));
    CHECK(terminal({"programme", "plan", "building-choices", "../../toolkits/module"}).exit_code == 3);
    CHECK(terminal({"programme", "plan", "nothing", "moderate"}).exit_code == 3);
}

TEST_CASE("a brief has everything on one page", "[terminal]")
{
    const test::Terminal terminal;
    const auto brief = terminal.json({"programme", "brief", "toolkits", "maps-for-change", "--json"});
    CHECK(brief.at("steps").size() == 3);
    CHECK(brief.at("challenge").size() == 2);
    CHECK_FALSE(brief.at("red_flags").empty());
    CHECK_FALSE(brief.at("stop_and_call").empty());
    const auto text = terminal({"programme", "brief", "toolkits", "maps-for-change"}).out;
    CHECK(has(text, "Stop and call"));
    CHECK(std::count(text.begin(), text.end(), '\n') < 60);
    CHECK(terminal({"programme", "brief", "toolkits", "nothing"}).exit_code == 3);
    CHECK(has(terminal({"programme", "brief", "building-choices", "moderate"}).err, "has no briefs"));
}

TEST_CASE("a path can be walked from a terminal to an action", "[terminal]")
{
    const test::Terminal terminal;
    const auto paths = terminal.json({"programme", "path", "--json"}).at("paths");
    REQUIRE_FALSE(paths.empty());
    const auto module = paths[0].at("module").get<std::string>();
    const auto id = paths[0].at("path").get<std::string>();
    const auto whole = terminal.json({"programme", "path", module, id, "--json"});
    auto at = whole.at("start").get<std::string>();
    // The last answer each time: the way an ordinary week goes.
    for (std::size_t steps = 0;; ++steps) {
        REQUIRE(steps < 20);
        const auto step = terminal.json({"programme", "path", module, id, "--step", at, "--json"}).at("at");
        if (step.contains("action")) {
            CHECK_FALSE(step.at("text").get<std::string>().empty());
            CHECK(step.contains("call"));
            break;
        }
        at = step.at("answers").back().at("leads_to");
    }
    CHECK(terminal({"programme", "path", module, id, "--step", "nowhere"}).exit_code == 3);
    CHECK(terminal({"programme", "path", module, "nothing"}).exit_code == 3);
    CHECK(has(terminal({"programme", "path", module, id}).out, "Call: "));
}

TEST_CASE("what became of an older programme is found by its short form", "[terminal]")
{
    const test::Terminal terminal;
    const auto found = terminal.json({"programme", "transition", "tsp", "--json"}).at("transitions");
    REQUIRE(found.size() == 1);
    CHECK(found[0].at("successor") == "building-choices");
    CHECK(found[0].at("successor_name") == "Building Choices");
    CHECK(found[0].at("is_equivalent") == false);
    CHECK(has(terminal({"programme", "transition", "tsp"}).out, "Building Choices (not the same)"));
    const auto all = terminal.json({"programme", "transition", "--json"}).at("transitions");
    CHECK(all.size() >= 15);
    for (const auto& one : all)
        CHECK_FALSE(one.at("successor").get<std::string>().empty());
    CHECK(terminal({"programme", "transition", "no such thing"}).exit_code == 3);
}

TEST_CASE("a group is looked at by names made on the desk", "[terminal]")
{
    const test::Terminal terminal;
    const auto file =
        terminal.dir().write("group.yaml", "version: 1\nmembers:\n"
                                           "  - {member: m1, case: {sex: male, innocence: maintains}}\n"
                                           "  - {member: m2, case: {sex: male}, not_with: [m3]}\n"
                                           "  - {member: m3, case: {}}\n");
    const auto json = terminal.json({"programme", "group", "--file", file.string(), "--json"});
    CHECK(json.at("module") == "building-choices");
    CHECK(json.at("findings").at(0).at("severity") == "stop");
    CHECK(json["findings"][0].at("members") == Json({"m2", "m3"}));
    CHECK(std::any_of(json["findings"].begin(), json["findings"].end(),
                      [](const auto& one) { return one.at("members") == Json({"m1"}); }));
    CHECK_FALSE(json.at("without").empty());
    const auto text = terminal({"programme", "group", "--file", file.string()});
    CHECK(has(text.out, "OFFICIAL-SENSITIVE"));
    CHECK(has(text.out, "without m2: "));

    const auto refused = [&](const std::string& yaml) {
        const auto outcome =
            terminal({"programme", "group", "--file", terminal.dir().write("broken.yaml", yaml).string()});
        CHECK_FALSE(has(outcome.err, "secret"));
        return outcome.exit_code;
    };
    CHECK(refused("members: []\n") == 1);
    CHECK(refused("version: 1\nmembers: []\n") == 1);
    CHECK(refused("version: 1\nmembers:\n  - {member: \"A secret name\", case: {}}\n") == 1);
    CHECK(refused("version: 1\nmembers:\n  - {member: m1}\n") == 1);
    CHECK(refused("version: 1\nmembers:\n  - {member: m1, case: {}}\n  - {member: m1, case: {}}\n") == 1);
    CHECK(refused("version: 1\nmembers:\n  - {member: m1, case: {arp: secret}}\n") == 1);
    std::string many = "version: 1\nmembers:\n";
    for (int i = 0; i < 31; ++i)
        many += "  - {member: m" + std::to_string(i) + ", case: {}}\n";
    CHECK(refused(many) == 1);
    CHECK(terminal({"programme", "group", "--file", "/nowhere.yaml"}).exit_code == 3);
}

TEST_CASE("whether somebody may deliver follows from the register", "[terminal]")
{
    const test::Terminal terminal;
    terminal({"--practice", "staff", "list"});
    const std::vector<std::string> ask{"--as",        "lead-7",     "programme",
                                       "may-deliver", "officer-14", "building-choices"};
    const auto no = terminal(ask);
    CHECK(no.exit_code == 4);
    CHECK(has(no.out, "May not deliver yet."));
    auto words = ask;
    words.insert(words.end(), {"three-way-review", "--json"});
    const auto json = Json::parse(terminal(words).out);
    CHECK(json.at("may") == false);
    CHECK(json.at("missing").size() == 3); // training and rung for every session, a rung for the last part
    CHECK(json.at("requirements").size() == 2);
    words[4] = "specialist-14";
    CHECK(Json::parse(terminal(words).out).at("may") == true);
    CHECK(terminal({"--as", "lead-7", "programme", "may-deliver", "nobody", "toolkits"}).exit_code == 3);
    CHECK(terminal({"--as", "lead-7", "programme", "may-deliver", "officer-14", "nothing"}).exit_code == 3);
    // A toolkit asks for nothing but its specialists' stage.
    CHECK(
        terminal({"--as", "lead-7", "programme", "may-deliver", "officer-14", "toolkits", "maps-for-change"})
            .exit_code == 0);
    CHECK(terminal({"--as", "lead-7", "programme", "may-deliver", "officer-14", "toolkits",
                    "constructive-conversations-stage-3"})
              .exit_code == 4);
}

TEST_CASE("programmes are listed with what they offer, and a desk without modules is a desk", "[terminal]")
{
    const test::Terminal terminal;
    const auto listed = terminal.json({"programme", "list", "--json"}).at("programmes");
    CHECK(listed.size() == 5);
    CHECK(named(listed, "module", "toolkits").at("kind") == "toolkits");
    CHECK(named(listed, "module", "toolkits").at("options").size() == 11);
    CHECK_FALSE(named(listed, "module", "sexual-offending").at("banner").get<std::string>().empty());
    CHECK(has(terminal({"programme", "list"}).out, "Plans: moderate, high"));

    auto without = terminal.command({"programme", "list"});
    const auto empty = terminal.dir().path() / "no-modules";
    std::filesystem::create_directory(empty);
    without.environment["GUIDEPOST_MODULES"] = empty.string();
    CHECK(test::run(without).exit_code == 0);
    without.argv.back() = "transition";
    CHECK(test::run(without).exit_code == 0);
    auto assess = terminal.command({"programme", "assess", "--case", "age=22"});
    assess.environment = without.environment;
    const auto nothing = test::run(assess);
    CHECK(nothing.exit_code == 0);
    CHECK(has(nothing.out, "No programme module on this desk has anything to say."));
}
