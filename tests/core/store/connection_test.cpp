// SPDX-License-Identifier: GPL-2.0-or-later
// What every driver promises. The suite is written over Connection alone.
#include "core/store/store.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <sys/stat.h>

#include <thread>

using namespace guidepost;
using store::Row;
using store::Transaction;
using store::Value;
namespace fs = std::filesystem;

namespace {

struct Fixture {
    test::TempDir dir;
    std::unique_ptr<store::Connection> db = store::open_store(dir.path() / "profile");

    Fixture() { db->run_script("create table t(a integer, b text)"); }
    std::int64_t count() { return store::one_integer(*db, "select count(*) from t").value_or(-1); }
};

} // namespace

TEST_CASE("values come back as they went in", "[store]")
{
    Fixture f;
    const std::string nasty = "it's \"quoted\"; drop table t; -- \xF0\x9F\x98\x80 \n";

    f.db->execute("insert into t(b, a) values ($2, $1)", {std::int64_t{-5}, nasty});
    f.db->execute("insert into t(a, b) values ($1, $2)", {Value{}, std::string{}});

    std::vector<std::string> texts;
    f.db->query("select a, b from t order by a is null", {}, [&](const Row& row) {
        texts.push_back(row.string(1));
        if (texts.size() == 1) {
            REQUIRE(row.integer(0) == -5);
        } else {
            REQUIRE(row.is_null(0));
            REQUIRE(row.integer(0) == 0);
            REQUIRE_FALSE(row.is_null(1));
        }
    });
    REQUIRE(texts == std::vector<std::string>{nasty, ""});
}

TEST_CASE("a parameter keeps its number wherever it stands in the text", "[store]")
{
    Fixture f;
    f.db->execute("insert into t(a, b) values ($1, $2)", {std::int64_t{1}, std::string{"old"}});

    f.db->execute("update t set b = $2 where a = $1", {std::int64_t{1}, std::string{"new"}});

    REQUIRE(store::one_text(*f.db, "select b from t") == "new");
}

TEST_CASE("a transaction that is not committed never happened", "[store]")
{
    Fixture f;
    {
        Transaction transaction{*f.db};
        f.db->execute("insert into t(a) values (1)");
    }
    REQUIRE(f.count() == 0);
    {
        Transaction transaction{*f.db};
        f.db->execute("insert into t(a) values (1)");
        transaction.commit();
    }
    REQUIRE(f.count() == 1);
    try {
        Transaction transaction{*f.db};
        f.db->execute("insert into t(a) values (2)");
        f.db->execute("insert into nowhere values (1)");
    } catch (const Error& e) {
        REQUIRE(e.code() == Errc::storage);
    }
    REQUIRE(f.count() == 1);
}

TEST_CASE("what a callback throws comes through and the statement can be run again", "[store]")
{
    Fixture f;
    f.db->execute("insert into t(a) values (1), (2)");
    for (int i = 0; i < 3; ++i)
        REQUIRE_THROWS_AS(
            f.db->query("select a from t", {}, [](const Row&) { throw std::runtime_error{"enough"}; }),
            std::runtime_error);
    REQUIRE(f.count() == 2);
    Transaction transaction{*f.db}; // no lock was left behind
    transaction.commit();
}

TEST_CASE("two writers queue", "[store]")
{
    Fixture f;
    constexpr int each = 200;
    const auto write = [&] {
        const auto own = store::open_store(f.dir.path() / "profile");
        for (int i = 0; i < each; ++i) {
            Transaction transaction{*own};
            const auto highest = store::one_integer(*own, "select max(a) from t").value_or(0);
            own->execute("insert into t(a) values ($1)", {highest + 1});
            transaction.commit();
        }
    };
    {
        std::jthread one{write}, two{write};
    }
    REQUIRE(f.count() == 2 * each);
    REQUIRE(store::one_integer(*f.db, "select count(distinct a) from t") == 2 * each);
}

TEST_CASE("the store and its folder are their owner's alone", "[store]")
{
    Fixture f;
    const auto mode = [](const fs::path& path) {
        struct stat status {};
        REQUIRE(stat(path.c_str(), &status) == 0);
        return status.st_mode & 0777;
    };
    REQUIRE(mode(f.dir.path() / "profile") == 0700);
    for (const auto& entry : fs::directory_iterator{f.dir.path() / "profile"}) {
        INFO(entry.path());
        REQUIRE(mode(entry.path()) == 0600);
    }
}

TEST_CASE("deleted text is not left in the file", "[store]")
{
    Fixture f;
    const std::string secret = "a-text-that-must-go-0123456789";
    f.db->execute("insert into t(b) values ($1)", {secret});
    f.db->execute("delete from t");
    f.db->run_script("pragma wal_checkpoint(truncate)");

    for (const auto& entry : fs::directory_iterator{f.dir.path() / "profile"}) {
        INFO(entry.path());
        REQUIRE(read_file(entry.path(), 1 << 26).find(secret) == std::string::npos);
    }
}

TEST_CASE("what is no store is refused in words", "[store]")
{
    test::TempDir dir;
    fs::create_directories(dir.path() / "p");

    SECTION("another kind of file")
    {
        dir.write("p/guidepost.sqlite",
                  "This is a letter, not a database, and it is long enough to be read as one.");
    }
    SECTION("a folder in its place")
    {
        fs::create_directories(dir.path() / "p/guidepost.sqlite");
    }
    SECTION("cut short")
    {
        store::open_store(dir.path() / "p");
        fs::resize_file(dir.path() / "p/guidepost.sqlite", 5000);
    }
    try {
        const auto db = store::open_store(dir.path() / "p");
        store::one_integer(*db, "select count(*) from event");
        FAIL("opened");
    } catch (const Error& e) {
        REQUIRE(e.code() == Errc::storage);
        REQUIRE(std::string{e.what()}.find("guidepost.sqlite") != std::string::npos);
    }
}

TEST_CASE("a copy in memory holds what the file holds and leaves the file alone", "[store]")
{
    Fixture f;
    f.db->execute("insert into t(a) values (7)"); // still in the log beside the file
    const auto file = store::embedded_store_file(f.dir.path() / "profile");

    const auto copy = store::copy_to_memory(file);
    CHECK(store::one_integer(*copy, "select a from t") == 7);
    copy->execute("delete from t");
    CHECK(f.count() == 1);

    CHECK_FALSE(store::one_text(*store::copy_to_memory({}), "select name from sqlite_master"));
    CHECK_THROWS_AS(store::copy_to_memory(f.dir.path() / "absent"), Error);
    CHECK_FALSE(fs::exists(f.dir.path() / "absent"));
}

TEST_CASE("a name with marks that mean something in a URI is read as well", "[store]")
{
    const test::TempDir dir;
    const auto profile = dir.path() / "100% of what? #1";
    store::open_store(profile)->execute("create table t(a integer)");
    CHECK(store::one_text(*store::open_store(profile, store::Access::read_only),
                          "select name from sqlite_master where name = 't'") == "t");
}
