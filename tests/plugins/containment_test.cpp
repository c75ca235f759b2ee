// SPDX-License-Identifier: GPL-2.0-or-later
// What a module can do to the desk, tried with modules that mean harm. What the system does not enforce is
// said and not counted; a build with sanitizers enforces files only.
#include "core/programme/catalogue.h"
#include "core/programme/exchange/answers.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "core/text/text.h"
#include "tests/support/catch.h"
#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fstream>
#include <future>
#include <iostream>
#include <map>

using namespace guidepost;
using namespace guidepost::programme;
using Json = nlohmann::json;
namespace fs = std::filesystem;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

const fs::path hostile{GUIDEPOST_HOSTILE_MODULES};

// Without the memory limit and the filter of system calls, an attack would not fail but happen.
#ifdef __SANITIZE_ADDRESS__
constexpr bool is_sanitized = true;
#else
constexpr bool is_sanitized = false;
#endif

bool is_tried(const std::string& id)
{
    return id != "breakout" && !(is_sanitized && id == "eats-memory");
}

ModuleLink::Start start_of(const std::string& id)
{
    const auto folder = hostile / id;
    return {.program = GUIDEPOST_MODULE_HOST,
            .folder = folder,
            .code = [file = folder / ("lib" + id + ".so")] { return read_file(file, 1 << 28); },
            .id = id,
            .name = id,
            .version = "1.0.0"};
}

/// Somebody to talk to on the loopback; says whether anybody did.
class Listener {
public:
    Listener() : fd_{socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)}
    {
        sockaddr_in here{};
        here.sin_family = AF_INET;
        here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof here;
        REQUIRE(bind(fd_, reinterpret_cast<sockaddr*>(&here), size) == 0);
        REQUIRE(listen(fd_, 8) == 0);
        getsockname(fd_, reinterpret_cast<sockaddr*>(&here), &size);
        port = ntohs(here.sin_port);
    }
    ~Listener() { close(fd_); }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    bool was_called() const
    {
        pollfd waiting{fd_, POLLIN, 0};
        return poll(&waiting, 1, 0) > 0;
    }
    int port = 0;

private:
    int fd_;
};

struct Count {
    int tried = 0;
    int succeeded = 0;
};

std::map<std::string, bool> layers_of(const Enforced& enforced)
{
    return {{"files", enforced.files},
            {"network", enforced.network},
            {"processes", enforced.processes},
            {"memory", enforced.memory}};
}

/// How many of the attacks succeed when nothing holds them.
std::map<std::string, Count> unconfined(int port)
{
    test::TempDir dir;
    const auto said = test::run({.argv = {GUIDEPOST_UNCONFINED, dir.path().string(), std::to_string(port)}});
    std::map<std::string, Count> counts;
    for (const auto& line : split(said.out, '\n')) {
        const auto words = split(line, ' ');
        auto& count = counts[words.at(1)];
        ++count.tried;
        count.succeeded += words.at(0) == "1";
    }
    return counts;
}

std::string what_happens(ModuleLink& link)
{
    try {
        link.call("guidepost.suitability/1", {{"version", 1}},
                  [](const Json& answer) { read_assessment(answer); });
    } catch (const Error& e) {
        return e.what();
    }
    return {};
}

} // namespace

