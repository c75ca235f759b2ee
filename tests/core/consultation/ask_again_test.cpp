// SPDX-License-Identifier: GPL-2.0-or-later
// After an answer: a message moves nothing, asking again does.
#include "tests/core/consultation/office_example.h"
#include "tests/core/consultation/thread_example.h"
#include "tests/support/catch.h"

using namespace guidepost;
using namespace guidepost::consultation;
using test::an_id;
using test::Office;

namespace {

constexpr std::int64_t everything = 1'000'000;
constexpr Timestamp hour_us = 3'600'000'000;

} // namespace

TEST_CASE("a thank-you after the answer leaves the officer the choice and starts no clock", "[consultation]")
{
    Office office;
    const auto ref = office.answered();
    const auto before = office.read("officer-14", ref);
    office.now += hour_us;
    office.done("officer-14", Reply{an_id(), ref, "Thank you!", {}, everything});
    const auto after = office.read("officer-14", ref);
    CHECK(after.status == Status::answered);
    CHECK(after.move == Move::officer);
    CHECK(after.answer_due == before.answer_due);
    CHECK(office.list("specialist-3", ListKind::mine).empty());
    office.done("officer-14", ChooseAdvice{an_id(), ref, AdviceChoice::agree, ""});
    CHECK(office.verifies());
}

TEST_CASE("what the adviser adds as a message takes no choice away and is no answer", "[consultation]")
{
    Office office;
    const auto ref = office.answered();
    office.done("officer-14", ChooseAdvice{an_id(), ref, AdviceChoice::agree, ""});
    const auto before = office.read("officer-14", ref);
    office.now += hour_us;
    office.done("specialist-3", Message{an_id(), ref, "Glad it helped.", {}, everything});
    const auto after = office.read("officer-14", ref);
    CHECK(after.advice == AdviceChoice::agree);
    CHECK(after.answered_at == before.answered_at);
    CHECK(after.entries.back().kind == Entry::Kind::message);
}

TEST_CASE("asking again puts it back with whoever answered, and the clock starts then", "[consultation]")
{
    Office office;
    const auto ref = office.answered();
    CHECK(office.refused("officer-14", AskAgain{an_id(), ref, " ", everything}) == Refusal::incomplete);
    CHECK(office.refused("specialist-3", AskAgain{an_id(), ref, "x", everything}) == Refusal::not_permitted);
    CHECK(office.refused("lead-1", AskAgain{an_id(), ref, "x", everything}) == Refusal::not_permitted);
    office.now += 3 * hour_us;
    office.done("officer-14", AskAgain{an_id(), ref, "The group moved to Thursday. Still?", everything});
    const auto thread = office.read("officer-14", ref);
    CHECK(thread.status == Status::with_specialist);
    CHECK(thread.move == Move::specialist);
    const auto& rules = test::shipped_rules();
    CHECK(thread.answer_due == rules.time.add(office.now, rules.clocks.at(Priority::soon).answer));
    CHECK(thread.entries.back().kind == Entry::Kind::asked_again);
    CHECK(thread.entries.back().text == "The group moved to Thursday. Still?");
    CHECK(office.list("specialist-3", ListKind::mine) == std::vector{ref});
    CHECK(office.refused("officer-14", AskAgain{an_id(), ref, "x", everything}) == Refusal::not_now);

    office.done("specialist-3", Reply{an_id(), ref, "Still.", {}, everything});
    CHECK(office.read("officer-14", ref).status == Status::answered);
    CHECK(office.verifies());
}

TEST_CASE("one may ask again after a choice, and not once it is over", "[consultation]")
{
    Office office;
    const auto ref = office.answered();
    office.done("officer-14", ChooseAdvice{an_id(), ref, AdviceChoice::agree, ""});
    office.done("officer-14", AskAgain{an_id(), ref, "He has moved.", everything});
    CHECK(office.read("officer-14", ref).status == Status::with_specialist);
    office.done("specialist-3", Reply{an_id(), ref, "Then not.", {}, everything});
    CHECK_FALSE(office.read("officer-14", ref).advice);
    office.done("officer-14", ChooseAdvice{an_id(), ref, AdviceChoice::agree, ""});
    office.done("officer-14", Close{an_id(), ref, ""});
    CHECK(office.refused("officer-14", AskAgain{an_id(), ref, "x", everything}) == Refusal::not_now);
}

TEST_CASE("asking again over an answer that was not read is shown what arrived", "[consultation]")
{
    Office office;
    const auto ref = office.answered();
    const auto seen = office.read("officer-14", ref).moved;
    office.done("specialist-3", Reply{an_id(), ref, "One more thing.", {}, everything});
    CHECK(std::holds_alternative<MovedOn>(office.run("officer-14", AskAgain{an_id(), ref, "x", seen})));
}

TEST_CASE("in a record of an older desk a message after the answer still asked again", "[consultation]")
{
    test::AThread events;
    events.offered("specialist-3", test::monday(13)).accepted("specialist-3", test::monday(10));
    events.add(Happening::answered, "specialist-3", {}, test::monday(11));
    Details message;
    message.text = "And the facilitator?";
    SECTION("which said nothing of asking")
    {
        events.add(Happening::message, "officer-14", message, test::monday(12));
        CHECK(events.at(test::monday(12)).status == Status::with_specialist);
    }
    SECTION("and one of today does not, also when its words were removed")
    {
        message.asks = false;
        events.add(Happening::message, "officer-14", message, test::monday(12));
        CHECK(events.at(test::monday(12)).status == Status::answered);
        events.redact(events.events().size() - 1);
        CHECK(events.at(test::monday(12)).status == Status::answered);
    }
}
