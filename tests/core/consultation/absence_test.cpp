// SPDX-License-Identifier: GPL-2.0-or-later
// What is with somebody who is away or has left.
#include "core/consultation/acts/clerk.h"
#include "core/consultation/thread/record.h"
#include "core/pages/consultation_words.h"
#include "tests/core/consultation/office_example.h"
#include "tests/support/catch.h"

using namespace guidepost;
using namespace guidepost::consultation;
using test::an_id;
using test::Office;

namespace {

constexpr std::int64_t everything = 1'000'000;
constexpr Timestamp hour_us = 3'600'000'000;

Date august(unsigned day)
{
    return Date{std::chrono::year{2026}, std::chrono::month{8}, std::chrono::day{day}};
}

void send_away(Office& office, const std::string& who, const std::string& cover, unsigned last = 7)
{
    office.person(who).away = {{august(3), august(last), Login{cover}}};
}

ClerkReport pass_on(Office& office)
{
    return pass_on_absences(office.db(), test::shipped_rules(), office.everybody(), office.now);
}

std::size_t events_of(Office& office, const ConsultationRef& ref)
{
    return read_events(office.db(), ref).size();
}

std::string move_for_officer(Office& office, const ConsultationRef& ref)
{
    return pages::move_words(office.read("officer-14", ref), {}, {Login{"officer-14"}, false, office.now});
}

} // namespace

TEST_CASE("a cover opens, lists and answers what they stand in for, and only while it lasts",
          "[consultation]")
{
    Office office;
    const auto ref = office.accepted();
    CHECK_FALSE(office.can_read("specialist-7", ref)); // of another region
    send_away(office, "specialist-3", "specialist-7", 4);
    CHECK(pass_on(office).passed_on == 1);
    const auto count = events_of(office, ref);
    CHECK(pass_on(office) == ClerkReport{});
    CHECK(events_of(office, ref) == count); // twice is once

    const auto thread = office.read("officer-14", ref);
    REQUIRE(thread.cover);
    CHECK(thread.cover->by == Login{"specialist-7"});
    CHECK(thread.adviser == Login{"specialist-3"});
    CHECK(
        move_for_officer(office, ref).starts_with("With specialist-7, who stands in for specialist-3 until"));
    CHECK(office.list("specialist-7", ListKind::mine) == std::vector{ref});
    Board board{office.db(), test::shipped_rules()};
    CHECK(board.count_for_me(office.reader("specialist-7"), office.now) == 1);
    CHECK(board.list(ListKind::my_requests, office.reader("officer-14"), office.now).at(0).cover ==
          Login{"specialist-7"});
    CHECK(loads_of(office.db(), office.now)[Login{"specialist-7"}].open == 1);
    office.done("specialist-7", Note{an_id(), ref, "I stand in"});

    SECTION("answering")
    {
        office.done("specialist-7", Reply{an_id(), ref, "Yes, he may.", {}, everything});
        CHECK(office.read("officer-14", ref).status == Status::answered);
        CHECK(office.read("officer-14", ref).entries.back().kind == Entry::Kind::answer);
    }
    SECTION("the day after the last the clock alone brings it back")
    {
        office.now += 41 * hour_us; // two in the morning of the day after
        CHECK_FALSE(office.can_read("specialist-7", ref));
        CHECK(office.list("specialist-7", ListKind::mine).empty());
        CHECK(board.find(ref.value(), office.reader("specialist-7"), office.now).empty());
        // By then the answer is overdue, so that the lead has the move; whose answer it is has come back.
        const auto back = office.read("officer-14", ref);
        CHECK_FALSE(back.cover);
        CHECK(back.answerer() == Login{"specialist-3"});
        CHECK(move_for_officer(office, ref).starts_with("With the lead, because the answer is overdue"));
    }
    SECTION("so does coming back early, at once")
    {
        office.person("specialist-3").away.clear();
        CHECK(pass_on(office).passed_on == 1);
        CHECK(pass_on(office) == ClerkReport{});
        CHECK_FALSE(office.can_read("specialist-7", ref));
        CHECK_FALSE(office.read("officer-14", ref).cover);
    }
    CHECK(office.verifies());
}

