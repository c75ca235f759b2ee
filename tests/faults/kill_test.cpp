// SPDX-License-Identifier: GPL-2.0-or-later
// A program killed at any moment: what it had acknowledged is there, and the next start works.
#include "core/store/event_chain.h"
#include "core/store/verify.h"
#include "tests/faults/killing.h"
#include "tests/support/articles.h"
#include "tests/support/catch.h"
#include "tests/support/long_form.h"

#include <fmt/format.h>

#include <chrono>
#include <random>

using namespace guidepost;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t files = 1200; // several transactions of an import, two shards of a rebuild

void write_folder(const test::TempDir& dir)
{
    std::mt19937 random{7};
    for (std::size_t i = 0; i < files; ++i) {
        std::string text = fmt::format("# Page {}\n\nThe walrus{} waits.\n", i, i);
        for (int word = 0; word < 150; ++word)
            text += fmt::format("word{} ", random() % 4000);
        dir.write(fmt::format("folder/{}.md", i), text + "\n");
    }
}

desk::Desk open_desk(const fs::path& folder)
{
    return desk::Desk{desk::Places{folder / "profile", folder / "content"}};
}

guidance::ImportReport import_all(desk::Desk& desk, const fs::path& folder, const OnProgress& on_progress)
{
    guidance::ImportOptions options;
    options.who = "tester";
    options.on_progress = on_progress;
    return guidance::import_folder(desk.connection(), folder / "folder", options);
}

} // namespace

TEST_CASE("an import killed at any moment keeps what it acknowledged, and the next one finishes", "[faults]")
{
    test::TempDir dir;
    dir.write("content/vocabulary.tsv", "AP\tapproved premises\tsame\n");
    write_folder(dir);
    const auto whole = test::time_of([&] {
        auto desk = open_desk(dir.path());
        import_all(desk, dir.path(), {});
    });
    std::mt19937 random{11};
    std::size_t interrupted = 0;
    for (int round = 0; round < test::times(20, 200); ++round) {
        fs::remove_all(dir.path() / "profile");
        const std::chrono::microseconds delay{random() % (static_cast<std::uint64_t>(whole.count()) + 1)};
        const auto acknowledged = test::killed_after(delay, [&](const OnProgress& acknowledge) {
            auto desk = open_desk(dir.path());
            import_all(desk, dir.path(), acknowledge);
        });
        INFO("round " << round << ", killed after " << delay.count() << " us, acknowledged " << acknowledged);
        auto desk = open_desk(dir.path());
        const auto kept = desk.library().size();
        CHECK(kept >= acknowledged);
        CHECK(store::verify_chains(desk.connection()).damages.empty());
        const auto report = import_all(desk, dir.path(), {});
        CHECK(report.added == files - kept);
        CHECK(report.unchanged == kept);
        CHECK(desk.library().size() == files);
        CHECK(store::verify_chains(desk.connection()).damages.empty());
        interrupted += kept < files ? 1 : 0;
    }
    CHECK(interrupted > 0); // else the kills all came too late to mean anything
}

TEST_CASE("a rebuild killed at any moment leaves an index that answers, and the next one finishes",
          "[faults]")
{
    test::TempDir dir;
    dir.write("content/vocabulary.tsv", "AP\tapproved premises\tsame\n");
    write_folder(dir);
    auto desk = open_desk(dir.path());
    import_all(desk, dir.path(), {});
    desk.catch_up();
    const auto whole = test::time_of([&] { desk.rebuild(); });
    std::mt19937 random{13};
    for (int round = 0; round < test::times(20, 200); ++round) {
        const std::chrono::microseconds delay{random() %
                                              (static_cast<std::uint64_t>(whole.count()) * 11 / 10 + 1)};
        test::killed_after(delay, [&](const OnProgress& acknowledge) {
            auto own = open_desk(dir.path());
            own.rebuild(acknowledge);
        });
        INFO("round " << round << ", killed after " << delay.count() << " us");
        auto own = desk.make_searcher();
        search::Query query;
        query.text = fmt::format("walrus{}", random() % files);
        auto page = own.searcher.find(query);
        CHECK(page.index.kind == search::IndexState::Kind::ready);
        CHECK(page.total == 1);
        CHECK(desk.catch_up() == search::Caught::up);
        if (round % 5 == 0) {
            CHECK(desk.rebuild() == search::Caught::up);
            page = own.searcher.find(query);
            CHECK(page.total == 1);
        }
    }
}
