// SPDX-License-Identifier: GPL-2.0-or-later
// Folders as they lie about on shared drives, and some that somebody made on purpose. Whatever is in
// one of the files, the others come in and the report says what was left out.
#include "core/text/error.h"
#include "core/text/text.h"
#include "tests/core/guidance/library_example.h"
#include "tests/support/catch.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace guidepost;
using namespace guidepost::guidance;
using namespace guidepost::test;
namespace fs = std::filesystem;
using Strings = std::vector<std::string>;

namespace {

std::string repeated(std::string_view part, std::size_t times)
{
    std::string text;
    for (std::size_t i = 0; i < times; ++i)
        text += part;
    return text;
}

/// Imports a folder that holds good.md and one bad file: the good one must come in, the bad one must
/// be reported and be nowhere, and again the same.
void require_skipped(LibraryExample& example, const std::string& path, const std::string& why)
{
    example.write("good.md", "good text");
    for (int round = 0; round < 2; ++round) {
        const auto report = example.import();
        INFO(said(report.skipped));
        REQUIRE(report.skipped.size() == 1);
        REQUIRE(report.skipped.front().path == path);
        REQUIRE(said(report.skipped).find(why) != std::string::npos);
        REQUIRE(example.ids() == Strings{"notes-good"});
    }
    example.verify();
}

} // namespace

TEST_CASE("a file that is no text is skipped and says why", "[guidance]")
{
    struct Bad {
        std::string content, why;
    };
    const auto bad = GENERATE(values<Bad>({{"text \xFF text", "is not UTF-8 text (byte 6)"},
                                           {"\xC0\xAF", "is not UTF-8 text (byte 1)"},
                                           {"\xED\xA0\x80", "is not UTF-8 text (byte 1)"},
                                           {"\xFF\xFE"
                                            "a\0b",
                                            "is not UTF-8 text"},
                                           {std::string("text\0text", 9), "has a NUL byte"},
                                           {"", "has no text"},
                                           {" \r\n\t\n", "has no text"},
                                           {"---\ntitle: Only\n---\n", "has no text"}}));
    LibraryExample example;
    example.write("bad.md", bad.content);

    require_skipped(example, "bad.md", bad.why);
}

