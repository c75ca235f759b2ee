// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/acts/clerk.h"
#include "core/consultation/thread/record.h"
#include "core/guidance/drafts.h"
#include "core/store/event_chain.h"
#include "core/store/store.h"
#include "core/store/verify.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "tests/core/consultation/office_example.h"
#include "tests/support/catch.h"

using namespace guidepost;
using namespace guidepost::consultation;
using test::an_id;
using test::ask_for;
using test::Office;
using test::on_monday;

namespace {

constexpr Timestamp hour_us = 3'600'000'000;

Reply reply_to(Office& office, const std::string& who, const ConsultationRef& ref, const std::string& text)
{
    return {
        an_id(),
        ref,
        text,
        {},
        moved_for(*Board{office.db(), test::shipped_rules()}.read_whole(ref, office.reader(who), office.now),
                  office.reader(who))};
}

} // namespace

TEST_CASE("a question goes from the officer to the specialist and back, and is agreed with", "[consultation]")
{
    Office office;
    const auto ref = office.sent();
    CHECK(office.list("officer-14", ListKind::my_requests) == std::vector{ref});
    CHECK(office.list("specialist-3", ListKind::offered) == std::vector{ref});
    auto thread = office.read("officer-14", ref);
    REQUIRE(thread.offer);
    CHECK(thread.offer->to == Login{"specialist-3"});
    CHECK_FALSE(thread.offer->reasons.empty());

    office.now += hour_us;
    office.done("specialist-3", AcceptOffer{an_id(), ref});
    CHECK(office.list("specialist-3", ListKind::offered).empty());
    CHECK(office.list("specialist-3", ListKind::mine) == std::vector{ref});
    CHECK(office.list("specialist-5", ListKind::team) == std::vector{ref});

    office.done("specialist-3", AskMore{an_id(), ref, "What does the licence say?"});
    CHECK(office.list("specialist-3", ListKind::waiting) == std::vector{ref});
    office.done("officer-14", reply_to(office, "officer-14", ref, "Nothing about groups."));
    CHECK(office.list("specialist-3", ListKind::waiting).empty());

    office.done("specialist-3", reply_to(office, "specialist-3", ref, "Yes, he may."));
    office.done("specialist-3", ActionAdd{an_id(), ref, "Tell the facilitator", "officer", {}});
    office.done("specialist-3", Minutes{an_id(), ref, 25});
    CHECK(office.list("specialist-3", ListKind::answered) == std::vector{ref});
    CHECK(office.refused("officer-14", Close{an_id(), ref}) == Refusal::not_now);
    office.done("officer-14", ChooseAdvice{an_id(), ref, AdviceChoice::agree, ""});
    office.done("officer-14", ActionSettle{an_id(), ref, 1, true, ""});
    office.done("officer-14", Close{an_id(), ref});
    office.done("officer-14", Outcome{an_id(), ref, "He started and stayed."});

    thread = office.read("officer-14", ref);
    CHECK(thread.status == Status::closed);
    CHECK(thread.advice == AdviceChoice::agree);
    CHECK(thread.actions.at(0).is_done == true);
    CHECK(office.verifies());
    CHECK(loads_of(office.db(), office.now)[Login{"specialist-3"}].minutes_this_week == 25);
}

TEST_CASE("sending the same thing twice does it once", "[consultation]")
{
    Office office;
    const Ask ask{an_id(), ask_for()};
    const auto ref = office.done("officer-14", ask);
    const auto again = office.run("officer-14", ask);
    REQUIRE(std::holds_alternative<Done>(again));
    CHECK(std::get<Done>(again).was_done_before);
    CHECK(std::get<Done>(again).ref == ref);
    CHECK(office.list("officer-14", ListKind::my_requests).size() == 1);

    const AcceptOffer accept{an_id(), ref};
    office.done("specialist-3", accept);
    const auto events = office.read("lead-1", ref).history.size();
    office.done("specialist-3", accept);
    CHECK(office.read("lead-1", ref).history.size() == events);
    // Somebody else's id is nobody's to use.
    CHECK(office.refused("officer-15", Ask{ask.event, ask_for()}) == Refusal::taken);
    CHECK_THROWS_AS(office.run("officer-14", Ask{EventId{"x\ny"}, ask_for()}), Error);
}

