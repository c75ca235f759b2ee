// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/store/migrations.h"
#include "core/store/store.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <thread>
#include <vector>

using namespace guidepost;

TEST_CASE("a store written by a newer version is refused by what it holds, and left alone", "[store]")
{
    test::TempDir dir;
    store::open_store(dir.path())
        ->execute("insert into migration(version, adds) values ($1, $2)",
                  {std::int64_t{store::newest_migration() + 1}, std::string{"moon phases"}});

    REQUIRE_THROWS_WITH(store::open_store(dir.path()), Catch::Matchers::Contains("moon phases"));
    const auto db = store::open_store(dir.path(), store::Access::read_only);
    REQUIRE(store::one_integer(*db, "select max(version) from migration") == store::newest_migration() + 1);
    REQUIRE_THROWS_WITH(store::refuse_newer(*db), Catch::Matchers::Contains("moon phases"));
}

TEST_CASE("opening again changes nothing, and read-only makes nothing", "[store]")
{
    test::TempDir dir;
    REQUIRE_THROWS_AS(store::open_store(dir.path() / "new", store::Access::read_only), Error);
    REQUIRE_FALSE(std::filesystem::exists(store::embedded_store_file(dir.path() / "new")));

    store::open_store(dir.path() / "new");
    const auto db = store::open_store(dir.path() / "new");
    REQUIRE(store::one_integer(*db, "select count(*) from migration") == store::newest_migration());
    REQUIRE_THROWS_AS(
        store::open_store(dir.path() / "new", store::Access::read_only)->execute("delete from migration"),
        Error);
}

TEST_CASE("several desks that make the store at the same time make one", "[store]")
{
    test::TempDir dir;
    {
        std::vector<std::jthread> desks;
        for (int i = 0; i < 8; ++i)
            desks.emplace_back([&] { store::open_store(dir.path() / "p"); });
    }
    const auto db = store::open_store(dir.path() / "p");
    REQUIRE(store::one_integer(*db, "select count(*) from migration") == store::newest_migration());
}

TEST_CASE("a store of an earlier version that may not be written is read as a copy, and cannot be written",
          "[store]")
{
    test::TempDir dir;
    const auto old = test::source_file("tests/data/stores/0.1.0-daf108e/guidepost.sqlite");
    std::filesystem::copy_file(old, store::embedded_store_file(dir.path()));
    const auto before = read_file(store::embedded_store_file(dir.path()), 10'000'000);
    const auto db = store::open_store(dir.path(), store::Access::read_only);
    CHECK(store::one_integer(*db, "select max(version) from migration") == store::newest_migration());
    CHECK(store::one_integer(*db, "select count(*) from event").value_or(0) > 0);
    CHECK_THROWS_AS(db->execute("delete from article"), Error);
    CHECK(read_file(store::embedded_store_file(dir.path()), 10'000'000) == before);
}
