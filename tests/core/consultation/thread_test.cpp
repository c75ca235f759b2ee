// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/error.h"
#include "tests/core/consultation/thread_example.h"
#include "tests/support/catch.h"

#include <set>

using namespace guidepost;
using namespace guidepost::consultation;
using test::AThread;
using test::day_us;
using test::monday;

namespace {

Details text(const std::string& words)
{
    Details details;
    details.text = words;
    return details;
}

Details to(const std::string& login)
{
    Details details;
    details.to = Login{login};
    return details;
}

/// "soon": four hours to accept, two working days to answer.
AThread offered()
{
    return AThread{}.offered("specialist-3", monday(13));
}

AThread accepted()
{
    auto thread = offered();
    thread.accepted("specialist-3", monday(10));
    return thread;
}

AThread answered()
{
    auto thread = accepted();
    thread.add(Happening::answered, "specialist-3", text("Yes, he may."), monday(15));
    return thread;
}

Details choice(AdviceChoice made)
{
    auto details = text("It fits");
    details.choice = made;
    return details;
}

} // namespace

TEST_CASE("what is sent waits for the one it was offered to, until the offer ends", "[consultation]")
{
    const auto thread = offered().at(monday(12, 59));
    CHECK(thread.status == Status::offered);
    CHECK(thread.move == Move::specialist);
    CHECK(thread.due == monday(13));
    CHECK_FALSE(thread.is_overdue);
    REQUIRE(thread.offer);
    CHECK(thread.offer->to == Login{"specialist-3"});
    CHECK(thread.requester == Login{"officer-14"});
    CHECK(thread.region == "North West");
    CHECK(thread.entries.size() == 1);
    CHECK(thread.request == test::a_request());
    CHECK(thread.answer_due == monday(9) + 2 * day_us - 16 * 60 * test::minute_us); // Tuesday 17:00
}

TEST_CASE("a lapsed offer reads as lapsed although no clerk came by", "[consultation]")
{
    auto events = offered();
    const auto thread = events.at(monday(13));
    CHECK(thread.status == Status::offered);
    CHECK_FALSE(thread.offer);
    CHECK(thread.move == Move::lead);
    CHECK(thread.excluded == std::set{Login{"specialist-3"}});
    REQUIRE(thread.fell_due.size() == 1);
    CHECK(thread.fell_due[0] == FellDue{Happening::lapsed, monday(13), "event-2"});

    SECTION("and the same when one wrote it down")
    {
        Details lapse;
        lapse.offer = "event-2";
        events.add(Happening::lapsed, "clerk", lapse, monday(13));
        const auto written = events.at(monday(13));
        CHECK(written.status == thread.status);
        CHECK(written.move == thread.move);
        CHECK(written.due == thread.due);
        CHECK(written.excluded == thread.excluded);
        CHECK(written.fell_due.empty());
    }
    SECTION("and with nobody at work for a week it stands with the lead, overdue")
    {
        const auto late = events.at(monday(9) + 7 * day_us);
        CHECK(late.status == Status::escalated);
        CHECK(late.escalation == Escalation::answer_overdue);
        CHECK(late.move == Move::lead);
        CHECK(late.is_overdue);
        REQUIRE(late.fell_due.size() == 2);
        CHECK(late.fell_due[1].what == Happening::escalated);
        CHECK(late.fell_due[1].at == late.answer_due);
    }
    SECTION("a late lapse of an older offer changes nothing")
    {
        events.offered("specialist-5", monday(17));
        Details lapse;
        lapse.offer = "event-2";
        events.add(Happening::lapsed, "clerk", lapse, monday(13));
        REQUIRE(events.at(monday(14)).offer);
        CHECK(events.at(monday(14)).offer->to == Login{"specialist-5"});
    }
}

