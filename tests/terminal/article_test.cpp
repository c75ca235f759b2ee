// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/feedback.h"
#include "core/store/store.h"
#include "core/text/files.h"
#include "tests/support/catch.h"
#include "tests/terminal/guidepostctl.h"

#include <sys/stat.h>

using namespace guidepost;
using test::has;
using Json = nlohmann::json;

namespace {

constexpr const char* note =
    "# Bus pass\n\nAsk the *zebra* depot.\n\n## How long\n\nTwo weeks.\n\n### In winter\n\nThree.\n\n"
    "## Who pays\n\nNobody.\n";

std::string article_of(const Json& list, const std::string& title)
{
    for (const auto& article : list.at("articles"))
        if (article.at("title") == title)
            return article.at("article");
    return {};
}

} // namespace

TEST_CASE("articles are listed by title", "[terminal]")
{
    const test::Terminal terminal;
    const auto list = terminal.json({"article", "list", "--json"});
    CHECK(list.at("version") == 1);
    CHECK(list.at("articles").size() > 50);
    for (const char* field : {"article", "title", "module", "status", "path"})
        CHECK(list["articles"][0].at(field).is_string());
    CHECK(has(terminal({"article", "list", "--source", "guidance"}).out, "maintaining-innocence  "));
    CHECK(terminal({"article", "list", "--source", "nonsense"}).exit_code == 3);
}

