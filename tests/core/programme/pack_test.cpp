// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/catalogue.h"
#include "core/programme/shelf.h"
#include "core/values/error.h"
#include "core/values/files.h"
#include "tests/core/programme/pack_example.h"
#include "tests/core/programme/refusals.h"
#include "tests/support/catch.h"
#include "tests/support/long_form.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <array>
#include <fstream>
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
using test::words_of;
namespace fs = std::filesystem;

namespace {

/// A desk's modules, a key it trusts and a place to put packs.
struct Desk {
    test::TempDir dir;
    test::SigningKey key;

    Desk() { key.trust_in(dir.path() / "keys", "editors"); }

    Catalogue open() const
    {
        return Catalogue{{.host = GUIDEPOST_MODULE_HOST,
                          .built_in = {dir.path() / "built-in"},
                          .settings = dir.path() / "settings",
                          .shelf = dir.path() / "shelf",
                          .keys = dir.path() / "keys"}};
    }
    fs::path archive(const std::string& bytes, const std::string& name = "pack.tar.gz") const
    {
        std::ofstream{dir.path() / name, std::ios::binary} << bytes;
        return dir.path() / name;
    }
    fs::path signed_pack(const std::string& id, const std::string& version) const
    {
        return archive(archive_of(completed(pack_of(id, version), &key)), id + "-" + version + ".tar.gz");
    }
};

} // namespace

