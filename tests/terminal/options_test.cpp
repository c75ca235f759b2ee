// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/text.h"
#include "tests/support/catch.h"
#include "tests/terminal/guidepostctl.h"

using namespace guidepost;
using test::has;
using Words = std::vector<std::string>;

TEST_CASE("a mistake in the options is a usage error, said on stderr with a hint", "[terminal]")
{
    const test::Terminal terminal;
    for (const auto& words : std::vector<Words>{{},
                                                {"serach", "x"},
                                                {"search"},
                                                {"search", ""},
                                                {"search", "   "},
                                                {"search", "x", "--limit"},
                                                {"search", "x", "--limit", "-1"},
                                                {"search", "x", "--limit", "many"},
                                                {"search", "x", "--limit", "100000"},
                                                {"search", "x", "--offset", "-5"},
                                                {"search", "x", "--colour", "blue"},
                                                {"search", "\xFF\xFE"},
                                                {"article"},
                                                {"article", "show"},
                                                {"article", "show", "a", "--format", "pdf"},
                                                {"article", "show", "a", "b"},
                                                {"article", "import"},
                                                {"index"},
                                                {"index", "destroy"},
                                                {"store"},
                                                {"--profile"}}) {
        INFO(join(words, " "));
        const auto outcome = terminal(words);
        CHECK(outcome.exit_code == 2);
        CHECK(outcome.out.empty());
        CHECK(has(outcome.err, "guidepostctl"));
    }
    CHECK_FALSE(std::filesystem::exists(terminal.profile() / "index"));
    CHECK(has(terminal({"serach", "x"}).err, "There is no serach. There is: search"));
    CHECK(has(terminal({"article", "shwo"}).err, "Try: guidepostctl article --help"));
}

TEST_CASE("every noun and verb explains itself with an example", "[terminal]")
{
    const test::Terminal terminal;
    for (const auto& words : std::vector<Words>{{},
                                                {"search"},
                                                {"article", "list"},
                                                {"article", "show"},
                                                {"article", "check"},
                                                {"article", "import"},
                                                {"article", "imports"},
                                                {"article", "remove"},
                                                {"article", "restore"},
                                                {"article", "export"},
                                                {"index", "status"},
                                                {"index", "rebuild"},
                                                {"store", "verify"}}) {
        auto asked = words;
        asked.emplace_back("--help");
        INFO(join(asked, " "));
        const auto outcome = terminal(asked);
        CHECK(outcome.exit_code == 0);
        CHECK(outcome.err.empty());
        CHECK(has(outcome.out, "Example"));
        CHECK(has(outcome.out, "  guidepostctl " + join(words, " ")));
    }
    CHECK(terminal({"article", "--help"}).exit_code == 0);
    const auto version = terminal({"--version"});
    CHECK(version.exit_code == 0);
    CHECK(version.out.starts_with("guidepostctl "));
}

TEST_CASE("options that all verbs share may stand before or after them", "[terminal]")
{
    const test::Terminal terminal;
    const auto before = terminal({"--json", "search", "curfew"});
    const auto after = terminal({"search", "curfew", "--json"});
    CHECK(before.out.starts_with("{"));
    CHECK(after.out.starts_with("{"));

    test::Command command;
    command.argv = {GUIDEPOSTCTL, "index", "status", "--json", "--profile", terminal.profile().string()};
    CHECK(run(command).out.starts_with("{"));
}

TEST_CASE("without --profile the usual folder is taken", "[terminal]")
{
    const test::Terminal terminal;
    auto command = terminal.command({});
    command.argv = {GUIDEPOSTCTL, "article", "list"};
    command.environment["XDG_DATA_HOME"] = (terminal.dir().path() / "data").string();
    CHECK(run(command).exit_code == 0);
    CHECK(std::filesystem::exists(terminal.dir().path() / "data" / "guidepost"));

    SECTION("below HOME when XDG_DATA_HOME is not absolute")
    {
        command.environment["XDG_DATA_HOME"] = "data";
        command.environment["HOME"] = (terminal.dir().path() / "home").string();
        CHECK(run(command).exit_code == 0);
        CHECK(std::filesystem::exists(terminal.dir().path() / "home/.local/share/guidepost"));
    }
    SECTION("and without HOME it does not crash")
    {
        command.argv = {GUIDEPOSTCTL, "store", "verify"}; // makes nothing in the account's real home
        command.environment["XDG_DATA_HOME"] = std::nullopt;
        command.environment["HOME"] = std::nullopt;
        const auto outcome = run(command);
        CHECK((outcome.exit_code == 0 || outcome.exit_code == 3));
    }
}

TEST_CASE("an installation without its guidance says what is missing", "[terminal]")
{
    const test::Terminal terminal;
    auto command = terminal.command({"search", "curfew"});
    command.environment["GUIDEPOST_CONTENT"] = (terminal.dir().path() / "nothing").string();
    const auto outcome = run(command);
    CHECK(outcome.exit_code != 0);
    CHECK(has(outcome.err, "nothing"));
    CHECK(outcome.out.empty());
}