TEST_CASE("a text that would cost the parser too much is skipped", "[guidance]")
{
    const std::string text =
        GENERATE_COPY(as<std::string>{}, repeated("> ", 70) + "deep",
                      repeated("- ", 40'000) + "a" + repeated("\n", 40'000), repeated("1. ", 90) + "x",
                      repeated("![[]()", 100'000), repeated("**a *b ", 100) + repeated("b* a**", 100));
    LibraryExample example;
    example.write("bad.md", text);

    require_skipped(example, "bad.md", "bad.md: error: ");
}

TEST_CASE("a file of fifty megabytes is not read", "[guidance]")
{
    LibraryExample example;
    example.write("huge.md", "start");
    fs::resize_file(example.path() / "huge.md", 50 * 1024 * 1024);

    require_skipped(example, "huge.md", "has 52428800 bytes; at most 1048576 are read");
}

TEST_CASE("guidance is 64 KB at most and a text of a folder one megabyte", "[guidance]")
{
    LibraryExample example;
    example.write("just.md", std::string(1024 * 1024, 'a'));
    example.write("over.md", std::string(1024 * 1024 + 1, 'a'));
    const auto folder = example.import();
    REQUIRE(folder.added == 1);
    REQUIRE(folder.skipped.size() == 1);

    LibraryExample pack;
    pack.write_manifest();
    const auto head = guidance_text("a", "").size();
    pack.write("just.md", guidance_text("a", std::string(64 * 1024 - head, 'a')));
    pack.write("over.md", guidance_text("b", std::string(64 * 1024 + 1 - head, 'a')));
    const auto report = pack.import();
    REQUIRE(report.added == 1);
    REQUIRE(report.skipped.front().path == "over.md");
    example.verify();
    pack.verify();
}

TEST_CASE("links are not followed: to a file, to a folder, in a ring", "[guidance]")
{
    LibraryExample example;
    const auto secret = example.folder().write("outside/secret.md", "secret");
    fs::create_symlink(secret, example.path() / "link.md");
    fs::create_directory_symlink(secret.parent_path(), example.path() / "folder");
    fs::create_directory_symlink(example.path(), example.path() / "ring");
    fs::create_directory_symlink("..", example.path() / "up");

    require_skipped(example, "link.md", "is a link; links are not followed");
}

TEST_CASE("a link to nowhere, a pipe, a socket and a folder named like a text are passed over", "[guidance]")
{
    LibraryExample example;
    fs::create_directory(example.path() / "folder.md");
    example.write("folder.md/inner.md", "inner");
    SECTION("pipe")
    {
        REQUIRE(mkfifo((example.path() / "pipe.md").c_str(), 0600) == 0);
        const auto report = example.import();
        REQUIRE(said(report.skipped) == "pipe.md: error: is not a regular file\n");
    }
    SECTION("link")
    {
        fs::create_symlink("/nonexistent/x", example.path() / "nowhere.md");
        REQUIRE(said(example.import().skipped) == "nowhere.md: error: is a link; links are not followed\n");
    }
    SECTION("device")
    {
        fs::create_symlink("/dev/zero", example.path() / "zero.md");
        REQUIRE(example.import().skipped.size() == 1);
    }
    REQUIRE(example.ids() == Strings{"notes-folder-md-inner"});
    example.verify();
}

TEST_CASE("names of any kind are kept as they are", "[guidance]")
{
    LibraryExample example;
    const Strings names{"new\nline.md",
                        " leading.md",
                        "tab\tand 'quotes\".md",
                        "..md.md",
                        "$(touch x).md",
                        "-rf.md",
                        "a%00b.md",
                        std::string(250, 'n') + ".md",
                        "\u4E2D\u6587.md",
                        "e\u0301.md",
                        "<script>.md",
                        "con.md",
                        "a;b&c|d.md",
                        "*.md"};
    for (const auto& name : names)
        if (!name.starts_with('.'))
            example.write(name, "text of " + name);

    const auto report = example.import();

    INFO(said(report.skipped));
    REQUIRE(report.skipped.empty());
    REQUIRE(report.added == names.size() - 1);
    for (const auto& name : names)
        if (!name.starts_with('.'))
            REQUIRE(example.text_at(name) == "text of " + name);
    for (const auto& id : example.ids())
        REQUIRE(is_slug(id));
    REQUIRE(example.import().unchanged == names.size() - 1);
    example.verify();
}

TEST_CASE("a name that is not UTF-8 is skipped and shown with a mark", "[guidance]")
{
    LibraryExample example;
    example.write("\xFFname.md", "text");

    require_skipped(example, "\uFFFDname.md", "has a name that is not UTF-8; rename it");
}

TEST_CASE("a folder whose own name is not UTF-8 is refused with a reason", "[guidance]")
{
    LibraryExample example;
    example.folder().write("bad\xFF/a.md", "text");

    REQUIRE_THROWS_AS(example.import(example.folder().path() / "bad\xFF"), Error);
}

TEST_CASE("components of 250 bytes go as deep as paths can", "[guidance]")
{
    LibraryExample example;
    fs::path inner;
    for (int i = 0; i < 12; ++i)
        inner /= std::string(250, static_cast<char>('a' + i));
    example.write((inner / "text.md").string(), "deep text");

    REQUIRE(example.import().added == 1);
    REQUIRE(example.import().unchanged == 1);
    REQUIRE(example.text_at((inner / "text.md").string()) == "deep text");
    REQUIRE(is_slug(example.ids().front()));
    example.verify();
}

TEST_CASE("a tree deeper than a path can be long does not keep the rest out", "[guidance]")
{
    LibraryExample example;
    example.write("good.md", "good");
    const auto before = open(".", O_RDONLY | O_DIRECTORY);
    REQUIRE(chdir(example.path().c_str()) == 0);
    const std::string name(250, 'z');
    for (int i = 0; i < 20; ++i)
        REQUIRE((mkdir(name.c_str(), 0700) == 0 && chdir(name.c_str()) == 0));
    const auto file = open("deep.md", O_WRONLY | O_CREAT, 0600);
    REQUIRE(write(file, "x", 1) == 1);
    close(file);
    REQUIRE(fchdir(before) == 0);
    close(before);

    const auto report = example.import();

    REQUIRE(report.added == 1);
    REQUIRE(example.ids() == Strings{"notes-good"});
    REQUIRE(report.skipped.size() == 1);
    example.verify();
    REQUIRE(std::system(fmt::format("rm -rf '{}'", example.path().string()).c_str()) == 0);
}

TEST_CASE("a file and a folder that may not be read are skipped", "[guidance]")
{
    LibraryExample example;
    example.write("good.md", "good");
    example.write("closed.md", "closed");
    example.write("folder/inner.md", "inner");
    fs::permissions(example.path() / "closed.md", fs::perms::none);
    fs::permissions(example.path() / "folder", fs::perms::none);
    fs::permissions(example.folder().path(), fs::perms::all);
    fs::permissions(example.path(), fs::perms::all);
    TempDir profile;
    fs::permissions(profile.path(), fs::perms::all);
    // Somebody else, when we are root and may read everything.
    const auto child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        int result = 1;
        if (geteuid() != 0 || (setgid(65534) == 0 && setuid(65534) == 0)) {
            try {
                const auto connection = store::open_store(profile.path() / "store");
                const auto report = import_folder(*connection, example.path(), {});
                const auto why = said(report.skipped);
                const bool named = why.find("closed.md: error: ") != why.npos &&
                                   why.find("folder: error: cannot be listed") != why.npos;
                result = report.added == 1 && report.skipped.size() == 2 && named ? 0 : 2;
            } catch (...) {
                result = 3;
            }
        }
        _exit(result);
    }
    int status = -1;
    REQUIRE(waitpid(child, &status, 0) == child);
    fs::permissions(example.path() / "folder", fs::perms::owner_all);
    REQUIRE(WIFEXITED(status));
    REQUIRE(WEXITSTATUS(status) == 0);
}

TEST_CASE("a front matter without an end keeps an article out of a pack and warns in a folder", "[guidance]")
{
    LibraryExample pack;
    pack.write_manifest();
    pack.write("a.md", "---\nid: a\ntitle: A\n\ntext\n");
    REQUIRE(said(pack.import().skipped)
                .starts_with("a.md:1: error: the front matter has no closing line of ---\n"));
    REQUIRE(pack.library().size() == 0);
    pack.verify();
}

TEST_CASE("a front matter that nobody can read does not keep a text of a folder out", "[guidance]")
{
    const std::string front = GENERATE_COPY(as<std::string>{}, "a: &x [*x]\n", repeated("[", 5000),
                                            "\t- : : {\n", repeated("a: b\n", 1000),
                                            repeated("x", 30'000) + ": y\n", "title: [a, b]\n", "&a *a\n");
    LibraryExample example;
    example.write("a.md", "---\n" + front + "\n---\ntext\n");

    const auto report = example.import();

    INFO(said(report.skipped));
    REQUIRE(report.added == 1);
    REQUIRE(example.import().unchanged == 1);
    example.verify();
}

TEST_CASE("a path in the store that leads out of its folder is not written", "[guidance]")
{
    LibraryExample example;
    example.write("a.md", "text");
    example.import();
    for (const char* path : {"../../escaped.md", "/tmp/escaped.md", "x/../../../escaped.md", "..", ""}) {
        CAPTURE(path);
        example.connection().execute("update article set path = $1", {std::string{path}});
        TempDir out;
        REQUIRE_THROWS_AS(export_articles(example.connection(), out.path() / "to", SourceId{}, {}, {}),
                          Error);
        REQUIRE_FALSE(fs::exists(out.path() / "escaped.md"));
    }
}
