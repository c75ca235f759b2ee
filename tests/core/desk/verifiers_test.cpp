// SPDX-License-Identifier: GPL-2.0-or-later
// Whoever owns the file of a store can change it with any tool. What that does to values that are shown or
// that decide is found without heads kept elsewhere.
#include "core/desk/verifiers.h"
#include "core/guidance/drafts.h"
#include "core/people/register.h"
#include "core/people/sign_in.h"
#include "core/store/sqlite_connection.h"
#include "core/store/store.h"
#include "core/text/text.h"
#include "tests/core/consultation/office_example.h"
#include "tests/support/catch.h"
#include "tests/support/long_form.h"

#include <fmt/format.h>

#include <iostream>
#include <random>

using namespace guidepost;
namespace fs = std::filesystem;

namespace {

constexpr const char* password = "kettle tram marigold";

/// A store in which every table has rows.
class FullStore {
public:
    FullStore()
    {
        {
            auto& db = office_.db();
            store::Transaction transaction{db};
            people::RegisterWriter writer{db, Login{"administrator-1"}, system_now};
            for (const auto& person : office_.everybody())
                writer.put_staff(person);
            writer.put_contact({"North West", "", "duty SPO", "0113 200 1234", "Mon-Fri 09:00-17:00", ""});
            writer.finish();
            guidance::put_draft(db, {.id = "draft-1",
                                     .owner = "risk",
                                     .title = "T",
                                     .text = "---\ntitle: T\n---\nX\n",
                                     .who = "trainer-1"});
            transaction.commit();
        }
        auto& db = office_.db();
        people::set_first_password(db, Login{"administrator-1"}, password, office_.person("administrator-1"));
        people::sign_in(db, Login{"administrator-1"}, password);
        people::invite(db, Login{"officer-14"}, office_.person("administrator-1"));
        using namespace consultation;
        const auto ref = office_.answered();
        office_.done("specialist-3", Note{test::an_id(), ref, "Not for the officer"});
        office_.done("specialist-3", Minutes{test::an_id(), ref, 20});
        office_.done("officer-14", ChooseAdvice{test::an_id(), ref, AdviceChoice::agree, ""});
        office_.sent();
        office_.publish("recall");
        office_.publish("recall", guidance::ArticleState::withdrawn);
    }

    const fs::path& profile() const { return office_.profile(); }

    /// A profile of its own with the same store.
    void copy_to(const fs::path& profile) const
    {
        fs::create_directories(profile);
        fs::remove(store::embedded_store_file(profile));
        store::copy_sqlite(store::embedded_store_file(office_.profile()),
                           store::embedded_store_file(profile));
    }

private:
    test::Office office_;
};

std::vector<std::string> texts(store::Connection& db, const std::string& sql)
{
    std::vector<std::string> found;
    db.query(sql, {}, [&](const store::Row& row) { found.push_back(row.string(0)); });
    return found;
}

struct Edit {
    std::string kind; ///< "update staff"
    std::string sql;
};

/// One random statement that changes one row of some table, or a trigger.
Edit random_edit(store::Connection& db, std::mt19937& random)
{
    const auto pick = [&](const std::vector<std::string>& from) {
        return from[random() % from.size()];
    };
    if (random() % 20 == 0) {
        const auto trigger = pick(texts(db, "select name from sqlite_master where type = 'trigger'"));
        return {"drop trigger", "drop trigger " + trigger};
    }
    std::vector<std::string> tables;
    for (const auto& table :
         texts(db, "select name from sqlite_master where type = 'table' and name not like "
                   "'sqlite!_%' escape '!'"))
        if (store::one_integer(db, "select count(*) from " + table) > 0)
            tables.push_back(table);
    const auto table = pick(tables);
    const auto columns = texts(db, fmt::format("select name from pragma_table_info('{}')", table));
    const auto rows = store::one_integer(db, "select count(*) from " + table).value_or(1);
    const auto nth = static_cast<std::int64_t>(random()) % rows;
    // This one table has no rowid.
    const auto key = table == "consultation_party" ? "(login, consultation, part)" : "rowid";
    const auto keys = table == "consultation_party" ? "login, consultation, part" : "rowid";
    const auto where = fmt::format(" where {0} = (select {1} from {2} order by {1} limit 1 offset {3})", key,
                                   keys, table, nth);
    switch (random() % 3) {
    case 0:
        return {"delete from " + table, "delete from " + table + where};
    case 1: {
        const auto column = pick(columns);
        const auto type = store::one_text(
            db, fmt::format("select type from pragma_table_info('{}') where name = '{}'", table, column));
        return {"update " + table,
                type == "INTEGER" || type == "integer"
                    ? fmt::format("update {0} set {1} = coalesce({1}, 0) + 1{2}", table, column, where)
                    : fmt::format("update {0} set {1} = coalesce({1}, '') || 'x'{2}", table, column, where)};
    }
    default: {
        // The same row under another key, as somebody would who makes a second administrator.
        std::vector<std::string> values;
        for (std::size_t i = 0; i < columns.size(); ++i)
            values.push_back(i == 0 ? fmt::format("{0} || 'x'", columns[i]) : columns[i]);
        const auto first_is_number =
            store::one_text(db, fmt::format("select type from pragma_table_info('{}') where cid = 0", table));
        if (first_is_number == "INTEGER" || first_is_number == "integer")
            values[0] = columns[0] + " + 1000";
        return {"insert into " + table, fmt::format("insert into {0}({1}) select {2} from {0}{3}", table,
                                                    join(columns, ", "), join(values, ", "), where)};
    }
    }
}

/// What no event can vouch for, as docs/reliability.md says: wrong tries wait, and ends of invitations and
/// sessions that are over.
bool is_documented(const Edit& edit)
{
    return edit.kind.ends_with("sign_in_failure") || edit.kind == "delete from sign_in_session" ||
           edit.kind == "delete from sign_in_invitation";
}

} // namespace

