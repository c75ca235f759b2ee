// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/acts/practice_threads.h"
#include "core/consultation/acts/to_guidance.h"
#include "core/consultation/request/attached_verdict.h"
#include "core/consultation/thread/record_text.h"
#include "core/guidance/checks.h"
#include "core/guidance/drafts.h"
#include "core/values/error.h"
#include "tests/core/consultation/office_example.h"
#include "tests/support/catch.h"

using namespace guidepost;
using namespace guidepost::consultation;
using test::an_id;
using test::Office;

namespace {

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

const privacy::GuardWords& words()
{
    static const auto read = privacy::read_guard_words(test::source_file("content"));
    return read;
}

} // namespace

TEST_CASE("the text for the case record says what was asked, advised and decided, and who holds the case",
          "[consultation]")
{
    Office office;
    const auto ref = office.answered();
    guidance::Library library{office.db()};
    const auto text = [&] {
        const auto thread = office.read("officer-14", ref);
        return record_text(thread, named_guidance(thread, library), {{Login{"officer-14"}, "Officer 14"}});
    };
    office.done("specialist-3", ActionAdd{an_id(), ref, "Tell the facilitator", "officer", {}});
    office.done("specialist-5", Note{an_id(), ref, "Walrus"});
    CHECK(has(text(), "(officer): open"));
    CHECK_FALSE(has(text(), "decision on the advice"));
    office.done("officer-14", ChooseAdvice{an_id(), ref, AdviceChoice::decline, "He is on nights"});
    const auto whole = text();
    CHECK(whole.starts_with("OFFICIAL-SENSITIVE\n"));
    CHECK(whole.ends_with("OFFICIAL-SENSITIVE\n"));
    for (const auto* part :
         {"May he start the group on Monday?", "Yes, he may.", "Officer 14", "Does not follow it",
          "He is on nights", "Advice only. The officer holds the case.", "1. Tell the facilitator",
          "maintaining-innocence#do-now (not here any more)"})
        CHECK(has(whole, part));
    CHECK(has(whole, ref.value()));
    CHECK(has(whole, office.read("officer-14", ref).head_hash));
    CHECK_FALSE(has(whole, "Walrus"));

    const auto answer = office.read("lead-1", ref).entries.at(1);
    REQUIRE(answer.kind == Entry::Kind::answer);
    office.done("lead-1", Redact{an_id(), ref, {answer.event}, "It named somebody"});
    CHECK_FALSE(has(text(), "Yes, he may."));
    CHECK(has(text(), "this text was removed"));
}

TEST_CASE("the record names what the advice cites and, apart, what the officer had read", "[consultation]")
{
    Office office;
    auto request = test::ask_for();
    request.read = {"recall#why", "maintaining-innocence#do-now"};
    const auto ref = office.done("officer-14", Ask{an_id(), request});
    office.done("specialist-3", AcceptOffer{an_id(), ref});
    guidance::Library library{office.db()};
    const auto text = [&] {
        const auto thread = office.read("officer-14", ref);
        return record_text(thread, named_guidance(thread, library), {});
    };
    const std::string cites = "Guidance the advice cites, as it was then\n",
                      read = "What the officer had read before asking\n";
    CHECK_FALSE(has(text(), cites)); // nobody has advised anything
    CHECK(has(text(), read + "- recall#why (not here any more)\n- maintaining-innocence#do-now"));
    office.done("lead-1", Message{an_id(), ref, "See also this", {"new-partner#do-now"}, 1000});
    office.done("specialist-3", Reply{an_id(), ref, "Yes.", {"maintaining-innocence#do-now"}, 1000});
    CHECK(has(text(),
              cites + "- maintaining-innocence#do-now (not here any more)\n\n" + read + "- recall#why"));
    CHECK_FALSE(has(text(), "new-partner"));
    office.done("officer-14", AskAgain{an_id(), ref, "And on Thursday?", 1000});
    CHECK(has(text(), "And on Thursday?"));
}

TEST_CASE("a take-over that nobody decided says that the officer still holds the case", "[consultation]")
{
    Office office;
    auto request = test::ask_for();
    request.responsibility = Responsibility::take_over;
    const auto ref = office.done("officer-14", Ask{an_id(), request});
    const auto thread = office.read("officer-14", ref);
    CHECK(has(record_text(thread, {}, {}), "the officer still holds the case"));
}

