// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/catalogue.h"
#include "core/programme/packs/shelf.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "tests/core/programme/pack_desk.h"
#include "tests/core/programme/refusals.h"
#include "tests/support/catch.h"

#include <fmt/format.h>

using namespace guidepost;
using namespace guidepost::programme;
using test::archive_of;
using test::code_of;
using test::completed;
using test::Compression;
using test::pack_of;
using test::PackDesk;
using test::words_of;
namespace fs = std::filesystem;

TEST_CASE("a signed pack is installed, from an archive or a folder", "[programme]")
{
    const PackDesk desk;
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
    const PackDesk desk;
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
    const PackDesk desk;
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
    const PackDesk desk;
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
    const PackDesk desk;
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
    const PackDesk desk;
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
    const PackDesk desk;
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

TEST_CASE("a module's library is loaded as it was verified, or not at all", "[programme]")
{
    const PackDesk desk;
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