TEST_CASE("an incomplete request is not sent, and each gap is said", "[consultation]")
{
    Office office;
    const auto refused = std::get<Refused>(office.run("officer-14", Ask{an_id(), Request{}}));
    CHECK(refused.why == Refusal::incomplete);
    CHECK(refused.missing.size() >= 6);
    auto broken = ask_for("\xFF\xFE");
    CHECK(office.refused("officer-14", Ask{an_id(), broken}) == Refusal::incomplete);
    CHECK(office.refused("officer-14", Ask{an_id(), ask_for(std::string(longest_text + 1, 'a'))}) ==
          Refusal::incomplete);
    CHECK(office.refused("specialist-5", Ask{an_id(), ask_for()}) == Refusal::not_permitted);
    CHECK(office.list("officer-14", ListKind::my_requests).empty());
    CHECK(store::chain_heads(office.db()).size() == 1); // that of the guidance
}

TEST_CASE("guidance that is cited must be here to read", "[consultation]")
{
    Office office;
    const auto gap_of = [](const Result& result) {
        const auto* refused = std::get_if<Refused>(&result);
        return refused && refused->missing.size() == 1
                   ? refused->missing[0].field + ": " + refused->missing[0].what
                   : std::string{"done, or more than one gap"};
    };
    const auto ref = office.accepted();
    const auto reply = [&](const std::string& place) {
        return office.run("specialist-3", Reply{an_id(), ref, "Yes.", {place}, 1000});
    };
    CHECK(gap_of(reply("no-such-page#why")) ==
          "cites: There is no guidance \"no-such-page\" here. Copy the name from the article's page, as in "
          "new-partner#do-now.");
    CHECK(
        gap_of(reply("maintaining-innocence#no-such-heading")) ==
        "cites: The guidance \"maintaining-innocence\" has no section \"no-such-heading\". Name one that it "
        "has, or the whole article.");
    office.publish("recall", guidance::ArticleState::withdrawn);
    CHECK(gap_of(reply("recall")) ==
          "cites: The guidance \"recall\" has been withdrawn. Name what stands in its place.");
    CHECK(std::holds_alternative<Done>(reply("maintaining-innocence")));
}

TEST_CASE("a red flag is sent only with who was called, and reaches the lead at once", "[consultation]")
{
    Office office;
    auto request = ask_for("He says he will kill himself tonight. What do I do?");
    REQUIRE_FALSE(red_flags_in(request, test::shipped_rules()).empty());
    CHECK(office.refused("officer-14", Ask{an_id(), request}) == Refusal::incomplete);
    request.called = Called{"999 and the duty manager", "16:20 today"};
    const auto ref = office.done("officer-14", Ask{an_id(), request});
    const auto thread = office.read("lead-1", ref);
    CHECK_FALSE(thread.red_flags.empty());
    CHECK(thread.told == std::set{Login{"lead-1"}});
    CHECK(thread.offer);
    CHECK(thread.status == Status::offered);
}

TEST_CASE("words that are no danger go out with the reason, which is kept, and the lead is told all the same",
          "[consultation]")
{
    Office office;
    auto request = ask_for("He says he will kill himself tonight. What do I do?");
    request.not_danger = "  ";
    CHECK(office.refused("officer-14", Ask{an_id(), request}) == Refusal::incomplete);
    request.not_danger = "A line from the film that the group watched";
    const auto thread = office.read("lead-1", office.done("officer-14", Ask{an_id(), request}));
    CHECK(thread.request.not_danger == request.not_danger);
    CHECK_FALSE(thread.red_flags.empty());
    CHECK(thread.told == std::set{Login{"lead-1"}});

    // Whoever says that somebody is in danger now cannot say that it is not so.
    request.is_danger = true;
    CHECK(office.refused("officer-14", Ask{an_id(), request}) == Refusal::incomplete);
}

