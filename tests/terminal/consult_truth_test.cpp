// SPDX-License-Identifier: GPL-2.0-or-later
// What the terminal says and keeps of a consultation is what happened.
#include "tests/support/catch.h"
#include "tests/terminal/practice.h"

#include <algorithm>

using namespace guidepost;
using test::has;
using test::Json;
using test::Practice;
using test::request_yaml;

namespace {

std::string with(std::string yaml, const std::string& from, const std::string& to)
{
    return yaml.replace(yaml.find(from), from.size(), to);
}

/// Sent by officer-14 and taken by whoever it was offered to.
struct Taken {
    std::string ref = {};
    std::string adviser = {};

    explicit Taken(const Practice& practice)
    {
        ref = practice.json("officer-14", {"consult", "ask"}, request_yaml).at("ref").get<std::string>();
        adviser = practice.show(ref).at("route").at("to").get<std::string>();
        REQUIRE(practice.as(adviser, {"offer", "accept", ref}).exit_code == 0);
    }
};

} // namespace

TEST_CASE("a thank-you leaves the choice, asking again takes it back to whoever answered", "[terminal]")
{
    const test::Terminal terminal;
    const Practice practice{terminal};
    const Taken taken{practice};
    const auto& ref = taken.ref;
    CHECK(practice.as("officer-14", {"consult", "ask-again", ref}, "And now?").exit_code == 4);
    REQUIRE(practice.as(taken.adviser, {"consult", "reply", ref}, "Yes, he may.").exit_code == 0);
    CHECK(practice.as("officer-14", {"consult", "message", ref}, "Thank you").exit_code == 0);
    CHECK(practice.show(ref).at("status") == "answered");
    CHECK(practice.as("officer-14", {"advice", "agree", ref}).exit_code == 0);
    CHECK(practice.as(taken.adviser, {"consult", "message", ref}, "Glad it helped").exit_code == 0);
    CHECK(practice.show(ref).at("advice") == "agree");
    CHECK(practice.as("officer-14", {"consult", "ask-again", ref}, " ").exit_code == 2);
    CHECK(practice.as("officer-14", {"consult", "ask-again", ref}, "The group moved. Still?").exit_code == 0);
    const auto shown = practice.show(ref);
    CHECK(shown.at("status") == "with-specialist");
    CHECK(shown.at("messages").back().at("kind") == "asked-again");
    CHECK(has(practice.as("officer-14", {"consult", "show", ref}).out, "asked again by"));
    CHECK(terminal({"store", "verify"}).exit_code == 0);
}

TEST_CASE("every text is guarded in the terminal, and overruling it is kept", "[terminal]")
{
    const test::Terminal terminal;
    const Practice practice{terminal};
    const Taken taken{practice};
    const auto& ref = taken.ref;
    const std::string words = "His number is X123456, as he says.";
    const std::pair<std::string, std::vector<std::string>> verbs[]{
        {taken.adviser, {"consult", "note", ref}},
        {taken.adviser, {"consult", "message", ref}},
        {taken.adviser, {"consult", "second-opinion", ref, "--to", "specialist-16"}},
        {taken.adviser, {"consult", "call", ref}},
        {taken.adviser, {"consult", "ask-more", ref}},
        {"officer-14", {"consult", "reply", ref}},
        {taken.adviser, {"consult", "reply", ref}},
        {"officer-14", {"consult", "ask-again", ref}},
        {taken.adviser, {"consult", "hand-over", ref}}};
    for (const auto& [who, verb] : verbs) {
        CAPTURE(verb[1], who);
        const auto before = practice.show(ref).at("events");
        const auto refused = practice.as(who, verb, words);
        CHECK(refused.exit_code == 4);
        CHECK(has(refused.err, "case reference number (CRN)"));
        CHECK_FALSE(has(refused.err, "X123456"));
        auto despite = verb;
        despite.emplace_back("--despite-guard");
        const auto sent = practice.as(who, despite, words);
        if (sent.exit_code == 2 && verb[1] == "second-opinion")
            continue; // nobody of that login advises here
        INFO(sent.err);
        CHECK(sent.exit_code == 0);
        const auto messages = practice.show(ref).at("messages");
        CHECK(std::any_of(messages.begin(), messages.end(), [&](const Json& one) {
            return one.at("seq") > before && one.at("despite_guard") == Json::array({"crn"});
        }));
    }
    CHECK(terminal({"store", "verify"}).exit_code == 0);
}

