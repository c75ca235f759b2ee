// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/thread/board.h"
#include "core/consultation/thread/record.h"
#include "tests/core/consultation/office_example.h"
#include "tests/support/catch.h"
#include "tests/support/long_form.h"

#include <algorithm>
#include <chrono>
#include <random>

using namespace guidepost;
using namespace guidepost::consultation;
using test::an_id;
using test::ask_for;
using test::Office;

namespace {

constexpr Timestamp hour_us = 3'600'000'000;

Request restricted_request()
{
    auto request = ask_for("Walrus: a colleague's brother. May he start?");
    request.is_restricted = true;
    request.restricted_to = {Login{"specialist-5"}, Login{"lead-1"}};
    return request;
}

/// Somebody does something; whether it was possible does not matter.
void do_anything(Office& office, const ConsultationRef& ref, std::mt19937& random)
{
    static const std::vector<std::string> people{"officer-14",   "officer-15",   "specialist-3",
                                                 "specialist-5", "specialist-7", "specialist-9",
                                                 "lead-1",       "lead-2"};
    const auto who = people[random() % people.size()];
    const Command commands[]{AcceptOffer{an_id(), ref},
                             DeclineOffer{an_id(), ref, DeclineReason::no_time, ""},
                             Reply{an_id(), ref, "Some words", {}, 1'000'000},
                             Message{an_id(), ref, "Some words", {}, 1'000'000},
                             AskAgain{an_id(), ref, "Still?", 1'000'000},
                             Note{an_id(), ref, "A note"},
                             AskMore{an_id(), ref, "More?"},
                             HandOver{an_id(), ref, {}, "Away"},
                             SecondOpinion{an_id(), ref, Login{"specialist-7"}, "What do you think?"},
                             ChooseAdvice{an_id(), ref, AdviceChoice::agree, ""},
                             Escalate{an_id(), ref, "Please decide"},
                             Assign{an_id(), ref, Login{"specialist-5"}, ""},
                             Withdraw{an_id(), ref, ""},
                             Close{an_id(), ref, ""},
                             Outcome{an_id(), ref, "Well"}};
    office.run(who, commands[random() % std::size(commands)]);
    // Somebody goes away or comes back, and somebody stands in.
    const Date day = to_london(office.now).day;
    const Date later{std::chrono::sys_days{day} + std::chrono::days{2}};
    if (auto& away = office.person("specialist-3").away; random() % 6 == 0)
        away = {{day, later, Login{random() % 2 == 0 ? "specialist-7" : ""}}};
    else if (random() % 6 == 0)
        away.clear();
}

} // namespace

TEST_CASE("the lists say of every thread and reader what the events say", "[consultation]")
{
    std::mt19937 random{41};
    for (int round = 0; round < test::times(25, 400); ++round) {
        Office office;
        office.person("specialist-5").conflicts = {Login{"officer-15"}};
        std::vector<ConsultationRef> refs;
        for (int i = 0; i < 6; ++i) {
            const auto who = i % 3 == 0 ? "officer-15" : i % 3 == 1 ? "specialist-3" : "officer-14";
            refs.push_back(office.done(who, Ask{an_id(), i == 5 ? restricted_request() : ask_for()}));
            for (int step = 0; step < 12; ++step) {
                office.now += static_cast<Timestamp>(random() % 180) * 60'000'000;
                do_anything(office, refs.back(), random);
            }
        }
        // At any later moment, with no clerk.
        office.now += static_cast<Timestamp>(random() % 500) * hour_us;
        Board board{office.db(), test::shipped_rules()};
        for (const auto& person : office.everybody()) {
            const auto reader = office.reader(person.login.value());
            INFO("round " << round << ", " << person.login.value());
            std::map<ConsultationRef, Listed> seen;
            for (const auto kind : all_lists()) {
                const auto listed = board.list(kind, reader, office.now);
                CHECK(board.count(kind, reader, office.now) == listed.size());
                for (const auto& one : listed)
                    seen[one.ref] = one;
            }
            for (const auto& ref : refs) {
                INFO(ref.value());
                const auto thread =
                    read_thread(ref, read_events(office.db(), ref), test::shipped_rules().time,
                                test::shipped_rules().clocks, office.now);
                const bool may_read = may(reader, people::Action::read_thread, thread);
                CHECK(board.read(ref, reader, office.now).has_value() == may_read);
                const auto found = board.find(ref.value(), reader, office.now);
                CHECK(found.size() == (may_read ? 1u : 0u));
                if (seen.contains(ref))
                    CHECK(may_read);
                for (const auto& one : found) {
                    CHECK(one.status == thread.status);
                    CHECK(one.move == thread.move);
                    CHECK(one.due == thread.due);
                    CHECK(one.is_overdue == thread.is_overdue);
                    CHECK(one.offered_to == (thread.offer ? thread.offer->to : Login{}));
                    CHECK(one.adviser == thread.adviser);
                    CHECK(one.cover == (thread.cover ? thread.cover->by : Login{}));
                }
            }
        }
        CHECK(office.verifies());
    }
}

