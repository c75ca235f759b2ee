// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/search/indexer.h"
#include "tests/support/articles.h"
#include "tests/support/catch.h"

#include <fmt/format.h>

#include <fstream>
#include <thread>

using namespace guidepost;
using search::Caught;
using test::Bench;
namespace fs = std::filesystem;

namespace {

search::IndexStatus status_of(Bench& bench)
{
    auto library = bench.desk().library();
    return search::index_status(bench.desk().index_folder(), library);
}

std::size_t generations(Bench& bench)
{
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator{bench.desk().index_folder()})
        count += entry.is_directory() ? 1 : 0;
    return count;
}

std::vector<std::pair<std::string, std::string>> many(std::size_t count, const std::string& word)
{
    std::vector<std::pair<std::string, std::string>> files;
    for (std::size_t i = 0; i < count; ++i)
        files.emplace_back(fmt::format("{}-{}.md", word, i),
                           fmt::format("# Page {}\n\nOne {} text{}.\n", i, word, i));
    return files;
}

} // namespace

TEST_CASE("a change is searchable after catching up, and its old words are gone", "[search]")
{
    Bench bench;
    bench.import({{"a.md", "# A\n\nthe walrus\n"}, {"b.md", "# B\n\nthe otter\n"}});
    bench.import({{"a.md", "# A\n\nthe badger\n"}});

    REQUIRE(bench.ids("badger").size() == 1);
    REQUIRE(bench.ids("walrus").empty());
    REQUIRE(bench.ids("otter").size() == 1);
    REQUIRE(status_of(bench).articles == 2);
    REQUIRE(status_of(bench).behind == 0);
}

TEST_CASE("a searcher that is open sees what is indexed later, in place and by a rebuild", "[search]")
{
    Bench bench;
    bench.import({{"a.md", "# A\n\nthe walrus\n"}});
    REQUIRE(bench.ids("walrus").size() == 1); // opens the searcher
    bench.import({{"b.md", "# B\n\nthe otter\n"}});
    REQUIRE(bench.ids("otter").size() == 1);
    for (int i = 0; i < 3; ++i) {
        REQUIRE(bench.desk().rebuild() == Caught::up);
        REQUIRE(bench.ids("otter").size() == 1);
    }
    REQUIRE(generations(bench) == 1);
}

TEST_CASE("a result that was shown before is shown as it is now", "[search]")
{
    Bench bench;
    bench.import({{"a.md", "# Otters\n\nThe otter sleeps by day.\n"}});
    REQUIRE(bench.find("otter").hits.at(0).snippet.find("sleeps") != std::string::npos);
    bench.import({{"a.md", "# River otters\n\nThe otter hunts at dusk.\n"}});

    SECTION("after an update in place")
    {}
    SECTION("after a rebuild")
    {
        REQUIRE(bench.desk().rebuild() == Caught::up);
    }
    const auto page = bench.find("otter");
    REQUIRE(page.hits.at(0).title == "River otters");
    REQUIRE(page.hits[0].snippet.find("hunts") != std::string::npos);
}

TEST_CASE("what is withdrawn is gone at once, indexed or not", "[search]")
{
    Bench bench;
    bench.import({{"a.md", "# A\n\nthe walrus\n"}, {"b.md", "# B\n\nthe walrus\n"}});
    REQUIRE(bench.ids("walrus").size() == 2); // both have been shown
    const auto gone = bench.desk().library().find(ArticleId{bench.ids("walrus").at(0)});
    {
        auto& connection = bench.desk().connection();
        store::Transaction transaction{connection};
        guidance::LibraryWriter writer{connection, "lead", system_now};
        writer.publish(gone->id, guidance::ArticleState::withdrawn, gone->source, gone->path, gone->title,
                       gone->text);
        writer.finish();
        transaction.commit();
    }

    const auto before = bench.find("walrus");
    REQUIRE(before.hits.size() == 1);
    REQUIRE(before.hits[0].article != gone->id);
    REQUIRE(before.index.kind == search::IndexState::Kind::ready);
    REQUIRE(before.index.behind == 1);

    REQUIRE(bench.desk().catch_up() == Caught::up);
    REQUIRE(bench.ids("walrus").size() == 1);
    REQUIRE(bench.find("walrus").index.behind == 0);
}

