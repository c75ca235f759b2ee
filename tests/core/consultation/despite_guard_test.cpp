// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/acts/command_words.h"
#include "core/consultation/thread/record.h"
#include "core/pages/consultation_words.h"
#include "tests/core/consultation/office_example.h"
#include "tests/support/catch.h"

using namespace guidepost;
using namespace guidepost::consultation;
using test::an_id;
using test::ask_for;
using test::Office;

namespace {

const privacy::GuardWords& words()
{
    static const auto words = privacy::read_guard_words(test::source_file("content"));
    return words;
}

} // namespace

TEST_CASE("that the guard was overruled is kept with the words, by kind and never by text", "[consultation]")
{
    Office office;
    const auto ref = office.accepted();
    const Note note{an_id(), ref, "X123456 came with his solicitor, 07700 900123."};
    const auto seen = seen_by_guard(note, words(), office.reader("specialist-3").today);
    const auto kinds = identifier_kinds(seen);
    CHECK(kinds == std::vector<std::string>{"crn", "phone"});
    auto work = office.work("specialist-3");
    work.despite_guard = kinds;
    REQUIRE(std::holds_alternative<Done>(run(note, work)));
    CHECK(office.read("lead-1", ref).entries.back().despite_guard == kinds);
    CHECK(pages::despite_guard_words(office.read("lead-1", ref).entries.back()) ==
          "Sent although the privacy guard saw: crn, phone.");
    const auto payload = *read_events(office.db(), ref).back().payload;
    CHECK(payload.find(R"("despite_guard":["crn","phone"])") != std::string::npos);

    office.done("lead-1",
                Redact{an_id(), ref, {office.read("lead-1", ref).entries.back().event}, "A number"});
    CHECK(office.read("lead-1", ref).entries.back().despite_guard == kinds); // that it was done stays
    CHECK(office.verifies());
}

TEST_CASE("the guard is asked about every command that holds anybody's words", "[consultation]")
{
    const ConsultationRef ref{"GP-7K2M9Q"};
    const std::string crn = "X123456";
    auto request = ask_for(crn);
    const Date today{std::chrono::year{2026}, std::chrono::month{8}, std::chrono::day{3}};
    const Command commands[]{Ask{{}, request},
                             DeclineOffer{{}, ref, DeclineReason::other, crn},
                             Reply{{}, ref, crn},
                             Message{{}, ref, crn},
                             AskAgain{{}, ref, crn},
                             Note{{}, ref, crn},
                             AskMore{{}, ref, crn},
                             HandOver{{}, ref, {}, crn},
                             SecondOpinion{{}, ref, {}, crn},
                             CallAsk{{}, ref, crn},
                             CallHeld{{}, ref, crn},
                             ActionAdd{{}, ref, "x", crn, {}},
                             ActionSettle{{}, ref, 1, true, crn},
                             ChooseAdvice{{}, ref, AdviceChoice::adapt, crn},
                             DecideTakeOver{{}, ref, true, crn},
                             Escalate{{}, ref, crn},
                             Assign{{}, ref, {}, crn},
                             Withdraw{{}, ref, crn},
                             Close{{}, ref, crn},
                             Outcome{{}, ref, crn},
                             Redact{{}, ref, {}, crn},
                             Hold{{}, ref, true, crn}};
    for (const auto& command : commands) {
        CAPTURE(command.index());
        CHECK(identifier_kinds(seen_by_guard(command, words(), today)) == std::vector<std::string>{"crn"});
    }
}

TEST_CASE("a case reference that no desk made is not sent, unless that is said and kept", "[consultation]")
{
    Office office;
    auto request = ask_for();
    request.profile.reference = "john-smith";
    const Ask ask{an_id(), request};
    const auto refused = office.run("officer-14", ask);
    REQUIRE(std::holds_alternative<Refused>(refused));
    CHECK(std::get<Refused>(refused).missing.at(0).field == "reference");
    const auto seen = seen_by_guard(ask, words(), office.reader("officer-14").today);
    CHECK(identifier_kinds(seen) == std::vector{std::string{reference_kind}});
    auto work = office.work("officer-14");
    work.despite_guard = identifier_kinds(seen);
    const auto done = run(ask, work);
    REQUIRE(std::holds_alternative<Done>(done));
    CHECK(office.read("lead-1", std::get<Done>(done).ref).entries.front().despite_guard ==
          work.despite_guard);

    request.profile.reference = "north-7k2";
    office.done("officer-14", Ask{an_id(), request});
}

TEST_CASE("a day that has passed is no day to need an answer by", "[consultation]")
{
    Office office;
    auto request = ask_for();
    request.needed_by = Date{std::chrono::year{2026}, std::chrono::month{8}, std::chrono::day{2}};
    const auto result = office.run("officer-14", Ask{an_id(), request});
    REQUIRE(std::holds_alternative<Refused>(result));
    CHECK(std::get<Refused>(result).missing.at(0).field == "needed_by");
    request.needed_by = Date{std::chrono::year{2026}, std::chrono::month{8}, std::chrono::day{3}};
    office.done("officer-14", Ask{an_id(), request});
}