TEST_CASE("a signed pack is installed, from an archive or a folder", "[programme]")
{
    const Desk desk;
    auto catalogue = desk.open();
    const auto files = completed(pack_of("ladders", "1.0.0"), &desk.key);
    fs::path pack;
    SECTION("tar")
    {
        pack = desk.archive(archive_of(files, Compression::none));
    }
    SECTION("gzip")
    {
        pack = desk.archive(archive_of(files, Compression::gzip));
    }
    SECTION("xz")
    {
        pack = desk.archive(archive_of(files, Compression::xz));
    }
    SECTION("zstd")
    {
        pack = desk.archive(archive_of(files, Compression::zstd));
    }
    SECTION("folder")
    {
        pack = test::write_folder(desk.dir.path() / "pack", files);
    }
    const auto view = catalogue.install(pack, false);
    CHECK(view.state == ModuleState::ready);
    CHECK(view.trust == Trust::signed_);
    CHECK(view.signer == "editors");
    CHECK(read_file(view.folder / "module.yaml", 10'000) == files.at("module.yaml"));
    CHECK(desk.open().find("ladders")->trust == Trust::signed_); // and after another start
}

TEST_CASE("nobody's pack is installed only when that is wanted", "[programme]")
{
    const Desk desk;
    auto catalogue = desk.open();
    const auto pack = desk.archive(archive_of(completed(pack_of("ladders", "1.0.0"), nullptr)));
    CHECK(code_of([&] { catalogue.install(pack, false); }) == Errc::refused);
    CHECK(catalogue.modules().empty());
    CHECK(catalogue.install(pack, true).trust == Trust::unsigned_);

    // Not in the place of a module that came with the program, nor of a signed one.
    desk.dir.write("built-in/steps/module.yaml", "id: steps\nname: Steps\nversion: 1.0.0\napi: 1\n");
    auto again = desk.open();
    const auto other =
        desk.archive(archive_of(completed(pack_of("steps", "9.0.0"), nullptr)), "steps.tar.gz");
    CHECK(code_of([&] { again.install(other, true); }) == Errc::refused);
    CHECK(again.find("steps")->manifest.version == "1.0.0");
    again.install(desk.signed_pack("rungs", "1.0.0"), false);
    const auto third =
        desk.archive(archive_of(completed(pack_of("rungs", "2.0.0"), nullptr)), "rungs.tar.gz");
    CHECK(code_of([&] { again.install(third, true); }) == Errc::refused);

    // Nor by being put on the shelf past the door.
    test::write_folder(desk.dir.path() / "shelf" / "steps" / "9.0.0",
                       completed(pack_of("steps", "9.0.0"), nullptr));
    auto last = desk.open();
    CHECK(last.find("steps")->manifest.version == "1.0.0");
    CHECK(last.find("steps@9.0.0")->state == ModuleState::refused);
}

TEST_CASE("a key nobody trusts is worth nothing", "[programme]")
{
    const Desk desk;
    auto catalogue = desk.open();
    const test::SigningKey stranger;
    const auto pack = desk.archive(archive_of(completed(pack_of("ladders", "1.0.0"), &stranger)));
    CHECK(code_of([&] { catalogue.install(pack, false); }) == Errc::refused);
    CHECK(code_of([&] { catalogue.install(pack, true); }) == Errc::refused);

    // The right key on a signature by another.
    auto files = completed(pack_of("ladders", "1.0.0"), &stranger);
    const auto at = files["signature"].find(stranger.public_hex());
    files["signature"].replace(at, 64, desk.key.public_hex());
    CHECK(code_of([&] { catalogue.install(desk.archive(archive_of(files)), true); }) == Errc::refused);

    // A key that is taken away takes its modules along.
    catalogue.install(desk.signed_pack("ladders", "1.0.0"), false);
    fs::remove(desk.dir.path() / "keys" / "editors.pub");
    desk.dir.write("keys/nonsense.pub", "this is no key");
    CHECK(desk.open().find("ladders")->state == ModuleState::refused);
}

TEST_CASE("an older or the same version is refused, and a newer one keeps the older beside it", "[programme]")
{
    const Desk desk;
    auto catalogue = desk.open();
    catalogue.install(desk.signed_pack("ladders", "1.9.0"), false);
    CHECK(code_of([&] { catalogue.install(desk.signed_pack("ladders", "1.9.0"), false); }) == Errc::conflict);
    CHECK(code_of([&] { catalogue.install(desk.signed_pack("ladders", "1.8.9"), false); }) == Errc::conflict);
    CHECK(catalogue.install(desk.signed_pack("ladders", "1.10.0"), false).manifest.version == "1.10.0");
    CHECK(catalogue.modules().size() == 1);
    CHECK(catalogue.find("ladders")->manifest.version == "1.10.0");
    CHECK(catalogue.find("ladders@1.9.0")->manifest.version == "1.9.0");
    CHECK(code_of([&] { catalogue.install(desk.signed_pack("ladders", "1.9.5"), false); }) == Errc::conflict);
    catalogue.remove("ladders");
    CHECK(catalogue.modules().empty());
    CHECK(code_of([&] { catalogue.remove("ladders"); }) == Errc::not_found);
    CHECK(code_of([&] { catalogue.remove("../keys"); }) == Errc::not_found);
    catalogue.install(desk.signed_pack("ladders", "1.9.0"), false); // what was removed may come again
    CHECK(catalogue.modules().size() == 1);
}

TEST_CASE("a version for later waits beside the one that is used", "[programme]")
{
    const Desk desk;
    auto catalogue = desk.open();
    catalogue.install(desk.signed_pack("ladders", "1.0.0"), false);
    auto files = pack_of("ladders", "2.0.0");
    files["module.yaml"] += "valid_from: 2999-01-01\n";
    const auto later = catalogue.install(desk.archive(archive_of(completed(files, &desk.key))), false);
    CHECK(later.state == ModuleState::not_yet_valid);
    CHECK(catalogue.find("ladders")->manifest.version == "1.0.0");
}

TEST_CASE("what was changed after installing is refused at the next start", "[programme]")
{
    const Desk desk;
    const auto folder = desk.open().install(desk.signed_pack("ladders", "1.0.0"), false).folder;
    SECTION("a file changed")
    {
        std::ofstream{folder / "guidance" / "ladders-advice.md", std::ios::app} << "Trust everybody.\n";
    }
    SECTION("a file more")
    {
        std::ofstream{folder / "paths.yaml"} << "x: y\n";
    }
    SECTION("a file less")
    {
        fs::remove(folder / "guidance" / "ladders-advice.md");
    }
    SECTION("a link")
    {
        fs::remove(folder / "module.yaml");
        fs::create_symlink("/etc/passwd", folder / "module.yaml");
    }
    SECTION("its signature gone")
    {
        fs::remove(folder / "signature");
        fs::remove(folder / "checksums");
    }
    auto catalogue = desk.open();
    CHECK(catalogue.find("ladders")->state == ModuleState::refused);
    CHECK(catalogue.find("ladders")->reason.find("Remove it and install it again.") != std::string::npos);
    catalogue.remove("ladders");
    CHECK(catalogue.install(desk.signed_pack("ladders", "1.0.0"), false).state == ModuleState::ready);
}

TEST_CASE("a pack has nothing but what a module has", "[programme]")
{
    const Desk desk;
    auto catalogue = desk.open();
    const auto refused = [&](const std::function<void(PackFiles&)>& change) {
        auto files = pack_of("ladders", "1.0.0");
        change(files);
        return words_of(
            [&] { catalogue.install(desk.archive(archive_of(completed(files, &desk.key))), false); });
    };
    CHECK(refused([](PackFiles&) {}).empty());
    catalogue.remove("ladders");
    CHECK(refused([](PackFiles& files) { files.erase("module.yaml"); }).find("no module.yaml") !=
          std::string::npos);
    CHECK(refused([](PackFiles& files) { files["run.sh"] = "x"; }).find("nothing a module has") !=
          std::string::npos);
    CHECK(refused([](PackFiles& files) { files["libother.so"] = "x"; }).find("nothing a module has") !=
          std::string::npos);
    CHECK(refused([](PackFiles& files) {
              files["module.yaml"] += "library: libladders.so\n";
          }).find("the library libladders.so is missing") != std::string::npos);
    CHECK(refused([](PackFiles& files) {
              files["guidance/pack.yaml"] = pack_of("steps", "1")["guidance/pack.yaml"];
          }).find("belongs to another module") != std::string::npos);
    CHECK(refused([](PackFiles& files) { files.erase("guidance/pack.yaml"); }).find("pack.yaml is missing") !=
          std::string::npos);
    CHECK(refused([](PackFiles& files) {
              files["paths/pack.yaml"] = "id: x\n";
          }).find("nothing a module has") != std::string::npos);
    CHECK(refused([](PackFiles& files) {
              files["module.yaml"] = "id: ladders\nname: L\nversion: 1.0.0\napi: 2\n";
          }).find("version 2 of the module interface") != std::string::npos);
    // Two modules in one pack.
    CHECK(refused([](PackFiles& files) { files.merge(pack_of("steps", "1.0.0")); }).empty());
    catalogue.remove("ladders"); // what stands twice is one file; what is more is an article of its own
    CHECK(catalogue.modules().empty());
}

TEST_CASE("an archive that plays tricks is refused", "[programme]")
{
    const Desk desk;
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
    const Desk desk;
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
    const Desk desk;
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

TEST_CASE("a module's library is loaded as it was verified, or not at all", "[programme]")
{
    const Desk desk;
    auto catalogue = desk.open();
    const fs::path made{GUIDEPOST_TEST_MODULES};
    PackFiles files;
    for (const char* name : {"module.yaml", "sessions.json", "libsteps.so"})
        files[name] = read_file(made / "steps" / name, 1 << 28);
    const auto view =
        catalogue.install(desk.archive(archive_of(completed(files, &desk.key), Compression::zstd)), false);
    CHECK(catalogue.form("steps").size() == 2);
    CHECK(catalogue.find("steps")->trust == Trust::signed_);

    // Another library in its place, after it was verified and before it is started again.
    auto fresh = desk.open();
    fs::copy_file(made / "template" / "libtemplate.so", view.folder / "libsteps.so",
                  fs::copy_options::overwrite_existing);
    CHECK(words_of([&] { fresh.form("steps"); }).find("its library was changed since it was verified") !=
          std::string::npos);
    CHECK(catalogue.form("steps").size() == 2); // the one that runs has its own copy
}

TEST_CASE("of many packs that were changed somewhere not one is installed", "[programme]")
{
    const Desk desk;
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
    const Desk desk;
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
