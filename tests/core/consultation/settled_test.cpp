// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/request/settled.h"
#include "core/store/event_chain.h"
#include "core/text/error.h"
#include "tests/core/consultation/office_example.h"
#include "tests/support/catch.h"

using namespace guidepost;
using namespace guidepost::consultation;
using test::an_id;
using test::Office;

namespace {

Errc refusal(Office& office, const EventId& event, const std::vector<ArticleId>& articles)
{
    try {
        record_settled(office.db(), event, Login{"officer-14"}, articles, office.now);
    } catch (const Error& e) {
        return e.code();
    }
    return Errc{};
}

} // namespace

TEST_CASE("what guidance settled is counted by article, and nothing of the question is kept",
          "[consultation]")
{
    Office office;
    const ArticleId one{"maintaining-innocence"}, other{"new-partner"};
    CHECK(settled_by_guidance(office.db()).questions == 0);
    CHECK(refusal(office, an_id(), {other}) == Errc{});
    office.now += 1'000'000;
    const auto before = office.now;
    CHECK(refusal(office, an_id(), {one, other, one}) == Errc{});
    CHECK(refusal(office, an_id(), {one}) == Errc{});
    CHECK(refusal(office, an_id(), {one}) == Errc{});

    const auto settled = settled_by_guidance(office.db());
    CHECK(settled.questions == 4);
    CHECK(settled.by == std::vector<SettledBy>{{one, 3, office.now}, {other, 2, office.now}});
    CHECK(settled_by_guidance(office.db(), before).questions == 3);
    CHECK(office.verifies());

    std::string payloads;
    office.db().query(
        "select p.body from event e join event_payload p on p.event = e.id where e.chain = 'settled'", {},
        [&](const store::Row& row) { payloads += row.string(0); });
    CHECK(payloads.starts_with(R"({"articles":["new-partner"]})"));
}

TEST_CASE("settling is recorded once, and only by guidance that has a name", "[consultation]")
{
    Office office;
    const auto id = an_id();
    const ArticleId article{"new-partner"};
    CHECK(refusal(office, id, {article}) == Errc{});
    CHECK(refusal(office, id, {article}) == Errc{});
    CHECK(settled_by_guidance(office.db()).questions == 1);
    CHECK(refusal(office, an_id(), {}) == Errc::usage);
    CHECK(refusal(office, an_id(), {ArticleId{"His name is Sam"}}) == Errc::usage);
    CHECK(refusal(office, an_id(), std::vector<ArticleId>(most_settling + 1, article)) == Errc::usage);

    const auto taken = an_id();
    office.done("officer-14", Ask{taken, test::ask_for()});
    CHECK(refusal(office, taken, {article}) == Errc::conflict);
}
