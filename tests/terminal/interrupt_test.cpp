// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/store/store.h"
#include "tests/support/catch.h"
#include "tests/support/long_form.h"
#include "tests/terminal/guidepostctl.h"

#include <chrono>
#include <csignal>
#include <thread>

using namespace guidepost;
using namespace std::chrono_literals;
using test::has;

namespace {

const auto files = static_cast<std::size_t>(test::times(3'000, 20'000));

void write_notes(const test::TempDir& dir)
{
    for (std::size_t i = 0; i < files; ++i)
        dir.write("notes/n" + std::to_string(i) + ".md",
                  "# Note " + std::to_string(i) + "\n\nA word or two about it.\n");
}

std::uintmax_t size_of_store(const std::filesystem::path& profile)
{
    const auto file = store::embedded_store_file(profile);
    std::uintmax_t size = 0;
    for (const char* ending : {"", "-wal"}) {
        std::error_code none; // a journal that is not there has no size
        const auto part = std::filesystem::file_size(file.string() + ending, none);
        size += none ? 0 : part;
    }
    return size;
}

std::size_t imported(const test::Terminal& terminal)
{
    return terminal.json({"article", "list", "--source", "notes", "--json"}).at("articles").size();
}

} // namespace

TEST_CASE("Ctrl-C ends an import cleanly: exit 130, and what was stored stays", "[terminal]")
{
    const test::Terminal terminal;
    terminal(test::by_trainer({"search", "curfew"})); // everything else that is written once is there
    write_notes(terminal.dir());
    const auto folder = (terminal.dir().path() / "notes").string();

    const auto before = size_of_store(terminal.profile());
    test::Process process{terminal.command(test::by_trainer({"article", "import", folder}))};
    const auto deadline = std::chrono::steady_clock::now() + 60s;
    while (size_of_store(terminal.profile()) < before + 50'000 && std::chrono::steady_clock::now() < deadline)
        std::this_thread::sleep_for(1ms);
    process.send(SIGINT);
    const auto outcome = process.finish(60s);
    INFO(outcome.out);
    INFO(outcome.err);
    CHECK(outcome.exit_code == 130);
    CHECK(has(outcome.err, "stays"));

    CHECK(terminal({"store", "verify"}).exit_code == 0);
    const auto kept = imported(terminal);
    CHECK(kept > 0);
    CHECK(kept < files);

    const auto rest = terminal.json(test::by_trainer({"article", "import", folder, "--json"}));
    CHECK(rest.at("unchanged") == kept);
    CHECK(rest.at("added") == files - kept);
    CHECK(terminal.json({"search", "note", "--json"}).at("total") >= files);
}

TEST_CASE("Ctrl-C ends the making of an index and leaves the old one", "[terminal]")
{
    const test::Terminal terminal;
    write_notes(terminal.dir());
    terminal(test::by_trainer({"article", "import", (terminal.dir().path() / "notes").string()}));
    const auto total = terminal.json({"search", "note", "--json"}).at("total");

    int interrupted = 0;
    for (const auto pause : {0ms, 30ms, 60ms, 90ms, 150ms, 300ms}) {
        test::Process process{terminal.command({"index", "rebuild"})};
        std::this_thread::sleep_for(pause); // any moment will do
        process.send(SIGTERM);
        const auto outcome = process.finish(60s);
        INFO(outcome.err);
        // Before it listens the signal ends it; a quick machine is done before the last of them.
        CHECK((outcome.exit_code == 130 || outcome.signal == SIGTERM || outcome.exit_code == 0));
        interrupted += outcome.exit_code == 130;
        CHECK(terminal.json({"search", "note", "--json"}).at("total") == total);
    }
    CHECK(interrupted > 0);
    CHECK(terminal({"index", "rebuild"}).exit_code == 0);
    CHECK(terminal.json({"search", "note", "--json"}).at("total") == total);
}
