// SPDX-License-Identifier: GPL-2.0-or-later
// What the program and modules keep, against each other, older stores and the environment.
#include "core/guidance/hide.h"
#include "core/store/event_chain.h"
#include "core/store/verify.h"
#include "core/text/error.h"
#include "tests/core/desk/guided_desk.h"
#include "tests/support/catch.h"

using namespace guidepost;
using guidance::Keeper;
using test::GuidedDesk;
using Strings = std::vector<std::string>;
namespace fs = std::filesystem;

namespace {

/// As a version before sources had keepers wrote it: whoever came with a pack.yaml published, in the name of
/// the account.
void adopt_as_before(GuidedDesk& desk, const std::string& folder, const std::string& id)
{
    guidance::import_folder(desk.connection(), desk.path(folder), {.who = "root", .keeper = Keeper::program});
    desk.connection().execute("update source set root = $1 where id = $2", {"pack:" + id, id});
}

std::string told(const std::vector<guidance::ImportReport>& reports)
{
    std::string words;
    for (const auto& report : reports)
        words += report.passed_over;
    return words;
}

} // namespace

TEST_CASE("what the program does at a start is recorded as the program's", "[desk]")
{
    GuidedDesk desk;
    desk.start();
    CHECK(desk.keeper("guidance") == Keeper::program);
    CHECK(desk.keeper("ladders") == Keeper::module);
    const auto others = store::one_integer(
        desk.connection(),
        "select count(*) from event where chain = 'guidance' and who <> 'program:guidepost'");
    CHECK(others == 0);
    desk.desk().disable_module("ladders", desk.who("lead-1").value());
    CHECK(desk.events(1) == Strings{"lead-1 source.hidden"});
    desk.desk().enable_module("ladders", desk.who("administrator-1").value());
    CHECK(desk.events(1) == Strings{"administrator-1 source.shown"});
    for (const char* login : {"officer-1", "specialist-1", "trainer-1"}) {
        const auto by = desk.who(login).value();
        CHECK_THROWS_AS(desk.desk().disable_module("ladders", by), Error);
        CHECK_THROWS_AS(desk.desk().enable_module("ladders", by), Error);
    }
    for (const char* login : {"officer-1", "specialist-1", "trainer-1", "lead-1"}) {
        const auto by = desk.who(login).value();
        CHECK_THROWS_AS(desk.desk().install_module(desk.path("modules/ladders"), true, by), Error);
        CHECK_THROWS_AS(desk.desk().remove_module("ladders", by), Error);
    }
    CHECK(desk.state("ladder-advice") == "published");
}

TEST_CASE("shipped guidance that an older version let somebody replace is put right at the next start",
          "[desk]")
{
    GuidedDesk desk;
    desk.start();
    desk.write_pack("evil", "guidance", "9999", {"recall", "curfews", "poisoned"}, "poison");
    adopt_as_before(desk, "evil", "guidance");
    // An article moved away from its file, and another put into its place.
    fs::create_directory(desk.path("evil/moved"));
    fs::rename(desk.path("evil/curfews.md"), desk.path("evil/moved/curfews.md"));
    adopt_as_before(desk, "evil", "guidance");
    desk.dir().write("evil/curfews.md", test::AnArticle{.id = "intruder"}.text());
    adopt_as_before(desk, "evil", "guidance");
    REQUIRE(desk.library().find(ArticleId{"intruder"})->path == "curfews.md");
    desk.write_pack("team", "team-pack", "1", {"team-advice"});
    adopt_as_before(desk, "team", "team-pack");
    REQUIRE(desk.says("recall", "poison"));
    REQUIRE(desk.state("team-advice") == "published");

    desk.open().adopt_shipped();

    CHECK(desk.says("recall", "kettles"));
    CHECK(desk.state("recall") == "published");
    CHECK(desk.state("poisoned") == "withdrawn");
    CHECK(desk.state("intruder") == "withdrawn");
    CHECK(desk.library().find(ArticleId{"curfews"})->path == "curfews.md");
    CHECK(desk.says("curfews", "kettles"));
    CHECK(desk.keeper("guidance") == Keeper::program);
    CHECK(desk.library().find_source(SourceId{"guidance"})->version == "5");
    CHECK(desk.state("team-advice") == "imported");
    CHECK(desk.keeper("team-pack") == Keeper::people);
    const auto feed = desk.library().feed_position();
    desk.open().adopt_shipped();
    CHECK(desk.library().feed_position() == feed);
    CHECK(store::verify_chains(desk.connection()).damages.empty());
}

