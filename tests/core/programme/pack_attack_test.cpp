// SPDX-License-Identifier: GPL-2.0-or-later
// Packs that somebody made to break out, to fill the disk, or changed on the way.
#include "core/programme/catalogue.h"
#include "core/text/error.h"
#include "tests/core/programme/pack_desk.h"
#include "tests/core/programme/refusals.h"
#include "tests/support/catch.h"
#include "tests/support/long_form.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <array>
#include <functional>
#include <iostream>
#include <random>

using namespace guidepost;
using namespace guidepost::programme;
using test::archive_of;
using test::code_of;
using test::completed;
using test::Compression;
using test::pack_of;
using test::PackDesk;
namespace fs = std::filesystem;

TEST_CASE("an archive that plays tricks is refused", "[programme]")
{
    const PackDesk desk;
    auto catalogue = desk.open();
    const auto refused = [&](const test::Entry& extra) {
        std::vector<test::Entry> entries;
        for (const auto& [path, bytes] : completed(pack_of("ladders", "1.0.0"), &desk.key))
            entries.push_back({.path = path, .bytes = bytes});
        entries.push_back(extra);
        return code_of([&] { catalogue.install(desk.archive(archive_of(entries)), true); }) == Errc::format;
    };
    for (const char* path : {"../evil.md",
                             "/etc/evil.md",
                             "guidance/../../evil.md",
                             "guidance/./evil.md",
                             "./../evil.md",
                             "..",
                             "~/evil.md",
                             "C:\\evil.md",
                             "guidance\\evil.md",
                             ".hidden.md",
                             "guidance/.hidden.md",
                             "a//b.md",
                             "a/b/c/d.md",
                             "b\x01.md",
                             "caf\xC3\xA9.md",
                             "\xD0\xB0.md",
                             "MODULE.YAML",
                             "Guidance/pack.yaml",
                             "module.yaml",
                             "checksums",
                             " .md",
                             "con:aux.md"}) {
        INFO(path);
        CHECK(refused({.path = path, .bytes = "x"}));
    }
    CHECK(refused({.path = "link.md", .type = 0120000, .link = "/etc/passwd"}));
    CHECK(refused({.path = "hard.md", .hard_link = "module.yaml"}));
    CHECK(refused({.path = "hard.md", .hard_link = "/etc/passwd"}));
    CHECK(refused({.path = "device.md", .type = 0020000}));
    CHECK(refused({.path = "block.md", .type = 0060000}));
    CHECK(refused({.path = "pipe.md", .type = 0010000}));
    CHECK(refused({.path = "large.md", .bytes = std::string(17 * 1024 * 1024, 'x')}));
    CHECK(refused({.path = std::string(300, 'a') + ".md", .bytes = "x"}));

    CHECK(catalogue.modules().empty());
    CHECK_FALSE(fs::exists(desk.dir.path() / "evil.md"));
}

TEST_CASE("bombs are refused before they are large", "[programme]")
{
    const PackDesk desk;
    auto catalogue = desk.open();
    const auto refused = [&](const std::vector<test::Entry>& entries, Compression compression) {
        return code_of([&] { catalogue.install(desk.archive(archive_of(entries, compression)), true); }) ==
               Errc::format;
    };
    std::vector<test::Entry> large, many;
    for (int i = 0; i < 3; ++i)
        large.push_back({.path = fmt::format("f{}.md", i), .bytes = std::string(15 * 1024 * 1024, 'a')});
    CHECK(refused(large, Compression::xz));
    CHECK(refused(large, Compression::zstd));
    CHECK(refused({large.front()}, Compression::xz)); // small enough, and compressed beyond belief
    for (int i = 0; i < 2500; ++i)
        many.push_back({.path = fmt::format("f{}.md", i), .bytes = "x"});
    CHECK(refused(many, Compression::gzip));
    for (auto& one : many)
        one = {.path = one.path + "d", .type = 0040000};
    CHECK(refused(many, Compression::gzip));
    // Compressed twice.
    const auto inner = archive_of(completed(pack_of("ladders", "1.0.0"), &desk.key), Compression::gzip);
    CHECK(code_of([&] {
              catalogue.install(desk.archive(archive_of({{.path = "inner.tar.gz", .bytes = inner}})), true);
          }) == Errc::format);
    for (const auto* no_archive : {"", "no archive", "PK\x03\x04", "\x1f\x8b", "#!/bin/sh\n"})
        CHECK(code_of([&] { catalogue.install(desk.archive(no_archive), true); }) == Errc::format);
    CHECK(code_of([&] { catalogue.install(desk.dir.path() / "nothing", true); }) == Errc::not_found);
    CHECK(code_of([&] { catalogue.install("/dev/zero", true); }) == Errc::format);
}

