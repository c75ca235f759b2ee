// SPDX-License-Identifier: GPL-2.0-or-later
// A program killed at any moment: what it had acknowledged is there, and the next start works.
#include "core/store/event_chain.h"
#include "tests/support/articles.h"
#include "tests/support/catch.h"
#include "tests/support/long_form.h"

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <functional>
#include <random>
#include <thread>

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

/// Runs `work` in a process of its own and kills it after `delay`. Returns the last number that it
/// acknowledged through the function it is given.
std::size_t killed_after(std::chrono::microseconds delay, const std::function<void(const OnProgress&)>& work)
{
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const auto child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        close(ends[0]);
        const OnProgress acknowledge = [&](Progress now) {
            if (write(ends[1], &now.done, sizeof now.done) != sizeof now.done)
                _exit(2);
        };
        try {
            work(acknowledge);
        } catch (...) {
            _exit(1); // whatever it is, the parent sees that the work did not end well
        }
        _exit(0);
    }
    close(ends[1]);
    std::this_thread::sleep_for(delay); // the random moment this test is about, not a wait for anything
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    const bool was_killed = WIFSIGNALED(status);
    const bool ended_well = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    CHECK((was_killed || ended_well));
    std::size_t acknowledged = 0, number = 0;
    while (read(ends[0], &number, sizeof number) == sizeof number)
        acknowledged = number;
    close(ends[0]);
    return acknowledged;
}

/// How long the whole work takes here and now, to spread the kills over it.
template <class Work>
std::chrono::microseconds time_of(Work&& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
}

} // namespace

TEST_CASE("an import killed at any moment keeps what it acknowledged, and the next one finishes", "[faults]")
{
    test::TempDir dir;
    dir.write("content/vocabulary.tsv", "AP\tapproved premises\tsame\n");
    write_folder(dir);
    const auto whole = time_of([&] {
        auto desk = open_desk(dir.path());
        import_all(desk, dir.path(), {});
    });
    std::mt19937 random{11};
    std::size_t interrupted = 0;
    for (int round = 0; round < test::times(20, 200); ++round) {
        fs::remove_all(dir.path() / "profile");
        const std::chrono::microseconds delay{random() % (static_cast<std::uint64_t>(whole.count()) + 1)};
        const auto acknowledged = killed_after(delay, [&](const OnProgress& acknowledge) {
            auto desk = open_desk(dir.path());
            import_all(desk, dir.path(), acknowledge);
        });
        INFO("round " << round << ", killed after " << delay.count() << " us, acknowledged " << acknowledged);
        auto desk = open_desk(dir.path());
        const auto kept = desk.library().size();
        CHECK(kept >= acknowledged);
        CHECK(store::verify(desk.connection()).damages.empty());
        const auto report = import_all(desk, dir.path(), {});
        CHECK(report.added == files - kept);
        CHECK(report.unchanged == kept);
        CHECK(desk.library().size() == files);
        CHECK(store::verify(desk.connection()).damages.empty());
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
    const auto whole = time_of([&] { desk.rebuild(); });
    std::mt19937 random{13};
    for (int round = 0; round < test::times(20, 200); ++round) {
        const std::chrono::microseconds delay{random() %
                                              (static_cast<std::uint64_t>(whole.count()) * 11 / 10 + 1)};
        killed_after(delay, [&](const OnProgress& acknowledge) {
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
