// SPDX-License-Identifier: GPL-2.0-or-later
// The id of an event stands for one act of one person: what is sent again is done once, and what is something
// else is not taken for it.
#include "core/consultation/acts/command_json.h"
#include "tests/core/consultation/office_example.h"
#include "tests/support/catch.h"

using namespace guidepost;
using namespace guidepost::consultation;
using test::an_id;
using test::ask_for;
using test::Office;

namespace {

bool is_done_before(const Result& result)
{
    const auto* done = std::get_if<Done>(&result);
    return done && done->was_done_before;
}

} // namespace

TEST_CASE("an event id used again for another text, another act or another thread is refused",
          "[consultation]")
{
    Office office;
    const auto ref = office.accepted();
    const auto other = office.accepted();
    const auto id = an_id();
    office.done("specialist-3", Note{id, ref, "He was calm today."});
    const auto entries = office.read("lead-1", ref).entries.size();
    const auto others = office.read("lead-1", other).entries.size();

    CHECK(is_done_before(office.run("specialist-3", Note{id, ref, "He was calm today."})));
    CHECK(office.refused("specialist-3", Note{id, ref, "He was calm today, mostly."}) == Refusal::taken);
    CHECK(office.refused("specialist-3", AskMore{id, ref, "He was calm today."}) == Refusal::taken);
    CHECK(office.refused("specialist-3", Note{id, other, "He was calm today."}) == Refusal::taken);
    CHECK(office.refused("specialist-3", Minutes{id, ref, 15}) == Refusal::taken);
    CHECK(office.refused("lead-1", Note{id, ref, "He was calm today."}) == Refusal::taken);
    CHECK(office.read("lead-1", ref).entries.size() == entries);
    CHECK(office.read("lead-1", other).entries.size() == others);
}

TEST_CASE("a question sent again with another sentence is not taken for the first", "[consultation]")
{
    Office office;
    const Ask ask{an_id(), ask_for("May he start the group on Monday?")};
    office.done("officer-14", ask);
    CHECK(is_done_before(office.run("officer-14", ask)));
    CHECK(office.refused("officer-14", Ask{ask.event, ask_for("May he start the group on Tuesday?")}) ==
          Refusal::taken);
    CHECK(office.list("officer-14", ListKind::my_requests).size() == 1);
}

TEST_CASE("what was read meanwhile does not make the same reply another one", "[consultation]")
{
    Office office;
    const auto ref = office.accepted();
    const auto now = moved_for(office.read("specialist-3", ref), office.reader("specialist-3"));
    const auto id = an_id();
    office.done("specialist-3", Reply{id, ref, "Yes, he may.", {}, now});
    CHECK(is_done_before(office.run("specialist-3", Reply{id, ref, "Yes, he may.", {}, now + 5})));
}

TEST_CASE("after its words were removed a command is still known, and not by its words", "[consultation]")
{
    Office office;
    const auto ref = office.accepted();
    const auto id = an_id();
    office.done("specialist-3", Note{id, ref, "A name."});
    office.done("lead-1", Redact{an_id(), ref, {id.value()}, "It named somebody."});
    CHECK(is_done_before(office.run("specialist-3", Note{id, ref, "A name."})));
    const auto digest = digest_of(Note{id, ref, "A name."});
    CHECK_FALSE(store::one_text(office.db(),
                                "select body from event_payload where body like '%' || $1 || '%'", {digest}));
    CHECK(office.verifies());
}
