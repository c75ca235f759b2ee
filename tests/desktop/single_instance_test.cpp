// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/error.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"
#include "ui/desktop/platform/single_instance.h"

#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <vector>

using namespace guidepost;
using guidepost::desktop::platform::SingleInstance;

namespace {

/// A runtime folder of the test's own.
struct Runtime {
    test::TempDir folder;
    std::string before = std::getenv("XDG_RUNTIME_DIR") ? std::getenv("XDG_RUNTIME_DIR") : "";
    Runtime() { setenv("XDG_RUNTIME_DIR", folder.path().c_str(), 1); }
    ~Runtime() { setenv("XDG_RUNTIME_DIR", before.c_str(), 1); }
    Runtime(const Runtime&) = delete;
    Runtime& operator=(const Runtime&) = delete;
};

struct Received {
    std::mutex mutex;
    std::condition_variable arrived;
    std::vector<std::string> messages;

    void take(std::string message)
    {
        const std::lock_guard lock{mutex};
        messages.push_back(std::move(message));
        arrived.notify_all();
    }
    bool wait_for(std::size_t count)
    {
        std::unique_lock lock{mutex};
        return arrived.wait_for(lock, std::chrono::seconds{10}, [&] { return messages.size() >= count; });
    }
};

} // namespace

TEST_CASE("a second start of the same profile hands its link over", "[desktop]")
{
    const Runtime runtime;
    const test::TempDir profile;
    Received received;
    SingleInstance first{profile.path()};
    REQUIRE_FALSE(first.is_second());
    first.listen([&](std::string message) { received.take(std::move(message)); });

    const SingleInstance second{profile.path()};
    REQUIRE(second.is_second());
    CHECK(second.hand_over("guidepost://article/recall"));
    CHECK(second.hand_over(""));
    REQUIRE(received.wait_for(2));
    CHECK(received.messages == std::vector<std::string>{"guidepost://article/recall", ""});
}

TEST_CASE("two profiles do not know of each other", "[desktop]")
{
    const Runtime runtime;
    const test::TempDir one, other;
    const SingleInstance first{one.path()};
    const SingleInstance second{other.path()};
    CHECK_FALSE(second.is_second());
}

TEST_CASE("when the first one has ended, the next start is the first", "[desktop]")
{
    const Runtime runtime;
    const test::TempDir profile;
    {
        SingleInstance first{profile.path()};
        first.listen([](std::string) {});
    }
    SingleInstance next{profile.path()};
    CHECK_FALSE(next.is_second());
    CHECK_NOTHROW(next.listen([](std::string) {}));
}

TEST_CASE("a message that is too long is not taken, and the next one is", "[desktop]")
{
    const Runtime runtime;
    const test::TempDir profile;
    Received received;
    SingleInstance first{profile.path()};
    first.listen([&](std::string message) { received.take(std::move(message)); });
    const SingleInstance second{profile.path()};
    CHECK_FALSE(second.hand_over(std::string(5000, 'x')));
    CHECK(second.hand_over("after"));
    REQUIRE(received.wait_for(1));
    CHECK(received.messages.front() == "after");
}

TEST_CASE("a runtime folder that others may read is refused", "[desktop]")
{
    const Runtime runtime;
    const test::TempDir profile;
    const auto folder = runtime.folder.path() / "guidepost";
    std::filesystem::create_directory(folder);
    std::filesystem::permissions(folder, std::filesystem::perms::all);
    CHECK_THROWS_AS(SingleInstance{profile.path()}, Error);
}
