// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/request/attached_verdict.h"
#include "core/pages/record_text.h"
#include "tests/core/consultation/office_example.h"
#include "tests/support/catch.h"

using namespace guidepost;
using namespace guidepost::consultation;
using namespace guidepost::pages;
using test::an_id;
using test::Office;

namespace {

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("the text for the case record says what was asked, advised and decided, and who holds the case",
          "[pages]")
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
          "- maintaining-innocence (maintaining-innocence#do-now), revision "})
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

TEST_CASE("the record names what the advice cites and, apart, what the officer had read", "[pages]")
{
    Office office;
    office.publish("recall");
    office.publish("new-partner");
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
    CHECK(has(text(), read + "- recall (recall#why), revision "));
    office.publish("recall", guidance::ArticleState::withdrawn);
    CHECK(has(text(), read + "- recall (withdrawn since) (recall#why), revision "));
    office.done("lead-1", Message{an_id(), ref, "See also this", {"new-partner#do-now"}, 1000});
    office.done("specialist-3", Reply{an_id(), ref, "Yes.", {"maintaining-innocence#do-now"}, 1000});
    const auto whole = text();
    const auto cited = whole.find(cites + "- maintaining-innocence (maintaining-innocence#do-now)");
    REQUIRE(cited != std::string::npos);
    CHECK(cited < whole.find(read));
    CHECK_FALSE(has(text(), "new-partner"));
    office.done("officer-14", AskAgain{an_id(), ref, "And on Thursday?", 1000});
    CHECK(has(text(), "And on Thursday?"));
}

TEST_CASE("a take-over that nobody decided says that the officer still holds the case", "[pages]")
{
    Office office;
    auto request = test::ask_for();
    request.responsibility = Responsibility::take_over;
    const auto ref = office.done("officer-14", Ask{an_id(), request});
    const auto thread = office.read("officer-14", ref);
    CHECK(has(record_text(thread, {}, {}), "the officer still holds the case"));
}

TEST_CASE("the text for the record says what modules said, and a removed question takes it along", "[pages]")
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

TEST_CASE("the record keeps every choice about the advice, and says which one stands", "[pages]")
{
    Office office;
    const auto ref = office.answered();
    const auto text = [&] {
        return record_text(office.read("officer-14", ref), {}, {});
    };
    office.done("officer-14", ChooseAdvice{an_id(), ref, AdviceChoice::decline, "He is on nights"});
    CHECK(has(text(), "advice\nDoes not follow it, 3 August 2026. He is on nights\n\n"));
    office.done("officer-14", ChooseAdvice{an_id(), ref, AdviceChoice::agree, "His shifts changed"});
    CHECK(has(text(), "advice\nAt that time: Does not follow it, 3 August 2026. He is on nights\n"
                      "Agrees with the advice, 3 August 2026. His shifts changed\n\n"));
    office.done("officer-14", AskAgain{an_id(), ref, "And on Thursday?", 1000});
    office.done("specialist-3", Reply{an_id(), ref, "Then too.", {}, 1000});
    CHECK(has(text(), "\nAt that time: Agrees with the advice, 3 August 2026. His shifts changed\n"));
}

TEST_CASE("the record says that something was sent although the privacy guard saw an identifier", "[pages]")
{
    Office office;
    const auto ref = office.accepted();
    auto work = office.work("specialist-3");
    work.despite_guard = {"nhs-number"};
    REQUIRE(std::holds_alternative<Done>(run(Reply{an_id(), ref, "Yes.", {}, 1000}, work)));
    CHECK(has(record_text(office.read("officer-14", ref), {}, {}),
              "\nYes.\n(Sent although the privacy guard saw: nhs number.)\n"));
}