TEST_CASE("a doubt about a name is said and keeps nothing from being sent", "[terminal]")
{
    const test::Terminal terminal;
    const Practice practice{terminal};
    const Taken taken{practice};
    const auto sent =
        practice.as(taken.adviser, {"consult", "note", taken.ref}, "His girlfriend Sarah was there.");
    CHECK(sent.exit_code == 0);
    CHECK(has(sent.err, "what may be a name"));
    CHECK_FALSE(has(sent.err, "Sarah"));
    CHECK(practice.show(taken.ref).at("messages").back().at("despite_guard").empty());
}

TEST_CASE("everything that is missing is named at once", "[terminal]")
{
    const test::Terminal terminal;
    const Practice practice{terminal};
    const auto refused =
        practice.as("officer-14", {"consult", "ask"},
                    "version: 1\nquestion: May X123456 start?\nspecialism: sexual-offending\n"
                    "called: {whom: police}\n");
    CHECK(refused.exit_code == 2);
    for (const auto* part :
         {"immediate danger", "what you have to decide", "by which day", "what you have tried", "how soon",
          "what you ask for", "whom you called", "case reference number (CRN)"}) {
        CAPTURE(part);
        CHECK(has(refused.err, part));
    }
    const Taken taken{practice};
    const auto action = practice.as(taken.adviser, {"consult", "action", taken.ref}, " ");
    CHECK(action.exit_code == 2);
    CHECK(has(action.err, "who does it"));
    CHECK(has(action.err, "what is to be done"));
}

TEST_CASE("a day that has passed, or before anybody can answer, is said", "[terminal]")
{
    const test::Terminal terminal;
    const Practice practice{terminal};
    const auto past = with(request_yaml, "2099-01-01", "2020-01-02");
    const auto refused = practice.as("officer-14", {"consult", "ask"}, past);
    CHECK(refused.exit_code == 2);
    CHECK(has(refused.err, "has passed"));
    CHECK(has(practice.as("officer-14", {"consult", "ask", "--dry-run"}, past).out, "has passed"));
    const auto preview = practice.json("officer-14", {"consult", "ask", "--dry-run"}, past);
    CHECK(preview.at("route").at("is_too_late") == true);
    // The sentence may be broken anywhere: the words, without what stands between them.
    auto said = practice.as("officer-14", {"consult", "ask", "--dry-run"}, past).out;
    std::erase_if(said, [](char c) { return c == ' ' || c == '\n'; });
    CHECK(has(said, "afterthedayitisneededby.Callnow"));
    CHECK(practice.json("officer-14", {"consult", "ask", "--dry-run"}, request_yaml)
              .at("route")
              .at("is_too_late") == false);
}

TEST_CASE("a reference of one's own making is not sent unasked, and one of the desk is shown as it is",
          "[terminal]")
{
    const test::Terminal terminal;
    const Practice practice{terminal};
    const auto named =
        with(request_yaml, "case:\n  version: 1\n", "case:\n  version: 1\n  reference: john-smith\n");
    const auto refused = practice.as("officer-14", {"consult", "ask"}, named);
    CHECK(refused.exit_code == 4);
    CHECK(has(refused.err, "case reference that no desk made"));
    CHECK_FALSE(has(refused.err + refused.out, "john"));
    const auto made =
        with(request_yaml, "case:\n  version: 1\n", "case:\n  version: 1\n  reference: north-7k2\n");
    const auto ref = practice.json("officer-14", {"consult", "ask"}, made).at("ref").get<std::string>();
    CHECK(has(practice.show(ref).at("request").dump(), "\"north-7k2\""));
}