TEST_CASE("a store in which every table has rows verifies clean", "[desk]")
{
    const FullStore full;
    const auto found = desk::verify_store(full.profile(), test::shipped_rules());
    for (const auto& damage : found.damages)
        UNSCOPED_INFO(damage.chain << " " << damage.event << ": " << damage.what);
    CHECK(found.damages.empty());
    CHECK(found.rows > 40);
}

TEST_CASE("any edit of a row with another tool is found", "[desk]")
{
    const FullStore full;
    test::TempDir dir;
    std::mt19937 random{20261130};
    struct Count {
        int tried = 0, found = 0;
    };
    std::map<std::string, Count> counts;
    for (int round = 0; round < test::times(150, 2000); ++round) {
        full.copy_to(dir.path());
        Edit edit;
        {
            const auto db = store::open_sqlite(store::embedded_store_file(dir.path()));
            edit = random_edit(*db, random);
            const auto triggers =
                texts(*db, "select name || '\n' || sql from sqlite_master where type = 'trigger'");
            if (edit.kind != "drop trigger") // somebody takes them away and puts them back
                for (const auto& trigger : triggers)
                    db->run_script("drop trigger " + trigger.substr(0, trigger.find('\n')));
            db->run_script("pragma foreign_keys=off");
            try {
                db->run_script(edit.sql);
            } catch (const Error&) {
                continue; // the engine itself refuses it
            }
            if (edit.kind != "drop trigger")
                for (const auto& trigger : triggers)
                    db->run_script(trigger.substr(trigger.find('\n') + 1));
        }
        auto& count = counts[edit.kind];
        ++count.tried;
        bool is_found = true;
        try {
            is_found = !desk::verify_store(dir.path(), test::shipped_rules()).damages.empty();
        } catch (const Error&) {
            // A store of a version that is not known is not read at all.
        }
        count.found += is_found ? 1 : 0;
        INFO("round " << round << ": " << edit.sql);
        CHECK((is_found || is_documented(edit)));
    }
    for (const auto& [kind, count] : counts)
        std::cout << fmt::format("{:45} {:4} tried {:4} found\n", kind, count.tried, count.found);
}

TEST_CASE("somebody made a lead by a change of one row is found by name", "[desk]")
{
    const FullStore full;
    test::TempDir dir;
    full.copy_to(dir.path());
    store::open_sqlite(store::embedded_store_file(dir.path()))
        ->execute(
            "update staff set body = replace(body, '\"officer\"', '\"lead\"') where login = 'officer-14'");
    const auto damages = desk::verify_store(dir.path(), test::shipped_rules()).damages;
    REQUIRE(damages.size() == 1);
    CHECK(damages[0].chain == "table/staff");
    CHECK(damages[0].event == "login=officer-14");
    CHECK(damages[0].what == "this row is not what the events say");
}

TEST_CASE("what was changed beside the events is made anew from them, and the rest is said", "[desk]")
{
    const FullStore full;
    test::TempDir dir;
    full.copy_to(dir.path());
    {
        const auto connection = store::open_sqlite(store::embedded_store_file(dir.path()));
        connection->run_script(
            "update staff set body = replace(body, '\"officer\"', '\"lead\"') where login = 'officer-14';"
            "delete from contact; delete from competence;"
            "update article set title = 'Another title', state = 'withdrawn';"
            "update source set approved_by = 'nobody';"
            "update consultation set status = 'closed'; delete from consultation_party;"
            "update consultation_said set body = 'other words'");
    }
    auto rebuilt = desk::rebuild_store(dir.path(), test::shipped_rules());
    CHECK(rebuilt.mended.size() >= 8);
    CHECK(rebuilt.left.empty());
    CHECK(desk::verify_store(dir.path(), test::shipped_rules()).damages.empty());

    store::open_sqlite(store::embedded_store_file(dir.path()))
        ->run_script("update sign_in_password set hash = 'x'; delete from contact");
    rebuilt = desk::rebuild_store(dir.path(), test::shipped_rules());
    CHECK_FALSE(rebuilt.mended.empty());
    REQUIRE_FALSE(rebuilt.left.empty());
    CHECK(rebuilt.left[0].chain == "table/sign_in_password");
}

TEST_CASE("tables are not made anew from events that were changed", "[desk]")
{
    const FullStore full;
    test::TempDir dir;
    full.copy_to(dir.path());
    const auto count = [&] {
        return store::one_integer(*store::open_sqlite(store::embedded_store_file(dir.path())),
                                  "select count(*) from contact");
    };
    store::open_sqlite(store::embedded_store_file(dir.path()))
        ->run_script("delete from contact; update event_payload set body = '{}' where event = "
                     "(select id from event where chain = 'people' and seq = 2)");
    CHECK_THROWS_AS(desk::rebuild_store(dir.path(), test::shipped_rules()), Error);
    CHECK(count() == 0);
}
