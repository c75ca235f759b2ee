// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/error.h"
#include "core/text/files.h"
#include "tests/core/guidance/library_example.h"
#include "tests/support/catch.h"

#include <map>

using namespace guidepost;
using namespace guidepost::guidance;
using namespace guidepost::test;
namespace fs = std::filesystem;

namespace {

/// Every file below a folder with its bytes.
std::map<std::string, std::string> files_of(const fs::path& folder)
{
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator{folder})
        if (entry.is_regular_file())
            files[entry.path().lexically_relative(folder).generic_string()] =
                read_file(entry.path(), 10'000'000);
    return files;
}

} // namespace

TEST_CASE("an export gives back the bytes that came in", "[guidance]")
{
    LibraryExample example;
    example.write("a.md", "---\nodd:   kept as is # comment\n---\ntext\n");
    example.write("deep/er/b c.md", "\xEF\xBB\xBFline\r\nno end of line");
    example.write("new\nline.md", "text\n\n\n");
    example.write(std::string(250, 'n') + ".md", "a long name");
    example.import();
    TempDir out;

    const auto report = export_articles(example.connection(), out.path(), SourceId{}, {}, {});

    REQUIRE(report.written == 4);
    REQUIRE(files_of(out.path() / "notes") == files_of(example.path()));
    example.verify();
}

TEST_CASE("the shipped guidance goes in and comes out unchanged", "[guidance]")
{
    LibraryExample example;
    const auto report = example.import(source_file("content/guidance"));
    INFO(said(report.skipped));
    REQUIRE(report.skipped.empty());
    TempDir out;

    export_articles(example.connection(), out.path(), report.source, {}, {});

    auto shipped = files_of(source_file("content/guidance"));
    shipped.erase("pack.yaml");
    REQUIRE(files_of(out.path() / "guidance") == shipped);
    REQUIRE(shipped.size() > 10);
    example.verify();
}

TEST_CASE("exporting again writes nothing", "[guidance]")
{
    LibraryExample example;
    example.write("a.md", "text");
    example.import();
    TempDir out;
    export_articles(example.connection(), out.path(), SourceId{}, {}, {});

    const auto again = export_articles(example.connection(), out.path(), SourceId{}, {}, {});

    REQUIRE(again.written == 0);
    REQUIRE(again.unchanged == 1);
}

TEST_CASE("an export writes over nothing that differs", "[guidance]")
{
    LibraryExample example;
    example.write("a.md", "text");
    example.import();
    TempDir out;
    const auto place = out.path() / "notes" / "a.md";
    fs::create_directories(place.parent_path());
    SECTION("a file")
    {
        out.write("notes/a.md", "mine");
        REQUIRE_THROWS_AS(export_articles(example.connection(), out.path(), SourceId{}, {}, {}), Error);
        REQUIRE(read_file(place, 100) == "mine");
    }
    SECTION("a link, even to the same bytes")
    {
        const auto other = out.write("other.md", "text");
        fs::create_symlink(other, place);
        REQUIRE_THROWS_AS(export_articles(example.connection(), out.path(), SourceId{}, {}, {}), Error);
        REQUIRE(fs::is_symlink(place));
    }
    SECTION("a link to nowhere")
    {
        fs::create_symlink(out.path() / "elsewhere", place);
        REQUIRE_THROWS_AS(export_articles(example.connection(), out.path(), SourceId{}, {}, {}), Error);
        REQUIRE_FALSE(fs::exists(out.path() / "elsewhere"));
    }
    SECTION("a folder")
    {
        fs::create_directory(place);
        REQUIRE_THROWS_AS(export_articles(example.connection(), out.path(), SourceId{}, {}, {}), Error);
    }
}

TEST_CASE("one source is exported alone, and one that is not there is named", "[guidance]")
{
    LibraryExample example;
    example.write("a.md", "text");
    example.import();
    TempDir other, out;
    other.write("more/b.md", "text");
    example.import(other.path() / "more");

    REQUIRE(export_articles(example.connection(), out.path(), SourceId{"more"}, {}, {}).written == 1);
    REQUIRE(files_of(out.path()).size() == 1);
    REQUIRE_THROWS_AS(export_articles(example.connection(), out.path(), SourceId{"absent"}, {}, {}), Error);
}

TEST_CASE("an export can be stopped", "[guidance]")
{
    LibraryExample example;
    example.write("a.md", "text");
    example.import();
    TempDir out;
    std::stop_source stop;
    stop.request_stop();

    REQUIRE_THROWS_AS(export_articles(example.connection(), out.path(), SourceId{}, {}, stop.get_token()),
                      Error);
    REQUIRE(files_of(out.path()).empty());
}
