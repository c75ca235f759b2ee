// SPDX-License-Identifier: GPL-2.0-or-later
// What a module brings to a desk beside its code.
#include "core/desk/desk.h"
#include "core/text/error.h"
#include "tests/support/articles.h"
#include "tests/support/catch.h"

#include <fmt/format.h>

#include <thread>

using namespace guidepost;

namespace {

/// A desk with one article of its own and one module that has one too.
struct WithModule {
    test::TempDir dir;

    WithModule()
    {
        dir.write("content/vocabulary.tsv", "PNI\tProgramme Needs Identifier\tsame\n");
        pack("content/guidance", "guidance", "general-advice", "General advice", "kettles");
        dir.write("modules/ladders/module.yaml",
                  "id: ladders\nname: Ladders\nversion: 1.0.0\napi: 1\nvocabulary:\n"
                  "  - {short: LDR, long: kettles, kind: same}\n"
                  "  - {short: PNI, long: Programme Needs Identifier, kind: same}\n");
        pack("modules/ladders/guidance", "ladders", "ladder-advice", "Ladder advice", "rungs");
    }
    void pack(const std::string& folder, const std::string& id, const std::string& article,
              const std::string& title, const std::string& word) const
    {
        dir.write(
            folder + "/pack.yaml",
            fmt::format("id: {}\ntitle: T\nversion: 1\napproved_by: us\napproved_on: 2026-11-21\n", id));
        dir.write(
            fmt::format("{}/{}.md", folder, article),
            test::AnArticle{.id = article, .title = title, .body = "## Do now\n\nMind the " + word + ".\n"}
                .text());
    }
    desk::Desk open() const
    {
        return desk::Desk{{dir.path() / "profile", dir.path() / "content", dir.path() / "modules", {}}};
    }
};

const people::Staff lead{.login = Login{"lead-1"}, .roles = {people::Role::lead}};

std::size_t found(desk::Desk& desk, std::string_view words)
{
    desk.catch_up();
    search::Query query;
    query.text = words;
    return desk.make_searcher().searcher.find(query).hits.size();
}

} // namespace

TEST_CASE("a module's guidance is adopted, hidden with it and brought back", "[desk]")
{
    const WithModule with;
    {
        auto desk = with.open();
        CHECK(desk.adopt_shipped().size() == 2);
        CHECK(found(desk, "rungs") == 1);
        CHECK(found(desk, "kettles") == 1);

        desk.disable_module("ladders", lead);
        CHECK(found(desk, "rungs") == 0);
        CHECK(found(desk, "kettles") == 1);
    }
    // Another start does not bring it back.
    auto desk = with.open();
    CHECK(desk.adopt_shipped().size() == 1);
    CHECK(found(desk, "rungs") == 0);
    CHECK(desk.modules().find("ladders")->state == programme::ModuleState::disabled);

    desk.enable_module("ladders", lead);
    CHECK(found(desk, "rungs") == 1);
    CHECK(desk.adopt_shipped().size() == 2);
}

TEST_CASE("an article that moved from a module to the general guidance stays when the module is switched off",
          "[desk]")
{
    const WithModule with;
    with.open().adopt_shipped();

    std::filesystem::rename(with.dir.path() / "modules/ladders/guidance/ladder-advice.md",
                            with.dir.path() / "content/guidance/ladder-advice.md");
    auto desk = with.open();
    for (const auto& report : desk.adopt_shipped())
        CHECK(report.skipped.empty());
    CHECK(desk.library().find(ArticleId{"ladder-advice"})->source == SourceId{"guidance"});
    CHECK(found(desk, "rungs") == 1);

    desk.disable_module("ladders", lead);
    CHECK(found(desk, "rungs") == 1);
}

TEST_CASE("a pack takes no article that another still has, or that came with a module now gone", "[desk]")
{
    const WithModule with;
    with.open().adopt_shipped();
    const auto mine = with.dir.path() / "content/guidance/ladder-advice.md";
    std::filesystem::copy(with.dir.path() / "modules/ladders/guidance/ladder-advice.md", mine);
    const auto owner = [&] {
        auto desk = with.open();
        CHECK(desk.adopt_shipped().front().skipped.size() == 1);
        return desk.library().find(ArticleId{"ladder-advice"})->source;
    };
    CHECK(owner() == SourceId{"ladders"});
    std::filesystem::remove_all(with.dir.path() / "modules/ladders");
    CHECK(owner() == SourceId{"ladders"});
}

TEST_CASE("a module's short forms join the vocabulary and leave with it", "[desk]")
{
    const WithModule with;
    auto desk = with.open();
    desk.adopt_shipped();
    CHECK(desk.vocabulary()->pairs().size() == 2); // PNI is there already
    CHECK(found(desk, "LDR") == 1);
    desk.disable_module("ladders", lead);
    CHECK(desk.vocabulary()->pairs().size() == 1);
    CHECK(found(desk, "LDR") == 0);
}

TEST_CASE("a desk whose modules are gone, broken or nowhere is a desk", "[desk]")
{
    const WithModule with;
    with.dir.write("modules/ladders/module.yaml", "id: [");
    {
        auto desk = with.open();
        CHECK(desk.adopt_shipped().size() == 1);
        CHECK(desk.modules().find("ladders")->state == programme::ModuleState::refused);
        CHECK(found(desk, "kettles") == 1);
    }
    std::filesystem::remove_all(with.dir.path() / "modules");
    auto desk = with.open();
    CHECK(desk.modules().modules().empty());
    CHECK(found(desk, "kettles") == 1);
}

TEST_CASE("a module is switched by another thread than the desk's own", "[desk]")
{
    const WithModule with;
    auto desk = with.open();
    desk.adopt_shipped();
    std::thread{[&] {
        desk.disable_module("ladders", lead);
    }}.join();
    CHECK(desk.modules().find("ladders")->state == programme::ModuleState::disabled);
    CHECK(found(desk, "rungs") == 0);
    std::thread{[&] {
        desk.enable_module("ladders", lead);
    }}.join();
    CHECK(found(desk, "rungs") == 1);
}