TEST_CASE("who accepts has it, and a missed answer goes to the lead by itself", "[consultation]")
{
    const auto events = accepted();
    auto thread = events.at(monday(16));
    CHECK(thread.status == Status::with_specialist);
    CHECK(thread.move == Move::specialist);
    CHECK(thread.adviser == Login{"specialist-3"});
    CHECK_FALSE(thread.offer);
    CHECK(thread.due == thread.answer_due);
    thread = events.at(thread.answer_due);
    CHECK(thread.status == Status::escalated);
    CHECK(thread.adviser == Login{"specialist-3"}); // who may still answer
    CHECK(thread.fell_due.size() == 1);
}

TEST_CASE("who accepts at the last moment has at least the time of an offer", "[consultation]")
{
    auto request = test::a_request();
    request.needed_by = Date{std::chrono::year{2026}, std::chrono::month{8}, std::chrono::day{3}};
    AThread thread{request};
    thread.offered("specialist-3", monday(16, 50)).accepted("specialist-3", monday(16, 45));
    CHECK(thread.at(monday(16, 46)).answer_due == test::working_time().add(monday(16, 45), 240));
}

TEST_CASE("a decision that comes sooner than the clock leaves no more time than there is", "[consultation]")
{
    auto request = test::a_request();
    request.needed_by = Date{std::chrono::year{2026}, std::chrono::month{8}, std::chrono::day{3}};
    CHECK(AThread{request}.at(monday(9)).answer_due == monday(17));
    request.needed_by = Date{std::chrono::year{2026}, std::chrono::month{7}, std::chrono::day{3}};
    CHECK(AThread{request}.at(monday(9)).answer_due > monday(17)); // it is past: the clock is all there is
}

TEST_CASE("a declined offer excludes and leaves it without a taker", "[consultation]")
{
    Details why;
    why.reason = "conflict";
    const auto thread = offered().add(Happening::declined, "specialist-3", why, monday(10)).at(monday(11));
    CHECK(thread.status == Status::offered);
    CHECK(thread.move == Move::lead);
    CHECK_FALSE(thread.offer);
    CHECK(thread.excluded.contains(Login{"specialist-3"}));
}

TEST_CASE("while the officer looks for more the clock of the answer stands still", "[consultation]")
{
    auto events = accepted();
    events.add(Happening::more_asked, "specialist-3", text("What does the licence say?"), monday(12));
    const auto asked = events.at(monday(13));
    CHECK(asked.status == Status::needs_more);
    CHECK(asked.move == Move::officer);
    CHECK(asked.due == test::working_time().add(monday(12), 2 * 480));
    CHECK(events.at(monday(9) + 14 * day_us).status == Status::needs_more);
    CHECK(events.at(monday(9) + 14 * day_us).is_overdue);

    const auto back = monday(9) + 7 * day_us;
    events.add(Happening::message, "officer-14", text("Nothing"), back);
    const auto again = events.at(back);
    CHECK(again.status == Status::with_specialist);
    CHECK(again.answer_due == test::working_time().add(back, 13 * 60)); // 5 hours on Monday and 8 on Tuesday
}

TEST_CASE("an answer waits for the officer's choice, then for the outcome", "[consultation]")
{
    auto events = answered();
    auto thread = events.at(monday(16));
    CHECK(thread.status == Status::answered);
    CHECK(thread.move == Move::officer);
    CHECK(thread.entries.back().kind == Entry::Kind::answer);
    CHECK_FALSE(thread.outcome_asked);

    events.add(Happening::advice_chosen, "officer-14", choice(AdviceChoice::adapt), monday(16));
    thread = events.at(monday(16));
    CHECK(thread.advice == AdviceChoice::adapt);
    CHECK(thread.entries.back().text == "It fits");
    CHECK(thread.move == Move::nobody);
    CHECK_FALSE(thread.due);

    thread = events.at(monday(15) + 14 * day_us);
    CHECK(thread.outcome_asked);
    CHECK(thread.move == Move::officer);
    events.add(Happening::closed, "officer-14", {}, monday(16));
    CHECK(events.at(monday(17)).status == Status::closed);
    CHECK(events.at(monday(17)).move == Move::nobody);
    CHECK(events.at(monday(15) + 14 * day_us).move == Move::officer);
    events.add(Happening::outcome, "officer-14", text("He started."), monday(15) + 15 * day_us);
    CHECK(events.at(monday(15) + 20 * day_us).move == Move::nobody);
}