TEST_CASE("a module that attacks from inside succeeds with nothing that is closed off",
          "[plugins][containment]")
{
    if (is_sanitized) {
        WARN(
            "not tried: a build with sanitizers has neither the memory limit nor the filter of system calls");
        return;
    }
    Listener listener;
    test::TempDir home;
    home.write("secret.txt", "what nobody may read");
    const auto case_file = home.write("case.txt", "what nobody may change");

    // Its attacks fill memory for a while; how long a call may take is measured below.
    auto start = start_of("breakout");
    start.longest_call = std::chrono::minutes{1};
    ModuleLink link{start};
    Json tried;
    link.call("guidepost.suitability/1", {{"home", home.path().string()}, {"port", listener.port}},
              [&](const Json& answer) { tried = answer.at("tried"); });
    const auto enforced = link.status().enforced;
    const auto free = unconfined(listener.was_called() ? 1 : listener.port);

    std::map<std::string, Count> counts;
    std::vector<std::string> succeeded;
    for (const auto& one : tried)
        for (const char* when : {"loading", "called"}) {
            const auto layer = one.at("layer").get<std::string>();
            auto& count = counts[layer];
            ++count.tried;
            if (one.at(when) == 0)
                continue;
            ++count.succeeded;
            if (layers_of(enforced).at(layer))
                succeeded.push_back(
                    fmt::format("{}: {} ({})", layer, one.at("name").get<std::string>(), when));
        }

    int attempts = 0, free_successes = 0;
    for (const auto& [layer, is_enforced] : layers_of(enforced)) {
        const auto& count = counts[layer];
        std::cout << fmt::format(
            "containment: {:<10} {:3} attempts, {} succeeded{}; free, {} of {} succeed\n", layer, count.tried,
            count.succeeded, is_enforced ? "" : " (not enforced here)",
            free.count(layer) ? free.at(layer).succeeded : 0, free.count(layer) ? free.at(layer).tried : 0);
        attempts += is_enforced ? count.tried : 0;
        free_successes += free.count(layer) ? free.at(layer).succeeded : 0;
    }
    if (!enforced.why.empty())
        std::cout << "containment: " << enforced.why << "\n";

    INFO(join(succeeded, "\n"));
    CHECK(succeeded.empty());
    CHECK(attempts >= 60);
    CHECK(free_successes >= 50); // the attacks are attacks
    CHECK(read_file(case_file, 100) == "what nobody may change");
    CHECK(std::distance(fs::directory_iterator{home.path()}, {}) == 2);
    CHECK_FALSE(fs::exists(hostile / "breakout" / "left-behind"));
    // What this kernel and this machine have is what the program promises.
    CHECK(enforced.network);
    CHECK(enforced.processes);
    CHECK(enforced.memory);
}

TEST_CASE("a module that breaks is stopped within three seconds, with a reason", "[plugins][containment]")
{
    std::vector<std::string> ids;
    for (const auto& entry : fs::directory_iterator{hostile})
        if (is_tried(entry.path().filename().string()))
            ids.push_back(entry.path().filename().string());
    std::sort(ids.begin(), ids.end());
    REQUIRE(ids.size() == (is_sanitized ? 33 : 34));
    struct Ending {
        std::string said = {};
        ModuleLink::Status status = {};
        milliseconds took{0};
    };
    const auto end_of = [](const std::string& id) {
        ModuleLink link{start_of(id)};
        const auto begin = steady_clock::now();
        Ending ending;
        ending.said = what_happens(link);
        ending.took = std::chrono::duration_cast<milliseconds>(steady_clock::now() - begin);
        ending.status = link.status();
        return ending;
    };
    int stopped = 0;
    for (std::size_t first = 0; first < ids.size(); first += 4) {
        std::vector<std::future<Ending>> endings;
        for (auto i = first; i < std::min(first + 4, ids.size()); ++i)
            endings.push_back(std::async(std::launch::async, end_of, ids[i]));
        for (std::size_t i = 0; i < endings.size(); ++i) {
            auto ending = endings[i].get();
            for (int again = 0; again < 3 && ending.took >= milliseconds{3000}; ++again)
                ending = end_of(ids[first + i]); // alone: the machine was busy
            INFO(ids[first + i] << ": " << ending.said);
            const bool is_stopped = ending.status.state == ModuleLink::State::stopped ||
                                    ending.status.state == ModuleLink::State::refused;
            CHECK(is_stopped);
            CHECK(ending.status.reason == ending.said);
            CHECK(ending.took < milliseconds{3000});
            stopped += is_stopped;
        }
    }
    std::cout << fmt::format("containment: {} of {} broken modules were stopped within 3 s\n", stopped,
                             ids.size());
}

