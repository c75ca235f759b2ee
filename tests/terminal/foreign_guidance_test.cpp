// SPDX-License-Identifier: GPL-2.0-or-later
// Whatever is brought in, by whomever: what the program and its modules published stays as it is, to the
// byte.
#include "core/guidance/library.h"
#include "core/store/event_chain.h"
#include "core/store/store.h"
#include "core/store/verify.h"
#include "core/text/files.h"
#include "tests/support/articles.h"
#include "tests/support/catch.h"
#include "tests/terminal/guidepostctl.h"

#include <fmt/format.h>

using namespace guidepost;
using test::has;
using Words = std::vector<std::string>;
namespace fs = std::filesystem;

namespace {

const std::string good = "kettle tram marigold";

class Desk {
public:
    const fs::path& profile() const { return terminal_.profile(); }
    fs::path path(const std::string& relative) const { return terminal_.dir().path() / relative; }
    void write(const std::string& file, const std::string& text) const { terminal_.dir().write(file, text); }

    test::Outcome operator()(const Words& words, const std::string& input = {},
                             const std::map<std::string, std::string>& environment = {}) const
    {
        auto command = terminal_.command(words);
        command.environment["XDG_RUNTIME_DIR"] = path("run").string();
        for (const auto& [name, value] : environment)
            command.environment[name] = value;
        command.input = input;
        return test::run(command);
    }

    void write_pack(const std::string& folder, const std::string& id, const std::string& version,
                    const Words& articles, const std::string& more = {}) const
    {
        write(folder + "/pack.yaml", fmt::format("id: {}\ntitle: General guidance\nversion: {}\napproved_by: "
                                                 "Guidepost editors\napproved_on: 2026-11-21\n",
                                                 id, version));
        for (const auto& article : articles)
            write(fmt::format("{}/{}.md", folder, article),
                  test::AnArticle{.id = article, .body = "## Do now\n\nIgnore all of it.\n", .more = more}
                      .text());
    }

private:
    test::Terminal terminal_;
};

/// Every article that the program or a module keeps, with its bytes and its record of publication.
std::vector<std::string> published(const Desk& desk)
{
    const auto store = store::open_store(desk.profile());
    const std::string kept = "(select id from source where kind = 'pack')";
    std::vector<std::string> rows;
    for (const auto& sql :
         {"select a.id || '|' || a.revision || '|' || a.state || '|' || a.source || '|' || a.path || '|' || "
          "a.title || '|' || a.feed || '|' || r.at || '|' || r.who || '|' || r.source_hash || '|' || t.body "
          "from article a join revision r on r.id = a.revision join revision_text t on t.revision = r.id "
          "where a.source in " +
              kept + " order by a.id",
          "select p.feed || '|' || p.article || '|' || p.revision || '|' || p.state || '|' || p.at || '|' || "
          "p.event from publication p join article a on a.id = p.article where a.source in " +
              kept + " order by p.feed",
          std::string{"select id || '|' || kind || '|' || title || '|' || root || '|' || version || '|' || "
                      "approved_by || '|' || event from source where kind = 'pack' order by id"}})
        store->query(sql, {}, [&](const store::Row& row) { rows.push_back(row.string(0)); });
    return rows;
}

void shipped_bytes_are_there(const Desk& desk)
{
    const auto store = store::open_store(desk.profile());
    guidance::Library library{*store};
    std::size_t count = 0;
    for (const auto& entry : fs::recursive_directory_iterator{test::source_file("content/guidance")})
        if (entry.path().extension() == ".md") {
            const auto path =
                entry.path().lexically_relative(test::source_file("content/guidance")).generic_string();
            const auto listed = library.find_by_path(SourceId{"guidance"}, path);
            INFO(path);
            REQUIRE(listed);
            CHECK((listed->state == guidance::ArticleState::published));
            CHECK(library.find(listed->id)->text == read_file(entry.path(), 1'000'000));
            ++count;
        }
    CHECK(count > 50);
}

/// Nobody may have left a name in the guidance's chain that is not a person of the register or the program.
void events_carry_persons(const Desk& desk)
{
    const auto store = store::open_store(desk.profile());
    store->query("select distinct who from event where chain in ('guidance', 'feedback') and who not in "
                 "(select login from staff)",
                 {}, [&](const store::Row& row) { CHECK(row.string(0) == "program:guidepost"); });
    CHECK(store::verify_chains(*store).damages.empty());
}

/// Each of these is tried by somebody who acts as `who` says.
void attack(const Desk& desk, const Words& who)
{
    const auto before = published(desk);
    REQUIRE(before.size() > 150);
    const auto run = [&](Words words, const std::map<std::string, std::string>& environment = {}) {
        words.insert(words.begin(), who.begin(), who.end());
        const auto outcome = desk(words, {}, environment);
        INFO(test::by_trainer(words).back() << ": " << outcome.exit_code << " " << outcome.err);
        CHECK(published(desk) == before);
        return outcome;
    };
    const auto import = [&](const std::string& folder) {
        return run({"article", "import", desk.path(folder).string(), "--all"});
    };
    const auto refused = [&](const std::string& folder) {
        CHECK(import(folder).exit_code == 4);
    };
    for (const char* version : {"9999", "2020"}) {
        desk.write_pack(fmt::format("re-id-{}", version), "guidance", version, {"recall", "new-one"});
        refused(fmt::format("re-id-{}", version));
    }
    desk.write_pack("of-a-module", "toolkits", "9999", {"recall", "new-two"});
    refused("of-a-module");
    fs::create_directory_symlink(test::source_file("content/guidance"), desk.path("linked"));
    refused("linked");
    fs::remove(desk.path("linked"));
    desk.write_pack("same-article", "other", "1", {"recall", "disclosure-schemes"});
    import("same-article");
    desk.write_pack("supersedes", "another", "1", {"better-recall"}, "supersedes: [recall, curfews]\n");
    import("supersedes");
    desk.write_pack("guidance", "x", "1", {"recall"});
    fs::remove(desk.path("guidance/pack.yaml")); // a folder by the name of the source
    import("guidance");
    for (const char* source : {"guidance", "toolkits"}) {
        CHECK(run({"article", "remove", "--source", source, "--reason", "because"}).exit_code == 4);
        CHECK(run({"article", "restore", "--source", source}).exit_code == 4);
    }
    run({"search", "recall"}, {{"GUIDEPOST_CONTENT", desk.path("evil-content").string()}});
    run({"search", "recall"}, {{"GUIDEPOST_MODULES", desk.path("evil-modules").string()}});
    run({"module", "list"}); // and a start without them does not take up what they left
}

/// Content and modules for the environment to point to.
void write_elsewhere(const Desk& desk)
{
    fs::create_directory(desk.path("evil-content"));
    for (const auto& entry : fs::directory_iterator{test::source_file("content")})
        if (entry.is_regular_file())
            fs::copy(entry.path(), desk.path("evil-content"));
    desk.write_pack("evil-content/guidance", "guidance", "9999", {"recall", "new-three"});
    for (const char* id : {"toolkits", "evil"}) {
        desk.write(fmt::format("evil-modules/{}/module.yaml", id),
                   fmt::format("id: {}\nname: Evil\nversion: 9.0.0\napi: 1\n", id));
        desk.write_pack(fmt::format("evil-modules/{}/guidance", id), id, "9999", {fmt::format("{}-new", id)});
    }
}

} // namespace

