// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/catch.h"
#include "tests/terminal/guidepostctl.h"

using namespace guidepost;
using test::has;

namespace {

/// A terminal whose modules are those made for tests.
struct WithModules : test::Terminal {
    test::Outcome operator()(const std::vector<std::string>& words) const
    {
        auto wanted = command(words);
        wanted.environment["GUIDEPOST_MODULES"] = GUIDEPOST_TEST_MODULES;
        return test::run(wanted);
    }
};

} // namespace

TEST_CASE("modules are listed with their states and reasons", "[terminal]")
{
    const WithModules terminal;
    const auto listed = terminal({"module", "list"});
    CHECK(listed.exit_code == 0);
    CHECK(has(listed.out, "steps  Steps 2.1.0  ready"));
    CHECK(has(listed.out, "template  A template for modules 1.0.0  ready"));

    const auto json = nlohmann::json::parse(terminal({"module", "list", "--json"}).out);
    CHECK(json.at("version") == 1);
    REQUIRE(json.at("modules").size() == 2);
    CHECK(json["modules"][1].at("module") == "steps");
    CHECK(json["modules"][1].at("state") == "ready");
    CHECK(json["modules"][1].at("trust") == "built-in");
}

TEST_CASE("a module's code is tried and what holds it is said", "[terminal]")
{
    const WithModules terminal;
    const auto verified = terminal({"module", "verify", "steps"});
    CHECK(verified.exit_code == 0);
    CHECK(has(verified.out, "Steps 2.1.0 can be used."));
    CHECK(has(verified.out, "files"));
    const auto json = nlohmann::json::parse(terminal({"module", "verify", "steps", "--json"}).out);
    CHECK(json.at("is_well") == true);
    CHECK(json.at("module").at("capabilities").size() == 5);
    CHECK(json["module"].at("enforced").contains("network"));

    CHECK(terminal({"module", "verify", "nothing"}).exit_code == 3);
    CHECK(terminal({"module", "verify"}).exit_code == 2);
}

TEST_CASE("a module that cannot be used is refused with its reason", "[terminal]")
{
    const test::Terminal terminal;
    auto command = terminal.command({"module", "verify", "false-abi"});
    command.environment["GUIDEPOST_MODULES"] = GUIDEPOST_HOSTILE_MODULES;
    const auto said = test::run(command);
    CHECK(said.exit_code == 4);
    CHECK(has(said.err, "was made for version 77 of the module interface"));
}

TEST_CASE("disabling hides a module's guidance and enabling brings it back", "[terminal]")
{
    const WithModules terminal;
    const auto finds = [&] {
        return has(terminal({"search", "example article of a module"}).out, "template-example");
    };
    CHECK(finds());
    const auto disabled = terminal({"module", "disable", "template"});
    CHECK(disabled.exit_code == 0);
    CHECK(has(disabled.err, "is disabled"));
    CHECK_FALSE(finds());
    CHECK(has(terminal({"module", "list"}).out, "disabled on this desk"));
    CHECK(terminal({"module", "verify", "template"}).exit_code == 4);
    CHECK(terminal({"module", "enable", "template"}).exit_code == 0);
    CHECK(finds());
    CHECK(terminal({"module", "disable", "nothing"}).exit_code == 3);
    CHECK(terminal({"store", "verify"}).exit_code == 0);
}

TEST_CASE("without modules the desk works", "[terminal]")
{
    const test::Terminal terminal;
    auto command = terminal.command({"module", "list"});
    command.environment["GUIDEPOST_MODULES"] = (terminal.dir().path() / "none").string();
    CHECK(has(test::run(command).out, "There are no modules on this desk."));
    command = terminal.command({"search", "curfew"});
    command.environment["GUIDEPOST_MODULES"] = (terminal.dir().path() / "none").string();
    CHECK(test::run(command).exit_code == 0);
}

TEST_CASE("a pack is made, signed, installed and removed from the terminal", "[terminal]")
{
    const test::Terminal terminal;
    const auto folder = terminal.dir().path();
    const auto keys = folder / "keys";
    const auto ask = [&](const std::vector<std::string>& words) {
        auto wanted = terminal.command(words);
        wanted.environment["GUIDEPOST_MODULES"] = (folder / "none").string();
        wanted.environment["GUIDEPOST_MODULE_KEYS"] = keys.string();
        return test::run(wanted);
    };
    const auto pack = (folder / "pack").string();
    std::filesystem::copy(std::filesystem::path{GUIDEPOST_TEST_MODULES} / "template", pack,
                          std::filesystem::copy_options::recursive);

    CHECK(ask({"module", "install", pack}).exit_code == 1); // no checksums
    CHECK(ask({"module", "sign", pack}).exit_code == 0);
    CHECK(has(ask({"module", "verify", pack}).out, "nobody signed it"));
    CHECK(ask({"module", "install", pack}).exit_code == 4);

    CHECK(ask({"module", "new-key", (folder / "editors").string()}).exit_code == 0);
    CHECK(ask({"module", "new-key", (folder / "editors").string()}).exit_code == 5);
    CHECK(ask({"module", "sign", pack, "--key", (folder / "editors.key").string()}).exit_code == 0);
    CHECK(ask({"module", "install", pack}).exit_code == 4); // the key is not trusted yet
    std::filesystem::create_directory(keys);
    std::filesystem::copy(folder / "editors.pub", keys);
    CHECK(has(ask({"module", "verify", pack}).out, "signed by editors"));

    const auto installed = ask({"module", "install", pack});
    CHECK(installed.exit_code == 0);
    CHECK(has(installed.out, "is installed, signed by editors. It is ready."));
    CHECK(has(ask({"module", "list"}).out, "ready, signed"));
    CHECK(has(ask({"search", "example article of a module"}).out, "template-example"));
    CHECK(ask({"module", "verify", "template"}).exit_code == 0); // its code runs
    CHECK(ask({"module", "install", pack}).exit_code == 5);

    CHECK(ask({"module", "remove", "template"}).exit_code == 0);
    CHECK_FALSE(has(ask({"search", "example article of a module"}).out, "template-example"));
    CHECK(ask({"module", "remove", "template"}).exit_code == 3);
    CHECK(ask({"module", "install", pack, "--json"}).exit_code == 0);
    CHECK(has(ask({"search", "example article of a module"}).out, "template-example"));
    CHECK(ask({"store", "verify"}).exit_code == 0);
}

TEST_CASE("what came with the program is disabled, not removed", "[terminal]")
{
    const WithModules terminal;
    const auto refused = terminal({"module", "remove", "steps"});
    CHECK(refused.exit_code == 4);
    CHECK(has(refused.err, "module disable steps"));
}
