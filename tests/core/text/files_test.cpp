// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/error.h"
#include "core/text/files.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <sys/stat.h>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace guidepost;
namespace fs = std::filesystem;

namespace {

template <class Action>
Errc error_of(Action&& action)
{
    try {
        action();
    } catch (const Error& e) {
        return e.code();
    }
    FAIL("nothing was thrown");
    return Errc::failure;
}

unsigned rights_of(const fs::path& file)
{
    return static_cast<unsigned>(fs::status(file).permissions()) & 0777u;
}

} // namespace

TEST_CASE("a written file holds the text and belongs to its owner alone", "[values]")
{
    const test::TempDir dir;
    const auto file = dir.path() / "a.txt";
    const auto old_mask = umask(0);
    write_private_file(file, std::string_view{"one\0two", 7});
    umask(old_mask);

    CHECK(read_file(file, 100) == std::string_view{"one\0two", 7});
    CHECK(rights_of(file) == 0600u);

    write_private_file(file, "");
    CHECK(read_file(file, 100).empty());
    CHECK(std::distance(fs::directory_iterator{dir.path()}, {}) == 1); // nothing left beside it
}

TEST_CASE("a reader sees the old text or the new, whole", "[values]")
{
    const test::TempDir dir;
    const auto file = dir.path() / "a.txt";
    const std::string first(200'000, 'a'), second(100'000, 'b');
    write_private_file(file, first);
    std::atomic<bool> done = false;
    std::thread writer{[&] {
        for (int i = 0; i < 50; ++i)
            write_private_file(file, i % 2 ? first : second);
        done = true;
    }};
    bool is_whole = true;
    while (!done) {
        const auto text = read_file(file, 1'000'000);
        is_whole = is_whole && (text == first || text == second);
    }
    writer.join();
    CHECK(is_whole);
}

TEST_CASE("a file that cannot be written says so and leaves the old one", "[values]")
{
    const test::TempDir dir;
    CHECK(error_of([&] { write_private_file(dir.path() / "no" / "such" / "a.txt", "x"); }) == Errc::storage);

    fs::create_directory(dir.path() / "folder");
    CHECK(error_of([&] { write_private_file(dir.path() / "folder", "x"); }) == Errc::storage);
    CHECK(fs::is_directory(dir.path() / "folder"));
    CHECK(std::distance(fs::directory_iterator{dir.path()}, {}) == 1); // the attempt is cleaned up
}

TEST_CASE("only a regular file of fitting size is read", "[values]")
{
    const test::TempDir dir;
    CHECK(error_of([&] { read_file(dir.path() / "none", 10); }) == Errc::not_found);
    CHECK(error_of([&] { read_file(dir.path(), 10); }) == Errc::format);
    CHECK(read_file(dir.write("ten", "0123456789"), 10).size() == 10);
    CHECK(error_of([&] { read_file(dir.write("eleven", "01234567890"), 10); }) == Errc::format);
    CHECK(error_of([&] { read_file("/dev/zero", 10); }) == Errc::format);

    SECTION("a pipe is refused and does not hang")
    {
        const auto pipe = dir.path() / "pipe";
        REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
        CHECK(error_of([&] { read_file(pipe, 10); }) == Errc::format);
    }
    SECTION("a link that leads nowhere is not found")
    {
        fs::create_symlink("nowhere", dir.path() / "link");
        CHECK(error_of([&] { read_file(dir.path() / "link", 10); }) == Errc::not_found);
    }
}

TEST_CASE("folders are made with those above them, for the owner alone", "[values]")
{
    const test::TempDir dir;
    const auto deep = dir.path() / "a" / "b" / "c";
    make_private_folder(deep);
    CHECK(rights_of(deep) == 0700u);
    CHECK(rights_of(dir.path() / "a") == 0700u);

    fs::permissions(deep, fs::perms{0750});
    make_private_folder(deep);
    CHECK(rights_of(deep) == 0750u);

    dir.write("file", "x");
    CHECK(error_of([&] { make_private_folder(dir.path() / "file" / "under"); }) == Errc::storage);
    CHECK(error_of([&] { make_private_folder(dir.path() / "file"); }) == Errc::storage);
}