TEST_CASE("in an older record a message before the choice opens it again, one after it does not",
          "[consultation]")
{
    auto events = answered();
    SECTION("before")
    {
        events.add(Happening::message, "officer-14", text("And the facilitator?"), monday(16));
        const auto thread = events.at(monday(16));
        CHECK(thread.status == Status::with_specialist);
        CHECK(thread.answer_due == test::working_time().add(monday(16), 2 * 480));
    }
    SECTION("after")
    {
        events.add(Happening::advice_chosen, "officer-14", choice(AdviceChoice::agree));
        events.add(Happening::message, "officer-14", text("Thank you"), monday(16));
        CHECK(events.at(monday(16)).status == Status::answered);
        CHECK(events.at(monday(16)).advice == AdviceChoice::agree);
        events.add(Happening::answered, "specialist-3", text("One more thing"), monday(16));
        CHECK_FALSE(events.at(monday(16)).advice); // it was a choice about the answer before
    }
}

TEST_CASE("a take-over asked for stands with the lead until decided", "[consultation]")
{
    auto request = test::a_request();
    request.responsibility = Responsibility::take_over;
    AThread events{request};
    events.offered("specialist-3", monday(13)).accepted("specialist-3", monday(10));
    events.add(Happening::answered, "specialist-3", text("Yes"), monday(11));
    events.add(Happening::advice_chosen, "officer-14", choice(AdviceChoice::agree), monday(12));
    CHECK(events.at(monday(13)).move == Move::lead);
    CHECK_FALSE(events.at(monday(13)).take_over);
    Details decision;
    decision.is_granted = false;
    events.add(Happening::take_over_decided, "lead-1", decision, monday(13));
    CHECK(events.at(monday(14)).move == Move::nobody);
    CHECK(events.at(monday(14)).take_over == false);
}

TEST_CASE("a hand-over excludes who gave it away and leaves time for the next", "[consultation]")
{
    const auto thread = accepted()
                            .add(Happening::handed_over, "specialist-3", to("specialist-5"), monday(16))
                            .offered("specialist-5", monday(17))
                            .accepted("specialist-5")
                            .at(monday(16, 1));
    CHECK(thread.adviser == Login{"specialist-5"});
    CHECK(thread.excluded == std::set{Login{"specialist-3"}});
    CHECK(thread.status == Status::with_specialist);
}

TEST_CASE("the lead gives an escalated one to somebody", "[consultation]")
{
    auto events = offered();
    auto told = to("lead-1");
    told.reason = "asked";
    events.add(Happening::escalated, "officer-14", told, monday(10));
    const auto escalated = events.at(monday(11));
    CHECK(escalated.status == Status::escalated);
    CHECK(escalated.move == Move::lead);
    CHECK(escalated.told == std::set{Login{"lead-1"}});
    events.add(Happening::assigned, "lead-1", to("specialist-8"), monday(12));
    const auto assigned = events.at(monday(12));
    CHECK(assigned.status == Status::with_specialist);
    CHECK(assigned.adviser == Login{"specialist-8"});
    CHECK_FALSE(assigned.offer);
}

TEST_CASE("an end is an end, whatever was open", "[consultation]")
{
    const auto withdrawn = offered().add(Happening::withdrawn, "officer-14", {}).at(monday(9) + 90 * day_us);
    CHECK(withdrawn.status == Status::withdrawn);
    CHECK(withdrawn.move == Move::nobody);
    CHECK_FALSE(withdrawn.due);
    CHECK(withdrawn.fell_due.empty());
}