TEST_CASE("what readers said of an article is counted beside it", "[terminal]")
{
    const test::Terminal terminal;
    const auto useful_in_list = [&] {
        const auto list = terminal.json({"article", "list", "--json"});
        for (const auto& article : list.at("articles"))
            if (article.at("article") == "recall")
                return article.at("useful");
        return Json{};
    };
    CHECK(useful_in_list() == Json{{"yes", 0}, {"no", 0}});
    CHECK_FALSE(has(terminal({"article", "show", "recall"}).out, "Was this useful?"));

    const auto store = store::open_store(terminal.profile());
    for (const char* who : {"officer-1", "officer-2"})
        guidance::record_feedback(*store, {ArticleId{"recall"}, RevisionId{"r"}, guidance::Useful::yes}, who,
                                  1);
    guidance::record_feedback(*store, {ArticleId{"recall"}, RevisionId{"r"}, guidance::Useful::no},
                              "officer-3", 2);

    CHECK(useful_in_list() == Json{{"yes", 2}, {"no", 1}});
    CHECK(terminal.json({"article", "show", "recall", "--json"}).at("useful") == Json{{"yes", 2}, {"no", 1}});
    CHECK(has(terminal({"article", "show", "recall"}).out, "\nWas this useful? 2 yes, 1 no\n"));
    CHECK(terminal({"article", "show", "recall", "--format", "md"}).out ==
          read_file(test::source_file("content/guidance/recall.md"), 100'000));
}

TEST_CASE("an article is shown as text, page and source", "[terminal]")
{
    const test::Terminal terminal;
    const auto text = terminal({"article", "show", "maintaining-innocence"});
    CHECK(text.exit_code == 0);
    CHECK(has(text.out, "Written from public sources for practice"));
    CHECK(has(text.out, "Do now"));
    CHECK_FALSE(has(text.out, "<p>"));

    const auto html = terminal({"article", "show", "maintaining-innocence", "--format", "html"});
    CHECK(has(html.out, "Content-Security-Policy"));

    const auto source = terminal({"article", "show", "maintaining-innocence", "--format", "md"});
    CHECK(source.out == read_file(test::source_file("content/guidance/maintaining-innocence.md"), 100'000));

    const auto json = terminal.json({"article", "show", "maintaining-innocence", "--json"});
    CHECK(json.at("version") == 1);
    CHECK(json.at("article") == "maintaining-innocence");
    CHECK(json.at("status") == "published");
    CHECK(json.at("content") == text.out);
    CHECK(json.at("sections").size() > 3);
    CHECK_FALSE(json.at("related").empty());
    CHECK(json.at("approved_by").is_string());
}

TEST_CASE("one section is shown with what is below it", "[terminal]")
{
    const test::Terminal terminal;
    terminal.dir().write("notes/bus.md", note);
    terminal(test::by_trainer({"article", "import", (terminal.dir().path() / "notes").string()}));
    const auto id = article_of(terminal.json({"article", "list", "--json"}), "Bus pass");
    REQUIRE(id == "notes-bus");

    const auto middle = terminal({"article", "show", id + "#how-long", "--format", "md"});
    CHECK(middle.out == "## How long\n\nTwo weeks.\n\n### In winter\n\nThree.\n\n");
    CHECK(terminal({"article", "show", id + "#in-winter", "--format", "md"}).out ==
          "### In winter\n\nThree.\n\n");
    CHECK(terminal({"article", "show", id + "#who-pays", "--format", "md"}).out ==
          "## Who pays\n\nNobody.\n");
    CHECK(terminal({"article", "show", id + "#bus-pass", "--format", "md"}).out == note);

    const auto text = terminal({"article", "show", id + "#how-long"});
    CHECK(has(text.out, "Two weeks."));
    CHECK_FALSE(has(text.out, "Nobody."));
    CHECK(has(text.out, "reviewed")); // what nobody reviewed says so on every page

    const auto wrong = terminal({"article", "show", id + "#where"});
    CHECK(wrong.exit_code == 3);
    CHECK(has(wrong.err, "#how-long"));
    CHECK(terminal({"article", "show", id + "#"}).exit_code == 3);
}

TEST_CASE("an article that is not there is not found, and near ones are named", "[terminal]")
{
    const test::Terminal terminal;
    const auto outcome = terminal({"article", "show", "innocence"});
    CHECK(outcome.exit_code == 3);
    CHECK(outcome.out.empty());
    CHECK(has(outcome.err, "maintaining-innocence"));
    CHECK(terminal({"article", "show", "../../etc/passwd"}).exit_code == 3);
    CHECK(terminal({"article", "show", ""}).exit_code == 3);
    CHECK(terminal({"article", "show", "no\033[2Jsuch"}).err.find('\033') == std::string::npos);
}

TEST_CASE("an import says what it took and what it did not", "[terminal]")
{
    const test::Terminal terminal;
    const auto& dir = terminal.dir();
    dir.write("notes/bus.md", note);
    dir.write("notes/deep/rent.md", "Rent arrears: ring the housing officer first.\n");
    dir.write("notes/empty.md", "");
    dir.write("notes/latin.md", "caf\xE9\n");
    dir.write("notes/binary.md", std::string_view{"a\0b", 3});
    dir.write("notes/picture.png", "not text");
    const auto folder = (dir.path() / "notes").string();

    const auto dry = terminal.json({"article", "import", folder, "--dry-run", "--json"});
    CHECK(dry.at("added") == 2);
    CHECK(dry.at("dry_run") == true);
    CHECK(terminal.json({"article", "list", "--json"}).dump().find("Bus pass") == std::string::npos);

    const auto report = terminal.json(test::by_trainer({"article", "import", folder, "--json"}));
    CHECK(report.at("version") == 1);
    CHECK(report.at("source") == "notes");
    CHECK(report.at("is_pack") == false);
    CHECK(report.at("added") == 2);
    CHECK(report.at("changed") == 0);
    CHECK(report.at("unchanged") == 0);
    CHECK(report.at("skipped").size() == 3);
    for (const auto& skipped : report["skipped"]) {
        CHECK(skipped.at("path").is_string());
        CHECK(skipped.at("problems").at(0).at("message").is_string());
    }
    CHECK(report.at("vanished").empty());
    CHECK(report.at("stopped") == false);

    SECTION("finds them at once, marked as not reviewed")
    {
        const auto hits = terminal.json({"search", "zebra", "--json"}).at("hits");
        REQUIRE_FALSE(hits.empty());
        CHECK(hits[0].at("status") == "imported");
        CHECK(has(terminal({"search", "zebra"}).out, "not reviewed"));
    }
    SECTION("a second time changes nothing")
    {
        const auto again = terminal.json(test::by_trainer({"article", "import", folder, "--json"}));
        CHECK(again.at("added") == 0);
        CHECK(again.at("unchanged") == 2);
    }
    SECTION("what changed and what went away is said")
    {
        dir.write("notes/bus.md", "# Bus pass\n\nAsk the council.\n");
        std::filesystem::remove(dir.path() / "notes/deep/rent.md");
        const auto again = terminal.json(test::by_trainer({"article", "import", folder, "--json"}));
        CHECK(again.at("changed") == 1);
        CHECK(again.at("vanished") == Json::array({"deep/rent.md"}));
        const auto text = terminal(test::by_trainer({"article", "import", folder}));
        CHECK(has(text.out, "0 added, 0 changed, 1 unchanged, 3 skipped"));
        CHECK(has(text.out, "deep/rent.md"));
    }
    SECTION("reasons are readable")
    {
        const auto text = terminal(test::by_trainer({"article", "import", folder}));
        CHECK(has(text.out, "latin.md"));
        CHECK(has(text.out, "UTF-8"));
    }
}

TEST_CASE("a long list of reasons is grouped and cut, unless all is asked for", "[terminal]")
{
    const test::Terminal terminal;
    for (int i = 0; i < 60; ++i)
        terminal.dir().write("notes/n" + std::to_string(i) + ".md", "bad \xFF\n");
    const auto folder = (terminal.dir().path() / "notes").string();
    const auto few = terminal({"article", "import", folder, "--dry-run"});
    CHECK(has(few.out, "60 times"));
    CHECK(has(few.out, "and 40 more (--all shows them)"));
    const auto all = terminal({"article", "import", folder, "--dry-run", "--all"});
    CHECK(has(all.out, "n59.md"));
    CHECK_FALSE(has(all.out, "more (--all"));
}

TEST_CASE("a folder that cannot be imported is refused with its reason", "[terminal]")
{
    const test::Terminal terminal;
    CHECK(terminal(test::by_trainer({"article", "import", "/no/such/folder"})).exit_code == 3);
    const auto file = terminal.dir().write("a.md", "# A\n").string();
    CHECK(terminal(test::by_trainer({"article", "import", file})).exit_code == 3);
    terminal.dir().write("pack/pack.yaml", "nonsense: [");
    CHECK(terminal(test::by_trainer({"article", "import", (terminal.dir().path() / "pack").string()}))
              .exit_code == 1);

    SECTION("a pipe in it does not hang the program")
    {
        terminal.dir().write("odd/a.md", "# A\n\nText.\n");
        REQUIRE(mkfifo((terminal.dir().path() / "odd/pipe.md").c_str(), 0600) == 0);
        const auto report = terminal.json(
            test::by_trainer({"article", "import", (terminal.dir().path() / "odd").string(), "--json"}));
        CHECK(report.at("added") == 1);
        CHECK(report.at("skipped").size() == 1);
    }
}

TEST_CASE("what was imported is exported byte for byte", "[terminal]")
{
    const test::Terminal terminal;
    const std::string odd = "\xEF\xBB\xBF---\r\ntitle: Odd\r\nextra: kept\r\n---\r\n# Odd\r\n\r\ntext\t \r\n";
    terminal.dir().write("notes/odd.md", odd);
    terminal(test::by_trainer({"article", "import", (terminal.dir().path() / "notes").string()}));
    const auto out = terminal.dir().path() / "out";
    const auto report = terminal.json({"article", "export", out.string(), "--source", "notes", "--json"});
    CHECK(report.at("written") == 1);
    CHECK(read_file(out / "notes/odd.md", 1000) == odd);
    CHECK(terminal.json({"article", "export", out.string(), "--source", "notes", "--json"}).at("unchanged") ==
          1);

    terminal.dir().write("out/notes/odd.md", "mine");
    const auto refused = terminal({"article", "export", out.string(), "--source", "notes"});
    CHECK(refused.exit_code == 4);
    CHECK(read_file(out / "notes/odd.md", 1000) == "mine");
    CHECK(terminal({"article", "export", out.string(), "--source", "nonsense"}).exit_code == 3);
}

TEST_CASE("a folder of articles is checked before it is adopted", "[terminal]")
{
    const test::Terminal terminal;
    const auto shipped =
        terminal({"article", "check", test::source_file("content/guidance").string(), "--figures"});
    CHECK(shipped.exit_code == 0);
    CHECK(has(shipped.out, "maintaining-innocence.md: "));
    CHECK(has(shipped.out, " 0 errors"));

    terminal.dir().write("pack/a.md", "---\nid: a\ntitel: A\n---\n# A\n\nSee [b](kb:nowhere) and "
                                      "[this](kb:maintaining-innocence).\n");
    const auto folder = (terminal.dir().path() / "pack").string();
    const auto text = terminal({"article", "check", folder});
    CHECK(text.exit_code == 1);
    CHECK(text.err.empty());
    CHECK(has(text.out, folder + "/a.md:1: error: title is required\n"));
    CHECK(has(text.out, "nowhere"));
    CHECK_FALSE(has(text.out, "maintaining-innocence")); // what ships may always be linked to

    const auto outcome = terminal({"article", "check", folder, "--json"});
    CHECK(outcome.exit_code == 1);
    const auto json = Json::parse(outcome.out);
    CHECK(json.at("version") == 1);
    CHECK(json.at("errors") > 0);
    CHECK(json.at("warnings") > 0);
    REQUIRE_FALSE(json.at("problems").empty());
    for (const char* field : {"path", "line", "severity", "key", "message"})
        CHECK(json["problems"][0].contains(field));
    REQUIRE(json.at("articles").size() == 1);
    CHECK(json["articles"][0].at("words").is_number_unsigned());

    CHECK(terminal({"article", "check", "/no/such/folder"}).exit_code == 3);
    CHECK_FALSE(std::filesystem::exists(terminal.profile()));

    SECTION("links may lead to a pack that is named")
    {
        terminal.dir().write("other/n.md", "---\nid: nowhere\ntitle: N\n---\n# N\n");
        const auto with =
            terminal({"article", "check", folder, "--with", (terminal.dir().path() / "other").string()});
        CHECK_FALSE(has(with.out, "\"nowhere\""));
    }
}
