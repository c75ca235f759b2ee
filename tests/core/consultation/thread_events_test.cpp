// SPDX-License-Identifier: GPL-2.0-or-later
// How a thread is written down: words of its kinds, payloads, references.
#include "core/consultation/thread_events.h"
#include "core/values/error.h"
#include "tests/core/consultation/thread_example.h"
#include "tests/support/catch.h"

#include <set>

using namespace guidepost;
using namespace guidepost::consultation;

TEST_CASE("each happening, status and move has a word of its own that reads back", "[consultation]")
{
    std::set<std::string_view> words;
    for (int i = 0; i <= static_cast<int>(Happening::redacted); ++i) {
        const auto kind = static_cast<Happening>(i);
        CHECK(parse_happening(word_of(kind)) == kind);
        words.insert(word_of(kind));
    }
    CHECK(words.size() == static_cast<std::size_t>(Happening::redacted) + 1);
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
    for (int i = 0; i <= static_cast<int>(Happening::redacted); ++i) {
        const auto kind = static_cast<Happening>(i);
        INFO(word_of(kind));
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