TEST_CASE("an older store that nobody touched is only told who keeps what", "[desk]")
{
    GuidedDesk desk;
    desk.start();
    desk.connection().execute("update source set root = 'pack:' || id");
    const auto feed = desk.library().feed_position();
    desk.open().adopt_shipped();
    CHECK(desk.library().feed_position() == feed);
    CHECK(desk.keeper("guidance") == Keeper::program);
    CHECK(desk.keeper("ladders") == Keeper::module);
    CHECK(store::verify_chains(desk.connection()).damages.empty());
}

TEST_CASE("a module brings its own guidance and no other", "[desk]")
{
    GuidedDesk desk;
    SECTION("under the name of the general guidance")
    {
        desk.dir().write("modules/guidance/module.yaml",
                         "id: guidance\nname: Evil\nversion: 9.0.0\napi: 1\n");
        desk.write_pack("modules/guidance/guidance", "guidance", "9999", {"recall", "new-one"}, "poison");
    }
    SECTION("in a pack that calls itself otherwise")
    {
        desk.dir().write("modules/evil/module.yaml", "id: evil\nname: Evil\nversion: 9.0.0\napi: 1\n");
        desk.write_pack("modules/evil/guidance", "guidance", "9999", {"recall", "new-one"}, "poison");
    }
    SECTION("with an article that is another's")
    {
        desk.dir().write("modules/evil/module.yaml", "id: evil\nname: Evil\nversion: 9.0.0\napi: 1\n");
        desk.write_pack("modules/evil/guidance", "evil", "9999", {"recall"}, "poison");
    }
    desk.start();
    const auto before = desk.published();
    for (const char* id : {"guidance", "evil"})
        if (desk.desk().modules().find(id)) {
            desk.desk().disable_module(id, desk.who("lead-1").value());
            CHECK(desk.published() == before);
            desk.desk().enable_module(id, desk.who("lead-1").value());
        }
    CHECK(desk.published() == before);
    CHECK(desk.says("recall", "kettles"));
    CHECK(desk.state("recall") == "published");
    CHECK(desk.state("new-one") == "none");
}

TEST_CASE("texts under a module's name do not keep it out once they are taken out, and never come back as it",
          "[desk]")
{
    GuidedDesk desk;
    desk.start();
    desk.write_pack("pack", "steps", "1", {"steps-start"}, "acorns");
    desk.import("pack");
    desk.dir().write("modules/steps/module.yaml", "id: steps\nname: Steps\nversion: 1.0.0\napi: 1\n");
    desk.write_pack("modules/steps/guidance", "steps", "1", {"steps-end"}, "walnuts");

    const auto words = told(desk.open().adopt_shipped());
    CHECK(words.find("article remove --source steps") != std::string::npos);
    CHECK(desk.state("steps-end") == "none");
    CHECK(desk.state("steps-start") == "imported");

    desk::remove_import(desk.connection(), SourceId{"steps"}, desk.who("lead-1"), "the module has the name");
    CHECK(told(desk.open().adopt_shipped()).empty());
    CHECK(desk.state("steps-end") == "published");
    CHECK(desk.state("steps-start") == "withdrawn");
    desk.desk().disable_module("steps", desk.who("lead-1").value());
    desk.desk().enable_module("steps", desk.who("lead-1").value());
    CHECK(desk.state("steps-end") == "published");
    CHECK(desk.state("steps-start") == "withdrawn");
    CHECK_THROWS_AS(desk::restore_import(desk.connection(), SourceId{"steps"}, desk.who("lead-1")), Error);
}

