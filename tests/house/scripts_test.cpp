// SPDX-License-Identifier: GPL-2.0-or-later
// The scripts with stand-ins for apt-get and dpkg: nothing is installed here.
#include "core/text/files.h"
#include "core/text/text.h"
#include "tests/support/catch.h"
#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

#include <sstream>

using namespace guidepost;
namespace fs = std::filesystem;

namespace {

/// A machine as script/bootstrap sees it through its tools.
class Machine {
public:
    Machine() { program("id", "echo 0"); }

    void program(const std::string& name, const std::string& body) const
    {
        const auto file = dir_.write("bin/" + name, "#!/bin/bash\n" + body + "\n");
        fs::permissions(file, fs::perms::owner_all);
    }

    /// dpkg knows all packages but the ones named.
    void lacks(const std::string& packages) const
    {
        // As the real one, it fails when it is asked of something it has not.
        program("dpkg-query", R"(shift 2
status=0
for package in "$@"; do
    case " )" + packages + R"( " in *" $package "*) status=1 ;; *) echo "ii $package" ;; esac
done
exit $status)");
        program("apt-get", "echo \"$@\" >>'" + log().string() + "'");
    }

    void is_called(const std::string& os_release) const { dir_.write("os-release", os_release); }

    test::Outcome bootstrap(const std::vector<std::string>& parts = {}) const
    {
        test::Command command{.argv = {test::source_file("script/bootstrap").string()}};
        command.argv.insert(command.argv.end(), parts.begin(), parts.end());
        command.environment["PATH"] = (dir_.path() / "bin").string() + ":/usr/bin:/bin";
        command.environment["GUIDEPOST_SKIP_BOOTSTRAP"] = std::nullopt;
        command.environment["GUIDEPOST_OS_RELEASE"] = (dir_.path() / "os-release").string();
        return test::run(command);
    }

    std::string apt_calls() const { return fs::exists(log()) ? read_file(log(), 100'000) : ""; }

private:
    fs::path log() const { return dir_.path() / "apt.log"; }
    test::TempDir dir_;
};

constexpr const char* debian = "ID=debian\nVERSION_ID=\"12\"\nPRETTY_NAME=\"Debian GNU/Linux 12\"\n";

} // namespace

TEST_CASE("bootstrap asks nobody when nothing is missing", "[house]")
{
    const Machine machine;
    machine.is_called("ID=fedora\nVERSION_ID=42\n");
    machine.lacks("");
    const auto outcome = machine.bootstrap();
    CHECK(outcome.exit_code == 0);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.empty());
    CHECK(machine.apt_calls().empty());
}

TEST_CASE("bootstrap installs what is missing, without recommendations, and says what", "[house]")
{
    const Machine machine;
    machine.is_called(debian);
    machine.lacks("cmake libxapian-dev");
    const auto outcome = machine.bootstrap({"build"});
    CHECK(outcome.exit_code == 0);
    CHECK(outcome.err.find("cmake libxapian-dev") != std::string::npos);
    CHECK(machine.apt_calls().find("install -y --no-install-recommends cmake libxapian-dev\n") !=
          std::string::npos);
}

TEST_CASE("bootstrap leaves alone the parts nobody asked for", "[house]")
{
    const Machine machine;
    machine.is_called(debian);
    machine.lacks("catch2 xvfb");
    CHECK(machine.bootstrap({"build", "runtime"}).exit_code == 0);
    CHECK(machine.apt_calls().empty());
    CHECK(machine.bootstrap({"test"}).exit_code == 0);
    CHECK(machine.apt_calls().find("catch2") != std::string::npos);
}

TEST_CASE("bootstrap names the packages and stops where it cannot install them", "[house]")
{
    const Machine machine;
    machine.lacks("cmake");
    for (const char* system : {"ID=fedora\nVERSION_ID=42\n", "ID=debian\nVERSION_ID=\"11\"\n", ""}) {
        machine.is_called(system);
        const auto outcome = machine.bootstrap();
        INFO(system);
        CHECK(outcome.exit_code == 1);
        CHECK(outcome.err.find("cmake") != std::string::npos);
    }
    CHECK(machine.apt_calls().empty());

    SECTION("also when apt-get fails")
    {
        machine.is_called(debian);
        machine.program("apt-get", "exit 100");
        CHECK(machine.bootstrap().exit_code == 1);
    }
    SECTION("but tries on a Debian newer than any we know")
    {
        machine.is_called("ID=debian\nPRETTY_NAME=\"Debian GNU/Linux forky/sid\"\n");
        CHECK(machine.bootstrap().exit_code == 0);
    }
}

TEST_CASE("every line of the package list has a part, a package and a reason", "[house]")
{
    std::istringstream lines{read_file(test::source_file("script/packages"), 100'000)};
    std::size_t packages = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line[0] == '#')
            continue;
        std::istringstream words{line};
        std::string part, package, reason;
        words >> part >> package >> reason;
        INFO(line);
        CHECK((part == "build" || part == "test" || part == "runtime"));
        CHECK_FALSE(reason.empty());
        ++packages;
    }
    CHECK(packages > 20);
}

TEST_CASE("the scripts refuse what they do not know", "[house]")
{
    CHECK(test::run({.argv = {test::source_file("script/test").string(), "everything"}}).exit_code == 2);
    CHECK(test::run({.argv = {test::source_file("script/bootstrap").string(), "everything"}}).exit_code == 2);
}