TEST_CASE("flags of all texts are told nearest to death first, and danger that is said last",
          "[consultation]")
{
    auto request = test::ask_for("Her parents are flying her to Lahore on Friday to be married.");
    request.tried = "Rang her. He will kill her tonight, he said.";
    request.is_danger = true;
    const auto ids = red_flags_in(request, test::shipped_rules());
    REQUIRE(ids.size() >= 3);
    CHECK(ids.front() == "threat-to-kill");
    CHECK(ids.back() == danger_said);
    CHECK(flags_told(request, test::shipped_rules()).front().id == "threat-to-kill");
}

TEST_CASE("a declined offer goes to the next who qualifies, then to the lead", "[consultation]")
{
    Office office;
    const auto ref = office.sent();
    CHECK(office.refused("specialist-5", DeclineOffer{an_id(), ref, DeclineReason::conflict, ""}) ==
          Refusal::not_permitted);
    office.done("specialist-3", DeclineOffer{an_id(), ref, DeclineReason::conflict, ""});
    CHECK(office.list("specialist-5", ListKind::offered) == std::vector{ref});
    CHECK(office.refused("specialist-3", AcceptOffer{an_id(), ref}) == Refusal::not_now);
    office.done("specialist-5", DeclineOffer{an_id(), ref, DeclineReason::no_time, ""});
    CHECK(office.list("specialist-7", ListKind::offered) == std::vector{ref});
    CHECK(office.refused("specialist-7", DeclineOffer{an_id(), ref, DeclineReason::other, " "}) ==
          Refusal::incomplete);
    office.done("specialist-7", DeclineOffer{an_id(), ref, DeclineReason::other, "On a course"});
    const auto thread = office.read("lead-1", ref);
    CHECK(thread.status == Status::escalated);
    CHECK(thread.escalation == Escalation::nobody_qualified);
    CHECK(office.list("lead-1", ListKind::unassigned) == std::vector{ref});
    office.done("lead-1", Assign{an_id(), ref, Login{"specialist-5"}, "Please"});
    CHECK(office.list("specialist-5", ListKind::mine) == std::vector{ref});
    CHECK(office.verifies());
}

TEST_CASE("a reply to a thread that went on comes back with what arrived", "[consultation]")
{
    Office office;
    const auto ref = office.accepted();
    auto answer = reply_to(office, "specialist-3", ref, "Yes.");
    office.done("officer-14", reply_to(office, "officer-14", ref, "One thing I forgot: he works nights."));
    const auto result = office.run("specialist-3", answer);
    REQUIRE(std::holds_alternative<MovedOn>(result));
    const auto& moved = std::get<MovedOn>(result);
    REQUIRE(moved.arrived.size() == 1);
    CHECK(moved.arrived[0].text == "One thing I forgot: he works nights.");
    CHECK(office.read("officer-14", ref).status == Status::with_specialist);
    answer.seen = moved.now;
    office.done("specialist-3", answer);
    CHECK(office.read("officer-14", ref).status == Status::answered);
}

TEST_CASE("a note tells specialists and leads, and no officer in any way", "[consultation]")
{
    Office office;
    const auto ref = office.answered();
    const auto before = office.read("officer-14", ref);
    const auto reply = reply_to(office, "officer-14", ref, "And the facilitator?");
    office.done("specialist-5", Note{an_id(), ref, "Walrus: check the licence first."});
    office.done("specialist-3",
                SecondOpinion{an_id(), ref, Login{"specialist-7"}, "Walrus, what do you think?"});
    const auto after = office.read("officer-14", ref);
    CHECK(after.entries.size() == before.entries.size());
    CHECK(after.history.size() == before.history.size());
    CHECK(after.moved_inside == before.moved_inside);
    CHECK(after.second_opinions.empty());
    for (const auto& event : after.history)
        CHECK_FALSE(event.payload);
    Board board{office.db(), test::shipped_rules()};
    CHECK(board.find("walrus", office.reader("officer-14"), office.now).empty());
    CHECK(board.find("walrus", office.reader("specialist-5"), office.now).size() == 1);
    CHECK(office.read("lead-1", ref).entries.size() == before.entries.size() + 2);
    CHECK(office.list("specialist-7", ListKind::mine).empty()); // it is answered
    CHECK(office.can_read("specialist-7", ref));
    // Nor does the officer's reply stumble over it.
    CHECK(std::holds_alternative<Done>(office.run("officer-14", reply)));
    CHECK(office.refused("officer-14", Note{an_id(), ref, "x"}) == Refusal::not_permitted);

    SECTION("also when the officer is a specialist or lead besides")
    {
        office.person("officer-14").roles = {people::Role::officer, people::Role::specialist,
                                             people::Role::lead};
        office.person("officer-14").skills = {{"sexual-offending", people::Level::senior, "", {}}};
        for (const auto& entry : office.read("officer-14", ref).entries)
            CHECK_FALSE(is_internal(entry.kind));
        CHECK(board.find("walrus", office.reader("officer-14"), office.now).empty());
    }
}

