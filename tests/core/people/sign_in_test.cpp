// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/rights.h"
#include "core/people/session_file.h"
#include "core/people/sign_in.h"
#include "core/store/event_chain.h"
#include "core/store/verify.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "tests/core/people/people_example.h"
#include "tests/support/catch.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cctype>
#include <cstdlib>
#include <fstream>

using namespace guidepost;
using namespace guidepost::test;
using people::Role;

namespace {

const std::string good = "kettle tram marigold";
const Login officer{"officer-1"};

std::string refusal(const std::function<void()>& work)
{
    try {
        work();
    } catch (const Error& e) {
        CHECK(e.code() == Errc::refused);
        return e.what();
    }
    return "";
}

} // namespace

TEST_CASE("an invitation sets the first password, once and within its days", "[people]")
{
    PeopleExample example;
    auto& store = example.connection();
    Timestamp now = 1'800'000'000'000'000;
    const Clock clock = [&] {
        return now;
    };

    example.set_up();
    const auto invitation = people::invite(store, officer, example.find("lead-1"), clock);
    CHECK(invitation.code.size() == 19);
    SECTION("and is typed as a person types it")
    {
        auto typed = invitation.code;
        for (auto& c : typed)
            c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        typed.erase(4, 1);
        people::accept_invitation(store, officer, typed, good, clock);
        CHECK(people::sign_in(store, officer, good, clock).login == officer);
        CHECK(refusal([&] { people::accept_invitation(store, officer, invitation.code, good, clock); }) !=
              "");
    }
    SECTION("but not for somebody else, with another code, too late or replaced")
    {
        const auto wrong = refusal([&] { people::accept_invitation(store, officer, "AAAA", good, clock); });
        CHECK(wrong != "");
        CHECK(refusal([&] {
                  people::accept_invitation(store, Login{"trainer-1"}, invitation.code, good, clock);
              }) == wrong);
        const auto newer = people::invite(store, officer, example.find("lead-1"), clock);
        CHECK(refusal([&] { people::accept_invitation(store, officer, invitation.code, good, clock); }) ==
              wrong);
        now += people::invitation_lasts;
        CHECK(refusal([&] { people::accept_invitation(store, officer, newer.code, good, clock); }) == wrong);
    }
    SECTION("and a short password leaves it open")
    {
        CHECK_THROWS_AS(people::accept_invitation(store, officer, invitation.code, "short", clock), Error);
        CHECK_THROWS_AS(
            people::accept_invitation(store, officer, invitation.code, std::string(1'000'000, 'x'), clock),
            Error);
        people::accept_invitation(store, officer, invitation.code, good, clock);
    }
}

TEST_CASE("invitations are given by those who edit the record", "[people]")
{
    PeopleExample example;
    example.set_up();
    for (const auto* by : {"officer-1", "specialist-1", "trainer-1", "lead-2"})
        CHECK(refusal([&] { people::invite(example.connection(), officer, example.find(by)); }) != "");
    // A lead who could invite a lead or an administrator could sign in as them.
    CHECK(refusal([&] {
              people::invite(example.connection(), Login{"administrator-1"}, example.find("lead-1"));
          }) != "");
    CHECK_NOTHROW(people::invite(example.connection(), Login{"lead-2"}, example.find("administrator-1")));
}

TEST_CASE("a wrong password, a stranger and somebody who left hear the same", "[people]")
{
    PeopleExample example;
    auto& store = example.connection();
    example.give_password(officer, good);
    const auto wrong = refusal([&] { people::sign_in(store, officer, "kettle tram marigol"); });
    CHECK(wrong != "");
    CHECK(refusal([&] { people::sign_in(store, Login{"ghost"}, good); }) == wrong);
    CHECK(refusal([&] { people::sign_in(store, Login{"trainer-1"}, good); }) == wrong);
    CHECK(refusal([&] { people::sign_in(store, Login{""}, ""); }) == wrong);
    CHECK(refusal([&] { people::sign_in(store, officer, std::string(1'000'000, 'x')); }) == wrong);

    const auto session = people::sign_in(store, officer, good);
    auto left = example.find("officer-1");
    left.is_active = false;
    example.write([&](auto& writer) { writer.put_staff(left); });
    CHECK_FALSE(people::find_session(store, session.token, system_now()));
    CHECK(refusal([&] { people::sign_in(store, officer, good); }) == wrong);
}

