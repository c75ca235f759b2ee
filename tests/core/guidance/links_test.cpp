// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/links.h"
#include "core/guidance/told_apart.h"
#include "core/text/text.h"
#include "tests/core/guidance/library_example.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <cstdlib>

using namespace guidepost;
using namespace guidepost::guidance;
using namespace guidepost::test;
namespace fs = std::filesystem;
using Strings = std::vector<std::string>;

namespace {

const Strings paths{"README.md",          "guide/index.md", "guide/second page.md", "guide/Third.md",
                    "guide/deep/more.md", "other/Third.md", "other/README.md"};

std::string led(const std::string& from, std::string_view target)
{
    const FolderLinks links{paths, "Handbook", [](const std::string&) {
                                return std::vector<Name>{{"the-steps", "the-steps"},
                                                         {"risk--needs", "risk-needs"},
                                                         {"setup-2", "setup-3"},
                                                         {"Own_Name", "own"}};
                            }};
    const auto found = links.follow(from, target);
    if (!found)
        return "(not ours)";
    return found->path + (found->anchor.empty() ? "" : "#" + found->anchor) +
           (found->why_not.empty() ? "" : " !");
}

LinkTargets targets_of(LibraryExample& example, const std::string& id)
{
    auto library = example.library();
    return link_targets(library, *library.find(ArticleId{id}));
}

} // namespace

TEST_CASE("links between the files of a folder lead where they led", "[guidance]")
{
    CHECK(led("guide/index.md", "second%20page.md") == "guide/second page.md");
    CHECK(led("guide/index.md", "./Third.md#the-steps") == "guide/Third.md#the-steps");
    CHECK(led("guide/index.md", "third.md") == "guide/Third.md");
    CHECK(led("guide/index.md", "../other/") == "other/README.md");
    CHECK(led("guide/index.md", "../other") == "other/README.md");
    CHECK(led("guide/index.md", "..") == "README.md");
    CHECK(led("guide/deep/more.md", "../Third.html") == "guide/Third.md");
    CHECK(led("guide/deep/more.md", "../Third") == "guide/Third.md");
    CHECK(led("guide/Third.md", "../deep/more") ==
          "guide/deep/more.md"); // a site makes a folder of each page
    CHECK(led("guide/index.md", "/guide/Third.md?plain=1") == "guide/Third.md");
    CHECK(led("guide/index.md", "/handbook/guide/Third.md") == "guide/Third.md");
    CHECK(led("guide/index.md", "../../Handbook/README.md") == "README.md");
}

TEST_CASE("links within a page and to headings follow GitHub's names", "[guidance]")
{
    CHECK(led("README.md", "#setup-2") == "README.md#setup-3");
    CHECK(led("README.md", "#risk--needs") == "README.md#risk-needs");
    CHECK(led("README.md", "#own_name") == "README.md#own");
    CHECK(led("README.md", "#Own_Name") == "README.md#own");
    CHECK(led("README.md", "#") == "README.md");
    CHECK(led("README.md", "#nowhere") == "README.md !");
    CHECK(led("README.md", "guide/Third.md#nowhere") == "guide/Third.md !");
}

TEST_CASE("wikilinks find the nearest page of that name", "[guidance]")
{
    CHECK(led("guide/index.md", "wiki:third") == "guide/Third.md");
    CHECK(led("other/README.md", "wiki:Third") == "other/Third.md");
    CHECK(led("README.md", "wiki:other/Third") == "other/Third.md");
    CHECK(led("README.md", "wiki:second_page#The steps") == "guide/second page.md#the-steps");
    CHECK(led("README.md", "wiki:#The steps") == "README.md#the-steps");
    CHECK(led("README.md", "wiki:Third#^abc") == "guide/Third.md");
    CHECK(led("README.md", "wiki:nobody") == " !");
}