TEST_CASE("many new articles at once are all found", "[search]")
{
    Bench bench;
    bench.import(many(3, "walrus"));
    bench.import(many(700, "otter"));

    REQUIRE(bench.find("otter").total == 700);
    REQUIRE(bench.find("walrus").total == 3);
    REQUIRE(status_of(bench).articles == 703);
}

TEST_CASE("an index that was stopped, lost, of another form or ahead of the store is made anew", "[search]")
{
    Bench bench;
    bench.import(many(20, "walrus"));
    const auto folder = bench.desk().index_folder();

    SECTION("stopped: the old one stays and the next run finishes")
    {
        std::stop_source stop;
        stop.request_stop();
        REQUIRE(bench.desk().rebuild({}, stop.get_token()) == Caught::stopped);
        REQUIRE(bench.find("walrus").total == 20);
        REQUIRE(generations(bench) == 1);
    }
    SECTION("lost")
    {
        fs::remove_all(folder);
        REQUIRE_FALSE(status_of(bench).exists);
    }
    SECTION("its name points nowhere")
    {
        std::ofstream{folder / "current"} << "../../../etc";
        REQUIRE_FALSE(status_of(bench).exists);
    }
    SECTION("a file of it is cut to nothing")
    {
        for (const auto& entry : fs::recursive_directory_iterator{folder})
            if (entry.path().extension() == ".glass")
                fs::resize_file(entry.path(), 0);
        REQUIRE_FALSE(status_of(bench).problem.empty());
    }
    SECTION("a rebuild was killed before and left its parts")
    {
        fs::create_directories(folder / "generation-99" / "part-1");
    }
    SECTION("the store was put back from a backup")
    {
        const auto store = store::embedded_store_file(bench.desk().places().profile);
        bench.desk().connection().run_script("vacuum into '" + (bench.folder() / "backup").string() + "'");
        bench.import(many(5, "otter"));
        Bench other; // another profile whose index is then swapped in: further on than its store
        other.import(many(3, "badger"));
        fs::remove_all(other.desk().index_folder());
        fs::copy(folder, other.desk().index_folder(), fs::copy_options::recursive);
        REQUIRE(other.desk().catch_up() == Caught::up);
        REQUIRE(other.find("walrus").total == 0);
        REQUIRE(other.find("badger").total == 3);
    }
    REQUIRE(bench.desk().rebuild() == Caught::up);
    REQUIRE(bench.find("walrus").total == 20);
    REQUIRE(status_of(bench).is_current_form);
    REQUIRE(generations(bench) == 1);
}

TEST_CASE("an index that is ahead of its store is not believed, however often one asks", "[search]")
{
    Bench bench, other;
    other.import(many(20, "walrus"));
    bench.import(many(20, "walrus"));
    bench.import(many(5, "otter"));
    fs::remove_all(other.desk().index_folder());
    fs::copy(bench.desk().index_folder(), other.desk().index_folder(), fs::copy_options::recursive);
    for (int i = 0; i < 3; ++i) {
        const auto page = other.find("page");
        CHECK(page.index.kind == search::IndexState::Kind::titles_only);
        CHECK_FALSE(page.hits.empty());
    }
    REQUIRE(other.desk().catch_up() == Caught::up);
    CHECK(other.find("walrus").total == 20);
    CHECK(other.find("walrus").index.kind == search::IndexState::Kind::ready);
}

TEST_CASE("catching up while another program indexes says so and harms nothing", "[search]")
{
    Bench bench;
    bench.import(many(400, "walrus"));
    std::atomic<int> busy = 0, up = 0;
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            for (int k = 0; k < 3; ++k)
                ++(bench.desk().rebuild() == Caught::busy ? busy : up);
        });
    for (int i = 0; i < 50; ++i)
        REQUIRE(bench.find("walrus").total == 400);
    threads.clear();
    REQUIRE(up > 0);
    REQUIRE(up + busy == 12);
    REQUIRE(generations(bench) == 1);
}

TEST_CASE("progress ends at the whole", "[search]")
{
    Bench bench;
    bench.import(many(50, "walrus"));
    Progress last;
    REQUIRE(bench.desk().rebuild([&](Progress now) { last = now; }) == Caught::up);
    REQUIRE(last.total == 50);
    REQUIRE(last.done == 50);
}