TEST_CASE("a session ends by time, by signing out, by another and by a new password", "[people]")
{
    PeopleExample example;
    auto& store = example.connection();
    Timestamp now = 1'800'000'000'000'000;
    const Clock clock = [&] {
        return now;
    };
    example.give_password(officer, good, clock);
    const auto session = people::sign_in(store, officer, good, clock);
    const auto is_open = [&] {
        return people::find_session(store, session.token, now).has_value();
    };
    REQUIRE(is_open());
    CHECK_FALSE(people::find_session(store, "", now));
    CHECK_FALSE(people::find_session(store, std::string(64, '0'), now));

    SECTION("time")
    {
        now += people::session_lasts;
    }
    SECTION("signing out")
    {
        people::sign_out(store, session.token, clock);
    }
    SECTION("another")
    {
        people::sign_in(store, officer, good, clock);
    }
    SECTION("a new password")
    {
        CHECK(refusal([&] {
                  people::change_password(store, officer, "not this one", "three other words");
              }) != "");
        CHECK(is_open());
        people::change_password(store, officer, good, "three other words", clock);
        CHECK(people::sign_in(store, officer, "three other words", clock).token != session.token);
    }
    CHECK_FALSE(is_open());
    CHECK_NOTHROW(people::sign_out(store, "no token", clock));
}

TEST_CASE("wrong passwords for one login slow down, doubling to a minute", "[people]")
{
    PeopleExample example;
    auto& store = example.connection();
    constexpr Timestamp second = 1'000'000;
    Timestamp now = 1'800'000'000'000'000;
    const Clock clock = [&] {
        return now;
    };
    example.give_password(officer, good, clock);
    const auto wrong = [&](const Login& login) {
        return refusal([&] { people::sign_in(store, login, "wrong words here", clock); });
    };
    const auto waits = [](const std::string& told) {
        return told.find("Wait ") != std::string::npos;
    };
    for (int i = 0; i < people::free_failures; ++i)
        CHECK_FALSE(waits(wrong(officer)));

    SECTION("each wait is twice the one before, and a try within it costs nothing more")
    {
        for (const int seconds : {1, 2, 4, 8, 16, 32, 60, 60, 60}) {
            CAPTURE(seconds);
            CHECK(wrong(officer).find(fmt::format("Wait {} second", seconds)) != std::string::npos);
            now += seconds * second - 1;
            CHECK(waits(wrong(officer)));
            now += 1;
            CHECK_FALSE(waits(wrong(officer)));
        }
    }
    SECTION("the right password within the wait is refused too, and after it opens and forgets")
    {
        CHECK(waits(refusal([&] { people::sign_in(store, officer, good, clock); })));
        now += second;
        CHECK(people::sign_in(store, officer, good, clock).login == officer);
        for (int i = 0; i < people::free_failures; ++i)
            CHECK_FALSE(waits(wrong(officer)));
    }
    SECTION("others are not slowed, and a login that nobody has is slowed alike")
    {
        CHECK_FALSE(waits(wrong(Login{"lead-1"})));
        for (int i = 0; i < people::free_failures; ++i)
            CHECK_FALSE(waits(wrong(Login{"nobody-9"})));
        CHECK(wrong(Login{"nobody-9"}) == wrong(officer));
    }
    SECTION("changing the password tells nothing faster")
    {
        CHECK(waits(
            refusal([&] { people::change_password(store, officer, "wrong words here", good, clock); })));
    }
    SECTION("after an hour they are forgotten, and a clock set back locks nobody out")
    {
        now += people::failures_last + second;
        CHECK_FALSE(waits(wrong(officer)));
        now -= 24 * 3600 * second;
        CHECK_FALSE(waits(wrong(officer)));
    }
    SECTION("an invitation opens a way in at once")
    {
        const auto invitation = people::invite(store, officer, example.find("lead-1"), clock);
        people::accept_invitation(store, officer, invitation.code, good, clock);
        CHECK(people::sign_in(store, officer, good, clock).login == officer);
    }
    // What was typed for a login may be a password: it is nowhere.
    store.query("select login_hash from sign_in_failure", {},
                [&](const store::Row& row) { CHECK(row.string(0).size() == 64); });
}

TEST_CASE("first use ends with the first password, and never begins on a practice desk", "[people]")
{
    PeopleExample example;
    auto& store = example.connection();
    CHECK(people::is_first_use(store));
    people::set_first_password(store, Login{"administrator-1"}, good, people::first_user("root"));
    CHECK_FALSE(people::is_first_use(store));
    CHECK(refusal([&] { people::set_first_password(store, officer, good, people::first_user("root")); }) !=
          "");
    CHECK_FALSE(
        people::may(people::first_user("root").roles, people::Action::read_thread, people::Relation::lead));
}