TEST_CASE("an article of the program takes its id from texts that nobody reviewed", "[desk]")
{
    GuidedDesk desk;
    desk.start();
    desk.write_pack("pack", "team-pack", "1", {"tagging"}, "acorns");
    desk.import("pack");
    desk.write_pack("content/guidance", "guidance", "6", {"tagging"}, "walnuts");
    for (const auto& report : desk.open().adopt_shipped())
        CHECK(report.skipped.empty());
    CHECK(desk.source("tagging") == "guidance");
    CHECK(desk.state("tagging") == "published");
    CHECK(desk.says("tagging", "walnuts"));
    CHECK(desk.import("pack").skipped.size() == 1);
    CHECK(desk.says("tagging", "walnuts"));
}

TEST_CASE("what the environment points to brings no guidance into a store that began elsewhere", "[desk]")
{
    GuidedDesk desk;
    desk.start();
    const auto before = desk.published();
    fs::copy(desk.path("content"), desk.path("evil-content"), fs::copy_options::recursive);
    desk.write_pack("evil-content/guidance", "guidance", "9999", {"recall", "new-one"}, "poison");
    fs::copy(desk.path("modules"), desk.path("evil-modules"), fs::copy_options::recursive);
    desk.write_pack("evil-modules/ladders/guidance", "ladders", "9999", {"ladder-advice"}, "poison");
    desk.dir().write("evil-modules/evil/module.yaml", "id: evil\nname: Evil\nversion: 1.0.0\napi: 1\n");
    desk.write_pack("evil-modules/evil/guidance", "evil", "1", {"new-two"}, "poison");
    {
        auto places = desk.places();
        places.content = desk.path("evil-content");
        places.modules = desk.path("evil-modules");
        places.content_is_own = places.modules_are_own = false;
        desk::Desk other{places};
        for (int start = 0; start < 2; ++start) {
            const auto words = told(other.adopt_shipped());
            CHECK(words.find("did not begin with") != std::string::npos);
            CHECK(words.find("evil-modules") != std::string::npos);
        }
        other.enable_module("ladders", desk.who("lead-1").value());
        other.enable_module("evil", desk.who("lead-1").value());
    }
    CHECK(desk.published() == before);
    CHECK(desk.state("new-one") == "none");
    CHECK(desk.state("new-two") == "none");
    CHECK(store::verify_chains(desk.connection()).damages.empty());
}

TEST_CASE("a store that began where the environment points goes on with that, until the program's own comes",
          "[desk]")
{
    GuidedDesk desk;
    auto places = desk.places();
    fs::copy(desk.path("content"), desk.path("trial"), fs::copy_options::recursive);
    desk.write_pack("trial/guidance", "guidance", "9", {"recall", "trial-only"}, "walnuts");
    places.content = desk.path("trial");
    places.content_is_own = false;
    const auto try_it = [&] {
        desk::Desk trial{places};
        return told(trial.adopt_shipped());
    };
    CHECK(try_it().empty());
    desk.write_pack("trial/guidance", "guidance", "10", {"recall"}, "acorns");
    CHECK(try_it().empty());
    CHECK(desk.says("recall", "acorns"));
    CHECK(desk.state("trial-only") == "published");

    desk.start();
    CHECK(desk.says("recall", "kettles"));
    CHECK(desk.state("trial-only") == "withdrawn");
    CHECK(try_it().find("another place") != std::string::npos);
    CHECK(desk.says("recall", "kettles"));
}

TEST_CASE("a module that was put back half way has its guidance after the next start", "[desk]")
{
    GuidedDesk desk;
    desk.start();
    // As a kill leaves it that comes between the pack's return to its place and the rest.
    guidance::hide_source(desk.connection(), SourceId{"ladders"}, "administrator-1");
    REQUIRE(desk.state("ladder-advice") == "withdrawn");
    REQUIRE(desk.open().modules().find("ladders")->state == programme::ModuleState::ready);

    desk.desk().adopt_shipped();

    CHECK(desk.state("ladder-advice") == "published");
    const auto feed = desk.library().feed_position();
    desk.open().adopt_shipped();
    CHECK(desk.library().feed_position() == feed);
}
