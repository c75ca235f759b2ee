// SPDX-License-Identifier: GPL-2.0-or-later
// A group that began keeps the version of the module it began with.
#include "core/programme/group_file.h"
#include "core/programme/module_advice.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "tests/core/programme/pack_desk.h"
#include "tests/core/programme/refusals.h"
#include "tests/support/catch.h"

using namespace guidepost;
using namespace guidepost::programme;
using test::archive_of;
using test::code_of;
using test::completed;
using test::PackDesk;
using test::words_of;
namespace fs = std::filesystem;

namespace {

constexpr const char* two_members = "version: 1\n"
                                    "members:\n"
                                    "  - {member: m1, case: {sex: male}, not_with: [m2]}\n"
                                    "  - {member: m2, case: {}}\n";

/// Of whom that module says something.
constexpr const char* alone = "version: 1\nmembers:\n  - {member: m1, case: {sex: male}}\n";

PackFiles steps_files()
{
    PackFiles files;
    for (const char* name : {"module.yaml", "sessions.json", "libsteps.so"})
        files[name] = read_file(fs::path{GUIDEPOST_TEST_MODULES} / "steps" / name, 1 << 28);
    return files;
}

/// The same module later: other words, and no code any more.
PackFiles newer_steps()
{
    return {{"module.yaml", "id: steps\nname: Steps\nversion: 3.0.0\napi: 1\n"}};
}

} // namespace

TEST_CASE("a group file says what the group began with, in one line at its end", "[programme]")
{
    CHECK_FALSE(parse_group(two_members).started);
    const GroupStart start{"steps", "2.1.0", parse_date("2026-11-22")};
    const auto begun = with_start(two_members, start);
    CHECK(begun == std::string{two_members} + "started: {module: steps, version: 2.1.0, on: 2026-11-22}\n");
    CHECK(parse_group(begun).started == start);
    CHECK(parse_group(begun).members.size() == 2);
    CHECK(code_of([&] { with_start(begun, start); }) == Errc::conflict); // it begins once
    CHECK(words_of([&] { with_start(begun, start); }).find("began with steps 2.1.0") != std::string::npos);

    auto without_end = std::string{two_members};
    without_end.pop_back();
    CHECK(with_start(without_end, start) == begun);
    CHECK(code_of([&] { with_start(std::string{two_members} + "...\n", start); }) == Errc::format);
}

TEST_CASE("a group file that says broken things of its beginning is refused", "[programme]")
{
    for (const char* started :
         {"started: steps", "started: [steps]", "started: {module: steps}", "started: {version: 1.0.0}",
          "started: {module: \"../steps\", version: 1.0.0}", "started: {module: steps, version: newest}",
          "started: {module: steps, version: \"1.0.0@2\"}",
          "started: {module: steps, version: 1.0.0, on: today}",
          "started: {module: [steps], version: 1.0.0}"}) {
        INFO(started);
        CHECK(code_of([&] { parse_group(std::string{two_members} + started + "\n"); }) == Errc::format);
    }
}

TEST_CASE("a running group goes on with the version it began with after a newer pack came", "[programme]")
{
    const PackDesk desk;
    auto catalogue = desk.open();
    catalogue.install(desk.archive(archive_of(completed(steps_files(), &desk.key))), false);
    auto group = parse_group(with_start(alone, {"steps", "2.1.0", {}}));
    const auto before = catalogue.compose(kept_version(catalogue, *group.started), group.members);
    REQUIRE_FALSE(before.findings.empty());

    catalogue.install(desk.archive(archive_of(completed(newer_steps(), &desk.key)), "newer.tar.gz"), false);
    CHECK(catalogue.find("steps")->manifest.version == "3.0.0");
    CHECK(code_of([&] { catalogue.compose("steps", group.members); }) == Errc::not_found);

    const auto kept = kept_version(catalogue, *group.started);
    CHECK(catalogue.find(kept)->manifest.version == "2.1.0");
    CHECK(catalogue.compose(kept, group.members).findings.size() == before.findings.size());
    CHECK(plan_of(catalogue, kept, "moderate", {}).sessions.size() == 2);
    auto later = desk.open(); // and after another start
    CHECK(later.compose(kept_version(later, *group.started), group.members).findings.size() ==
          before.findings.size());

    catalogue.disable("steps"); // switched off is off for groups, too
    CHECK(code_of([&] { catalogue.compose(kept, group.members); }) == Errc::refused);
}

TEST_CASE("a version that came with the program is kept for its groups like any other", "[programme]")
{
    const PackDesk desk;
    desk.dir.write("built-in/ladders/module.yaml", "id: ladders\nname: Ladders\nversion: 1.0.0\napi: 1\n");
    auto catalogue = desk.open();
    const GroupStart start{"ladders", "1.0.0", {}};
    CHECK(kept_version(catalogue, start) == "ladders@1.0.0");
    catalogue.install(desk.signed_pack("ladders", "1.1.0"), false);
    CHECK(catalogue.find("ladders")->manifest.version == "1.1.0");
    CHECK(catalogue.find(kept_version(catalogue, start))->trust == Trust::built_in);
    CHECK(kept_version(catalogue, {"ladders", "1.1.0", {}}) == "ladders@1.1.0"); // the one that is used
}

TEST_CASE("a group whose version is gone is told so, and what is here", "[programme]")
{
    const PackDesk desk;
    auto catalogue = desk.open();
    catalogue.install(desk.signed_pack("ladders", "2.0.0"), false);
    const GroupStart start{"ladders", "1.0.0", {}};
    CHECK(code_of([&] { kept_version(catalogue, start); }) == Errc::not_found);
    CHECK(words_of([&] { kept_version(catalogue, start); }).find("(it has 2.0.0)") != std::string::npos);
    CHECK(code_of([&] { kept_version(catalogue, {"nothing", "1.0.0", {}}); }) == Errc::not_found);
    CHECK_FALSE(catalogue.find("ladders@"));
    CHECK_FALSE(catalogue.find("@2.0.0"));
}

TEST_CASE("after its last day a module goes on for groups that began with it, and for nobody else",
          "[programme]")
{
    const PackDesk desk;
    auto files = steps_files();
    files["module.yaml"] += "valid_until: 2026-01-01\n";
    auto catalogue = desk.open();
    catalogue.install(desk.archive(archive_of(completed(files, &desk.key))), false);
    CHECK(catalogue.find("steps")->state == ModuleState::retired);
    const auto members = parse_group(alone).members;
    CHECK(code_of([&] { catalogue.compose("steps", members); }) == Errc::refused);
    CHECK_FALSE(catalogue.compose("steps@2.1.0", members).findings.empty());
    CHECK(plan_of(catalogue, "steps@2.1.0", "moderate", {}).sessions.size() == 2);
}