TEST_CASE("the very first password is an administrator's, whichever way it is set", "[people]")
{
    PeopleExample example;
    auto& store = example.connection();
    const auto account = people::first_user("root");
    SECTION("set by the account")
    {
        for (const char* login : {"officer-1", "specialist-1", "trainer-1", "lead-1"}) {
            const auto why = refusal([&] { people::set_first_password(store, Login{login}, good, account); });
            CHECK(why.find("administrator-1") != std::string::npos);
            CHECK(why.find("staff invite " + std::string{login}) != std::string::npos);
        }
    }
    SECTION("set by an invitation")
    {
        CHECK(refusal([&] { people::invite(store, officer, account); }) != "");
        CHECK(refusal([&] { people::invite(store, officer, example.find("lead-1")); }) != "");
        const auto code = people::invite(store, Login{"administrator-1"}, account).code;
        people::accept_invitation(store, Login{"administrator-1"}, code, good);
        CHECK_NOTHROW(people::invite(store, officer, example.find("lead-1")));
        return;
    }
    SECTION("an administrator who has left is none, and without one it is said how to enter one")
    {
        auto gone = example.find("administrator-1");
        gone.is_active = false;
        example.write([&](auto& writer) { writer.put_staff(gone); });
        for (const char* login : {"administrator-1", "officer-1", "ghost", ""}) {
            const auto why = refusal([&] { people::set_first_password(store, Login{login}, good, account); });
            CHECK(why.find("staff edit LOGIN name=NAME roles=administrator region=REGION") !=
                  std::string::npos);
        }
    }
    CHECK(people::is_first_use(store));
}

TEST_CASE("neither password nor code is in any event or readable in a table", "[people]")
{
    PeopleExample example;
    auto& store = example.connection();
    example.set_up();
    const auto invitation = people::invite(store, officer, example.find("lead-1"));
    people::accept_invitation(store, officer, invitation.code, good);
    const auto session = people::sign_in(store, officer, good);
    std::string all;
    for (const auto* sql :
         {"select coalesce(body, '') from event_payload", "select hash from sign_in_password",
          "select hash from sign_in_invitation", "select token_hash from sign_in_session"})
        store.query(sql, {}, [&](const store::Row& row) { all += row.string(0) + "\n"; });
    CHECK(all.find(good) == std::string::npos);
    CHECK(all.find(invitation.code) == std::string::npos);
    CHECK(all.find(session.token) == std::string::npos);
    CHECK(all.find("$argon2id$") != std::string::npos);
    CHECK(store::verify_chains(store).damages.empty());
}

TEST_CASE("a session file is used only when it is ours alone", "[people]")
{
    TempDir dir;
    std::filesystem::create_directory(dir.path() / "run");
    setenv("XDG_RUNTIME_DIR", (dir.path() / "run").c_str(), 1);
    const people::SessionFile file{dir.path() / "profile"};
    const std::string token(64, 'a');
    CHECK(file.path().parent_path() == dir.path() / "run" / "guidepost");
    CHECK(file.path() != people::SessionFile{dir.path() / "other"}.path());
    CHECK_FALSE(file.read(system_now()));

    file.write(token);
    struct stat status {};
    REQUIRE(stat(file.path().c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
    CHECK(file.read(system_now()) == token);

    SECTION("not readable by others")
    {
        for (const auto mode : {0644, 0640, 0604, 0620, 0601}) {
            chmod(file.path().c_str(), static_cast<mode_t>(mode));
            CHECK(refusal([&] { file.read(system_now()); }) != "");
        }
    }
    SECTION("not a link")
    {
        std::filesystem::rename(file.path(), dir.path() / "elsewhere");
        std::filesystem::create_symlink(dir.path() / "elsewhere", file.path());
        CHECK(refusal([&] { file.read(system_now()); }) != "");
    }
    SECTION("not of another account")
    {
        if (geteuid() == 0) {
            REQUIRE(chown(file.path().c_str(), 65534, 65534) == 0);
            CHECK(refusal([&] { file.read(system_now()); }) != "");
        }
    }
    SECTION("not a folder, a pipe or of another form")
    {
        for (const auto& content : {std::string{}, token, "guidepost-session-1\n" + token + "\nmore",
                                    std::string(1'000'000, 'x')}) {
            write_private_file(file.path(), content);
            CHECK(refusal([&] { file.read(system_now()); }) != "");
        }
        std::filesystem::remove(file.path());
        REQUIRE(mkfifo(file.path().c_str(), 0600) == 0);
        CHECK(refusal([&] { file.read(system_now()); }) != "");
    }
    SECTION("half an hour without a command locks")
    {
        CHECK_FALSE(file.read(system_now() + people::idle_lasts + 5'000'000));
        CHECK_FALSE(std::filesystem::exists(file.path()));
    }
    SECTION("removed")
    {
        file.remove();
        CHECK_FALSE(file.read(system_now()));
        CHECK_NOTHROW(file.remove());
    }
    unsetenv("XDG_RUNTIME_DIR");
    CHECK(people::SessionFile{dir.path() / "profile"}.path().parent_path() == dir.path() / "profile");
}
