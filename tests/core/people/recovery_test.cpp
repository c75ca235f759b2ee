// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/history.h"
#include "core/people/recovery.h"
#include "core/people/sign_in.h"
#include "core/store/event_chain.h"
#include "core/store/verify.h"
#include "core/text/error.h"
#include "tests/core/people/people_example.h"
#include "tests/support/catch.h"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace guidepost;
using namespace guidepost::test;

namespace {

const std::string good = "kettle tram marigold";
const Login administrator{"administrator-1"}, officer{"officer-1"};

struct Locked : PeopleExample {
    Locked() { set_up(); }

    std::filesystem::path folder() const { return profile() / "profile"; }
    void recover(const Login& login, std::string_view password = good)
    {
        people::recover(connection(), folder(), login, password, "root");
    }
    Errc refused(const Login& login, std::string_view password = good)
    {
        try {
            recover(login, password);
        } catch (const Error& e) {
            return e.code();
        }
        FAIL("it was recovered");
        return {};
    }
    void leave(const Login& login)
    {
        auto staff = find(login.value());
        staff.is_active = false;
        write([&](auto& writer) { writer.put_staff(staff); });
    }
    /// Who and kind of the newest event of people.
    std::string newest()
    {
        return store::one_text(connection(), "select who || ' ' || kind from event where chain = 'people' "
                                             "order by seq desc limit 1")
            .value();
    }
};

} // namespace

TEST_CASE("an administrator whose password is lost gets a new one from the account that owns the store",
          "[people]")
{
    Locked store;
    const auto session = people::sign_in(store.connection(), administrator, "basin lantern quarry");
    for (int i = 0; i <= people::free_failures; ++i)
        CHECK_THROWS_AS(people::sign_in(store.connection(), administrator, "wrong words here"), Error);

    store.recover(administrator);

    CHECK(store.newest() == "account:root recovered");
    CHECK_FALSE(people::find_session(store.connection(), session.token, system_now()));
    CHECK(people::sign_in(store.connection(), administrator, good).login == administrator); // without a wait
    CHECK(store::verify_chains(store.connection()).damages.empty());
}

TEST_CASE("where no administrator works any more, somebody in the register becomes one", "[people]")
{
    Locked store;
    CHECK(store.refused(officer) == Errc::refused); // there is an administrator
    CHECK_FALSE(people::has_role(store.find("officer-1"), people::Role::administrator));
    store.leave(administrator);
    CHECK(store.refused(administrator) == Errc::refused); // who has left

    store.recover(officer);

    CHECK(people::has_role(store.find("officer-1"), people::Role::administrator));
    CHECK(people::has_role(store.find("officer-1"), people::Role::officer));
    CHECK(people::sign_in(store.connection(), officer, good).login == officer);
    CHECK(store.refused(Login{"trainer-1"}) == Errc::refused);
}

TEST_CASE("a recovery changes nothing for a stranger, a weak password or a store that needs none", "[people]")
{
    Locked store;
    const auto events = store.events();
    CHECK(store.refused(Login{"ghost"}) == Errc::not_found);
    CHECK(store.refused(administrator, "short") == Errc::format);
    CHECK(store.events() == events);

    PeopleExample fresh;
    CHECK_THROWS_AS(
        people::recover(fresh.connection(), fresh.profile() / "profile", administrator, good, "root"), Error);
    CHECK(people::is_first_use(fresh.connection()));
}

TEST_CASE("who only may read and write the store's files does not recover it", "[people]")
{
    Locked store;
    CHECK_NOTHROW(people::must_own_store(store.folder()));
    SECTION("through a link")
    {
        std::filesystem::create_directory_symlink(store.folder(), store.profile() / "link");
        CHECK_THROWS_AS(people::must_own_store(store.profile() / "link"), Error);
    }
    SECTION("as another account, with every right on them")
    {
        if (geteuid() != 0) {
            WARN("only root can start as another account: not tested");
            return;
        }
        for (const auto& entry : std::filesystem::recursive_directory_iterator{store.profile()})
            chmod(entry.path().c_str(), 0777);
        chmod(store.profile().c_str(), 0777);
        const auto child = fork();
        if (child == 0) {
            if (setuid(65534) != 0)
                _exit(2);
            try {
                people::must_own_store(store.folder());
            } catch (const Error& e) {
                _exit(e.code() == Errc::refused ? 0 : 3);
            }
            _exit(1);
        }
        int status = 0;
        waitpid(child, &status, 0);
        CHECK(WIFEXITED(status));
        CHECK(WEXITSTATUS(status) == 0);
    }
    SECTION("nor root, when it is another's")
    {
        if (geteuid() != 0)
            return;
        REQUIRE(chown(store.folder().c_str(), 65534, 65534) == 0);
        CHECK_THROWS_AS(people::must_own_store(store.folder()), Error);
    }
}

TEST_CASE("a recovery stands in the history of that person, with the account of the computer", "[people]")
{
    Locked store;
    store.recover(administrator);
    const auto acts =
        people::history_of(store.connection(), store.find("administrator-1"), store.find("administrator-1"));
    REQUIRE_FALSE(acts.empty());
    CHECK(acts.front().kind == "staff-put");
    CHECK(acts.back().who == "account:root");
    CHECK(acts.back().what == "password set anew by the account that owns the store, without the one before");
    CHECK_THROWS_AS(
        people::history_of(store.connection(), store.find("administrator-1"), store.find("officer-1")),
        Error);
}

TEST_CASE("the history of somebody tells what is theirs and nothing of others", "[people]")
{
    Locked store;
    store.write([](auto& writer) {
        writer.put_skill(Login{"specialist-1"}, {"stalking", people::Level::senior, "", {}});
    });
    const auto lead = store.find("lead-1");
    const auto acts = people::history_of(store.connection(), store.find("specialist-1"), lead);
    REQUIRE_FALSE(acts.empty());
    CHECK(acts.back().what == "skill entered: stalking");
    for (const auto& act : people::history_of(store.connection(), store.find("officer-1"), lead))
        CHECK(act.kind != "skill-put");
}