TEST_CASE("who may do what is asked of every command", "[consultation]")
{
    Office office;
    const auto ref = office.answered();
    CHECK(office.refused("officer-15", Reply{an_id(), ref, "Hello"}) == Refusal::not_found);
    CHECK(office.refused("specialist-9", Reply{an_id(), ref, "Hello"}) == Refusal::not_found);
    CHECK(office.refused("specialist-7", Note{an_id(), ref, "Hello"}) == Refusal::not_found);
    CHECK(office.refused("trainer-1", Open{an_id(), ref}) == Refusal::not_found);
    CHECK(office.refused("administrator-1", Open{an_id(), ref}) == Refusal::not_found);
    CHECK(office.refused("lead-2", Assign{an_id(), ref, Login{"specialist-7"}, ""}) == Refusal::not_found);
    CHECK(office.refused("specialist-5", Reply{an_id(), ref, "Hello"}) == Refusal::not_permitted);
    CHECK(office.refused("specialist-3", ChooseAdvice{an_id(), ref}) == Refusal::not_permitted);
    CHECK(office.refused("lead-1", ChooseAdvice{an_id(), ref}) == Refusal::not_permitted);
    CHECK(office.refused("officer-14", Redact{an_id(), ref, {"x"}, "y"}) == Refusal::not_permitted);
    CHECK(office.refused("officer-14", Minutes{an_id(), ref, 5}) == Refusal::not_permitted);
    CHECK(office.refused("specialist-3", Minutes{an_id(), ref, 0}) == Refusal::incomplete);
    CHECK(office.refused("specialist-3", HandOver{an_id(), ref, {}, "x"}) == Refusal::not_now);
    CHECK(office.refused("officer-14", Withdraw{an_id(), ref, ""}) == Refusal::not_now);
    CHECK(office.refused("officer-14", ChooseAdvice{an_id(), ref, AdviceChoice::decline, " "}) ==
          Refusal::incomplete);
    CHECK(office.refused("lead-1", DecideTakeOver{an_id(), ref, true, "x"}) == Refusal::not_now);
    CHECK(office.verifies());
}

TEST_CASE("a hand-over offers it to who was chosen, or to who routing finds", "[consultation]")
{
    Office office;
    const auto ref = office.accepted();
    CHECK(office.refused("specialist-3", HandOver{an_id(), ref, Login{"officer-15"}, "x"}) ==
          Refusal::incomplete);
    CHECK(office.refused("specialist-3", HandOver{an_id(), ref, Login{"specialist-3"}, "x"}) ==
          Refusal::incomplete);
    SECTION("chosen")
    {
        office.done("specialist-3", HandOver{an_id(), ref, Login{"specialist-7"}, "You know the toolkit"});
        CHECK(office.list("specialist-7", ListKind::offered) == std::vector{ref});
        office.done("specialist-7", AcceptOffer{an_id(), ref});
    }
    SECTION("found")
    {
        office.done("specialist-3", HandOver{an_id(), ref, {}, "I am away"});
        CHECK(office.list("specialist-5", ListKind::offered) == std::vector{ref});
        office.done("specialist-5", AcceptOffer{an_id(), ref});
    }
    CHECK(office.list("specialist-3", ListKind::mine).empty());
    CHECK(office.refused("specialist-3", reply_to(office, "specialist-3", ref, "x")) ==
          Refusal::not_permitted);
}

