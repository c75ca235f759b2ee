// SPDX-License-Identifier: GPL-2.0-or-later
// A text that had to go, and damage that only looks like it.
#include "core/store/event_chain.h"
#include "core/store/store.h"
#include "core/store/verify.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "tests/support/catch.h"
#include "tests/support/long_form.h"
#include "tests/support/temp_dir.h"

#include <fmt/format.h>

#include <random>

using namespace guidepost;
namespace fs = std::filesystem;

namespace {

constexpr const char* chain = "consultation/GP-7K2M9Q";

struct Fixture {
    test::TempDir dir;
    std::unique_ptr<store::Connection> db = store::open_store(dir.path());
    std::vector<EventId> ids;

    explicit Fixture(int count)
    {
        store::Transaction transaction{*db};
        store::ChainWriter writer{*db, chain};
        for (int i = 0; i < count; ++i)
            ids.push_back(writer.append("officer-14", "message",
                                        fmt::format(R"({{"text":"a secret {}"}})", i),
                                        1'700'000'000'000'000 + i));
        writer.write_head();
        transaction.commit();
    }

    void redact(const EventId& event)
    {
        store::Transaction transaction{*db};
        store::empty_payload(*db, event);
        store::append(
            *db,
            {chain, "lead-1", store::redacted_kind, fmt::format(R"({{"events":["{}"]}})", event.value())},
            1'700'000'100'000'000);
        transaction.commit();
        store::erase_traces(*db);
    }

    void tamper(const std::string& sql)
    {
        for (const auto* trigger : {"event_keeps", "event_stays", "event_once"})
            db->run_script(fmt::format("drop trigger if exists {}", trigger));
        db->run_script("pragma foreign_keys=off");
        db->run_script(sql);
    }
};

} // namespace

TEST_CASE("a recorded removal verifies, and nothing of the text stays in the files", "[store]")
{
    Fixture f{5};
    f.redact(f.ids[2]);
    const auto found = store::verify_chains(*f.db);
    CHECK(found.damages.empty());
    CHECK(found.redactions == 1);
    for (const auto& entry : fs::directory_iterator{f.dir.path()}) {
        INFO(entry.path());
        const auto bytes = read_file(entry.path(), 100'000'000);
        CHECK(bytes.find("a secret 2") == std::string::npos);
    }
}

TEST_CASE("what was removed cannot be found by hashing guesses", "[store]")
{
    Fixture f{3};
    const std::string guess = R"({"text":"a secret 1"})";
    std::string salt, hash;
    const auto read = [&] {
        f.db->query(
            "select coalesce(p.salt, ''), e.payload_hash from event e join event_payload p on p.event = e.id "
            "where e.id = $1",
            {f.ids[1].value()}, [&](const store::Row& row) {
                salt = row.string(0);
                hash = row.string(1);
            });
    };
    read();
    CHECK(salt.size() == 64);
    CHECK(hash == store::payload_hash(guess, salt));
    f.redact(f.ids[1]);
    const auto old_salt = salt;
    read();
    CHECK(salt.empty());
    CHECK(hash != store::payload_hash(guess, ""));
    for (const auto& entry : fs::directory_iterator{f.dir.path()}) {
        INFO(entry.path());
        CHECK(read_file(entry.path(), 100'000'000).find(old_salt) == std::string::npos);
    }
}

TEST_CASE("two events that say the same have different hashes", "[store]")
{
    Fixture f{1};
    store::Transaction transaction{*f.db};
    store::append(*f.db, {chain, "officer-14", "message", R"({"text":"yes"})"}, 1'700'000'200'000'000);
    store::append(*f.db, {chain, "officer-14", "message", R"({"text":"yes"})"}, 1'700'000'200'000'000);
    transaction.commit();
    CHECK(store::one_integer(*f.db, "select count(distinct payload_hash) from event where seq > 1") == 2);
}

TEST_CASE("a removal vouches for its own event only", "[store]")
{
    Fixture f{5};
    f.redact(f.ids[2]);
    SECTION("another text that is gone is damage")
    {
        f.tamper(fmt::format("update event_payload set body = null where event = '{}'", f.ids[1].value()));
    }
    SECTION("a text put back is damage")
    {
        f.tamper(
            fmt::format(R"(update event_payload set body = '{{"text":"a secret 2"}}' where event = '{}')",
                        f.ids[2].value()));
    }
    SECTION("a removal that was rewritten to name more is damage")
    {
        f.tamper(fmt::format(R"(update event_payload set body = '{{"events":["{}","{}"]}}' where event =
                                (select id from event where kind = 'redacted'))",
                             f.ids[1].value(), f.ids[2].value()));
    }
    SECTION("the removal's own text gone is damage")
    {
        f.tamper("update event_payload set body = null where event = (select id from event where kind = "
                 "'redacted')");
    }
    SECTION("a salt that stayed is damage")
    {
        f.tamper(fmt::format("update event_payload set salt = 'a' where event = '{}'", f.ids[2].value()));
    }
    SECTION("a salt that was taken from a text that is there is damage")
    {
        f.tamper(fmt::format("update event_payload set salt = null where event = '{}'", f.ids[1].value()));
    }
    SECTION("a salt moved into the text is damage")
    {
        f.tamper(
            fmt::format("update event_payload set body = salt || char(10) || body, salt = null where event = "
                        "'{}'",
                        f.ids[1].value()));
    }
    CHECK(store::verify_chains(*f.db).damages.size() == 1);
}

TEST_CASE("a removal recorded in another chain, or beforehand, vouches for nothing", "[store]")
{
    Fixture f{2};
    const auto record = fmt::format(R"({{"events":["{}"]}})", f.ids[1].value());
    {
        store::Transaction transaction{*f.db};
        store::append(*f.db, {"people", "lead-1", store::redacted_kind, record}, 1'700'000'100'000'000);
        transaction.commit();
    }
    f.tamper(fmt::format("update event_payload set body = null where event = '{}'", f.ids[1].value()));
    CHECK(store::verify_chains(*f.db).damages.size() == 1);
}

TEST_CASE("edits, deletions, insertions and reorderings around removals are all found", "[store]")
{
    constexpr int length = 12;
    std::mt19937 random{23};
    for (int round = 0; round < test::times(40, 1000); ++round) {
        Fixture f{length};
        f.redact(f.ids[random() % length]);
        f.redact(f.ids[random() % length]);
        REQUIRE(store::verify_chains(*f.db).damages.empty());
        const auto at = 1 + random() % (length - 1);
        const auto other = 1 + (at + random() % (length - 1)) % length;
        const auto where = fmt::format(" where chain = '{}' and seq = {}", chain, at);
        std::string sql;
        switch (round % 5) {
        case 0:
            sql = "update event set kind = 'note'" + where;
            break;
        case 1:
            sql = "delete from event" + where;
            break;
        case 2:
            sql = fmt::format(
                "update event set seq = seq + 1000 where seq > {0}; insert into event select 'new', "
                "chain, {0} + 1, at, who, kind, payload_hash, hash, 'forged' from event where seq = {0}; "
                "update event set seq = seq - 999 where seq > 1000",
                at);
            break;
        case 3:
            sql = fmt::format(
                "update event set seq = -1{0}; update event set seq = {1} where seq = {2}; update event "
                "set seq = {2} where seq = -1",
                where, at, other);
            break;
        case 4:
            sql = "update event_payload set body = 'x' where event = (select id from event" + where + ")";
            break;
        }
        INFO("round " << round << ": " << sql);
        f.tamper(sql);
        CHECK(store::verify_chains(*f.db).damages.size() == 1);
    }
}
