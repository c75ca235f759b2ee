// SPDX-License-Identifier: GPL-2.0-or-later
// The build takes the folders below plugins as it finds them: one that went, and one that came, without a
// change anywhere else. How a module is made and built is in write_a_module_test.cpp.
#include "core/text/files.h"
#include "tests/plugins/checkout.h"
#include "tests/support/catch.h"
#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

#include <regex>
#include <set>

using namespace guidepost;
namespace fs = std::filesystem;

namespace {

std::set<std::string> modules_in(const fs::path& plugins)
{
    std::set<std::string> ids;
    for (const auto& entry : fs::directory_iterator{plugins})
        if (fs::exists(entry.path() / "module.yaml") && entry.path().filename() != "template")
            ids.insert(entry.path().filename().string());
    return ids;
}

/// Tests included: they, too, must not ask for a module that is not there.
class Build {
public:
    Build() { test::make_checkout(source()); }

    fs::path source() const { return dir_.path() / "guidepost"; }
    fs::path plugins() const { return source() / "plugins"; }

    /// The modules the build would make; fails the test when it cannot be configured.
    std::set<std::string> configure() const
    {
        test::Command command;
        command.argv = {"cmake",
                        "-G",
                        "Ninja",
                        "-S",
                        source().string(),
                        "-B",
                        (dir_.path() / "build").string(),
                        "-DGUIDEPOST_DESKTOP=OFF"};
        const auto configured = test::run(command);
        INFO(configured.out << configured.err);
        REQUIRE(configured.exit_code == 0);
        command.argv = {"cmake", "--build", (dir_.path() / "build").string(), "--target", "help"};
        const auto said = test::run(command);
        REQUIRE(said.exit_code == 0);
        std::set<std::string> ids;
        const std::regex target{"^guidepost-module-(.+)-data: phony$", std::regex::multiline};
        for (std::sregex_iterator at{said.out.begin(), said.out.end(), target}, end; at != end; ++at)
            if ((*at)[1] != "template" && (*at)[1] != "steps") // made for tests
                ids.insert((*at)[1]);
        return ids;
    }

private:
    test::TempDir dir_;
};

void copy_template_as(const fs::path& plugins, const std::string& id)
{
    fs::copy(plugins / "template", plugins / id, fs::copy_options::recursive);
    for (const auto& entry : fs::recursive_directory_iterator{plugins / id}) {
        if (!entry.is_regular_file())
            continue;
        auto text = read_file(entry.path(), 100'000);
        for (auto at = text.find("template"); at != std::string::npos; at = text.find("template", at))
            text.replace(at, 8, id);
        write_private_file(entry.path(), text);
    }
    fs::rename(plugins / id / "template.c", plugins / id / (id + ".c"));
}

} // namespace

TEST_CASE("a module's folder can go or come without a change outside it", "[plugins]")
{
    const Build build;
    const auto all = modules_in(build.plugins());
    REQUIRE(all.size() >= 5);
    CHECK(build.configure() == all);
    for (const auto& id : all) {
        INFO("without " << id);
        const auto aside = build.source() / ("aside-" + id);
        fs::rename(build.plugins() / id, aside);
        auto others = all;
        others.erase(id);
        CHECK(build.configure() == others);
        fs::rename(aside, build.plugins() / id);
    }
    copy_template_as(build.plugins(), "garden-walks");
    auto with_one_more = all;
    with_one_more.insert("garden-walks");
    CHECK(build.configure() == with_one_more);
    for (const auto& id : with_one_more)
        fs::remove_all(build.plugins() / id);
    CHECK(build.configure().empty());
}
