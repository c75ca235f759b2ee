// SPDX-License-Identifier: GPL-2.0-or-later
// Consultations through the real program, on a practice desk.
#include "tests/support/catch.h"
#include "tests/terminal/practice.h"

#include <fmt/format.h>

#include <set>

using namespace guidepost;
using test::has;
using test::Json;
using test::Practice;
using test::request_yaml;

TEST_CASE("the practice desk has consultations in every status, and verifies", "[terminal]")
{
    const test::Terminal terminal;
    const Practice practice{terminal};
    std::set<std::string> statuses;
    for (const auto* who : {"officer-5", "officer-14", "officer-15", "officer-16", "officer-21"}) {
        const auto list = practice.json(who, {"consult", "list", "my-requests"});
        for (const auto& one : list.at("consultations"))
            statuses.insert(one.at("status").get<std::string>());
        const auto text = practice.as(who, {"consult", "list", "my-requests"}).out;
        CHECK_FALSE(has(text, "nobody")); // "nobody move" told nothing
        CHECK_FALSE(has(text, " move"));
    }
    CHECK(statuses == std::set<std::string>{"offered", "with-specialist", "needs-more", "answered",
                                            "escalated", "closed", "withdrawn"});
    CHECK(practice.as("lead-7", {"inbox", "--count"}).out != "0\n");
    CHECK(terminal({"store", "verify"}).exit_code == 0);
    CHECK(terminal({"clerk", "run"}).exit_code == 0);
    CHECK(terminal.json({"clerk", "run", "--json"}).at("lapsed") == 0);
    CHECK(terminal({"store", "verify"}).exit_code == 0);
}

TEST_CASE("from a question to new guidance, by terminal", "[terminal]")
{
    const test::Terminal terminal;
    const Practice practice{terminal};

    const auto preview = practice.json("officer-14", {"consult", "ask", "--dry-run"}, request_yaml);
    CHECK(preview.at("ref").is_null());
    CHECK(preview.at("missing").empty());
    CHECK(preview.at("guidance").size() == 5);
    CHECK(preview.at("findings").empty());
    CHECK(preview.at("route").at("to").is_string());

    const auto sent = practice.json("officer-14", {"consult", "ask"}, request_yaml);
    const auto ref = sent.at("ref").get<std::string>();
    const auto specialist = preview.at("route").at("to").get<std::string>();
    auto shown = practice.show(ref);
    CHECK(shown.at("status") == "offered");
    CHECK(shown.at("whose_move") == "specialist");
    CHECK(shown.at("route").at("to") == specialist);
    CHECK_FALSE(shown.at("route").at("reasons").empty());
    CHECK(shown.at("route").at("passed_over").at(0).contains("login"));
    CHECK_FALSE(practice.show(ref, "officer-14").at("route").at("passed_over").at(0).contains("login"));

    CHECK(practice.as("officer-14", {"offer", "accept", ref}).exit_code == 4);
    CHECK(practice.as(specialist, {"offer", "accept", ref}).exit_code == 0);
    CHECK(practice.as(specialist, {"consult", "note", ref}, "Internal walrus").exit_code == 0);
    CHECK_FALSE(has(practice.as("officer-14", {"consult", "show", ref}).out, "walrus"));
    CHECK(has(practice.as("lead-7", {"consult", "show", ref}).out, "walrus"));

    const auto seen = practice.show(ref, specialist).at("seen").dump();
    CHECK(practice.as("officer-14", {"consult", "reply", ref}, "He works nights.").exit_code == 0);
    const auto late = practice.as(specialist, {"consult", "reply", ref, "--seen", seen}, "Yes.");
    CHECK(late.exit_code == 5);
    CHECK(practice
              .as(specialist,
                  {"consult", "reply", ref, "--cite", "maintaining-innocence#do-now", "--despite-guard"},
                  "Yes, he may start. Tell Mr Grimshaw's facilitator beforehand, on 07700 900123.")
              .exit_code == 0);
    CHECK(practice.as(specialist, {"consult", "action", ref, "--owner", "officer"}, "Tell the facilitator")
              .exit_code == 0);
    CHECK(practice.as(specialist, {"consult", "minutes", ref, "25"}).exit_code == 0);
    CHECK(practice.as("officer-14", {"advice", "adapt", ref}).exit_code == 2); // no reason
    CHECK(practice.as("officer-14", {"advice", "agree", ref}).exit_code == 0);
    CHECK(practice.as("officer-14", {"consult", "action", ref, "--done", "1"}).exit_code == 0);

    const auto record = practice.as("officer-14", {"consult", "export", ref});
    CHECK(record.exit_code == 0);
    for (const auto* part :
         {"OFFICIAL-SENSITIVE", "May he start?", "Yes, he may start.", "Agrees with the advice",
          "The officer holds the case", "Tell the facilitator", "done", "revision"})
        CHECK(has(record.out, part));
    CHECK(has(record.out, ref));
    CHECK_FALSE(has(record.out, "walrus"));

    const auto made = practice.json(specialist, {"consult", "to-guidance", ref});
    CHECK(made.at("taken_out") >= 2);
    const auto id = made.at("draft").get<std::string>();
    CHECK(practice.as("officer-14", {"draft", "list"}).exit_code == 4);
    CHECK(has(practice.as("trainer-2", {"draft", "list"}).out, id));
    const auto draft = practice.as("trainer-2", {"draft", "show", id}).out;
    CHECK(has(draft, "Yes, he may start."));
    CHECK(has(draft, "owner: sexual-offending"));
    for (const auto* identity : {"Grimshaw", "07700", "officer-14", "Officer 14", "North West", "walrus"})
        CHECK_FALSE(has(draft, identity));
    CHECK_FALSE(has(draft, ref));
    CHECK_FALSE(has(draft, specialist));
    const auto judged = terminal.dir().write("pack/draft.md", draft);
    CHECK(practice.as("trainer-2", {"article", "check", judged.parent_path().string()}).exit_code <= 1);

    CHECK(practice.as("officer-14", {"consult", "close", ref, "--no-text"}).exit_code == 0);
    CHECK(practice.as("officer-14", {"consult", "outcome", ref}, "He started and stayed.").exit_code == 0);
    CHECK(practice.show(ref).at("status") == "closed");
    CHECK(terminal({"store", "verify"}).exit_code == 0);
}

