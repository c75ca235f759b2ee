// SPDX-License-Identifier: GPL-2.0-or-later
// What comes from stdin may be a case: a crash while it is read leaves none of it on the disk.
#include "tests/support/catch.h"
#include "tests/terminal/guidepostctl.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <sstream>

using namespace guidepost;
using test::has;
using namespace std::chrono_literals;

namespace {

/// Core files as large as the system lets this process have them, for what it starts.
class WithCoreFiles {
public:
    WithCoreFiles()
    {
        getrlimit(RLIMIT_CORE, &before_);
        const rlimit most{before_.rlim_max, before_.rlim_max};
        setrlimit(RLIMIT_CORE, &most);
    }
    ~WithCoreFiles() { setrlimit(RLIMIT_CORE, &before_); }
    WithCoreFiles(const WithCoreFiles&) = delete;
    WithCoreFiles& operator=(const WithCoreFiles&) = delete;

    bool are_possible() const { return before_.rlim_max > 0; }

private:
    rlimit before_{};
};

std::string of_process(pid_t pid, const char* file)
{
    std::ifstream stream{fmt::format("/proc/{}/{}", pid, file)};
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

} // namespace

TEST_CASE("core files are off while a command still reads what it was given", "[terminal]")
{
    const WithCoreFiles core_files;
    if (!core_files.are_possible())
        WARN("this system gives no core files to anybody");
    const std::vector<std::string> words =
        GENERATE(values<std::vector<std::string>>({{"guard", "check"},
                                                   {"sign-in", "officer-14"},
                                                   {"--practice", "--as", "officer-14", "consult", "ask"}}));
    const int signal = GENERATE(SIGSEGV, SIGABRT);
    const test::Terminal terminal;
    auto command = terminal.command(words);
    command.input = "He said he would go to";
    command.in_stays_open = true;
    command.folder = terminal.dir().path();
    CAPTURE(words, signal);

    test::Process process{command};
    REQUIRE(process.wait_for_input_read(60s));

    const auto limits = of_process(process.pid(), "limits");
    const auto line = limits.substr(limits.find("Max core file size"));
    CHECK(has(line.substr(0, line.find('\n')), " 0                    0 "));
    if (std::filesystem::exists("/proc/self/coredump_filter"))
        CHECK(of_process(process.pid(), "coredump_filter") == "00000000\n");
    process.send(signal);
    const auto outcome = process.finish(60s);
    CHECK(outcome.signal == signal);
    CHECK_FALSE(outcome.left_core);
    for (const auto& entry : std::filesystem::directory_iterator{terminal.dir().path()})
        CHECK_FALSE(entry.path().filename().string().starts_with("core"));
}
