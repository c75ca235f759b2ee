// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/error.h"
#include "tests/core/guidance/library_example.h"
#include "tests/support/catch.h"

#include <fmt/format.h>

#include <thread>

using namespace guidepost;
using namespace guidepost::guidance;
using namespace guidepost::test;
namespace fs = std::filesystem;
using Strings = std::vector<std::string>;

namespace {

bool holds(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

} // namespace

TEST_CASE("a folder nobody prepared is taken in as it is, marked as not reviewed", "[guidance]")
{
    LibraryExample example;
    example.write("Case notes.md", "# My *notes*\n\nSome words.\n");
    example.write("deep/er/no heading.MARKDOWN", "only words");
    example.write("windows.md", "\xEF\xBB\xBFline\r\nline\r\n");
    example.write("odd-front.md",
                  "---\nid: UPPER\ntitle: Odd\nkind: story\nreview_by: soon\nmine: yes\n---\ntext\n");
    example.write("no-end.md", "---\nid: x\n\nall of this is text\n");
    example.write("picture.png", "not text");
    example.write(".hidden.md", "hidden");
    example.write(".git/a.md", "hidden");

    const auto report = example.import();

    INFO(said(report.skipped) << said(report.warnings));
    REQUIRE(report.added == 5);
    REQUIRE(report.skipped.empty());
    REQUIRE_FALSE(report.is_pack);
    REQUIRE(report.source.value() == "notes");
    REQUIRE(example.ids() == Strings{"notes-case-notes", "notes-deep-er-no-heading", "notes-no-end",
                                     "notes-odd-front", "notes-windows"});
    for (const auto& listed : example.library().list())
        REQUIRE((listed.state == ArticleState::imported));
    REQUIRE(example.library().find(ArticleId{"notes-case-notes"})->title == "My notes");
    REQUIRE(example.text_at("windows.md") == "\xEF\xBB\xBFline\r\nline\r\n");
    REQUIRE(said(report.warnings) == "no-end.md:1: warning: the front matter has no closing line of ---\n");
    example.verify();
}

TEST_CASE("the same folder again changes nothing", "[guidance]")
{
    LibraryExample example;
    for (int i = 0; i < 600; ++i)
        example.write(fmt::format("{}.md", i), fmt::format("# Text {}\n\nwords\n", i));
    REQUIRE(example.import().added == 600);
    const auto feed = example.library().feed_position();

    const auto again = example.import();

    REQUIRE(again.unchanged == 600);
    REQUIRE(again.added + again.changed == 0);
    REQUIRE(again.vanished.empty());
    REQUIRE(example.library().feed_position() == feed);
    example.verify();
}

TEST_CASE("a changed file is a new revision and an added one is new", "[guidance]")
{
    LibraryExample example;
    example.write("a.md", "one");
    example.write("b.md", "one");
    example.import();
    const auto before = example.library().find(ArticleId{"notes-a"});
    example.write("a.md", "two");
    example.write("c.md", "new");

    const auto report = example.import();

    REQUIRE(report.changed == 1);
    REQUIRE(report.added == 1);
    REQUIRE(report.unchanged == 1);
    const auto after = example.library().find(ArticleId{"notes-a"});
    REQUIRE(after->text == "two");
    REQUIRE(after->revision != before->revision);
    REQUIRE(after->feed > before->feed);
    example.verify();
}

TEST_CASE("a file that vanished is reported and its article stays", "[guidance]")
{
    LibraryExample example;
    example.write("a.md", "one");
    example.write("b.md", "one");
    example.import();
    fs::remove(example.path() / "a.md");

    const auto report = example.import();

    REQUIRE(report.vanished == Strings{"a.md"});
    REQUIRE(example.text_at("a.md") == "one");
    REQUIRE(example.import().vanished == Strings{"a.md"});
    example.write("a.md", "back");
    REQUIRE(example.import().vanished.empty());
    REQUIRE(example.text_at("a.md") == "back");
    example.verify();
}

TEST_CASE("a dry run reports the same and writes nothing", "[guidance]")
{
    LibraryExample example;
    example.write("a.md", "one");
    example.write("A.md", "two");
    example.write("bad.md", "\xFF");
    ImportOptions options;
    options.dry_run = true;

    const auto dry = import_folder(example.connection(), example.path(), options);
    REQUIRE(example.library().size() == 0);
    REQUIRE(example.library().sources().empty());
    const auto real = example.import();

    REQUIRE(dry.added == real.added);
    REQUIRE(said(dry.skipped) == said(real.skipped));
    example.verify();
}

TEST_CASE("two paths with one slug are two articles, the same ones each time", "[guidance]")
{
    LibraryExample example;
    example.write("a b.md", "first");
    example.write("a-b.md", "second");
    example.write("a/b.md", "third");
    example.write("A B.MD", "fourth");
    example.write("\u00C4 b.md", "fifth");
    example.write("???.md", "sixth");
    example.write("!!!.md", "seventh");
    REQUIRE(example.import().added == 7);
    const auto ids = example.ids();

    REQUIRE(ids.size() == 7);
    REQUIRE(example.text_at("a b.md") == "first");
    REQUIRE(example.text_at("???.md") == "sixth");
    example.write("a-b.md", "second, changed");
    REQUIRE(example.import().changed == 1);
    REQUIRE(example.ids() == ids);
    REQUIRE(example.text_at("a-b.md") == "second, changed");
    example.verify();
}

TEST_CASE("a second folder with the same name is a source of its own", "[guidance]")
{
    LibraryExample example;
    example.write("a.md", "first");
    TempDir other;
    other.write("notes/a.md", "second");
    example.import();

    const auto report = example.import(other.path() / "notes");

    REQUIRE(report.source.value() == "notes-2");
    REQUIRE(report.added == 1);
    REQUIRE(example.ids() == Strings{"notes-2-a", "notes-a"});
    REQUIRE(example.import(other.path() / "notes").unchanged == 1);
    REQUIRE(example.import().unchanged == 1);
    example.verify();
}

TEST_CASE("a folder is the same by whatever path it is named", "[guidance]")
{
    LibraryExample example;
    example.write("a.md", "first");
    example.import();
    fs::create_directory_symlink(example.path(), example.folder().path() / "link");

    REQUIRE(example.import(example.path() / ".." / "notes" / ".").unchanged == 1);
    REQUIRE(example.import(example.folder().path() / "link").unchanged == 1);
    example.verify();
}

TEST_CASE("a pack is published to the standard of guidance", "[guidance]")
{
    LibraryExample example;
    example.write_manifest();
    example.write("good.md", guidance_text("good"));
    example.write("poor.md", "---\nid: poor\ntitle: Poor\n---\ntext\n");
    example.write("none.md", "text without front matter\n");
    example.write("empty.md", guidance_text("empty", "\n \n"));
    example.write("bad-id.md", guidance_text("Bad Id"));

    const auto report = example.import();

    REQUIRE(report.is_pack);
    REQUIRE(report.added == 1);
    REQUIRE(example.ids() == Strings{"good"});
    const auto article = example.library().find(ArticleId{"good"});
    REQUIRE((article->state == ArticleState::published));
    REQUIRE(article->title == "About good");
    const auto why = said(report.skipped);
    INFO(why);
    REQUIRE(holds(why, "poor.md:1: error: summary is required"));
    REQUIRE(holds(why, "none.md:1: error: id is required"));
    REQUIRE(holds(why, "empty.md: error: has no text"));
    REQUIRE(holds(why, "bad-id.md:1: error: id takes a-z"));
    REQUIRE(example.library().find_source(SourceId{"notes"})->approved_by == "Editors");
    example.verify();
}

TEST_CASE("of two files with one id the first is taken and the other reported", "[guidance]")
{
    LibraryExample example;
    example.write_manifest();
    example.write("a.md", guidance_text("same"));
    example.write("b.md", guidance_text("same"));

    const auto report = example.import();

    REQUIRE(report.added == 1);
    REQUIRE(said(report.skipped) == "b.md:1: error: id \"same\" already belongs to notes/a.md\n");
    REQUIRE(said(example.import().skipped) == said(report.skipped));
    REQUIRE(example.library().feed_position() == 1);
    example.verify();
}

TEST_CASE("an id that belongs to another pack is not taken over", "[guidance]")
{
    LibraryExample example;
    example.write_manifest();
    example.write("a.md", guidance_text("shared"));
    example.import();
    TempDir other;
    other.write("pack.yaml", "id: other\ntitle: O\nversion: 1\napproved_by: E\napproved_on: 2026-11-21\n");
    other.write("x.md", guidance_text("shared", "taken over"));

    const auto report = example.import(other.path());

    REQUIRE(said(report.skipped) == "x.md:1: error: id \"shared\" already belongs to notes/a.md\n");
    REQUIRE(example.library().find(ArticleId{"shared"})->source.value() == "notes");
    example.verify();
}

TEST_CASE("a file renamed within a pack keeps its article", "[guidance]")
{
    LibraryExample example;
    example.write_manifest();
    example.write("old.md", guidance_text("one"));
    example.import();
    fs::rename(example.path() / "old.md", example.path() / "new.md");

    const auto report = example.import();

    REQUIRE(said(report.skipped).empty());
    REQUIRE(report.changed == 1);
    REQUIRE(report.added == 0);
    REQUIRE(report.vanished.empty());
    REQUIRE(example.ids() == Strings{"one"});
    REQUIRE(example.library().find(ArticleId{"one"})->path == "new.md");
    REQUIRE(example.import().unchanged == 1);
    example.verify();
}

TEST_CASE("an article may not leave its file to another", "[guidance]")
{
    LibraryExample example;
    example.write_manifest();
    example.write("a.md", guidance_text("one"));
    example.import();
    example.write("a.md", guidance_text("two"));

    const auto report = example.import();

    REQUIRE(said(report.skipped) ==
            "a.md:1: error: id was \"one\" in this file before; give the new article a file of its own\n");
    REQUIRE(example.ids() == Strings{"one"});
    example.verify();
}

TEST_CASE("a pack cannot take the place of a folder of its name, nor a folder that of a pack", "[guidance]")
{
    LibraryExample example;
    example.write("a.md", "text");
    example.import();
    example.write_manifest();
    REQUIRE_THROWS_AS(example.import(), Error);

    LibraryExample second;
    second.write_manifest();
    second.write("a.md", guidance_text("one"));
    second.import();
    TempDir other;
    other.write("notes/a.md", "text");
    REQUIRE(second.import(other.path() / "notes").source.value() == "notes-2");
    example.verify();
    second.verify();
}

TEST_CASE("a manifest that cannot be used stops the import before anything is written", "[guidance]")
{
    const std::string manifest = GENERATE(
        as<std::string>{}, "", "id: notes\n",
        "id: NOTES\ntitle: T\nversion: 1\napproved_by: E\napproved_on: 2026-11-21\n",
        "id: notes\ntitle: T\nversion: 1\napproved_by: E\napproved_on: soon\n", "id: [a\n", "\xFF\xFE",
        "- a\n", "id: &a notes\ntitle: T\nversion: 1\napproved_by: E\napproved_on: 2026-11-21\n");
    CAPTURE(manifest);
    LibraryExample example;
    example.write("pack.yaml", manifest);
    example.write("a.md", guidance_text("one"));

    REQUIRE_THROWS_AS(example.import(), Error);
    REQUIRE(example.library().size() == 0);
    REQUIRE(example.library().sources().empty());
}

TEST_CASE("a folder that is not there, or is a file, is named in the error", "[guidance]")
{
    LibraryExample example;
    example.write("a.md", "text");
    for (const auto& path : {example.path() / "absent", example.path() / "a.md", fs::path{}}) {
        CAPTURE(path.string());
        REQUIRE_THROWS_AS(example.import(path), Error);
    }
}

TEST_CASE("an empty folder imports nothing and is no source", "[guidance]")
{
    LibraryExample example;

    const auto report = example.import();

    REQUIRE(report.added + report.changed + report.unchanged == 0);
    REQUIRE(example.library().sources().empty());
    example.verify();
}

TEST_CASE("stopping keeps what was stored, whole, and the next import goes on", "[guidance]")
{
    LibraryExample example;
    for (int i = 0; i < 700; ++i)
        example.write(fmt::format("{:04}.md", i), fmt::format("text {}", i));
    std::stop_source stop;
    ImportOptions options;
    options.stop = stop.get_token();
    std::size_t seen = 0;
    options.on_progress = [&](Progress progress) {
        REQUIRE(progress.total == 700);
        REQUIRE(progress.done > seen);
        seen = progress.done;
        stop.request_stop();
    };

    const auto report = import_folder(example.connection(), example.path(), options);

    REQUIRE(report.stopped);
    REQUIRE(report.added == seen);
    REQUIRE(example.library().size() == seen);
    REQUIRE(seen < 700);
    example.verify();
    const auto rest = example.import();
    REQUIRE(rest.added + rest.unchanged == 700);
    REQUIRE_FALSE(rest.stopped);
    example.verify();
}

TEST_CASE("one file of a folder is taken in by itself", "[guidance]")
{
    LibraryExample example;
    example.write("a.md", "one");
    example.write("b.md", "one");
    example.import();
    example.write("a.md", "two");
    example.write("b.md", "two");

    const auto report = import_file(example.connection(), example.path(), "a.md", {});

    REQUIRE(report.changed == 1);
    REQUIRE(example.text_at("a.md") == "two");
    REQUIRE(example.text_at("b.md") == "one");
    REQUIRE(import_file(example.connection(), example.path(), "./x/../b.md", {}).changed == 1);
    REQUIRE(import_file(example.connection(), example.path(), "absent.md", {}).skipped.size() == 1);
    example.verify();
}

TEST_CASE("a file outside of its folder is not taken in", "[guidance]")
{
    LibraryExample example;
    example.write("a.md", "one");
    const auto outside = example.folder().write("outside/secret.md", "secret");
    fs::create_symlink(outside, example.path() / "link.md");
    fs::create_directory_symlink(outside.parent_path(), example.path() / "linked");
    for (const auto& path :
         {std::string{"../outside/secret.md"}, outside.string(), std::string{"link.md"},
          std::string{"linked/secret.md"}, std::string{}, std::string{"x/../../outside/secret.md"}}) {
        CAPTURE(path);
        REQUIRE_THROWS_AS(import_file(example.connection(), example.path(), path, {}), Error);
    }
    REQUIRE(example.library().size() == 0);
}

TEST_CASE("two desks import one folder at once and both are right", "[guidance]")
{
    LibraryExample example;
    for (int i = 0; i < 300; ++i)
        example.write(fmt::format("{}.md", i), fmt::format("text {}", i));
    TempDir profile;
    store::open_store(profile.path());
    const auto import = [&] {
        const auto connection = store::open_store(profile.path());
        import_folder(*connection, example.path(), {});
    };
    std::thread other{import};
    import();
    other.join();

    const auto connection = store::open_store(profile.path());
    REQUIRE(Library{*connection}.size() == 300);
    REQUIRE(store::verify_chains(*connection).damages.empty());
}