TEST_CASE("nobody else learns of a consultation, not even that there is one", "[terminal]")
{
    const test::Terminal terminal;
    const Practice practice{terminal};
    const auto ref =
        practice.json("officer-14", {"consult", "ask"}, request_yaml).at("ref").get<std::string>();
    const std::string nothing = ref == "GP-000000" ? "GP-000001" : "GP-000000";
    for (const auto* who : {"officer-15", "specialist-16", "trainer-2", "lead-10", "administrator-2"}) {
        INFO(who);
        for (const auto& verb : {std::vector<std::string>{"consult", "show"},
                                 {"consult", "export"},
                                 {"consult", "reply"},
                                 {"offer", "accept"},
                                 {"consult", "to-guidance"}}) {
            auto there = verb, not_there = verb;
            there.push_back(ref);
            not_there.push_back(nothing);
            const auto said = practice.as(who, there, "text"), expected = practice.as(who, not_there, "text");
            CHECK(said.exit_code == 3);
            CHECK(expected.exit_code == 3);
            CHECK(said.out.empty());
            auto as_if = said.err;
            REQUIRE(has(as_if, ref));
            as_if.replace(as_if.find(ref), ref.size(), nothing);
            CHECK(as_if == expected.err);
        }
        CHECK_FALSE(has(practice.as(who, {"consult", "find"}, "group starts").out, ref));
    }
}

TEST_CASE("an identifier or a danger stops the sending, and no text of it is said", "[terminal]")
{
    const test::Terminal terminal;
    const Practice practice{terminal};
    const auto with = [](std::string yaml, const std::string& from, const std::string& to) {
        return yaml.replace(yaml.find(from), from.size(), to);
    };
    const auto named = with(request_yaml, "May he start?", "His number is X123456. May he start?");
    auto outcome = practice.as("officer-14", {"consult", "ask"}, named);
    CHECK(outcome.exit_code == 4);
    CHECK_FALSE(has(outcome.out + outcome.err, "X123456"));
    CHECK(practice.as("officer-14", {"consult", "ask", "--despite-guard"}, named).exit_code == 0);

    const auto danger = with(request_yaml, "May he start?", "He says he will kill himself tonight.");
    outcome = practice.as("officer-14", {"consult", "ask"}, danger);
    CHECK(outcome.exit_code == 2);
    CHECK(has(outcome.out, "CALL 999 NOW"));
    CHECK(has(outcome.out, "Call, in this order: 999"));
    const auto called = danger + "called: {whom: duty senior probation officer, when: \"16:20 today\"}\n";
    const auto sent = practice.json("officer-14", {"consult", "ask"}, called);
    CHECK_FALSE(practice.show(sent.at("ref").get<std::string>()).at("red_flags").empty());

    CHECK(practice.as("officer-14", {"consult", "ask"}, "version: 1\n").exit_code == 2);
    CHECK(practice.as("officer-14", {"consult", "ask"}, "walrus: [").exit_code == 1);
    CHECK(practice.as("officer-14", {"consult", "show", "walrus"}).exit_code == 2);
}

TEST_CASE("a removed text is gone by terminal too, and the same event is done once", "[terminal]")
{
    const test::Terminal terminal;
    const Practice practice{terminal};
    const std::string event = "0190a0a0-0000-7000-8000-0000000000aa";
    const auto sent = practice.json("officer-14", {"consult", "ask", "--event", event}, request_yaml);
    const auto again = practice.json("officer-14", {"consult", "ask", "--event", event}, request_yaml);
    CHECK(again.at("was_done_before") == true);
    CHECK(again.at("ref") == sent.at("ref"));
    std::string something_else{request_yaml};
    something_else.replace(something_else.find("Two sessions"), 3, "Six");
    const auto other = practice.as("officer-14", {"consult", "ask", "--event", event}, something_else);
    CHECK(other.exit_code == 5);
    CHECK(has(other.err, "used for something else"));
    const auto ref = sent.at("ref").get<std::string>();
    CHECK(practice.as("officer-14", {"consult", "redact", ref, event}, "why").exit_code == 4);
    CHECK(practice.as("lead-7", {"consult", "redact", ref, event}, "It named a person").exit_code == 0);
    const auto shown = practice.show(ref);
    CHECK(shown.at("messages").at(0).at("is_redacted") == true);
    CHECK_FALSE(has(shown.dump(), "May he start"));
    const auto verified = terminal.json({"store", "verify", "--json"});
    CHECK(verified.at("is_whole") == true);
    CHECK(verified.at("redactions") == 1);
}