TEST_CASE("without a cover who may answer it is with the lead at once, and the officer is told",
          "[consultation]")
{
    Office office;
    const auto ref = office.accepted();
    SECTION("nobody stands in")
    {
        send_away(office, "specialist-3", "");
    }
    SECTION("who stands in is of another field")
    {
        send_away(office, "specialist-3", "specialist-9");
    }
    SECTION("who stands in is in conflict with the officer")
    {
        office.person("specialist-7").conflicts = {Login{"officer-14"}};
        send_away(office, "specialist-3", "specialist-7");
    }
    pass_on(office);
    CHECK(pass_on(office) == ClerkReport{});
    const auto thread = office.read("officer-14", ref);
    CHECK(thread.status == Status::escalated);
    CHECK(thread.escalation == Escalation::adviser_away);
    CHECK(thread.move == Move::lead);
    CHECK(move_for_officer(office, ref).find("is away and nobody") != std::string::npos);
    CHECK(office.list("lead-1", ListKind::unassigned) == std::vector{ref});
    CHECK_FALSE(office.can_read("specialist-9", ref));

    office.person("specialist-3").away.clear(); // back before the lead came to it
    pass_on(office);
    CHECK(office.read("officer-14", ref).status == Status::with_specialist);
    CHECK(office.verifies());
}

TEST_CASE("an offer to somebody who is away goes on at once: to a cover who qualifies, else by routing",
          "[consultation]")
{
    Office office;
    const auto ref = office.sent();
    SECTION("to the cover")
    {
        send_away(office, "specialist-3", "specialist-7");
        pass_on(office);
        CHECK(office.list("specialist-7", ListKind::offered) == std::vector{ref});
    }
    SECTION("to the next")
    {
        send_away(office, "specialist-3", "");
        pass_on(office);
        CHECK(office.list("specialist-5", ListKind::offered) == std::vector{ref});
    }
    SECTION("of somebody who left as well")
    {
        office.person("specialist-3").is_active = false;
        pass_on(office);
        CHECK(office.list("specialist-5", ListKind::offered) == std::vector{ref});
    }
    SECTION("to the lead where nobody else qualifies")
    {
        for (const auto* who : {"specialist-3", "specialist-5", "specialist-7"})
            send_away(office, who, "");
        pass_on(office);
        CHECK(office.read("officer-14", ref).status == Status::escalated);
    }
    CHECK(office.list("specialist-3", ListKind::offered).empty());
    CHECK(pass_on(office) == ClerkReport{});
    CHECK(office.verifies());
}

TEST_CASE("what somebody who left had is with the lead, and nothing of it stays theirs", "[consultation]")
{
    Office office;
    const auto ref = office.accepted();
    office.person("specialist-3").is_active = false;
    pass_on(office);
    CHECK(pass_on(office) == ClerkReport{});
    const auto thread = office.read("lead-1", ref);
    CHECK(thread.status == Status::escalated);
    CHECK(thread.escalation == Escalation::adviser_left);
    CHECK_FALSE(thread.adviser);
    office.done("lead-1", Assign{an_id(), ref, Login{"specialist-5"}, ""});
    CHECK(office.list("specialist-5", ListKind::mine) == std::vector{ref});
    CHECK(office.verifies());
}

TEST_CASE("anything done in a thread finds out who is away, without a clerk", "[consultation]")
{
    Office office;
    const auto ref = office.answered();
    send_away(office, "specialist-3", "specialist-7");
    office.done("officer-14", AskAgain{an_id(), ref, "He has moved.", everything});
    const auto thread = office.read("officer-14", ref);
    REQUIRE(thread.cover);
    CHECK(thread.answerer() == Login{"specialist-7"});
    CHECK(office.list("specialist-7", ListKind::mine) == std::vector{ref});
}

TEST_CASE("a restricted thread goes to no cover who is not named", "[consultation]")
{
    Office office;
    auto request = test::ask_for();
    request.is_restricted = true;
    request.restricted_to = {Login{"specialist-5"}, Login{"lead-1"}};
    const auto ref = office.done("officer-14", Ask{an_id(), request});
    office.done("specialist-5", AcceptOffer{an_id(), ref});
    send_away(office, "specialist-5", "specialist-3");
    pass_on(office);
    CHECK_FALSE(office.can_read("specialist-3", ref));
    CHECK(office.read("lead-1", ref).move == Move::lead);
}

TEST_CASE("what a lead gave to somebody although they are away stays there", "[consultation]")
{
    Office office;
    const auto ref = office.accepted();
    send_away(office, "specialist-5", "specialist-7");
    office.done("lead-1", Assign{an_id(), ref, Login{"specialist-5"}, "Back tomorrow, and knows him."});
    CHECK(pass_on(office) == ClerkReport{});
    CHECK_FALSE(office.read("lead-1", ref).cover);
    CHECK(office.read("lead-1", ref).adviser == Login{"specialist-5"});
}

TEST_CASE("lists made anew know covers, too", "[consultation]")
{
    Office office;
    const auto ref = office.accepted();
    send_away(office, "specialist-3", "specialist-7");
    pass_on(office);
    rebuild_derived(office.db(), test::shipped_rules());
    CHECK(office.list("specialist-7", ListKind::mine) == std::vector{ref});
}