TEST_CASE("a folder that plays tricks is refused", "[programme]")
{
    const PackDesk desk;
    auto catalogue = desk.open();
    const auto folder =
        test::write_folder(desk.dir.path() / "pack", completed(pack_of("ladders", "1.0.0"), &desk.key));
    SECTION("a link")
    {
        fs::create_symlink("/etc/passwd", folder / "more.md");
    }
    SECTION("a link to a folder")
    {
        fs::create_directory_symlink("/etc", folder / "more");
    }
    SECTION("a pipe")
    {
        REQUIRE(mkfifo((folder / "pipe.md").c_str(), 0600) == 0);
    }
    CHECK(code_of([&] { catalogue.install(folder, true); }) == Errc::format);
}

TEST_CASE("of many packs that were changed somewhere not one is installed", "[programme]")
{
    const PackDesk desk;
    const auto whole = completed(pack_of("ladders", "1.0.0"), &desk.key);
    const auto other = completed(pack_of("steps", "1.0.0"), &desk.key);
    const auto older = completed(pack_of("ladders", "0.9.0"), &desk.key);
    const auto keys = read_trusted_keys(desk.dir.path() / "keys");
    std::mt19937 random{20261121};
    const auto below = [&](std::size_t n) {
        return std::uniform_int_distribution<std::size_t>{0, n - 1}(random);
    };
    const auto one_of = [&](PackFiles& files) -> std::pair<const std::string, std::string>& {
        return *std::next(files.begin(), static_cast<std::ptrdiff_t>(below(files.size())));
    };
    const std::vector<std::function<void(PackFiles&)>> changes{
        [&](PackFiles& files) { // a bit
            auto& bytes = one_of(files).second;
            if (!bytes.empty())
                bytes[below(bytes.size())] ^= static_cast<char>(1u << below(8));
        },
        [&](PackFiles& files) { // an end cut off
            auto& bytes = one_of(files).second;
            bytes.resize(below(bytes.size()));
        },
        [&](PackFiles& files) { one_of(files).second += std::string(1 + below(40), 'x'); },
        [&](PackFiles& files) { // a file gone; without a signature it is a pack nobody signed
            files.erase(one_of(files).first);
        },
        [&](PackFiles& files) { // a name
            const auto one = one_of(files);
            files.erase(one.first);
            files[fmt::format("f{}-{}", below(1000), one.first.substr(one.first.find('/') + 1))] = one.second;
        },
        [&](PackFiles& files) { files.emplace(fmt::format("more-{}.md", below(100'000)), "new"); },
        [&](PackFiles& files) { // two files change places
            auto &a = one_of(files), &b = one_of(files);
            std::swap(a.second, b.second);
        },
        [&](PackFiles& files) { // a file of another pack by the same hand
            const auto& from = below(2) ? other : older;
            const auto& [path, bytes] =
                *std::next(from.begin(), static_cast<std::ptrdiff_t>(below(from.size())));
            files[path] = bytes;
        },
        [&](PackFiles& files) { // a file changed and the list made to match
            auto& bytes = files["guidance/ladders-advice.md"];
            bytes += static_cast<char>('a' + below(26));
            files["checksums"] = make_checksums(files);
        },
    };
    const int wanted = test::times(500, 2000);
    int tried = 0, refused = 0;
    while (tried < wanted) {
        auto files = whole;
        for (std::size_t n = 1 + below(3); n > 0; --n)
            changes[below(changes.size())](files);
        if (files == whole)
            continue;
        ++tried;
        try {
            const auto verified = verify_pack(files, keys);
            INFO(fmt::format("installed after change {}", tried));
            CHECK(verified.signer.empty()); // then the door asks for --unsigned
            refused += verified.signer.empty();
        } catch (const Error&) {
            ++refused;
        }
    }
    std::cout << fmt::format("packs: {} of {} changed packs were refused\n", refused, tried);
    CHECK(refused == tried);
}

TEST_CASE("an archive with damage is refused, or is the same pack", "[programme]")
{
    const PackDesk desk;
    const auto whole = completed(pack_of("ladders", "1.0.0"), &desk.key);
    const auto keys = read_trusted_keys(desk.dir.path() / "keys");
    std::mt19937 random{7};
    const std::array packed{archive_of(whole, Compression::gzip), archive_of(whole, Compression::none)};
    int refused = 0, same = 0;
    const int wanted = test::times(300, 2000);
    for (int i = 0; i < wanted; ++i) {
        auto bytes = packed[static_cast<std::size_t>(i % 2)];
        const auto at = std::uniform_int_distribution<std::size_t>{0, bytes.size() - 1}(random);
        if (i % 5 == 0)
            bytes.resize(at);
        else
            bytes[at] ^= static_cast<char>(1u << (i % 8));
        try {
            const auto pack = verify_pack(read_pack_files(desk.archive(bytes)), keys);
            auto files = pack.files;
            files["checksums"] = pack.checksums;
            files["signature"] = pack.signature;
            CHECK(files == whole); // a time, an owner, padding: nothing that is read
            ++same;
        } catch (const Error&) {
            ++refused;
        }
    }
    std::cout << fmt::format("packs: {} of {} damaged archives were refused, {} held the same pack\n",
                             refused, wanted, same);
    CHECK(refused > wanted / 3);
}