TEST_CASE("what modules ask and say goes with a question from the terminal", "[terminal]")
{
    const test::Terminal terminal;
    const Practice practice{terminal};
    const auto modules = practice.json("officer-14", {"module", "list"}).dump();
    if (!has(modules, "building-choices"))
        return; // it may be left out of a build

    const auto explained = practice.json(
        "officer-14",
        {"consult", "ask", "--dry-run", "--verdicts", "--field", "referral-status=on-programme"},
        request_yaml);
    CHECK(explained.at("verdicts").size() >= 1);
    CHECK(explained.at("missing").empty());

    const auto sent = practice.json("officer-14",
                                    {"consult", "ask", "--verdict", "building-choices", "--field",
                                     "building-choices.referral-status=on-programme"},
                                    request_yaml);
    const auto shown = practice.show(sent.at("ref"));
    CHECK(shown.at("request").at("fields").at("building-choices.referral-status") == "on-programme");
    REQUIRE(shown.at("verdicts").size() == 1);
    CHECK(shown.at("verdicts")[0].at("module") == "building-choices");
    CHECK_FALSE(shown.at("verdicts")[0].at("module_version").get<std::string>().empty());
    CHECK(shown.at("verdicts")[0].at("on").get<std::string>().size() == 10);
    CHECK(has(shown.at("modules").dump(), "interventions"));
    CHECK(has(practice.as("officer-14", {"consult", "show", sent.at("ref")}).out, "What a module said"));
    CHECK(has(practice.as("officer-14", {"consult", "export", sent.at("ref")}).out,
              "A recommendation, not a decision"));

    for (const auto* field : {"referral-status=flying", "height=3", "referral-status", "epf-eligible=yes"}) {
        CAPTURE(field);
        CHECK(practice.as("officer-14", {"consult", "ask", "--field", field}, request_yaml).exit_code == 2);
    }
    CHECK(practice.as("officer-14", {"consult", "ask", "--verdict", "no-such"}, request_yaml).exit_code == 3);
    CHECK(practice.as("officer-14", {"store", "verify"}).exit_code == 0);
}

TEST_CASE("danger that is said stops a question until somebody was called", "[terminal]")
{
    const test::Terminal terminal;
    const Practice practice{terminal};
    std::string request{request_yaml};
    request.replace(request.find("danger: no"), 10, "danger: yes");
    auto outcome = practice.as("officer-14", {"consult", "ask"}, request);
    CHECK(outcome.exit_code == 2);
    CHECK(has(outcome.err, "Call first"));
    CHECK(has(outcome.out + outcome.err, "999"));
    const auto sent = practice.json("officer-14", {"consult", "ask"},
                                    request + "called: {whom: police, when: \"16:20 today\"}\n");
    CHECK(sent.at("red_flags")[0].at("id") == "danger-now");
    CHECK(practice.show(sent.at("ref")).at("red_flags")[0] == "danger-now");

    request.erase(request.find("danger: yes\n"), 12);
    outcome = practice.as("officer-14", {"consult", "ask"}, request);
    CHECK(outcome.exit_code == 2);
    CHECK(has(outcome.err, "Say whether anybody is in immediate danger now"));
}

TEST_CASE("what guidance settles is recorded by officers and counted for those who write it", "[terminal]")
{
    const test::Terminal terminal;
    const Practice practice{terminal};
    CHECK(
        practice.as("officer-14", {"consult", "settled", "--by", "maintaining-innocence#do-now"}).exit_code ==
        0);
    CHECK(practice.as("officer-15", {"consult", "settled", "--by", "maintaining-innocence"}).exit_code == 0);
    CHECK(practice.as("officer-14", {"consult", "settled", "--by", "no-such-article"}).exit_code == 3);
    CHECK(practice.as("trainer-1", {"consult", "settled", "--by", "maintaining-innocence"}).exit_code == 4);
    CHECK(practice.as("officer-14", {"consult", "settled"}).exit_code == 4);
    for (const auto* who : {"trainer-1", "lead-7"}) {
        const auto settled = practice.json(who, {"consult", "settled"});
        CHECK(settled.at("questions") == 2);
        CHECK(settled.at("by")[0].at("article") == "maintaining-innocence");
        CHECK(settled.at("by")[0].at("questions") == 2);
        CHECK_FALSE(has(settled.dump(), "officer"));
    }
}
