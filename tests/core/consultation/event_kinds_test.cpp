// SPDX-License-Identifier: GPL-2.0-or-later
// How a thread is written down: words of its kinds, payloads, references.
#include "core/consultation/thread/event_kinds.h"
#include "core/text/error.h"
#include "tests/core/consultation/thread_example.h"
#include "tests/support/catch.h"

#include <set>

using namespace guidepost;
using namespace guidepost::consultation;

TEST_CASE("each happening, status and move has a word of its own that reads back", "[consultation]")
{
    std::set<std::string_view> words;
    std::size_t number = 0;
    for (const auto& kind : event_kinds()) {
        CHECK(static_cast<std::size_t>(kind.happening) == number++);
        CHECK(parse_happening(kind.word) == kind.happening);
        CHECK(word_of(kind.happening) == kind.word);
        CHECK(words.insert(kind.word).second);
    }
    CHECK(number == static_cast<std::size_t>(Happening::passed_on) + 1);
    CHECK_FALSE(words.contains(""));
    for (int i = 0; i <= static_cast<int>(Status::withdrawn); ++i)
        CHECK(parse_status(word_of(static_cast<Status>(i))) == static_cast<Status>(i));
    for (int i = 0; i <= static_cast<int>(Move::nobody); ++i)
        CHECK(parse_move(word_of(static_cast<Move>(i))) == static_cast<Move>(i));
    CHECK_FALSE(parse_happening("walrus"));
}

TEST_CASE("every payload reads back as it was written, and its words can go", "[consultation]")
{
    Details d;
    d.request = test::a_request();
    d.region = "Wales";
    d.pdu = "Gwent";
    d.need = {"sexual-offending", people::Level::senior, 4, "pqip"};
    d.red_flags = {"threat-to-life"};
    d.text = "walrus";
    d.cites = {"recall#do-now"};
    d.to = Login{"specialist-3"};
    d.until = 17;
    d.reasons = {"same region"};
    d.passed_over = {{Login{"specialist-4"}, PassedOver::away}};
    d.is_over_time = true;
    d.offer = "event-2";
    d.reason = "conflict";
    d.number = 3;
    d.owner = "officer";
    d.due = Date{std::chrono::year{2026}, std::chrono::month{8}, std::chrono::day{3}};
    d.is_done = false;
    d.minutes = 15;
    d.of = Login{"specialist-3"};
    d.choice = AdviceChoice::decline;
    d.answer = "event-4";
    d.is_granted = false;
    d.named = {Login{"lead-1"}};
    d.lead = Login{"lead-1"};
    d.draft = "draft-1";
    d.hash = "abc";
    d.verdict = "{\"option\":\"walrus\"}";
    d.events = {"event-1"};
    d.kept = {{"event-1", "{\"number\":1}"}};
    d.asks = false;
    d.against = {PassedOver::away};
    d.despite_guard = {"email"};
    for (const auto& [kind, word, fields, told, to, moves, keeps, entry, apply, say] : event_kinds()) {
        INFO(word);
        const auto json = payload_json(kind, d);
        CHECK(payload_json(kind, read_payload(kind, json)) == json);
        CHECK(payload_json(kind, read_payload(kind, "{}")) == payload_json(kind, {}));
        if (kind == Happening::redacted)
            continue;
        const auto bare = payload_json(kind, without_words(kind, read_payload(kind, json)));
        CHECK(bare.find("walrus") == std::string::npos);
        CHECK(bare.find("nothing happened") == std::string::npos);
        CHECK((bare != json) == has_words(kind));
    }
    d.text = "\xFF\xFE";
    CHECK_THROWS_AS(payload_json(Happening::message, d), Error);
}

TEST_CASE("every kind that is told has words for the history, with and without its details", "[consultation]")
{
    Details some;
    some.to = Login{"specialist-3"};
    some.choice = AdviceChoice::agree;
    some.is_granted = true;
    some.is_done = true;
    const PassedOn passed{"event-1", Login{"specialist-3"}, Login{"specialist-4"}, Absence::away};
    const auto name_of = [](const Login& login) {
        return login.value();
    };
    for (const auto& kind : event_kinds()) {
        INFO(kind.word);
        if (kind.told_to == Audience::nobody)
            continue;
        REQUIRE(kind.say);
        for (const bool is_among_specialists : {false, true}) {
            CHECK_FALSE(
                kind.say({Details{}, "Officer 1", "a specialist", is_among_specialists, nullptr, name_of})
                    .empty());
            CHECK_FALSE(kind.say({some, "Officer 1", "Specialist 3", is_among_specialists, &passed, name_of})
                            .empty());
        }
    }
}

TEST_CASE("what is not told to everybody neither shows its words nor moves the thread for everybody",
          "[consultation]")
{
    for (const auto& kind : event_kinds()) {
        INFO(kind.word);
        if (kind.told_to != Audience::everybody && has_words(kind.happening))
            CHECK(kind.words_to != Audience::everybody);
        // Whom nobody tells does not move the thread for them either.
        if (kind.told_to != Audience::everybody)
            CHECK(kind.moves != Audience::everybody);
    }
}

TEST_CASE("references are random, readable and forgive how they are typed", "[consultation]")
{
    std::set<ConsultationRef> refs;
    for (int i = 0; i < 2000; ++i) {
        const auto ref = make_ref();
        CHECK(parse_ref(ref.value()) == ref);
        CHECK(ref.value().find_first_of("ILOU") == std::string::npos);
        refs.insert(ref);
    }
    CHECK(refs.size() >= 1999);
    CHECK(parse_ref(" gp-7k2m9q\n") == ConsultationRef{"GP-7K2M9Q"});
    CHECK(parse_ref("7K2MOI") == ConsultationRef{"GP-7K2M01"});
    for (const char* bad :
         {"", "GP-", "GP-7K2M9", "GP-7K2M9QQ", "GP-7K2M9U", "GP 7K2M9Q", "../../etc", "7k2m9\xC3\xA9"})
        CHECK_FALSE(parse_ref(bad));
    CHECK(chain_of(ConsultationRef{"GP-7K2M9Q"}) == "consultation/GP-7K2M9Q");
}