TEST_CASE("the reason says what a module did", "[plugins][containment]")
{
    const auto reason = [](const std::string& id) {
        ModuleLink link{start_of(id)};
        return what_happens(link);
    };
    CHECK(reason("segv").find("segv was stopped: it ") == 0);
    CHECK(reason("loops") == "loops was stopped: it took longer than 2 seconds.");
    CHECK(reason("exits-at-once") == "exits-at-once was stopped: it ended with 0.");
    CHECK(reason("no-json") == "no-json was stopped: it answered with something that is not JSON.");
    CHECK(reason("false-abi") == "false-abi is refused: The module was made for version 77 of the module "
                                 "interface; this is version 1.");
    CHECK(reason("no-entry").find("it could not be loaded. The library has no guidepost_module_entry.") !=
          std::string::npos);
    CHECK(reason("wrong-shape").find("does not have the form it should have (options[0].name is missing)") !=
          std::string::npos);
    CHECK(reason("floods-sink").find("was stopped") != std::string::npos);
}

TEST_CASE("the desk goes on while every module breaks at once", "[plugins][containment]")
{
    Catalogue catalogue{{.host = GUIDEPOST_MODULE_HOST, .built_in = {hostile, GUIDEPOST_TEST_MODULES}}};
    std::vector<std::future<void>> asking;
    for (const auto& view : catalogue.modules())
        if (view.has_code() && view.id != "steps" && view.id != "template" && is_tried(view.id))
            asking.push_back(std::async(std::launch::async, [&catalogue, id = view.id] {
                for (int i = 0; i < 4; ++i)
                    try {
                        catalogue.assess(id, {});
                    } catch (const Error&) {
                    }
            }));
    // A well-behaved one answers among them, and looking never waits.
    auto longest = milliseconds{0};
    for (int i = 0; i < 20; ++i) {
        CHECK(catalogue.form("steps").size() == 2);
        const auto begin = steady_clock::now();
        CHECK(catalogue.modules().size() > 30);
        longest = std::max(longest, std::chrono::duration_cast<milliseconds>(steady_clock::now() - begin));
    }
    for (auto& one : asking)
        one.get();
    CHECK(longest < milliseconds{2000}); // what waiting for one of them would take
    int off = 0;
    for (const auto& view : catalogue.modules()) {
        INFO(view.id << ": " << view.reason);
        if (view.id == "steps" || view.id == "template")
            CHECK(view.state == ModuleState::ready);
        else if (is_tried(view.id))
            CHECK((view.state == ModuleState::stopped || view.state == ModuleState::refused));
        off += view.failures >= ModuleLink::failures_until_off;
    }
    CHECK(off >= 30);
}

TEST_CASE("a host that is killed while nobody asks is shown as stopped at the next look",
          "[plugins][containment]")
{
    Catalogue catalogue{{.host = GUIDEPOST_MODULE_HOST, .built_in = {GUIDEPOST_TEST_MODULES}}};
    CHECK(catalogue.form("steps").size() == 2);
    // Its host is the one child of ours that runs.
    std::vector<pid_t> children;
    std::ifstream list{fmt::format("/proc/self/task/{}/children", gettid())};
    for (pid_t child = 0; list >> child;)
        children.push_back(child);
    REQUIRE(children.size() == 1);
    kill(children[0], SIGKILL);
    const auto deadline = steady_clock::now() + milliseconds{3000};
    while (catalogue.find("steps")->state != ModuleState::stopped && steady_clock::now() < deadline)
        usleep(10'000);
    CHECK(catalogue.find("steps")->state == ModuleState::stopped);
    CHECK(catalogue.find("steps")->reason.find("signal 9") != std::string::npos);
    CHECK(catalogue.form("steps").size() == 2); // and works again when asked
}

TEST_CASE("a module nobody signed does not run where it cannot be confined", "[plugins][containment]")
{
    auto start = start_of("segv-when-loaded");
    start.trust = Trust::unsigned_;
    ModuleLink link{start};
    const auto said = what_happens(link);
    const auto enforced = link.status().enforced;
    INFO(said);
    if (enforced.is_whole())
        CHECK(said.find("was stopped") != std::string::npos); // it ran, confined, and broke
    else
        CHECK(said.find("nobody signed it, and this system cannot confine it") != std::string::npos);
}