TEST_CASE("a restricted thread is there for those named and for nobody else", "[consultation]")
{
    Office office;
    auto open_request = restricted_request();
    open_request.restricted_to = {Login{"specialist-5"}};
    CHECK(office.refused("officer-14", Ask{an_id(), open_request}) == Refusal::incomplete); // no lead
    open_request.restricted_to = {Login{"lead-1"}, Login{"nobody"}};
    CHECK(office.refused("officer-14", Ask{an_id(), open_request}) == Refusal::incomplete);

    const auto ref = office.done("officer-14", Ask{an_id(), restricted_request()});
    const auto thread = office.read("lead-1", ref);
    CHECK(thread.named_lead == Login{"lead-1"});
    REQUIRE(thread.offer);
    CHECK(thread.offer->to == Login{"specialist-5"}); // not specialist-3, who would be the first choice
    CHECK(thread.offer->passed_over.empty());

    Board board{office.db(), test::shipped_rules()};
    const ConsultationRef nothing{"GP-000000"};
    for (const auto& person : office.everybody()) {
        const auto& login = person.login.value();
        const bool is_let_in = login == "officer-14" || login == "specialist-5" || login == "lead-1";
        INFO(login);
        CHECK(office.can_read(login, ref) == is_let_in);
        if (is_let_in)
            continue;
        const auto reader = office.reader(login);
        for (const auto kind : all_lists()) {
            CHECK(board.list(kind, reader, office.now).empty());
            CHECK(board.count(kind, reader, office.now) == 0);
        }
        CHECK(board.count_for_me(reader, office.now) == 0);
        CHECK(board.find("walrus", reader, office.now).empty());
        CHECK(board.find(ref.value(), reader, office.now).empty());
        // Every command gives the answer it gives for what is not there.
        const auto sentence = [&](const Command& command) {
            return std::get<Refused>(office.run(login, command)).sentence;
        };
        for (const auto& [there, not_there] :
             {std::pair<Command, Command>{Open{an_id(), ref}, Open{an_id(), nothing}},
              std::pair<Command, Command>{Reply{an_id(), ref, "x"}, Reply{an_id(), nothing, "x"}},
              std::pair<Command, Command>{AcceptOffer{an_id(), ref}, AcceptOffer{an_id(), nothing}},
              std::pair<Command, Command>{Redact{an_id(), ref, {"x"}, "y"},
                                          Redact{an_id(), nothing, {"x"}, "y"}}}) {
            auto said = sentence(there), expected = sentence(not_there);
            const auto at = said.find(ref.value());
            REQUIRE(at != std::string::npos);
            CHECK(said.replace(at, ref.value().size(), nothing.value()) == expected);
        }
    }
    CHECK(board.count_for_me(office.reader("specialist-5"), office.now) == 1);
    // What it costs shows in a sum and in nothing else.
    office.done("specialist-5", AcceptOffer{an_id(), ref});
    office.done("specialist-5", Minutes{an_id(), ref, 30});
    CHECK(loads_of(office.db(), office.now)[Login{"specialist-5"}].minutes_this_week == 30);
    CHECK(office.refused("specialist-5", HandOver{an_id(), ref, Login{"specialist-3"}, "x"}) ==
          Refusal::incomplete);
    office.done("specialist-5", HandOver{an_id(), ref, {}, "Away"});
    CHECK(office.read("lead-1", ref).status == Status::escalated); // nobody else is let in
}

