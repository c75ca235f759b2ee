// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/acts/retention.h"
#include "core/consultation/thread/record.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "tests/core/consultation/office_example.h"
#include "tests/support/catch.h"

using namespace guidepost;
using namespace guidepost::consultation;
using test::an_id;
using test::Office;

namespace {

constexpr Timestamp day_us = 24LL * 3'600'000'000;
constexpr RetentionPeriods periods{100, 30};

ConsultationRef closed(Office& office)
{
    const auto ref = office.answered();
    office.done("officer-14", ChooseAdvice{an_id(), ref, AdviceChoice::agree, ""});
    office.done("officer-14", Close{an_id(), ref, ""});
    return ref;
}

std::size_t remove(Office& office)
{
    return remove_past_retention(office.db(), test::shipped_rules(), periods, Login{"administrator-1"},
                                 office.now);
}

} // namespace

TEST_CASE("words go when their period is over, and the course of the thread stays", "[consultation]")
{
    Office office;
    const auto old = closed(office);
    const auto withdrawn = office.sent();
    office.done("officer-14", Withdraw{an_id(), withdrawn, ""});
    const auto open = office.answered();
    office.now += 31 * day_us;
    CHECK(past_retention(office.db(), periods, office.now).size() == 1);
    office.now += 70 * day_us;
    CHECK(past_retention(office.db(), periods, office.now).size() == 2);
    CHECK(office.read("officer-14", old).request.question ==
          test::ask_for().question); // listing removes nothing
    CHECK(remove(office) == 2);
    CHECK(remove(office) == 0);

    const auto thread = office.read("officer-14", old);
    CHECK(thread.status == Status::closed);
    CHECK(thread.advice == AdviceChoice::agree);
    CHECK(thread.request.question.empty());
    CHECK(thread.entries.front().is_redacted);
    CHECK_FALSE(office.read("officer-14", open).request.question.empty());
    CHECK(office.verifies());
    Board board{office.db(), test::shipped_rules()};
    CHECK(board.find("group", office.reader("officer-14"), office.now).size() == 1);
}

TEST_CASE("what a lead holds is passed over until the hold ends", "[consultation]")
{
    Office office;
    const auto ref = closed(office);
    CHECK(office.refused("officer-14", Hold{an_id(), ref, true, "x"}) == Refusal::not_permitted);
    office.done("lead-1", Hold{an_id(), ref, true, "A review"});
    office.now += 200 * day_us;
    const auto past = past_retention(office.db(), periods, office.now);
    REQUIRE(past.size() == 1);
    CHECK(past[0].is_held);
    CHECK(remove(office) == 0);
    office.done("lead-1", Hold{an_id(), ref, false, "It is over"});
    office.now += 200 * day_us;
    CHECK(remove(office) == 1);
}

TEST_CASE("the shipped periods read, and what is none is refused by its line", "[consultation]")
{
    const auto shipped = parse_retention(read_file(test::source_file("content/retention.yaml"), 100'000));
    CHECK(shipped.closed > shipped.withdrawn);
    for (const char* text : {"version: 1\n", "closed: 10\n", "closed: 0\nwithdrawn: 10\n",
                             "closed: ten\nwithdrawn: 10\n", "closed: 99999999\nwithdrawn: 1\n"})
        CHECK_THROWS_AS(parse_retention(text), Error);
}
