// SPDX-License-Identifier: GPL-2.0-or-later
// Who brings something in and takes it out, and what it may never touch.
#include "core/store/event_chain.h"
#include "core/store/verify.h"
#include "core/text/error.h"
#include "tests/core/desk/guided_desk.h"
#include "tests/support/catch.h"

using namespace guidepost;
using guidance::Keeper;
using test::GuidedDesk;
using Strings = std::vector<std::string>;

namespace {

/// The code and the words with which something is refused; "" when it was not.
std::pair<Errc, std::string> refusal(const std::function<void()>& work)
{
    try {
        work();
    } catch (const Error& e) {
        return {e.code(), e.what()};
    }
    return {};
}

bool has(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("specialists, trainers, leads and administrators bring texts in, in their own name", "[desk]")
{
    const std::string login = GENERATE("specialist-1", "trainer-1", "lead-1", "administrator-1");
    GuidedDesk desk;
    desk.start();
    desk.dir().write("notes/bus.md", "# Bus pass\n\nAsk the zebra depot.\n");
    desk.write_pack("pack", "team-pack", "1", {"team-advice"});

    CHECK(desk.import("notes", login).added == 1);
    CHECK(desk.import("pack", login).added == 1);

    CHECK(desk.state("notes-bus") == "imported");
    CHECK(desk.state("team-advice") == "imported");
    CHECK(desk.keeper("team-pack") == Keeper::people);
    CHECK(desk.library().find_source(SourceId{"team-pack"})->approved_by.empty());
    CHECK(desk.events(2) == Strings{login + " article.published", login + " folder.imported"});
    CHECK(store::verify_chains(desk.connection()).damages.empty());
}

TEST_CASE("an officer, somebody who left, a stranger, the account and nobody bring nothing in", "[desk]")
{
    GuidedDesk desk;
    desk.start();
    desk.write_pack("pack", "team-pack", "1", {"team-advice"});
    desk.dir().write("notes/bus.md", "# Bus pass\n");
    desk.import("notes");
    {
        auto gone = desk.who("lead-1").value();
        gone.is_active = false;
        store::Transaction transaction{desk.connection()};
        people::RegisterWriter writer{desk.connection(), Login{"administrator-1"}};
        writer.put_staff(gone);
        writer.finish();
        transaction.commit();
    }
    people::Staff account{.login = Login{"account:root"}, .roles = {people::Role::administrator}};
    auto raised = desk.who("officer-1").value(); // a record from before the role was taken away
    raised.roles.insert(people::Role::trainer);
    const auto feed = desk.library().feed_position();
    const std::vector<std::optional<people::Staff>> all{desk.who("officer-1"), desk.who("lead-1"), account,
                                                        raised, std::nullopt};
    for (const auto& by : all) {
        CAPTURE(by ? by->login.value() : "nobody");
        auto& connection = desk.connection();
        for (const char* folder : {"pack", "notes"})
            CHECK(refusal([&] {
                      desk::import_folder(desk.desk(), connection, desk.path(folder), by, {});
                  }).first == Errc::refused);
        CHECK(refusal([&] { desk::remove_import(connection, SourceId{"notes"}, by, "why"); }).first ==
              Errc::refused);
        CHECK(refusal([&] { desk::restore_import(connection, SourceId{"notes"}, by); }).first ==
              Errc::refused);
        // Looking is for anybody.
        CHECK(desk::import_folder(desk.desk(), connection, desk.path("pack"), by, {.dry_run = true}).added ==
              1);
    }
    CHECK(desk.library().feed_position() == feed);
}

TEST_CASE("nobody changes, re-dates or removes what the program or a module published", "[desk]")
{
    GuidedDesk desk;
    desk.start();
    const auto before = desk.published();
    REQUIRE(before.size() == 8);
    const std::string version = GENERATE("9999", "5", "1");
    const std::string login =
        GENERATE("officer-1", "specialist-1", "trainer-1", "lead-1", "administrator-1", "");
    CAPTURE(version, login);
    const auto attack = [&](const std::function<void()>& work) {
        const auto refused = refusal(work);
        desk.open().adopt_shipped(); // what was left would be taken up by the next start
        CHECK(desk.published() == before);
        return refused.second;
    };
    const auto import = [&](const std::string& folder) {
        return attack([&] { desk.import(folder, login); });
    };
    const bool may = !login.empty() && login != "officer-1";
    for (const char* id : {"guidance", "ladders"}) {
        const auto folder = fmt::format("evil/{}", id);
        desk.write_pack(folder, id, version, {"recall", "curfews", "ladder-advice", "new-one"}, "poison");
        const auto told = import(folder);
        CHECK(has(told, may ? "changes only with that" : "brought in and taken out by"));
        std::filesystem::remove(desk.path(folder + "/pack.yaml")); // a folder of that name
        import(folder);
    }
    desk.write_pack("other", "other", version, {"recall", "ladder-advice", "mine"}, "poison");
    desk.dir().write("other/old.md",
                     test::AnArticle{.id = "old", .more = "supersedes: [recall, ladder-advice]\n"}.text());
    std::filesystem::create_directory_symlink(desk.path("content/guidance"), desk.path("other/linked"));
    std::filesystem::create_symlink(desk.path("content/guidance/curfews.md"), desk.path("other/curfews.md"));
    import("other");
    std::filesystem::remove(desk.path("other/curfews.md"));
    std::filesystem::remove(desk.path("other/linked"));
    import("other");
    CHECK(desk.source("recall") == "guidance");
    CHECK(desk.source("mine") == (may ? "other" : "none"));
    std::filesystem::create_directory_symlink(desk.path("content/guidance"), desk.path("link"));
    import("link");
    import("content/guidance");
    import("modules/ladders/guidance");
    for (const char* id : {"guidance", "ladders"}) {
        const auto told =
            attack([&] { desk::remove_import(desk.connection(), SourceId{id}, desk.who(login), "because"); });
        CHECK(has(told, may ? "comes and goes only with" : "brought in and taken out by"));
        attack([&] { desk::restore_import(desk.connection(), SourceId{id}, desk.who(login)); });
    }
    CHECK(store::verify_chains(desk.connection()).damages.empty());
}

TEST_CASE("an imported article that says it supersedes guidance stays below it and moves none of it",
          "[desk]")
{
    GuidedDesk desk;
    desk.start();
    const auto rank = [&] {
        desk.desk().catch_up();
        search::Query query;
        query.text = "recall kettles";
        std::vector<std::string> found;
        for (const auto& hit : desk.desk().make_searcher().searcher.find(query).hits)
            found.push_back(hit.article.value());
        return found;
    };
    const auto before = rank();
    desk.dir().write("other/pack.yaml",
                     "id: other\ntitle: O\nversion: 1\napproved_by: Us\napproved_on: 2026-11-21\n");
    desk.dir().write("other/better-recall.md", test::AnArticle{.id = "better-recall",
                                                               .title = "Recall kettles",
                                                               .body = "## Do now\n\nRecall kettles.\n",
                                                               .more = "supersedes: [recall]\n"}
                                                   .text());
    REQUIRE(desk.import("other").added == 1);

    auto after = rank();
    REQUIRE(after.size() == before.size() + 1);
    CHECK(after.front() == "recall");
    std::erase(after, "better-recall");
    CHECK(after == before);
}

TEST_CASE("a pack in which the check finds errors is refused whole, with the first of them", "[desk]")
{
    GuidedDesk desk;
    desk.start();
    desk.write_pack("pack", "team-pack", "1", {"good"});
    desk.dir().write("pack/bad.md", test::AnArticle{.id = "bad", .body = "See [it](kb:nowhere).\n"}.text());
    const auto [code, told] = refusal([&] { desk.import("pack"); });
    CHECK(code == Errc::refused);
    CHECK(has(told, "1 error, so nothing of it was brought in: bad.md"));
    CHECK(has(told, "there is no article \"nowhere\""));
    CHECK(desk.state("good") == "none");
    desk.dir().write("pack/bad.md",
                     test::AnArticle{.id = "bad", .body = "See [it](kb:ladder-advice).\n"}.text());
    CHECK(desk.import("pack").added == 2); // what modules bring may be linked to
}

TEST_CASE("an imported pack keeps its id, and a lower version is refused with words", "[desk]")
{
    GuidedDesk desk;
    desk.start();
    desk.write_pack("pack", "team-pack", "2.1", {"team-advice"}, "walnuts");
    desk.import("pack");
    desk.write_pack("pack", "team-pack", "2.0", {"team-advice"}, "acorns");
    CHECK(
        has(refusal([&] { desk.import("pack"); }).second, "team-pack 2.1 is here, which is newer than 2.0"));
    desk.write_pack("elsewhere", "team-pack", "3", {"team-advice"}, "acorns");
    CHECK(has(refusal([&] { desk.import("elsewhere"); }).second, "article remove --source team-pack"));
    CHECK(desk.says("team-advice", "walnuts"));
    desk.write_pack("pack", "team-pack", "2.10", {"team-advice"}, "acorns");
    CHECK(desk.import("pack", "lead-1").changed == 1);
    CHECK(desk.says("team-advice", "acorns"));

    desk::remove_import(desk.connection(), SourceId{"team-pack"}, desk.who("lead-1"), "moved");
    desk.write_pack("elsewhere", "team-pack", "1", {"team-advice", "second"}, "chestnuts");
    CHECK(desk.import("elsewhere").skipped.empty());
    CHECK(desk.says("team-advice", "chestnuts"));
    CHECK(desk.state("second") == "imported");
    CHECK(store::verify_chains(desk.connection()).damages.empty());
}

TEST_CASE("what was brought in is taken out with who, when and why, and comes back", "[desk]")
{
    GuidedDesk desk;
    desk.start();
    desk.dir().write("notes/bus.md", "# Bus pass\n\nAsk the zebra depot.\n");
    desk.dir().write("notes/rent.md", "# Rent\n");
    desk.import("notes");
    auto& connection = desk.connection();
    const SourceId notes{"notes"};
    const auto by = desk.who("specialist-1");
    CHECK(refusal([&] { desk::remove_import(connection, notes, by, " \n"); }).first == Errc::format);
    CHECK(refusal([&] { desk::remove_import(connection, notes, by, std::string(5000, 'x')); }).first ==
          Errc::format);
    CHECK(refusal([&] { desk::remove_import(connection, SourceId{"none"}, by, "why"); }).first ==
          Errc::not_found);
    CHECK(refusal([&] { desk::restore_import(connection, notes, by); }).first == Errc::conflict);

    CHECK(desk::remove_import(connection, notes, by, " out of date ") == 2);

    CHECK(desk.state("notes-bus") == "withdrawn");
    CHECK(desk.events(1) == Strings{"specialist-1 source.removed"});
    const auto payload = store::one_text(connection, "select p.body from event e join event_payload p on "
                                                     "p.event = e.id where e.kind = 'source.removed'");
    CHECK(has(payload.value(), "\"reason\":\"out of date\""));
    CHECK(desk::list_imports(connection).front().is_out);
    CHECK(refusal([&] { desk::remove_import(connection, notes, by, "again"); }).first == Errc::conflict);
    desk.open().adopt_shipped(); // and a start leaves it out
    CHECK(desk.state("notes-bus") == "withdrawn");

    SECTION("by restoring")
    {
        CHECK(desk::restore_import(desk.connection(), notes, desk.who("lead-1")) == 2);
        CHECK(desk.events(1) == Strings{"lead-1 source.restored"});
    }
    SECTION("by bringing it in again")
    {
        CHECK(desk.import("notes").changed == 2);
        CHECK(refusal([&] { desk::restore_import(desk.connection(), notes, desk.who("lead-1")); }).first ==
              Errc::conflict);
    }
    CHECK(desk.state("notes-bus") == "imported");
    CHECK(desk.state("notes-rent") == "imported");
    CHECK(desk::list_imports(desk.connection()).front().articles == 2);
    CHECK(store::verify_chains(desk.connection()).damages.empty());
}