TEST_CASE("asking for a thread takes no longer when there is one that is not for the reader",
          "[consultation]")
{
    Office office;
    const auto hidden = office.done("officer-14", Ask{an_id(), restricted_request()});
    for (int i = 0; i < 200; ++i) // a thread long enough to take time in the reading
        office.done("lead-1", Note{an_id(), hidden, std::string(2000, 'a')});
    Board board{office.db(), test::shipped_rules()};
    const auto reader = office.reader("officer-15");
    const auto typical = [&](const ConsultationRef& ref) {
        std::vector<double> us;
        for (int i = 0; i < 400; ++i) {
            const auto start = std::chrono::steady_clock::now();
            const bool is_there = board.read(ref, reader, office.now).has_value();
            us.push_back(
                std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count());
            REQUIRE_FALSE(is_there);
        }
        std::nth_element(us.begin(), us.begin() + 200, us.end());
        return us[200];
    };
    // Reading the events would be fifty times as long, in every round; a busy machine disturbs some rounds.
    const auto alike = [](double a, double b) {
        return a < 1.5 * b && b < 1.5 * a;
    };
    double there = typical(hidden), not_there = typical(ConsultationRef{"GP-000000"});
    for (int round = 0; round < 10 && !alike(there, not_there); ++round) {
        there = std::min(there, typical(hidden));
        not_there = std::min(not_there, typical(ConsultationRef{"GP-000000"}));
    }
    INFO(there << " us and " << not_there << " us");
    CHECK(alike(there, not_there));
}

TEST_CASE("words are found under the reader's rights, all of them, in any order", "[consultation]")
{
    Office office;
    const auto ref = office.answered();
    office.sent();
    Board board{office.db(), test::shipped_rules()};
    const auto found = [&](const std::string& who, const std::string& words) {
        return board.find(words, office.reader(who), office.now).size();
    };
    CHECK(found("officer-14", "group MONDAY") == 2);
    CHECK(found("officer-14", "yes group") == 1); // in the question and in the answer
    CHECK(found("officer-14", "yes walrus") == 0);
    CHECK(found("officer-14", "") == 0);
    CHECK(found("officer-14", "100%") == 0);
    CHECK(found("officer-14", "_") == 0);
    CHECK(found("officer-15", "group") == 0);
    CHECK(found("specialist-5", "group") == 2);
    CHECK(found("lead-2", "group") == 0);
    CHECK(found("administrator-1", "group") == 0);
    CHECK(board.find(ref.value().substr(3), office.reader("officer-14"), office.now).size() == 1);
}

TEST_CASE("a badge counts what waits for its person", "[consultation]")
{
    Office office;
    Board board{office.db(), test::shipped_rules()};
    const auto count = [&](const std::string& who) {
        return board.count_for_me(office.reader(who), office.now);
    };
    const auto ref = office.sent();
    CHECK(count("specialist-3") == 1);
    CHECK(count("officer-14") == 0);
    CHECK(count("lead-1") == 0);
    office.done("specialist-3", AcceptOffer{an_id(), ref});
    CHECK(count("specialist-3") == 1);
    office.done("specialist-3", Reply{an_id(), ref, "Yes", {}, 1'000});
    CHECK(count("specialist-3") == 0);
    CHECK(count("officer-14") == 1);
    office.done("officer-14", ChooseAdvice{an_id(), ref, AdviceChoice::agree, ""});
    CHECK(count("officer-14") == 0);
    office.now += 20 * 24 * hour_us;
    CHECK(count("officer-14") == 1); // how did it go?
    office.sent();
    office.now += 20 * 24 * hour_us;
    CHECK(count("lead-1") == 1);
}