TEST_CASE("what leads out or nowhere is said, and the web is left alone", "[guidance]")
{
    CHECK(led("README.md", "missing.md") == " !");
    CHECK(led("README.md", "plan.pdf") == " !");
    CHECK(led("README.md", "../../etc/passwd") == " !");
    for (const char* target : {"https://example.org/x.md", "mailto:a@example.org", "kb:x", "tel:1",
                               "javascript:alert(1)", "//example.org/x"})
        CHECK(led("README.md", target) == "(not ours)");
}

TEST_CASE("an imported page links to the articles that its neighbours became", "[guidance]")
{
    LibraryExample example;
    example.write("index.md",
                  "# Index\n\n[two](two.md#the-steps), [[two|words]], [gone](gone.md), [here](#index), "
                  "[web](https://example.org)\n");
    example.write("two.md", "# Two\n\n## The steps\n\n[back](index.md)\n");
    const auto report = example.import();
    REQUIRE(report.dead_links == 1);
    REQUIRE(said(report.warnings) == "index.md:3: warning: the link to \"gone.md\" leads to no text that was "
                                     "brought in; its words are shown\n");
    REQUIRE(targets_of(example, "notes-index") == LinkTargets{{"two.md#the-steps", "kb:notes-two#the-steps"},
                                                              {"wiki:two", "kb:notes-two"},
                                                              {"#index", "#index"}});
    REQUIRE(targets_of(example, "notes-two") == LinkTargets{{"index.md", "kb:notes-index"}});
    const auto article = *example.library().find(ArticleId{"notes-index"});
    const auto page = body_html(article.text, article.title, targets_of(example, "notes-index"));
    CAPTURE(page);
    CHECK(page.find("<a href=\"guidepost://article/notes-two#the-steps\">two</a>") != std::string::npos);
    CHECK(page.find(", gone, ") != std::string::npos);
    example.verify();
}

TEST_CASE("pages of one title are told apart by their folder, or by their file", "[guidance]")
{
    CHECK(places_told_apart({{"One", "s", "a.md"},
                             {"Leave", "s", "a/leave.md"},
                             {"Leave", "s", "b/c/leave.md"},
                             {"Leave", "t", "leave.md"},
                             {"Same", "s", "a/1.md"},
                             {"Same", "s", "a/2.md"}}) ==
          Strings{"", "s/a", "s/b/c", "t", "s/a/1.md", "s/a/2.md"});
}

TEST_CASE("a folder that was copied or moved is the source that it was", "[guidance]")
{
    LibraryExample example;
    for (const char* name : {"a.md", "b.md", "c.md"})
        example.write(name, std::string{"words of "} + name);
    example.import();
    TempDir elsewhere;
    fs::copy(example.path(), elsewhere.path() / "moved", fs::copy_options::recursive);
    elsewhere.write("moved/d.md", "new");

    const auto report = example.import(elsewhere.path() / "moved");

    CHECK(report.source.value() == "notes");
    CHECK(report.unchanged == 3);
    CHECK(report.added == 1);
    CHECK(report.came_from == example.path().string());
    CHECK(example.library().sources().size() == 1);
    CHECK(example.import(elsewhere.path() / "moved").came_from.empty());
    example.verify();
}

TEST_CASE("a folder with other texts is another source, also when one of them is the same", "[guidance]")
{
    LibraryExample example;
    for (const char* name : {"a.md", "b.md", "c.md"})
        example.write(name, std::string{"words of "} + name);
    example.import();
    TempDir elsewhere;
    elsewhere.write("notes/a.md", "words of a.md");
    CHECK(example.import(elsewhere.path() / "notes").source.value() == "notes-2");
    example.verify();
}

TEST_CASE("a file that was renamed or moved keeps its article", "[guidance]")
{
    LibraryExample example;
    example.write("a.md", "the words of a");
    example.write("b.md", "the words of b");
    example.import();
    fs::create_directory(example.path() / "deep");
    fs::rename(example.path() / "a.md", example.path() / "deep/new.md");

    const auto report = example.import();

    CHECK(report.added == 0);
    CHECK(report.vanished.empty());
    REQUIRE(report.moved.size() == 1);
    CHECK(report.moved.front() == std::pair{std::string{"a.md"}, std::string{"deep/new.md"}});
    CHECK(example.ids() == Strings{"notes-a", "notes-b"});
    CHECK(example.library().find(ArticleId{"notes-a"})->path == "deep/new.md");
    CHECK(example.import().unchanged == 2);
    example.verify();
}