TEST_CASE("actions, minutes, calls, second opinions, limits and holds are kept", "[consultation]")
{
    auto events = accepted();
    Details action = text("Ask for the trial transcript");
    action.number = 1;
    action.owner = "officer";
    action.due = Date{std::chrono::year{2026}, std::chrono::month{8}, std::chrono::day{10}};
    Details settled;
    settled.number = 1;
    settled.is_done = false;
    Details minutes;
    minutes.minutes = 25;
    Details named;
    named.named = {Login{"specialist-3"}, Login{"lead-1"}};
    named.lead = Login{"lead-1"};
    events.add(Happening::action_added, "specialist-3", action)
        .add(Happening::action_settled, "officer-14", settled)
        .add(Happening::minutes, "specialist-3", minutes)
        .add(Happening::minutes, "specialist-3", minutes)
        .add(Happening::second_opinion_asked, "specialist-3", to("specialist-9"))
        .add(Happening::call_asked, "officer-14", text("Can we talk?"))
        .add(Happening::restricted, "lead-1", named)
        .add(Happening::held, "lead-1", text("A review"))
        .add(Happening::opened, "specialist-9", {}, monday(12));
    const auto thread = events.at(monday(12));
    REQUIRE(thread.actions.size() == 1);
    CHECK(thread.actions[0].is_done == false);
    CHECK(thread.actions[0].owner == "officer");
    CHECK(thread.minutes.at(Login{"specialist-3"}) == 50);
    CHECK(thread.second_opinions == std::set{Login{"specialist-9"}});
    CHECK(thread.call_wanted);
    CHECK(thread.is_restricted);
    CHECK(thread.named.size() == 2);
    CHECK(thread.named_lead == Login{"lead-1"});
    CHECK(thread.is_held);
    CHECK(thread.opened.at(Login{"specialist-9"}) == monday(12));
    CHECK(thread.updated == monday(10)); // reading is no doing
    events.add(Happening::call_held, "specialist-3", text("We talked")).add(Happening::hold_ended, "lead-1");
    CHECK_FALSE(events.at(monday(12)).call_wanted);
    CHECK_FALSE(events.at(monday(12)).is_held);
}

TEST_CASE("a note moves the thread for those who read notes only", "[consultation]")
{
    const auto before = accepted().at(monday(11));
    const auto after =
        accepted().add(Happening::note, "specialist-5", text("Check the licence")).at(monday(11));
    CHECK(after.moved == before.moved);
    CHECK(after.moved_inside > before.moved_inside);
    CHECK(is_internal(after.entries.back().kind));
    CHECK(accepted().add(Happening::opened, "specialist-3").at(monday(11)).moved_inside ==
          before.moved_inside);
}

TEST_CASE("a thread whose words were removed keeps its course", "[consultation]")
{
    auto events = answered();
    const auto before = events.at(monday(16));
    events.redact(0).redact(3);
    const auto after = events.at(monday(16));
    CHECK(after.status == before.status);
    CHECK(after.move == before.move);
    CHECK(after.due == before.due);
    CHECK(after.answer_due == before.answer_due);
    CHECK(after.request.priority == before.request.priority);
    CHECK(after.request.question.empty());
    CHECK(after.request.profile == CaseProfile{});
    CHECK(after.entries.front().is_redacted);
    CHECK(after.entries.front().text.empty());

    SECTION("also when nothing at all is left of any payload")
    {
        for (auto& event : events.events())
            event.payload.reset();
        CHECK(events.at(monday(16)).status == Status::answered);
    }
}

TEST_CASE("a chain that nobody here can have written is refused without quoting it", "[consultation]")
{
    auto events = answered();
    SECTION("no event at all")
    {
        events.events().clear();
    }
    SECTION("one missing")
    {
        events.events().erase(events.events().begin() + 1);
    }
    SECTION("not beginning with the sending")
    {
        events.events().front().kind = Happening::message;
    }
    SECTION("sent twice")
    {
        events.events().back().kind = Happening::sent;
    }
    SECTION("a payload that is no JSON")
    {
        events.events().back().payload = "walrus";
    }
    SECTION("a payload of another form")
    {
        events.events().back().payload = R"({"text":["walrus"]})";
    }
    SECTION("a list")
    {
        events.events().back().payload = "[]";
    }
    try {
        events.at(monday(16));
        FAIL("it was read");
    } catch (const Error& e) {
        CHECK(e.code() == Errc::storage);
        CHECK(std::string{e.what()}.find("walrus") == std::string::npos);
    }
}
