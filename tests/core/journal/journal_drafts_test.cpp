// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/journal/journal.h"
#include "core/store/sqlite_connection.h"
#include "core/text/files.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

using namespace guidepost;
using namespace guidepost::journal;
using guidepost::test::TempDir;
namespace fs = std::filesystem;

namespace {

const Login me{"officer-14"}, other{"specialist-3"};

} // namespace

TEST_CASE("a draft is there again after the journal was closed", "[desk]")
{
    TempDir folder;
    {
        Journal journal{folder.path()};
        journal.keep_draft(me, "reply", "GP-7K2M9Q", "Yes, he");
        journal.keep_draft(me, "reply", "GP-7K2M9Q", "Yes, he may");
        journal.keep_draft(me, "ask", "", "{}");
    }
    Journal journal{folder.path()};

    REQUIRE(journal.draft(me, "reply", "GP-7K2M9Q"));
    CHECK(journal.draft(me, "reply", "GP-7K2M9Q")->body == "Yes, he may");
    CHECK(journal.drafts(me).size() == 2);
    CHECK(journal.drafts(me).front().kind == "ask");
    CHECK_FALSE(journal.draft(me, "note", "GP-7K2M9Q"));
}

TEST_CASE("a draft is nobody else's", "[desk]")
{
    TempDir folder;
    Journal journal{folder.path()};
    journal.keep_draft(me, "reply", "GP-7K2M9Q", "mine");

    CHECK_FALSE(journal.draft(other, "reply", "GP-7K2M9Q"));
    CHECK(journal.drafts(other).empty());
    journal.remove_draft(other, "reply", "GP-7K2M9Q");
    CHECK(journal.draft(me, "reply", "GP-7K2M9Q"));
}

TEST_CASE("a draft that was sent or emptied leaves no trace in the files", "[desk]")
{
    TempDir folder;
    Journal journal{folder.path()};
    const std::string words = "quetzal in the draft";
    journal.keep_draft(me, "reply", "GP-7K2M9Q", words);
    SECTION("sent")
    {
        journal.remove_draft(me, "reply", "GP-7K2M9Q");
    }
    SECTION("emptied")
    {
        journal.keep_draft(me, "reply", "GP-7K2M9Q", "");
    }
    CHECK_FALSE(journal.draft(me, "reply", "GP-7K2M9Q"));
    for (const auto& file : fs::directory_iterator{folder.path()})
        CHECK(read_file(file.path(), 10'000'000).find("quetzal") == std::string::npos);
}

TEST_CASE("a draft that was not touched for ninety days is forgotten", "[desk]")
{
    TempDir folder;
    Timestamp now = 1'790'000'000'000'000;
    const Clock clock = [&now] {
        return now;
    };
    constexpr Timestamp day = 24LL * 60 * 60 * 1'000'000;
    Journal{folder.path(), clock}.keep_draft(me, "ask", "", "old");
    now += 89 * day;
    CHECK(Journal{folder.path(), clock}.draft(me, "ask", ""));
    now += 2 * day;
    CHECK_FALSE(Journal{folder.path(), clock}.draft(me, "ask", ""));
}

TEST_CASE("a draft outlives the death of the program at any keystroke", "[desk]")
{
    TempDir folder;
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const auto child = fork();
    if (child == 0) {
        Journal journal{folder.path()};
        std::string text;
        for (;;) {
            text += "a";
            journal.keep_draft(me, "reply", "GP-7K2M9Q", text);
            const char told = 'x'; // this keystroke is kept
            if (write(ends[1], &told, 1) != 1)
                _exit(1);
        }
    }
    char told = 0;
    std::size_t kept = 0;
    while (kept < 25 && read(ends[0], &told, 1) == 1)
        ++kept;
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    close(ends[0]);
    close(ends[1]);

    const auto draft = Journal{folder.path()}.draft(me, "reply", "GP-7K2M9Q");
    REQUIRE(draft);
    CHECK(draft->body.size() >= kept);
}

TEST_CASE("a journal from before drafts keeps what it holds", "[desk]")
{
    TempDir folder;
    {
        Journal journal{folder.path()};
        journal.add_bookmark({ArticleId{"recall"}, "", "Recall"});
    }
    {
        auto connection = store::open_sqlite(folder.path() / "journal.sqlite");
        connection->run_script(
            "drop table draft; drop table active_case; drop table case_profile;"
            "create table case_profile(reference text primary key, body text not null, at integer not null) "
            "strict;"
            "create table active_case(one integer primary key check (one = 1), reference text not null "
            "references case_profile(reference) on delete cascade) strict;"
            "insert into case_profile values ('north-1', 'reference: north-1', 9000000000000000);"
            "insert into active_case values (1, 'north-1');"
            "insert into setting values ('acting-as', 'officer-14');"
            "pragma user_version = 1;");
    }
    Journal journal{folder.path()};

    CHECK_FALSE(journal.set_aside());
    CHECK(journal.is_bookmarked(ArticleId{"recall"}));
    journal.keep_draft(me, "ask", "", "words");
    CHECK(journal.draft(me, "ask", ""));
    // A practice desk says whose the cases are.
    CHECK(journal.active_case(Login{"officer-14"}) == "north-1");
    CHECK_FALSE(journal.active_case(Login{"officer-15"}));
}