TEST_CASE("what tools bring and other kinds of file are passed over and named", "[guidance]")
{
    LibraryExample example;
    example.write("a.md", "words");
    example.write("b.mdown", "words too");
    example.write("node_modules/pkg/README.md", "not ours");
    example.write(".github/ISSUE.md", "not ours");
    example.write("plan.pdf", "x");
    example.write("table.CSV", "x");
    example.write("notes.txt", "x");
    example.write("more.txt", "x");
    fs::create_directory_symlink(example.folder().path(), example.path() / "linked");

    const auto report = example.import();

    CHECK(report.added == 2);
    CHECK(report.folders_passed == Strings{".github/", "linked/", "node_modules/"});
    CHECK(report.other_kinds == std::map<std::string, std::size_t>{{".csv", 1}, {".pdf", 1}, {".txt", 2}});
    const auto notes = import_notes(report);
    CHECK(notes == Strings{"Not looked into: .github/, linked/, node_modules/.",
                           "Not read: 1 .csv file (a spreadsheet reads them).",
                           "Not read: 1 .pdf file (nothing here reads them; keep the words as .md).",
                           "Not read: 2 .txt files (name them .md to have them read)."});
    example.verify();
}

TEST_CASE("a file without words is no page, and one text twice is said", "[guidance]")
{
    LibraryExample example;
    example.write("a.md", "the same");
    example.write("b.md", "the same");
    example.write("c.md", "<!-- nothing -->\n");
    example.write("d.md", "<p>All of it is HTML.</p>\n");
    const auto report = example.import();
    CHECK(report.added == 3);
    CHECK(said(report.skipped) == "c.md: error: has no text\n");
    CHECK(said(report.warnings) == "b.md: warning: has the same text as \"a.md\"\n");
    example.verify();
}

TEST_CASE("documents come in through pandoc where it is installed, as Markdown nobody reviewed", "[guidance]")
{
    LibraryExample example;
    example.write("letter.html",
                  "<h1>The letter</h1><script>alert(1)</script><table><tr><th>Step</th><th>Who</th></tr>"
                  "<tr><td>Ring</td><td>Officer</td></tr></table><img src='file:///etc/passwd'>");
    example.write("broken.docx", "no such thing");
    example.write("a.md", "[the letter](letter.html)\n");

    const auto report = example.import();

    const char* path = std::getenv("PATH");
    const auto folders = split(path ? path : "", ':');
    const bool is_installed = std::any_of(folders.begin(), folders.end(), [](const std::string& folder) {
        return fs::exists(fs::path{folder} / "pandoc");
    });
    if (!is_installed) {
        CHECK(report.added == 1);
        CHECK(report.other_kinds == std::map<std::string, std::size_t>{{".docx", 1}, {".html", 1}});
        return;
    }
    CHECK(report.added == 2);
    CHECK(report.dead_links == 0);
    CHECK(said(report.skipped) ==
          "broken.docx.md: error: cannot be read by pandoc: it is damaged, or no such document\n");
    const auto text = example.text_at("letter.html.md");
    CAPTURE(text);
    CHECK(text.find("# The letter") != std::string::npos);
    CHECK(text.find("| Ring | Officer |") != std::string::npos);
    CHECK(text.find("root:") == std::string::npos);
    const auto listed = example.library().find_by_path(SourceId{"notes"}, "letter.html.md");
    REQUIRE(listed);
    CHECK((listed->state == ArticleState::imported));
    CHECK(listed->title == "The letter");
    CHECK(example.import().unchanged == 2);
    example.verify();
}