TEST_CASE("staff in conflict with the officer see nothing of it and are given nothing", "[consultation]")
{
    Office office;
    office.person("specialist-5").conflicts = {Login{"officer-14"}};
    office.person("officer-14").conflicts = {Login{"specialist-7"}};
    const auto ref = office.accepted();
    CHECK_FALSE(office.can_read("specialist-5", ref));
    CHECK(office.list("specialist-5", ListKind::team).empty());
    CHECK(office.refused("specialist-3", HandOver{an_id(), ref, Login{"specialist-7"}, "x"}) ==
          Refusal::incomplete);
    CHECK(office.refused("lead-1", Assign{an_id(), ref, Login{"specialist-5"}, ""}) == Refusal::incomplete);
}

TEST_CASE("opening is kept, once for a look that goes on", "[consultation]")
{
    Office office;
    const auto ref = office.accepted();
    const auto opened = [&] {
        const auto thread = office.read("lead-1", ref);
        return std::count_if(thread.history.begin(), thread.history.end(),
                             [](const Event& event) { return event.kind == Happening::opened; });
    };
    office.done("lead-1", Open{an_id(), ref});
    office.done("lead-1", Open{an_id(), ref});
    CHECK(opened() == 1);
    office.done("specialist-3", Open{an_id(), ref});
    CHECK(opened() == 2);
    office.now += hour_us;
    office.done("lead-1", Open{an_id(), ref});
    CHECK(opened() == 3);
    CHECK(office.verifies());
}

TEST_CASE("the clerk writes down what is due, once, however many there are", "[consultation]")
{
    Office office;
    const auto ref = office.sent();
    const auto held = office.accepted();
    const auto run = [&] {
        return run_clerk(office.db(), test::shipped_rules(), office.everybody(), office.now);
    };
    CHECK(run() == ClerkReport{});
    office.now = on_monday(14);
    CHECK(office.read("officer-14", ref).move == Move::lead);
    CHECK(run() == ClerkReport{1, 0, 1});
    CHECK(run() == ClerkReport{});
    CHECK(office.list("specialist-5", ListKind::offered) == std::vector{ref});

    office.now += 7 * 24 * hour_us; // nobody came by for a week
    const auto before = office.list("lead-1", ListKind::unassigned);
    CHECK(before.size() == 2);
    CHECK(run() == ClerkReport{1, 2, 0});
    CHECK(run() == ClerkReport{});
    CHECK(office.list("lead-1", ListKind::unassigned) == before);
    CHECK(office.read("specialist-3", held).status == Status::escalated);
    office.done("specialist-3", reply_to(office, "specialist-3", held, "Late, but yes."));
    CHECK(office.verifies());
}

TEST_CASE("a removal sent again clears what an interrupted one left in the log", "[consultation]")
{
    Office office;
    const auto ref =
        office.done("officer-14", Ask{an_id(), ask_for("Walrus lives at number four. May he start?")});
    const Redact removal{
        an_id(), ref, {office.read("lead-1", ref).entries.front().event}, "It named a person"};
    const auto is_left = [&] {
        for (const auto& entry : std::filesystem::directory_iterator{office.profile()})
            if (read_file(entry.path(), 100'000'000).find("Walrus") != std::string::npos)
                return true;
        return false;
    };
    {
        // Somebody who reads keeps the log from being cleared, as being killed would.
        const auto other = store::open_store(office.profile());
        other->query("begin", {}, [](const store::Row&) {});
        CHECK(store::one_integer(*other, "select count(*) from event") > 0);
        office.db().query("pragma busy_timeout = 0", {}, [](const store::Row&) {});
        office.done("lead-1", removal);
        CHECK(is_left());
        other->query("rollback", {}, [](const store::Row&) {});
    }
    office.done("lead-1", removal);
    CHECK_FALSE(is_left());
    CHECK(store::verify_chains(office.db()).redactions == 1);
}

