// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/catalogue.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "tests/core/programme/refusals.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <fmt/format.h>

using namespace guidepost;
using namespace guidepost::programme;
using test::code_of;
namespace fs = std::filesystem;

namespace {

Timestamp at(std::string_view date)
{
    return std::chrono::duration_cast<std::chrono::microseconds>(
               std::chrono::sys_days{*parse_date(date)}.time_since_epoch())
        .count();
}

/// A desk with modules in a folder of its own.
struct Shelf {
    test::TempDir dir;
    Timestamp now = at("2026-11-21");

    void data_module(const std::string& id, const std::string& more = {}) const
    {
        dir.write(fmt::format("modules/{}/module.yaml", id),
                  fmt::format("id: {0}\nname: The {0}\nversion: 1.0.0\napi: 1\n{1}", id, more));
    }
    void copy(const std::string& id) const
    {
        fs::create_directories(dir.path() / "modules");
        fs::copy(fs::path{GUIDEPOST_TEST_MODULES} / id, dir.path() / "modules" / id,
                 fs::copy_options::recursive);
    }
    Catalogue open() const
    {
        return Catalogue{{.host = GUIDEPOST_MODULE_HOST,
                          .built_in = {dir.path() / "modules"},
                          .settings = dir.path() / "settings"},
                         [this] {
                             return now;
                         }};
    }
};

} // namespace

TEST_CASE("a desk without modules is a desk", "[programme]")
{
    Shelf shelf;
    auto catalogue = shelf.open();
    CHECK(catalogue.modules().empty());
    CHECK_FALSE(catalogue.find("steps"));
    CHECK(code_of([&] { catalogue.assess("steps", {}); }) == Errc::not_found);
    CHECK(code_of([&] { catalogue.disable("steps"); }) == Errc::not_found);
}

TEST_CASE("each module is listed with its state and the reason", "[programme]")
{
    Shelf shelf;
    shelf.data_module("plain");
    shelf.data_module("later", "valid_from: 2027-01-01\n");
    shelf.data_module("past", "valid_until: 2026-11-20\n");
    shelf.data_module("last-day", "valid_until: 2026-11-21\nvalid_from: 2026-11-21\n");
    shelf.data_module("newer", "");
    shelf.dir.write("modules/newer/module.yaml", "id: newer\nname: Newer\nversion: 1.0.0\napi: 7\n");
    shelf.dir.write("modules/broken/module.yaml", "id: [\n");
    shelf.dir.write("modules/other-name/module.yaml", "id: name\nname: Name\nversion: 1.0.0\napi: 1\n");
    shelf.dir.write("modules/no-manifest/readme.md", "nothing");
    shelf.copy("steps");

    auto catalogue = shelf.open();
    std::map<std::string, ModuleView> views;
    for (auto& view : catalogue.modules())
        views[view.id] = view;
    REQUIRE(views.size() == 9);
    CHECK(views["plain"].state == ModuleState::ready);
    CHECK(views["plain"].reason.empty());
    CHECK_FALSE(views["plain"].has_code());
    CHECK(views["later"].state == ModuleState::not_yet_valid);
    CHECK(views["later"].reason == "The later is valid from 1 January 2027.");
    CHECK(views["past"].state == ModuleState::retired);
    CHECK(views["last-day"].state == ModuleState::ready);
    CHECK(views["newer"].state == ModuleState::refused);
    CHECK(views["newer"].reason ==
          "Newer was made for version 7 of the module interface; this is version 1.");
    CHECK(views["broken"].state == ModuleState::refused);
    CHECK(views["other-name"].state == ModuleState::refused);
    CHECK(views["no-manifest"].state == ModuleState::refused);
    CHECK(views["steps"].has_code());

    CHECK(code_of([&] { catalogue.assess("past", {}); }) == Errc::refused);
    CHECK(code_of([&] { catalogue.assess("plain", {}); }) == Errc::not_found); // it has no code
    CHECK(catalogue.form("steps").size() == 2);
    CHECK(catalogue.find("steps")->capabilities.size() == 5);
}

