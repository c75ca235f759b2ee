// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/store/event_chain.h"
#include "core/store/store.h"
#include "core/store/verify.h"
#include "core/text/error.h"
#include "tests/support/catch.h"
#include "tests/support/long_form.h"
#include "tests/support/temp_dir.h"

#include <fmt/format.h>

#include <random>

using namespace guidepost;
using store::Transaction;

namespace {

struct Fixture {
    test::TempDir dir;
    std::unique_ptr<store::Connection> db = store::open_store(dir.path());

    void append(const std::string& chain, int count)
    {
        Transaction transaction{*db};
        store::ChainWriter writer{*db, chain};
        for (int i = 0; i < count; ++i)
            writer.append("officer-14", "test.happened", fmt::format("{{\"n\":{}}}", i),
                          1'700'000'000'000'000 + i);
        writer.write_head();
        transaction.commit();
    }

    /// As somebody who owns the file can: the triggers are no lock against them.
    void tamper(const std::string& sql)
    {
        for (const auto* trigger : {"event_keeps", "event_stays", "event_once"})
            db->run_script(fmt::format("drop trigger if exists {}", trigger));
        db->run_script("pragma foreign_keys=off");
        db->run_script(sql);
    }

    bool is_clean() { return store::verify_chains(*db).damages.empty(); }
};

} // namespace

TEST_CASE("a chain verifies as it grows, and chains do not disturb each other", "[store]")
{
    Fixture f;
    REQUIRE(f.is_clean());
    f.append("guidance", 3);
    f.append("people", 2);
    f.append("guidance", 1);

    const auto result = store::verify_chains(*f.db);
    REQUIRE(result.damages.empty());
    REQUIRE(result.events == 6);
    const auto heads = store::chain_heads(*f.db);
    REQUIRE(heads.size() == 2);
    REQUIRE(heads[0].chain == "guidance");
    REQUIRE(heads[0].seq == 4);
}

TEST_CASE("events refuse to be changed, removed or replaced", "[store]")
{
    Fixture f;
    f.append("guidance", 2);

    REQUIRE_THROWS_AS(f.db->execute("update event set who = 'somebody else'"), Error);
    REQUIRE_THROWS_AS(f.db->execute("delete from event"), Error);
    REQUIRE_THROWS_AS(f.db->execute("insert or replace into event select * from event where seq = 1"), Error);
    REQUIRE_THROWS_AS(
        f.db->execute("insert or ignore into event select id, chain, seq, at, 'else', kind, payload_hash, "
                      "previous_hash, hash from event where seq = 1"),
        Error);
    REQUIRE(f.is_clean());
}

TEST_CASE("an event with a line feed in its name is refused", "[store]")
{
    Fixture f;
    Transaction transaction{*f.db};
    REQUIRE_THROWS_AS(store::append(*f.db, {"guidance", "officer\n14", "test", "{}"}, 1), Error);
}

TEST_CASE("every edit, deletion, insertion and reordering is found and its chain named", "[store]")
{
    constexpr int length = 20;
    std::mt19937 random{5};
    for (int round = 0; round < test::times(60, 1000); ++round) {
        Fixture f;
        f.append("guidance", length);
        f.append("people", 3);
        const auto at =
            1 + random() % (length - 1); // not the last: a cut tail shows only against a kept head
        const auto other = 1 + (at + 1 + random() % (length - 2)) % length;
        const std::string where = fmt::format(" where chain = 'guidance' and seq = {}", at);
        std::string sql;
        switch (round % 8) {
        case 0:
            sql = "update event set who = 'x'" + where;
            break;
        case 1:
            sql = "update event set at = at + 1" + where;
            break;
        case 2:
            sql = "delete from event" + where;
            break;
        case 3:
            sql = fmt::format("update event set seq = -1{0}; update event set seq = {1} where chain = "
                              "'guidance' and seq = {2}; "
                              "update event set seq = {2} where seq = -1",
                              where, at, other);
            break;
        case 4:
            sql = fmt::format(
                "update event set seq = seq + 1000 where chain = 'guidance' and seq > {0}; "
                "insert into event select 'new', chain, {0} + 1, at, who, kind, payload_hash, hash, 'forged' "
                "from event where chain = 'guidance' and seq = {0}; "
                "update event set seq = seq - 999 where chain = 'guidance' and seq > 1000",
                at);
            break;
        case 5:
            sql = "update event_payload set body = '{}' where event = (select id from event" + where + ")";
            break;
        case 6:
            sql = "update event_payload set body = null where event = (select id from event" + where + ")";
            break;
        case 7:
            sql = "delete from event_payload where event = (select id from event" + where + ")";
            break;
        }
        INFO("round " << round << ": " << sql);
        f.tamper(sql);
        const auto damages = store::verify_chains(*f.db).damages;
        REQUIRE(damages.size() == 1);
        CHECK(damages[0].chain == "guidance");
        CHECK(damages[0].seq >= 1);
    }
}

TEST_CASE("a cut tail shows against the head, and against heads kept elsewhere when that is cut too",
          "[store]")
{
    Fixture f;
    f.append("guidance", 5);
    const auto kept = store::chain_heads(*f.db);
    f.tamper("delete from event where seq = 5");
    REQUIRE_FALSE(f.is_clean());
    f.tamper("update chain_head set seq = 4, hash = (select hash from event where seq = 4)");
    REQUIRE_FALSE(f.is_clean()); // its text is left
    f.tamper("delete from event_payload where event not in (select id from event)");
    REQUIRE(f.is_clean());
    REQUIRE(store::chain_heads(*f.db) != kept);
}
