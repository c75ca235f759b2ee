// SPDX-License-Identifier: GPL-2.0-or-later
// docs/write-a-module.md, followed word for word: every line after "$" is run, in order, in one shell, and
// every line that is shown as an answer must be among what came out.
#include "core/text/files.h"
#include "core/text/text.h"
#include "tests/plugins/checkout.h"
#include "tests/support/catch.h"
#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

#include <fmt/format.h>

using namespace guidepost;
namespace fs = std::filesystem;

namespace {

struct Step {
    std::string command;
    std::vector<std::string> answers;
};

std::vector<std::string> lines_of(const std::string& text)
{
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

std::vector<Step> steps_of(const std::string& page)
{
    std::vector<Step> steps;
    bool in_step = false, in_code = false;
    for (const auto& line : lines_of(page)) {
        in_code ^= line.starts_with("```");
        if (!in_code && line.starts_with("    $ ")) {
            steps.push_back({line.substr(6), {}});
            in_step = true;
        } else if (in_step && line.starts_with("    ")) {
            steps.back().answers.push_back(line.substr(4));
        } else {
            in_step = false;
        }
    }
    return steps;
}

std::string cpp_of(const std::string& page)
{
    const auto begin = page.find("```cpp\n") + 7;
    return page.substr(begin, page.find("```", begin) - begin);
}

test::Command in_folder(const fs::path& folder, std::vector<std::string> argv)
{
    test::Command command;
    command.argv = std::move(argv);
    command.folder = folder;
    command.environment["PATH"] =
        fmt::format("{}:{}", fs::path{GUIDEPOSTCTL}.parent_path().string(), std::getenv("PATH"));
    command.environment["XDG_DATA_HOME"] = (folder / "data").string();
    command.environment["GUIDEPOST_MODULES"] = (folder / "none").string();
    command.environment["GUIDEPOST_CONTENT"] = test::source_file("content").string();
    command.environment["LC_ALL"] = "C.UTF-8";
    return command;
}

} // namespace

TEST_CASE("the page on writing a module can be followed word for word", "[plugins]")
{
#ifdef __SANITIZE_ADDRESS__
    WARN("not followed: its module is unsigned, and a build with sanitizers cannot confine it");
    return;
#endif
    const auto page = read_file(test::source_file("docs/write-a-module.md"), 100'000);
    const auto steps = steps_of(page);
    REQUIRE(steps.size() > 20);
    const test::TempDir dir;
    test::make_checkout(dir.path() / "guidepost");

    std::string script = "set -e\n";
    for (std::size_t i = 0; i < steps.size(); ++i)
        script += fmt::format("echo '=== {}'\n{}\n", i, steps[i].command);
    script += fmt::format("echo '=== {}'\n", steps.size());
    dir.write("follow.sh", script);
    const auto done = test::run(in_folder(dir.path(), {"bash", "follow.sh"}));
    INFO(done.out << "\n" << done.err);
    CHECK(done.exit_code == 0);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        INFO(steps[i].command);
        const auto from = done.out.find(fmt::format("=== {}\n", i));
        const auto to = done.out.find(fmt::format("=== {}\n", i + 1));
        REQUIRE(from != std::string::npos);
        REQUIRE(to != std::string::npos);
        const auto said = lines_of(done.out.substr(from, to - from));
        for (const auto& answer : steps[i].answers) {
            INFO(answer);
            CHECK(std::find(said.begin(), said.end(), answer) != said.end());
        }
    }
    // The last step left the module out.
    CHECK_FALSE(fs::exists(dir.path() / "build" / "modules" / "garden-walks"));
    CHECK(fs::exists(dir.path() / "build" / "modules"));
}

TEST_CASE("the module in C++ on that page is one", "[plugins]")
{
    const auto page = read_file(test::source_file("docs/write-a-module.md"), 100'000);
    const test::TempDir dir;
    dir.write("garden.cpp", cpp_of(page));
    const auto built =
        test::run(in_folder(dir.path(), {"c++", "-std=c++20", "-Wall", "-Wextra", "-Werror", "-shared",
                                         "-fPIC", "-fvisibility=hidden", "-I", test::source_file("").string(),
                                         "-o", "libgarden-walks.so", "garden.cpp"}));
    INFO(built.err);
    CHECK(built.exit_code == 0);
    const auto names = test::run(in_folder(dir.path(), {"nm", "-D", "--defined-only", "libgarden-walks.so"}));
    CHECK(names.out.find("guidepost_module_entry") != std::string::npos);
}