TEST_CASE("every capability is asked with values", "[programme]")
{
    Shelf shelf;
    shelf.copy("steps");
    auto catalogue = shelf.open();
    CaseProfile profile;
    const auto blank = catalogue.assess("steps", profile);
    REQUIRE(blank.blanks.size() == 1);
    CHECK(blank.blanks[0].key == "vrp");
    CHECK(blank.blanks[0].could_change);
    profile.vrp = 29.9;
    CHECK(catalogue.assess("steps", profile).options[0].verdict == Verdict::not_eligible);
    CHECK(catalogue.plan("steps", "moderate", profile).sessions[0].minutes == 150);
    const auto need = catalogue.route("steps", profile, "What now?");
    CHECK(need.specialisms[0].specialism == "steps");
    CHECK(need.band == 4);
    CHECK(catalogue.form("steps")[1].where == FormField::Where::both);
    const auto group = catalogue.compose("steps", {{.member = "m1"}});
    REQUIRE(group.findings.size() == 1);
    CHECK(group.findings[0].severity == GroupFinding::Severity::stop);
    CHECK(group.findings[0].members == std::vector<std::string>{"m1"});
}

TEST_CASE("a disabled module stays disabled until it is enabled", "[programme]")
{
    Shelf shelf;
    shelf.copy("steps");
    shelf.data_module("plain");
    {
        auto catalogue = shelf.open();
        catalogue.disable("steps");
        CHECK(catalogue.find("steps")->state == ModuleState::disabled);
        CHECK(code_of([&] { catalogue.form("steps"); }) == Errc::refused);
        CHECK(catalogue.find("plain")->state == ModuleState::ready);
    }
    auto catalogue = shelf.open();
    CHECK(catalogue.find("steps")->state == ModuleState::disabled);
    catalogue.enable("steps");
    CHECK(catalogue.find("steps")->state == ModuleState::ready);
    CHECK(catalogue.form("steps").size() == 2);
}

TEST_CASE("a module that comes, changes or goes is seen at the next look", "[programme]")
{
    Shelf shelf;
    auto catalogue = shelf.open();
    shelf.copy("steps");
    catalogue.refresh();
    CHECK(catalogue.form("steps").size() == 2);
    shelf.data_module("steps"); // its manifest names no library any more
    catalogue.refresh();
    CHECK(catalogue.find("steps")->manifest.name == "The steps");
    fs::remove_all(shelf.dir.path() / "modules" / "steps");
    catalogue.refresh();
    CHECK_FALSE(catalogue.find("steps"));
}

TEST_CASE("checking reads a module again and starts its code afresh", "[programme]")
{
    Shelf shelf;
    shelf.copy("steps");
    shelf.data_module("plain");
    auto catalogue = shelf.open();
    catalogue.check("plain"); // nothing to start
    catalogue.check("steps");
    CHECK(catalogue.find("steps")->capabilities.size() == 5);

    // What was there at the last look is not enough: the library is gone now.
    fs::remove(shelf.dir.path() / "modules" / "steps" / "libsteps.so");
    CHECK(catalogue.form("steps").size() == 2); // the host that runs has it in memory
    CHECK(code_of([&] { catalogue.check("steps"); }) == Errc::failure);
    CHECK(catalogue.find("steps")->state == ModuleState::stopped);
    CHECK(code_of([&] { catalogue.check("nothing"); }) == Errc::not_found);
    catalogue.disable("plain");
    CHECK(code_of([&] { catalogue.check("plain"); }) == Errc::refused);
}

TEST_CASE("a module that failed too often is tried again when somebody says so", "[programme]")
{
    Shelf shelf;
    shelf.copy("steps");
    const auto library = shelf.dir.path() / "modules" / "steps" / "libsteps.so";
    const auto aside = shelf.dir.path() / "libsteps.so";
    fs::rename(library, aside);
    auto catalogue = shelf.open();
    for (int i = 0; i < ModuleLink::failures_until_off; ++i)
        CHECK(code_of([&] { catalogue.form("steps"); }) == Errc::failure);
    CHECK(code_of([&] { catalogue.form("steps"); }) == Errc::refused); // it is off
    fs::rename(aside, library);
    CHECK(code_of([&] { catalogue.check("steps"); }) == Errc::refused); // checking forgives nothing
    catalogue.try_again("steps");
    CHECK(catalogue.find("steps")->state == ModuleState::ready);
    CHECK(catalogue.find("steps")->failures == 0);
    CHECK(catalogue.form("steps").size() == 2);
}