TEST_CASE("nobody on a practice desk changes, re-dates or removes shipped guidance", "[terminal]")
{
    const Desk desk;
    write_elsewhere(desk);
    REQUIRE(desk({"--practice", "--as", "officer-14", "search", "recall"}).exit_code == 0);
    for (const auto& who : std::vector<Words>{{"--as", "officer-14"},
                                              {"--as", "specialist-14"},
                                              {"--as", "trainer-1"},
                                              {"--as", "lead-7"},
                                              {"--as", "administrator-1"},
                                              {}}) {
        CAPTURE(who);
        attack(desk, who);
    }
    shipped_bytes_are_there(desk);
    events_carry_persons(desk);
    // What was brought in by those who may is there, is not guidance and can be taken out.
    const auto imports = nlohmann::json::parse(desk({"article", "imports", "--json"}).out).at("imports");
    CHECK(imports.size() == 2);
    for (const auto& imported : imports)
        CHECK(desk({"--as", "trainer-1", "article", "remove", "--source", imported.at("source"), "--reason",
                    "a test"})
                  .exit_code == 0);
    CHECK(has(desk({"article", "imports"}).out, "(taken out)"));
    CHECK_FALSE(has(desk({"search", "better recall"}).out, "better-recall"));
}

TEST_CASE("where nobody is signed in nothing is brought in, also before the first password", "[terminal]")
{
    const Desk desk;
    write_elsewhere(desk);
    REQUIRE(desk({"search", "recall"}).exit_code == 0);
    attack(desk, {});
    desk.write("notes/bus.md", "# Bus pass\n");
    const Words import{"article", "import", desk.path("notes").string()};
    CHECK(desk(import).exit_code == 4);
    REQUIRE(
        desk({"staff", "edit", "admin", "name=Admin", "roles=administrator", "region=London"}).exit_code ==
        0);
    REQUIRE(desk({"staff", "edit", "officer", "name=Officer", "roles=officer", "region=London"}).exit_code ==
            0);
    CHECK(has(desk(import).err, "nobody is"));
    REQUIRE(desk({"staff", "password", "admin"}, good + "\n").exit_code == 0);
    CHECK(has(desk(import).err, "sign-in LOGIN"));
    attack(desk, {});

    REQUIRE(desk({"sign-in", "admin"}, good + "\n").exit_code == 0);
    const auto code = nlohmann::json::parse(desk({"staff", "invite", "officer", "--json"}).out).at("code");
    CHECK(desk(import).exit_code == 0);
    attack(desk, {});
    REQUIRE(desk({"sign-in", "officer", "--invitation"}, code.get<std::string>() + "\n" + good + "\n")
                .exit_code == 0);
    CHECK(has(desk(import).err, "Ask one of them"));
    attack(desk, {});
    const Words pack{"module", "install", desk.path("evil-modules/evil").string(), "--unsigned"};
    REQUIRE(desk({"module", "sign", desk.path("evil-modules/evil").string()}).exit_code == 0);
    const auto before = published(desk);
    CHECK(has(desk(pack).err, "An administrator installs modules"));
    CHECK(published(desk) == before);
    shipped_bytes_are_there(desk);
    events_carry_persons(desk);
}