TEST_CASE("the text for the record says what modules said, and a removed question takes it along",
          "[consultation]")
{
    Office office;
    auto request = test::ask_for();
    AttachedVerdict verdict{.module = "ladders", .name = "Ladders", .version = "1.2.0", .on = Date{}};
    verdict.options = {{"up", "Going up", "ask", "Ask a specialist", "The rung is not known."}};
    request.verdicts = {verdict_json(verdict), "not a verdict", "{}"};
    const auto ref = office.done("officer-14", Ask{an_id(), request});
    const auto text = [&] {
        return record_text(office.read("officer-14", ref), {}, {});
    };
    CHECK(has(text(), "Ladders 1.2.0"));
    CHECK(has(text(), "Going up: Ask a specialist. The rung is not known."));
    CHECK(has(text(), "A recommendation, not a decision"));
    CHECK(has(text(), "Immediate danger when it was asked\nNo"));
    const auto sent = office.read("officer-14", ref).history.front().id;
    office.done("lead-1", Redact{an_id(), ref, {sent}, "It named somebody"});
    CHECK_FALSE(has(text(), "Ladders"));
    CHECK(office.verifies());
}

TEST_CASE("a draft of guidance carries the answer and nobody's identity", "[consultation]")
{
    Office office;
    const auto ref = office.done(
        "officer-14",
        Ask{an_id(), test::ask_for("X123456 and his girlfriend Sarah want to live together. May they?")});
    office.done("specialist-3", AcceptOffer{an_id(), ref});
    office.done("specialist-5", Note{an_id(), ref, "Walrus"});
    office.done("specialist-3",
                Reply{an_id(), ref, "Ask Sarah alone. Call 07700 900123.", {"new-partner#do-now"}, 1000});
    const auto draft = draft_of(office.read("specialist-3", ref), words(), office.reader("lead-1").today);
    CHECK(draft.taken_out >= 3);
    for (const auto* identity :
         {"X123456", "Sarah", "07700", "officer-14", "specialist-3", "North West", "Walrus"}) {
        INFO(identity);
        CHECK_FALSE(has(draft.text + draft.title, identity));
    }
    CHECK_FALSE(has(draft.text, ref.value()));
    CHECK(has(draft.text, "kb:new-partner#do-now"));
    const auto document = guidance::read_document(draft.text);
    CHECK(document.problems.empty());
    CHECK(document.meta.owner == "sexual-offending");
    CHECK(document.meta.title == draft.title);

    CHECK(office.refused("officer-14", MakeDraft{an_id(), ref, draft.title, draft.text}) ==
          Refusal::not_permitted);
    CHECK(office.refused("specialist-3", MakeDraft{an_id(), ref, "two\nlines", draft.text}) ==
          Refusal::incomplete);
    office.done("specialist-3", MakeDraft{an_id(), ref, draft.title, draft.text});
    const auto drafts = guidance::list_drafts(office.db());
    REQUIRE(drafts.size() == 1);
    CHECK(guidance::find_draft(office.db(), drafts[0].id)->text == draft.text);
    CHECK_FALSE(has(drafts[0].provenance, ref.value()));
    CHECK(office.read("lead-1", ref).drafts == std::vector{drafts[0].id});
    CHECK(office.verifies());
}

TEST_CASE("practice consultations are refused by their line when they cannot be", "[consultation]")
{
    Office office;
    test::TempDir dir;
    const auto put = [&](const std::string& text) {
        dir.write("practice/threads.yaml", text);
        return put_practice_threads(office.db(), dir.path(), test::shipped_rules(), office.everybody(),
                                    office.now);
    };
    const std::string request = "    request: {question: A?, decision: b, tried: c, priority: soon, "
                                "responsibility: advice, specialism: sexual-offending, days: 5}\n";
    for (const auto& text :
         {std::string{"version: 1\n"}, "threads:\n  - at: soon\n    who: officer-14\n" + request,
          "threads:\n  - at: \"1 10:00\"\n    who: trainer-1\n" + request,
          "threads:\n  - at: \"1 10:00\"\n    who: officer-14\n" + request +
              "    steps:\n      - {at: \"1 11:00\", who: offered, does: dance}\n"})
        CHECK_THROWS_AS(put(text), Error);
}
