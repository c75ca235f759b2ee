// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/journal/journal.h"
#include "core/store/sqlite_connection.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

using namespace guidepost;
using namespace guidepost::journal;
using guidepost::test::TempDir;
namespace fs = std::filesystem;

namespace {

void fill(const fs::path& profile)
{
    Journal journal{profile};
    journal.set_setting("zoom", "150");
    for (int i = 0; i < 200; ++i)
        journal.note_page(ArticleId{fmt::format("article-{}", i)}, std::string(100, 'x'));
}

void overwrite(const fs::path& file, std::streamoff at, const std::string& bytes)
{
    std::fstream stream{file, std::ios::binary | std::ios::in | std::ios::out};
    stream.seekp(at);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

void require_fresh(const fs::path& profile)
{
    Journal journal{profile};
    REQUIRE(journal.set_aside());
    REQUIRE(fs::exists(*journal.set_aside()));
    REQUIRE(journal.set_aside()->filename().string().starts_with("journal.sqlite.damaged-"));
    REQUIRE_FALSE(journal.setting("zoom"));
    journal.set_setting("zoom", "200");
    REQUIRE(Journal{profile}.setting("zoom") == "200");
    REQUIRE_FALSE(Journal{profile}.set_aside());
}

} // namespace

TEST_CASE("a journal that is no database is put aside with its bytes", "[desk]")
{
    const std::string bytes =
        GENERATE(as<std::string>{}, "x", "not a database at all", std::string(100'000, '\0'),
                 std::string("SQLite format 3\0 and then rubbish", 33));
    TempDir folder;
    folder.write("journal.sqlite", bytes);

    require_fresh(folder.path());
    std::size_t kept = 0;
    for (const auto& entry : fs::directory_iterator{folder.path()})
        if (entry.path().filename().string().starts_with("journal.sqlite.damaged-") &&
            read_file(entry.path(), 1'000'000) == bytes)
            ++kept;
    REQUIRE(kept == 1);
}

TEST_CASE("an empty file is taken for a new journal", "[desk]")
{
    TempDir folder;
    folder.write("journal.sqlite", "");

    REQUIRE_FALSE(Journal{folder.path()}.set_aside());
}

TEST_CASE("a journal with damaged pages is put aside", "[desk]")
{
    const auto page = GENERATE(range(0, 5));
    TempDir folder;
    fill(folder.path());
    const auto file = folder.path() / "journal.sqlite";
    REQUIRE(fs::file_size(file) > 5 * 4096);
    overwrite(file, page * 4096 + (page == 0 ? 100 : 0), std::string(2048, '\xA5'));

    require_fresh(folder.path());
}

TEST_CASE("a journal that was cut short is put aside", "[desk]")
{
    const auto bytes = GENERATE(1u, 99u, 4096u, 10'000u);
    TempDir folder;
    fill(folder.path());
    fs::resize_file(folder.path() / "journal.sqlite", bytes);

    require_fresh(folder.path());
}

TEST_CASE("a journal of a newer version or of another program is put aside", "[desk]")
{
    const std::string sql = GENERATE(as<std::string>{}, "pragma user_version = 4", "pragma user_version = 0",
                                     "drop table recent_page", "create table other(a)");
    TempDir folder;
    fill(folder.path());
    store::open_sqlite(folder.path() / "journal.sqlite")->run_script(sql);

    require_fresh(folder.path());
}

TEST_CASE("a folder in the journal's place is put aside", "[desk]")
{
    TempDir folder;
    folder.write("journal.sqlite/inner", "x");

    require_fresh(folder.path());
}

TEST_CASE("a case that a newer version wrote is left out and kept", "[desk]")
{
    TempDir folder;
    {
        Journal journal{folder.path()};
        CaseProfile profile;
        profile.reference = "a-1";
        journal.save_case(Login{"me"}, profile);
    }
    store::open_sqlite(folder.path() / "journal.sqlite")
        ->execute("insert into case_profile values ('me', 'b-2', 'version: 99', 9000000000000000)");
    Journal journal{folder.path()};

    REQUIRE(journal.cases(Login{"me"}).size() == 1);
    REQUIRE(store::one_integer(*store::open_sqlite(folder.path() / "journal.sqlite"),
                               "select count(*) from case_profile") == 2);
}

TEST_CASE("of several programs that find a damaged journal one puts it aside", "[desk]")
{
    TempDir folder;
    folder.write("journal.sqlite", "damaged");
    std::vector<pid_t> children;
    for (int i = 0; i < 6; ++i) {
        const auto child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            try {
                Journal journal{folder.path()};
                journal.set_setting(fmt::format("key-{}", i), "x");
                _exit(journal.set_aside() ? 10 : 0);
            } catch (...) {
                _exit(1);
            }
        }
        children.push_back(child);
    }
    int put_aside = 0;
    for (const auto child : children) {
        int status = -1;
        REQUIRE(waitpid(child, &status, 0) == child);
        REQUIRE(WIFEXITED(status));
        REQUIRE(WEXITSTATUS(status) % 10 == 0);
        put_aside += WEXITSTATUS(status) / 10;
    }

    REQUIRE(put_aside == 1);
    Journal journal{folder.path()};
    for (int i = 0; i < 6; ++i)
        REQUIRE(journal.setting(fmt::format("key-{}", i)) == "x");
}

TEST_CASE("a profile folder that cannot be made is an error and no loop", "[desk]")
{
    TempDir folder;
    folder.write("file", "x");

    REQUIRE_THROWS_AS(Journal{folder.path() / "file" / "profile"}, Error);
}