TEST_CASE("a removed text is gone from everywhere, and the course of the thread stays", "[consultation]")
{
    Office office;
    const auto ref =
        office.done("officer-14", Ask{an_id(), ask_for("Walrus lives at number four. May he start?")});
    office.done("specialist-3", AcceptOffer{an_id(), ref});
    office.done("specialist-3", reply_to(office, "specialist-3", ref, "Walrus may."));
    const auto before = office.read("lead-1", ref);
    const std::vector events{before.entries.front().event, before.entries.back().event};
    CHECK(office.refused("lead-1", Redact{an_id(), ref, {before.history[2].id}, "x"}) == Refusal::incomplete);
    CHECK(office.refused("lead-1", Redact{an_id(), ref, {"walrus"}, "x"}) == Refusal::incomplete);
    office.done("lead-1", Redact{an_id(), ref, events, "It named a person"});
    CHECK(office.refused("lead-1", Redact{an_id(), ref, events, "Again"}) == Refusal::incomplete);

    const auto after = office.read("officer-14", ref);
    CHECK(after.status == before.status);
    CHECK(after.due == before.due);
    CHECK(after.entries.front().is_redacted);
    CHECK(store::verify_chains(office.db()).redactions == 2);
    CHECK(office.verifies());
    Board board{office.db(), test::shipped_rules()};
    CHECK(board.find("walrus", office.reader("lead-1"), office.now).empty());
    CHECK(board.list(ListKind::my_requests, office.reader("officer-14"), office.now).at(0).title.empty());
    for (const auto& entry : std::filesystem::directory_iterator{office.profile()})
        CHECK(read_file(entry.path(), 100'000'000).find("Walrus") == std::string::npos);
}

TEST_CASE("lists can be made anew from the events", "[consultation]")
{
    Office office;
    const auto answered = office.answered();
    office.sent();
    office.done("specialist-3", Minutes{an_id(), answered, 40});
    const auto picture = [&] {
        std::string text;
        for (const char* table :
             {"consultation", "consultation_title", "consultation_party", "consultation_said"})
            office.db().query(
                std::string{"select * from "} + table + " order by 1, 2, 3", {},
                [&](const store::Row& row) { text += row.string(0) + row.string(1) + row.string(2); });
        return text;
    };
    const auto before = picture();
    rebuild_derived(office.db(), test::shipped_rules());
    CHECK(picture() == before);
    CHECK(loads_of(office.db(), office.now)[Login{"specialist-3"}].minutes_this_week == 40);
}

TEST_CASE("who says that somebody is in danger is told to call, and it goes to specialist and lead at once",
          "[consultation]")
{
    Office office;
    auto request = test::ask_for();
    request.is_danger = true;
    CHECK(red_flags_in(request, test::shipped_rules()) == std::vector<std::string>{std::string{danger_said}});
    const auto result = office.run("officer-14", Ask{an_id(), request});
    const auto& refused = std::get<Refused>(result);
    REQUIRE(refused.missing.size() == 1);
    CHECK(refused.missing.front().field == "called");
    CHECK(refused.sentence.starts_with("You say that somebody is in danger now."));

    request.called = Called{"Police and duty manager", "16:20 today"};
    const auto thread = office.read("officer-14", office.done("officer-14", Ask{an_id(), request}));
    CHECK(thread.red_flags == std::vector<std::string>{std::string{danger_said}});
    CHECK_FALSE(thread.told.empty());
    CHECK(thread.offer);
}

TEST_CASE("what modules asked of whoever answers stays with the thread until its words are removed",
          "[consultation]")
{
    Office office;
    Ask ask{an_id(), test::ask_for()};
    ModuleAsk module{.module = "Ladders", .level = people::Level::senior};
    module.specialisms = {{"sexual-offending", "The band is high."}};
    ask.modules = {module, {.module = "Broken", .problem = "It stopped."}};
    const auto ref = office.done("officer-14", ask);
    auto thread = office.read("officer-14", ref);
    CHECK(thread.need.level == people::Level::senior);
    REQUIRE(thread.need.modules.size() == 3);
    CHECK(thread.need.modules[0] == ModuleWord{"Ladders", "asks for sexual offending: The band is high"});
    CHECK(thread.need.modules[2].module == "Broken");

    office.done("lead-1", Redact{an_id(), ref, {thread.history.front().id}, "It named somebody"});
    thread = office.read("officer-14", ref);
    CHECK(thread.need.level == people::Level::senior);
    CHECK(thread.need.modules.empty());
    CHECK(office.verifies());
}
