// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/catch.h"
#include "tests/terminal/guidepostctl.h"

using namespace guidepost;
using test::has;

namespace {

test::Outcome with_input(const test::Terminal& terminal, const std::vector<std::string>& words,
                         const std::string& input)
{
    auto command = terminal.command(words);
    command.input = input;
    return run(command);
}

const std::string request = "version: 1\n"
                            "question: May he move in with partner A, who has a child of 8?\n"
                            "decision: Whether to agree to the address\n"
                            "needed_by: 2099-12-04\n"
                            "tried: Spoke to police\n"
                            "priority: soon\n"
                            "responsibility: advice\n"
                            "danger: no\n"
                            "case: {offence: [sexual], rosh: {children: high}}\n";

} // namespace

TEST_CASE("guard check says where and of what kind, never the text", "[terminal]")
{
    const test::Terminal terminal;
    const std::string text = "He is X123456.\nHis girlfriend Sarah lives at M1 1AE.";

    auto outcome = with_input(terminal, {"guard", "check"}, text);
    REQUIRE(outcome.exit_code == 0);
    CHECK(outcome.out == "line 1, byte 7: case reference number (CRN)\n"
                         "line 2, byte 16: may be a name; say \"partner A\"\n"
                         "line 2, byte 31: postcode\n");

    outcome = with_input(terminal, {"guard", "check", "--json"}, text);
    REQUIRE(outcome.exit_code == 0);
    CHECK(nlohmann::json::parse(outcome.out) ==
          nlohmann::json::parse(R"({"version":1,"findings":[{"class":"crn","start":6,"end":13},
              {"class":"likely-name","start":30,"end":35},{"class":"postcode","start":45,"end":51}]})"));
    for (const char* part : {"X123456", "Sarah", "M1"}) {
        CHECK_FALSE(has(outcome.out, part));
        CHECK_FALSE(has(outcome.err, part));
    }

    outcome = with_input(terminal, {"guard", "check", "--json"}, "");
    CHECK(nlohmann::json::parse(outcome.out).at("findings").empty());
    CHECK(with_input(terminal, {"guard", "check"}, std::string("\0\xFF\xC3", 3)).exit_code == 0);
    CHECK(terminal({"guard", "check", "--file", "/nonexistent"}).exit_code == 3);
    CHECK(terminal({"guard"}).exit_code == 2);
}

TEST_CASE("route explain gives officers counts and leads names, and sends nothing", "[terminal]")
{
    const test::Terminal terminal;
    const auto file = terminal.dir().write("request.yaml", request).string();
    const auto explain = [&](const char* who, const std::vector<std::string>& more = {}) {
        std::vector<std::string> words{"--practice", "--as", who, "route", "explain", "--file", file};
        words.insert(words.end(), more.begin(), more.end());
        return words;
    };

    const auto officer = terminal.json(explain("officer-14", {"--json"}));
    CHECK(officer.at("version") == 1);
    CHECK(officer.at("specialism") == "sexual-offending");
    CHECK(officer.at("level") == "senior");
    CHECK(officer.at("band") == 4);
    REQUIRE(officer.at("to").is_object());
    CHECK(officer.at("reasons").size() >= 3);
    CHECK_FALSE(officer.at("passed_over_counts").get<std::string>().empty());
    CHECK_FALSE(officer.contains("passed_over"));
    CHECK(officer.at("missing").empty());
    CHECK(officer.at("red_flags").empty());
    CHECK(officer.at("gives_somebody_away") == false);
    const auto said = terminal(explain("officer-14"));
    CHECK(has(said.out, "OFFICIAL-SENSITIVE. Nothing was sent."));
    for (int i = 1; i <= 26; ++i) // nobody by name but the one who would be asked
        if (const auto login = "specialist-" + std::to_string(i); login != officer.at("to").at("login"))
            CHECK_FALSE(has(said.out, "Specialist " + std::to_string(i) + ":"));

    const auto lead = terminal.json(explain("lead-1", {"--json"}));
    REQUIRE(lead.at("passed_over").size() > 5);
    CHECK(lead.at("passed_over").front().contains("reason"));
}

TEST_CASE("route explain says what stops a request", "[terminal]")
{
    const test::Terminal terminal;
    const auto explain = [&](const std::string& yaml) {
        return with_input(terminal, {"--practice", "--as", "officer-14", "route", "explain", "--file", "-"},
                          yaml);
    };

    auto outcome =
        explain("version: 1\nquestion: He says he will kill Donna tonight\ncase: {offence: [violence]}\n");
    REQUIRE(outcome.exit_code == 0);
    CHECK(has(outcome.out, "CALL 999 NOW"));
    CHECK(has(outcome.out, "This reads as a threat to kill"));
    CHECK(has(outcome.out, "Call, in this order: 999"));
    CHECK(has(outcome.out, "decision: Say what you have to decide."));
    CHECK(has(outcome.out, "guard check"));
    CHECK_FALSE(has(outcome.out, "Donna"));

    outcome = explain("version: 1\npriority: now\n");
    CHECK(outcome.exit_code == 1);
    CHECK(has(outcome.err, "line 2: priority takes routine, soon or urgent."));
    CHECK(with_input(terminal, {"--practice", "route", "explain", "--file", "-"}, request).exit_code ==
          4); // nobody
}
