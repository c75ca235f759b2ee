// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/journal/journal.h"
#include "core/privacy/guard.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace guidepost;
using namespace guidepost::journal;
using guidepost::test::TempDir;
namespace fs = std::filesystem;

namespace {

const Login officer{"officer-14"};
constexpr Timestamp day = 24LL * 60 * 60 * 1'000'000;

/// A clock that moves only when told.
struct TestClock {
    std::shared_ptr<Timestamp> now = std::make_shared<Timestamp>(1'790'000'000'000'000);
    Clock clock() const
    {
        return [at = now] {
            return (*at)++;
        };
    }
    void pass(int days) const { *now += days * day; }
};

CaseProfile a_case(const std::string& reference)
{
    CaseProfile profile;
    profile.reference = reference;
    profile.setting = "community";
    profile.offence = {"sexual", "online"};
    profile.rosh = {{"public", "high"}};
    profile.arp = 55.0;
    profile.oasys = {{"11.12", "2"}};
    return profile;
}

std::vector<std::string> titles(const std::vector<RecentPage>& pages)
{
    std::vector<std::string> found;
    for (const auto& page : pages)
        found.push_back(page.title);
    return found;
}

using Strings = std::vector<std::string>;

} // namespace

TEST_CASE("an empty journal holds nothing", "[desk]")
{
    TempDir folder;
    Journal journal{folder.path()};

    REQUIRE_FALSE(journal.set_aside());
    REQUIRE(journal.cases(officer).empty());
    REQUIRE_FALSE(journal.active_case(officer));
    REQUIRE(journal.bookmarks().empty());
    REQUIRE(journal.recent_pages(10).empty());
    REQUIRE(journal.recent_searches(10).empty());
    REQUIRE_FALSE(journal.setting("window.width"));
}

TEST_CASE("what was noted is there when the journal is opened again", "[desk]")
{
    TempDir folder;
    {
        Journal journal{folder.path()};
        journal.save_case(officer, a_case("north-7k2"));
        journal.set_active_case(officer, "north-7k2");
        journal.add_bookmark({ArticleId{"recall"}, "do-now", "Recall"});
        journal.note_page(ArticleId{"sara"}, "SARA");
        journal.note_search("man denies offence in group");
        journal.set_setting("zoom", "150");
    }
    Journal journal{folder.path()};

    REQUIRE(journal.cases(officer) == std::vector{a_case("north-7k2")});
    REQUIRE(journal.active_case(officer) == "north-7k2");
    REQUIRE(journal.bookmarks().size() == 1);
    REQUIRE(journal.bookmarks().front().anchor == "do-now");
    REQUIRE(journal.is_bookmarked(ArticleId{"recall"}));
    REQUIRE(titles(journal.recent_pages(10)) == Strings{"SARA"});
    REQUIRE(journal.recent_searches(10) == Strings{"man denies offence in group"});
    REQUIRE(journal.setting("zoom") == "150");
    REQUIRE_FALSE(journal.set_aside());
}

TEST_CASE("the active case comes first and goes with its case", "[desk]")
{
    TempDir folder;
    Journal journal{folder.path()};
    for (const char* reference : {"b-2", "a-1", "c-3"})
        journal.save_case(officer, a_case(reference));
    const auto references = [&] {
        Strings found;
        for (const auto& profile : journal.cases(officer))
            found.push_back(profile.reference);
        return found;
    };

    REQUIRE(references() == Strings{"a-1", "b-2", "c-3"});
    journal.set_active_case(officer, "c-3");
    REQUIRE(references() == Strings{"c-3", "a-1", "b-2"});
    journal.set_active_case(officer, "b-2");
    REQUIRE(references() == Strings{"b-2", "a-1", "c-3"});
    journal.remove_case(officer, "b-2");
    REQUIRE_FALSE(journal.active_case(officer));
    REQUIRE(references() == Strings{"a-1", "c-3"});
    journal.set_active_case(officer, "a-1");
    journal.set_active_case(officer, std::nullopt);
    REQUIRE_FALSE(journal.active_case(officer));
}

TEST_CASE("a case belongs to the person who set it, and nobody else sees or changes it", "[desk]")
{
    TempDir folder;
    const Login other{"officer-15"}, nobody;
    {
        Journal journal{folder.path()};
        journal.save_case(officer, a_case("a-1"));
        journal.set_active_case(officer, "a-1");

        CHECK(journal.cases(other).empty());
        CHECK_FALSE(journal.active_case(other));
        CHECK_FALSE(journal.active_case(nobody));
        CHECK_THROWS_AS(journal.set_active_case(other, "a-1"), Error);
        auto same_reference = a_case("a-1");
        same_reference.arp = 10.0;
        journal.save_case(other, same_reference);
        journal.remove_case(other, "a-1");
        journal.set_active_case(other, std::nullopt);
    }
    Journal journal{folder.path()};
    CHECK(journal.cases(officer) == std::vector{a_case("a-1")});
    CHECK(journal.active_case(officer) == "a-1");
}

TEST_CASE("what was set before anybody signed in becomes theirs and is not active", "[desk]")
{
    TempDir folder;
    Journal journal{folder.path()};
    const Login nobody;
    auto mine = a_case("b-2");
    mine.arp = 10.0;
    journal.save_case(officer, mine);
    for (const char* reference : {"a-1", "b-2"})
        journal.save_case(nobody, a_case(reference));
    journal.set_active_case(nobody, "a-1");

    journal.take_over_cases(nobody);
    CHECK(journal.cases(nobody).size() == 2);
    journal.take_over_cases(officer);
    CHECK(journal.cases(officer) == std::vector{a_case("a-1"), mine});
    CHECK_FALSE(journal.active_case(officer));
    CHECK(journal.cases(nobody).empty());
    CHECK_FALSE(journal.active_case(nobody));
}

TEST_CASE("a case that is not there cannot be made active, and the active one stays", "[desk]")
{
    TempDir folder;
    Journal journal{folder.path()};
    journal.save_case(officer, a_case("a-1"));
    journal.set_active_case(officer, "a-1");

    REQUIRE_THROWS_AS(journal.set_active_case(officer, "absent"), Error);
    REQUIRE(journal.active_case(officer) == "a-1");
    REQUIRE_THROWS_AS(journal.save_case(officer, CaseProfile{}), Error);
    journal.remove_case(officer, "absent");
    REQUIRE(journal.cases(officer).size() == 1);
}

TEST_CASE("saving a case again replaces it", "[desk]")
{
    TempDir folder;
    Journal journal{folder.path()};
    auto profile = a_case("a-1");
    journal.save_case(officer, profile);
    profile.setting = "custody";
    profile.arp.reset();
    journal.save_case(officer, profile);

    REQUIRE(journal.cases(officer) == std::vector{profile});
}

TEST_CASE("an article has one bookmark, and bookmarks stand by title", "[desk]")
{
    TempDir folder;
    Journal journal{folder.path()};
    journal.add_bookmark({ArticleId{"z"}, "", "zebra"});
    journal.add_bookmark({ArticleId{"a"}, "old", "Apple"});
    journal.add_bookmark({ArticleId{"a"}, "new", "apple"});

    const auto bookmarks = journal.bookmarks();
    REQUIRE(bookmarks.size() == 2);
    REQUIRE(bookmarks[0].title == "apple");
    REQUIRE(bookmarks[0].anchor == "new");
    journal.remove_bookmark(ArticleId{"a"});
    REQUIRE_FALSE(journal.is_bookmarked(ArticleId{"a"}));
    REQUIRE(journal.is_bookmarked(ArticleId{"z"}));
}

TEST_CASE("recent pages and searches are newest first, each once, as many as asked", "[desk]")
{
    TempDir folder;
    TestClock time;
    Journal journal{folder.path(), time.clock()};
    for (const char* name : {"one", "two", "three", "one"}) {
        journal.note_page(ArticleId{name}, name);
        journal.note_search(std::string{"  "} + name + "\n");
    }

    REQUIRE(titles(journal.recent_pages(10)) == Strings{"one", "three", "two"});
    REQUIRE(journal.recent_searches(2) == Strings{"one", "three"});
    REQUIRE(journal.recent_searches(0).empty());
    journal.forget_recent();
    REQUIRE(journal.recent_pages(10).empty());
    REQUIRE(journal.recent_searches(10).empty());
}

TEST_CASE("two notes in the same microsecond keep their order", "[desk]")
{
    TempDir folder;
    Journal journal{folder.path(), [] {
                        return Timestamp{1'790'000'000'000'000};
                    }};
    for (const char* name : {"b", "c", "a", "b"})
        journal.note_search(name);

    REQUIRE(journal.recent_searches(10) == Strings{"b", "a", "c"});
}

TEST_CASE("a search that holds an identifier is not kept", "[desk]")
{
    TempDir folder;
    Journal journal{folder.path()};
    for (const char* words : {"X123456 recall", "A1234BC", "born 12/03/1990 denies", "ring 07700 900123",
                              "AB 12 34 56 C", "m1 1ae", "  ", "", "someone@example.org"})
        journal.note_search(words);
    journal.note_search(std::string(301, 'x'));
    REQUIRE(journal.recent_searches(10).empty());

    journal.note_search("OASys 11.12");
    journal.note_search("N54DUR");
    REQUIRE(journal.recent_searches(10) == Strings{"N54DUR", "OASys 11.12"});
}

TEST_CASE("a search that holds what may be a name is not kept", "[desk]")
{
    TempDir folder;
    Journal journal{folder.path()};
    const auto words = privacy::read_guard_words(test::source_file("content"));
    for (const char* text :
         {"his girlfriend sarah has two kids", "mr khan denies it", "a man called Steve", "X123456"})
        journal.note_search(text, &words);
    REQUIRE(journal.recent_searches(10).empty());

    journal.note_search("his girlfriend has two kids", &words);
    REQUIRE(journal.recent_searches(10) == Strings{"his girlfriend has two kids"});
}

TEST_CASE("what was not touched for ninety days is forgotten, bookmarks and settings are not", "[desk]")
{
    TempDir folder;
    TestClock time;
    {
        Journal journal{folder.path(), time.clock()};
        for (const char* reference : {"idle", "saved", "chosen", "active-idle"})
            journal.save_case(officer, a_case(reference));
        journal.set_active_case(officer, "active-idle");
        journal.note_page(ArticleId{"old"}, "old");
        journal.note_search("old");
        journal.add_bookmark({ArticleId{"kept"}, "", "kept"});
        journal.set_setting("zoom", "2");
    }
    time.pass(60);
    {
        Journal journal{folder.path(), time.clock()};
        journal.save_case(officer, a_case("saved"));
        journal.set_active_case(officer, "chosen");
        journal.note_page(ArticleId{"new"}, "new");
        REQUIRE(journal.cases(officer).size() == 4);
    }
    time.pass(31);
    Journal journal{folder.path(), time.clock()};

    REQUIRE(journal.cases(officer) == std::vector{a_case("chosen"), a_case("saved")});
    REQUIRE(journal.active_case(officer) == "chosen");
    REQUIRE(titles(journal.recent_pages(10)) == Strings{"new"});
    REQUIRE(journal.recent_searches(10).empty());
    REQUIRE(journal.bookmarks().size() == 1);
    REQUIRE(journal.setting("zoom") == "2");

    time.pass(91);
    REQUIRE(Journal{folder.path(), time.clock()}.cases(officer).empty());
    REQUIRE_FALSE(Journal{folder.path(), time.clock()}.active_case(officer));
}

TEST_CASE("what is forgotten leaves no trace in the files", "[desk]")
{
    TempDir folder;
    TestClock time;
    const auto bytes_hold = [&](const std::string& words) {
        for (const auto& entry : fs::directory_iterator{folder.path()})
            if (read_file(entry.path(), 100'000'000).find(words) != std::string::npos)
                return true;
        return false;
    };
    Journal journal{folder.path(), time.clock()};
    journal.note_search("zebra crossing");
    journal.save_case(officer, a_case("quagga-1"));
    REQUIRE(bytes_hold("zebra crossing"));
    REQUIRE(bytes_hold("quagga-1"));

    journal.forget_recent();
    REQUIRE_FALSE(bytes_hold("zebra crossing"));
    journal.remove_case(officer, "quagga-1");
    REQUIRE_FALSE(bytes_hold("quagga-1"));
}

TEST_CASE("a journal is readable by its owner alone", "[desk]")
{
    TempDir folder;
    const auto profile = folder.path() / "new" / "profile";
    const auto before = umask(0);
    Journal journal{profile};
    journal.set_setting("a", "b");
    umask(before);

    std::size_t files = 0;
    for (const auto& entry : fs::directory_iterator{profile}) {
        CAPTURE(entry.path().string());
        struct stat status {};
        REQUIRE(stat(entry.path().c_str(), &status) == 0);
        REQUIRE((status.st_mode & 07777) == 0600);
        ++files;
    }
    REQUIRE(files >= 2);
    struct stat status {};
    REQUIRE(stat(profile.c_str(), &status) == 0);
    REQUIRE((status.st_mode & 07777) == 0700);
}

TEST_CASE("two programs write to one journal and lose nothing", "[desk]")
{
    TempDir folder;
    const auto write = [&](const std::string& name) {
        Journal journal{folder.path()};
        for (int i = 0; i < 60; ++i) {
            journal.note_search(fmt::format("{} word {}", name, i));
            journal.set_setting("last", name);
        }
    };
    const auto child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        try {
            write("child");
            _exit(0);
        } catch (...) {
            _exit(1);
        }
    }
    write("parent");
    int status = -1;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(status == 0);

    REQUIRE(Journal{folder.path()}.recent_searches(1000).size() == 120);
}

TEST_CASE("a second window sees what the first has noted", "[desk]")
{
    TempDir folder;
    Journal first{folder.path()}, second{folder.path()};
    first.set_setting("zoom", "1");

    REQUIRE(second.setting("zoom") == "1");
    second.set_setting("zoom", "2");
    REQUIRE(first.setting("zoom") == "2");
}

TEST_CASE("any words can be kept: quotes, other scripts, a megabyte", "[desk]")
{
    TempDir folder;
    Journal journal{folder.path()};
    const std::string words = "Robert'); drop table setting;-- \u00E9 \u4E2D \U0001F600 % _ \"x\"";
    journal.note_search(words);
    journal.note_page(ArticleId{words}, words);
    journal.set_setting(words, std::string(1 << 20, 'x'));

    REQUIRE(journal.recent_searches(1) == Strings{words});
    REQUIRE(journal.recent_pages(1).front().title == words);
    REQUIRE(journal.setting(words)->size() == 1u << 20);
}

TEST_CASE("a journal that may not be written is read, and what is new lasts as long as the window", "[desk]")
{
    const TempDir dir;
    {
        Journal journal{dir.path()};
        journal.save_case(officer, a_case("north-1"));
        journal.set_active_case(officer, "north-1");
        journal.add_bookmark({ArticleId{"recall"}, "do-now", "Recall"});
        journal.set_setting("search.zoom", "150");
    }
    const auto file = dir.path() / "journal.sqlite";
    const auto before = read_file(file, 10'000'000);
    {
        Journal journal{dir.path(), system_now, store::Access::read_only};
        CHECK(journal.active_case(officer) == "north-1");
        CHECK(journal.is_bookmarked(ArticleId{"recall"}));
        CHECK(journal.setting("search.zoom") == "150");
        journal.note_search("curfew");
        journal.remove_bookmark(ArticleId{"recall"});
        CHECK(journal.recent_searches(5) == std::vector<std::string>{"curfew"});
        CHECK(journal.bookmarks().empty());
        journal.forget_recent();
    }
    CHECK(read_file(file, 10'000'000) == before);
    CHECK(Journal{dir.path()}.is_bookmarked(ArticleId{"recall"}));

    SECTION("one that is damaged or not there is left so, and the desk has an empty one")
    {
        dir.write("journal.sqlite", "no database");
        Journal damaged{dir.path(), system_now, store::Access::read_only};
        CHECK(damaged.cases(officer).empty());
        CHECK_FALSE(damaged.set_aside());
        CHECK(read_file(file, 1000) == "no database");

        Journal none{dir.path() / "nowhere", system_now, store::Access::read_only};
        none.set_setting("a", "b");
        CHECK(none.setting("a") == "b");
        CHECK_FALSE(fs::exists(dir.path() / "nowhere"));
    }
}
