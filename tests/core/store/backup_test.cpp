// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/store/backup.h"
#include "core/store/store.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <fstream>

using namespace guidepost;
namespace fs = std::filesystem;

namespace {

constexpr const char* passphrase = "four words of somebody";
constexpr Timestamp now = 1'700'000'000'000'000;

void append(const fs::path& profile, int count)
{
    const auto db = store::open_store(profile);
    for (int i = 0; i < count; ++i) {
        store::Transaction transaction{*db};
        store::append(*db, {"people", "officer-14", "test.happened", R"({"text":"walrus"})"}, now + i);
        transaction.commit();
    }
}

store::Contents back_up(const fs::path& profile, const fs::path& file)
{
    return store::back_up(profile, file, passphrase, store::KeyCost::quick);
}

Errc why_not(const std::function<void()>& action)
{
    try {
        action();
    } catch (const Error& e) {
        return e.code();
    }
    return Errc::failure;
}

std::size_t files_in(const fs::path& folder)
{
    return static_cast<std::size_t>(std::distance(fs::directory_iterator{folder}, {}));
}

} // namespace

TEST_CASE("a backup brings the store back, and cannot be read without the passphrase", "[store]")
{
    const test::TempDir dir;
    const auto profile = dir.path() / "profile", file = dir.path() / "backup";
    append(profile, 7);
    const auto made = back_up(profile, file);
    CHECK(made.events == 7);
    CHECK(read_file(file, 100'000'000).find("walrus") == std::string::npos);
    struct stat status {};
    REQUIRE(stat(file.c_str(), &status) == 0);
    CHECK((status.st_mode & 0077) == 0);

    const auto other = dir.path() / "other";
    const auto restored = store::restore(file, other, passphrase, store::Over::only_older, now);
    CHECK(restored.contents == made);
    CHECK_FALSE(restored.kept_aside);
    CHECK(store::contents_of(*store::open_store(other)) == made);
    CHECK(files_in(other) <= 3); // nothing readable is left behind
}

TEST_CASE("a wrong passphrase and any changed byte are refused alike, and leave nothing", "[store]")
{
    const test::TempDir dir;
    const auto profile = dir.path() / "profile", file = dir.path() / "backup", other = dir.path() / "other";
    append(profile, 3);
    back_up(profile, file);
    CHECK(why_not([&] { store::restore(file, other, "another passphrase", store::Over::anything, now); }) ==
          Errc::refused);
    const auto bytes = read_file(file, 100'000'000);
    for (std::size_t at = 0; at < bytes.size(); at += bytes.size() / 40 + 1) {
        auto changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        std::ofstream{dir.path() / "changed", std::ios::binary | std::ios::trunc} << changed;
        INFO("byte " << at);
        CHECK_THROWS_AS(store::restore(dir.path() / "changed", other, passphrase, store::Over::anything, now),
                        Error);
    }
    for (const auto size : {std::size_t{0}, std::size_t{10}, bytes.size() / 2, bytes.size() - 1}) {
        std::ofstream{dir.path() / "cut", std::ios::binary | std::ios::trunc} << bytes.substr(0, size);
        CHECK_THROWS_AS(store::restore(dir.path() / "cut", other, passphrase, store::Over::anything, now),
                        Error);
    }
    CHECK(files_in(other) == 0);
}

TEST_CASE("a restore never takes silently what came after the backup, and keeps the old store", "[store]")
{
    const test::TempDir dir;
    const auto profile = dir.path() / "profile", file = dir.path() / "backup";
    append(profile, 3);
    back_up(profile, file);
    // As old as the backup: nothing to lose.
    CHECK(store::restore(file, profile, passphrase, store::Over::only_older, now).contents.events == 3);

    append(profile, 2);
    CHECK(why_not([&] { store::restore(file, profile, passphrase, store::Over::only_older, now + 1); }) ==
          Errc::refused);
    CHECK(store::contents_of(*store::open_store(profile)).events == 5);

    const auto open_meanwhile = store::open_store(profile);
    const auto restored = store::restore(file, profile, passphrase, store::Over::anything, now + 2);
    CHECK(store::contents_of(*open_meanwhile).events == 3);
    REQUIRE(restored.kept_aside);
    CHECK(store::contents_of(*store::open_sqlite(*restored.kept_aside)).events == 5);
}

TEST_CASE("a backup goes over no file, takes no short passphrase and no damaged store", "[store]")
{
    const test::TempDir dir;
    const auto profile = dir.path() / "profile";
    append(profile, 3);
    dir.write("there", "something");
    CHECK(why_not([&] { back_up(profile, dir.path() / "there"); }) == Errc::refused);
    CHECK(why_not([&] { store::back_up(profile, dir.path() / "short", "secret", store::KeyCost::quick); }) ==
          Errc::refused);
    store::open_store(profile)->run_script("update event_payload set body = '{}'");
    CHECK(why_not([&] { back_up(profile, dir.path() / "damaged"); }) == Errc::refused);
    CHECK(files_in(dir.path()) == 2);
}

TEST_CASE("a store that cannot be read any more is put aside for its backup", "[store]")
{
    const test::TempDir dir;
    const auto profile = dir.path() / "profile", file = dir.path() / "backup";
    append(profile, 3);
    back_up(profile, file);
    for (const auto& entry : fs::directory_iterator{profile})
        std::ofstream{entry.path(), std::ios::trunc} << "this is no database, it is a letter to nobody";
    const auto restored = store::restore(file, profile, passphrase, store::Over::only_older, now);
    CHECK(restored.contents.events == 3);
    CHECK(restored.kept_aside);
    CHECK(store::contents_of(*store::open_store(profile)).events == 3);
}
