// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/store/shared_folder.h"
#include "core/store/store.h"
#include "core/text/error.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

using namespace guidepost;
namespace fs = std::filesystem;

TEST_CASE("a store in a folder that another program copies between computers is refused", "[store]")
{
    test::TempDir dir;
    fs::create_directories(dir.path() / "synced/.stfolder");

    REQUIRE_THROWS_WITH(store::open_store(dir.path() / "synced/deep/profile"),
                        Catch::Matchers::Contains("copies between computers"));
    REQUIRE_FALSE(fs::exists(store::embedded_store_file(dir.path() / "synced/deep/profile")));
    REQUIRE_NOTHROW(store::open_store(dir.path() / "own/profile"));
}

TEST_CASE("the settings folder of a syncing program does not make its home folder a synced one", "[store]")
{
    test::TempDir dir;
    fs::create_directories(dir.path() / "home/.dropbox");

    REQUIRE_NOTHROW(store::refuse_shared_folder(dir.path() / "home/profile"));
}
