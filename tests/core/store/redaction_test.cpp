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
