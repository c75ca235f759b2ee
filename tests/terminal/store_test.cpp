// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/catch.h"
#include "tests/terminal/guidepostctl.h"
#include "tests/terminal/practice.h"

#include <unistd.h>

#include <fstream>
#include <memory>
#include <set>

using namespace guidepost;
using test::has;
using Json = nlohmann::json;
namespace fs = std::filesystem;

TEST_CASE("a store is verified without being changed", "[terminal]")
{
    const test::Terminal terminal;
    CHECK(terminal({"store", "verify"}).exit_code == 3);
    CHECK_FALSE(fs::exists(terminal.profile()));

    terminal({"article", "list"});
    const auto whole = terminal.json({"store", "verify", "--json"});
    CHECK(whole.at("version") == 1);
    CHECK(whole.at("is_whole") == true);
    CHECK(whole.at("events") > 50);
    CHECK(whole.at("rows") > 50);
    CHECK(whole.at("damages").empty());
    REQUIRE_FALSE(whole.at("heads").empty());
    CHECK(whole["heads"][0].at("hash").get<std::string>().size() == 64);
    CHECK(has(terminal({"store", "verify"}).out, "all are as they were written"));
}

TEST_CASE("a damaged store is unwell and says so", "[terminal]")
{
    const test::Terminal terminal;
    terminal({"article", "list"});
    for (const auto& entry : fs::directory_iterator{terminal.profile()})
        if (entry.is_regular_file())
            std::ofstream{entry.path(), std::ios::trunc} << "this is no database, it is a letter to nobody";
    for (const auto& words : std::vector<std::vector<std::string>>{
             {"store", "verify"}, {"search", "curfew"}, {"article", "list"}, {"index", "status"}}) {
        const auto outcome = terminal(words);
        CHECK(outcome.exit_code == 6);
        CHECK(outcome.out.empty());
        CHECK(has(outcome.err, "guidepostctl: "));
    }
}

TEST_CASE("a profile that cannot be written is said, not crashed on", "[terminal]")
{
    const test::Terminal terminal;
    SECTION("because a file stands in its place")
    {
        terminal.dir().write("profile", "x");
        CHECK(terminal({"search", "curfew"}).exit_code == 6);
    }
    SECTION("because the folder above is read-only")
    {
        fs::permissions(terminal.dir().path(), fs::perms{0555});
        auto command = terminal.command({"search", "curfew"});
        command.without_rights = true;
        const auto outcome = run(command);
        fs::permissions(terminal.dir().path(), fs::perms{0755});
        if (outcome.exit_code == 126 || outcome.exit_code == 127) {
            WARN("another account cannot start the program from here: not tested");
            return;
        }
        INFO(outcome.err);
        CHECK(outcome.exit_code == 6);
        CHECK(outcome.out.empty());
        CHECK_FALSE(outcome.err.empty());
    }
}

TEST_CASE("the index is a copy: thrown away, it comes back", "[terminal]")
{
    const test::Terminal terminal;
    const auto fresh = terminal.json({"index", "status", "--json"});
    CHECK(fresh.at("exists") == false);
    CHECK_FALSE(fs::exists(terminal.profile() / "index" / "current"));

    const auto before = terminal.json({"search", "curfew", "--json"});
    const auto status = terminal.json({"index", "status", "--json"});
    CHECK(status.at("index").at("state") == "ready");
    CHECK(status.at("index").at("behind") == 0);
    CHECK(status.at("articles") > 50);
    CHECK(status.at("bytes") > 0);

    fs::remove_all(terminal.profile() / "index");
    CHECK(terminal.json({"index", "rebuild", "--json"}).at("articles") == status.at("articles"));
    CHECK(terminal.json({"search", "curfew", "--json"}).at("total") == before.at("total"));
}

TEST_CASE("programs that start together on a new profile stock it once", "[terminal]")
{
    const test::Terminal terminal;
    std::vector<std::unique_ptr<test::Process>> started;
    for (int i = 0; i < 5; ++i)
        started.push_back(std::make_unique<test::Process>(terminal.command({"search", "curfew", "--json"})));
    std::set<std::string> totals;
    for (const auto& process : started) {
        const auto outcome = process->finish();
        INFO(outcome.err);
        CHECK(outcome.exit_code == 0);
        totals.insert(Json::parse(outcome.out).at("total").dump());
    }
    CHECK(totals.size() == 1); // no answer from an index that another one had not finished
    const auto articles = terminal.json({"article", "list", "--json"}).at("articles").size();
    CHECK(terminal.json({"store", "verify", "--json"}).at("rows") > articles);
}

TEST_CASE("heads are printed and checked, and a chain cut at its end is found by them alone", "[terminal]")
{
    const test::Terminal terminal;
    terminal({"article", "list"});
    const auto heads = terminal({"store", "heads"});
    REQUIRE(heads.exit_code == 0);
    const auto kept = terminal.dir().write("heads.txt", heads.out).string();
    CHECK(terminal({"store", "verify", "--heads", kept}).exit_code == 0);
    const auto other =
        terminal.dir().write("more.txt", heads.out + "people 7 " + std::string(64, 'a') + "\n");
    const auto cut = terminal({"store", "verify", "--heads", other.string()});
    CHECK(cut.exit_code == 6);
    CHECK(has(cut.out, "people 7: the end of this chain was cut off"));
    CHECK(terminal({"store", "verify", "--heads", "not-there"}).exit_code == 3);
}

TEST_CASE("a backup is made and restored with a passphrase from stdin", "[terminal]")
{
    const test::Terminal terminal, other;
    terminal({"article", "list"});
    const auto file = (terminal.dir().path() / "backup").string();
    const auto with = [](test::Command command, const std::string& passphrase) {
        command.input = passphrase + "\n";
        return test::run(command);
    };
    CHECK(terminal({"store", "backup", file}).exit_code == 2); // no passphrase
    CHECK(with(terminal.command({"store", "backup", file}), "short").exit_code == 4);
    const auto made = with(terminal.command({"store", "backup", file}), "four words of somebody");
    INFO(made.err);
    REQUIRE(made.exit_code == 0);
    CHECK(with(terminal.command({"store", "backup", file}), "four words of somebody").exit_code == 4);

    CHECK(with(other.command({"store", "restore", file}), "four words of nobody").exit_code == 4);
    const auto restored = with(other.command({"store", "restore", file, "--json"}), "four words of somebody");
    INFO(restored.err);
    REQUIRE(restored.exit_code == 0);
    CHECK(Json::parse(restored.out).at("kept_aside").is_null());
    CHECK(other.json({"store", "verify", "--json"}).at("heads") ==
          terminal.json({"store", "verify", "--json"}).at("heads"));
    CHECK(has(restored.err, "index rebuild"));
}

TEST_CASE("an administrator makes what is derived anew, and nobody else does", "[terminal]")
{
    const test::Terminal terminal;
    const test::Practice practice{terminal};
    CHECK(practice.as("officer-14", {"store", "rebuild"}).exit_code == 4);
    const auto rebuilt = practice.json("administrator-1", {"store", "rebuild"});
    CHECK(rebuilt.at("is_whole") == true);
    CHECK(rebuilt.at("mended").empty());
    CHECK(terminal.json({"store", "verify", "--json"}).at("is_whole") == true);
}
