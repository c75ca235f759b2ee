// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/store/heads.h"
#include "core/store/store.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

using namespace guidepost;

namespace {

void append(store::Connection& db, const std::string& chain, int count)
{
    for (int i = 0; i < count; ++i) {
        store::Transaction transaction{db};
        store::append(db, {chain, "officer-14", "test.happened", "{}"}, 1'700'000'000'000'000 + i);
        transaction.commit();
    }
}

} // namespace

TEST_CASE("kept heads go through text and back, and say nothing against chains that grew", "[store]")
{
    const test::TempDir dir;
    const auto db = store::open_store(dir.path());
    append(*db, "people", 2);
    append(*db, "consultation/GP-7K2M9Q", 3);
    const auto kept = store::parse_heads(store::format_heads(store::chain_heads(*db)));
    CHECK(kept == store::chain_heads(*db));
    append(*db, "people", 1);
    append(*db, "guidance", 1);
    CHECK(store::check_heads(*db, kept).empty());
}

TEST_CASE("a tail cut with its head is found by the kept heads alone", "[store]")
{
    const test::TempDir dir;
    const auto db = store::open_store(dir.path());
    append(*db, "people", 5);
    const auto kept = store::chain_heads(*db);
    for (const auto* trigger : {"event_stays", "event_once"})
        db->run_script(std::string{"drop trigger "} + trigger);
    db->run_script(
        "pragma foreign_keys=off; delete from event where seq >= 4; "
        "delete from event_payload where event not in (select id from event); update chain_head set seq = 3, "
        "hash = (select hash from event where seq = 3)");
    CHECK(store::verify_chains(*db).damages.empty());
    const auto damages = store::check_heads(*db, kept);
    REQUIRE(damages.size() == 1);
    CHECK(damages[0].chain == "people");
    CHECK(damages[0].seq == 5);

    SECTION("also when other events were put in their place")
    {
        append(*db, "people", 4);
        CHECK(store::verify_chains(*db).damages.empty());
        CHECK(store::check_heads(*db, kept).size() == 1);
    }
}

TEST_CASE("what is no list of heads is refused by its line", "[store]")
{
    for (const char* text : {"people 3",
                             "people three "
                             "aa",
                             "people 0 "
                             "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
        CHECK_THROWS_AS(store::parse_heads(std::string{"# heads\n\n"} + text), Error);
    CHECK(store::parse_heads("").empty());
}

TEST_CASE("heads that are kept name no thread, and are checked all the same", "[store]")
{
    const test::TempDir dir;
    const auto db = store::open_store(dir.path());
    append(*db, "people", 2);
    append(*db, "consultation/GP-7K2M9Q", 3);
    const auto kept = store::heads_to_keep(*db);
    REQUIRE(kept.size() == 2);
    CHECK(kept[0].chain.starts_with("consultation/"));
    CHECK(kept[0].chain.find("GP-") == std::string::npos);
    CHECK(kept[1].chain == "people");
    append(*db, "consultation/GP-7K2M9Q", 1);
    CHECK(store::check_heads(*db, kept).empty());
    CHECK(store::check_heads(*db, store::chain_heads(*db)).empty()); // lists of older versions

    for (const auto* trigger : {"event_keeps", "event_once"})
        db->run_script(std::string{"drop trigger "} + trigger);
    db->run_script("update event set hash = 'x' where chain like 'consultation/%' and seq = 3");
    CHECK(store::check_heads(*db, kept).size() == 1);

    std::vector<store::Damage> damages{{"consultation/GP-7K2M9Q", 3, "id", "changed"},
                                       {"table/consultation_title", 0, "ref=GP-7K2M9Q", "changed"},
                                       {"table/staff", 0, "login=officer-14", "changed"}};
    store::hide_names(damages, *db);
    CHECK(damages[0].chain == kept[0].chain);
    CHECK(damages[1].event.empty());
    CHECK(damages[2].event == "login=officer-14");
}