TEST_CASE("a lead who gives it to somebody outside the field says why, and the thread shows it", "[terminal]")
{
    const test::Terminal terminal;
    const Practice practice{terminal};
    const Taken taken{practice};
    const auto staff = practice.json("lead-7", {"staff", "list"});
    std::string other;
    for (const auto& person : staff.at("staff")) {
        const auto text = person.dump();
        if (has(text, "\"specialist\"") && !has(text, "sexual-offending") && !has(text, "\"first\""))
            other = person.at("login").get<std::string>();
    }
    REQUIRE_FALSE(other.empty());
    const auto refused = practice.as("lead-7", {"consult", "assign", taken.ref, "--to", other, "--no-text"});
    CHECK(refused.exit_code == 2);
    CHECK(has(refused.err, "not qualified in this field"));
    CHECK(practice.as("lead-7", {"consult", "assign", taken.ref, "--to", other}, "Nobody else is free")
              .exit_code == 0);
    const auto shown = practice.as("officer-14", {"consult", "show", taken.ref}).out;
    CHECK(has(shown, "although not qualified in this field"));
    CHECK(has(shown, "Nobody else is free"));
    CHECK_FALSE(has(shown, "Routed to"));
    CHECK(practice.show(taken.ref).at("given").at("against")[0] == "not-this-field");
}

TEST_CASE("going away hands on at once what one has, and coming back takes it back", "[terminal]")
{
    const test::Terminal terminal;
    const Practice practice{terminal};
    const Taken taken{practice};
    std::string cover;
    const auto everybody = practice.json("lead-7", {"staff", "list"});
    for (const auto& person : everybody.at("staff")) {
        const auto text = person.dump();
        const auto login = person.at("login").get<std::string>();
        if (login != taken.adviser && has(text, "\"specialist\"") && has(text, "sexual-offending") &&
            has(text, "senior"))
            cover = login;
    }
    REQUIRE_FALSE(cover.empty());
    REQUIRE(practice.as(taken.adviser, {"staff", "away", "--to", "2099-01-01", "--cover", cover}).exit_code ==
            0);
    auto shown = practice.show(taken.ref);
    CHECK(shown.at("cover").at("by") == cover);
    CHECK(has(practice.as("officer-14", {"consult", "show", taken.ref}).out, "stands in"));
    CHECK(practice.as(cover, {"consult", "show", taken.ref}).exit_code == 0);
    REQUIRE(practice.as(taken.adviser, {"staff", "away", "--back"}).exit_code == 0);
    CHECK(practice.show(taken.ref).at("cover").is_null());
    REQUIRE(practice.as(taken.adviser, {"staff", "away", "--to", "2099-01-01"}).exit_code == 0);
    CHECK(practice.show(taken.ref).at("whose_move") == "lead");
    CHECK(terminal({"store", "verify"}).exit_code == 0);
}

TEST_CASE("what somebody who left had is with the lead at once, and the officer reads why", "[terminal]")
{
    const test::Terminal terminal;
    const Practice practice{terminal};
    const Taken taken{practice};
    REQUIRE(practice.as("administrator-1", {"staff", "edit", taken.adviser, "region=North West"}).exit_code ==
            0);
    REQUIRE(practice.as("lead-7", {"staff", "left", taken.adviser}).exit_code == 0);
    CHECK(practice.show(taken.ref).at("whose_move") == "lead");
    CHECK(has(practice.as("officer-14", {"consult", "show", taken.ref}).out, "has left"));
}

TEST_CASE("the record names what the answer cites and, apart, what the officer had read", "[terminal]")
{
    const test::Terminal terminal;
    const Practice practice{terminal};
    const Taken taken{practice};
    REQUIRE(practice.as(taken.adviser, {"consult", "reply", taken.ref, "--cite", "recall"}, "Yes, he may.")
                .exit_code == 0);
    const auto record = practice.as("officer-14", {"consult", "export", taken.ref}).out;
    const auto cited = record.find("Guidance the advice cites");
    const auto had_read = record.find("What the officer had read before asking");
    REQUIRE(cited != std::string::npos);
    REQUIRE(had_read != std::string::npos);
    const auto of = [&](std::size_t heading) {
        return record.substr(heading, record.find("\n\n", heading) - heading);
    };
    CHECK(has(of(cited), "(recall)"));
    CHECK_FALSE(has(of(cited), "maintaining-innocence"));
    CHECK(has(of(had_read), "maintaining-innocence"));
    CHECK_FALSE(has(of(had_read), "(recall)"));
}
