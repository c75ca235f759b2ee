// SPDX-License-Identifier: GPL-2.0-or-later
// A running group keeps the version of the module it began with, whatever is installed later.
#include "core/text/files.h"
#include "tests/support/catch.h"
#include "tests/terminal/guidepostctl.h"

#include <fmt/format.h>

using namespace guidepost;
using test::has;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

constexpr const char* group_yaml = "version: 1\nmembers:\n"
                                   "  - {member: m1, case: {sex: male}}\n"
                                   "  - {member: m2, case: {}}\n";

/// The template as a pack without code, with a plan and a brief that name their version.
class Packs {
public:
    Packs()
    {
        ask({"module", "new-key", (folder() / "editors").string()});
        fs::create_directory(folder() / "keys");
        fs::copy(folder() / "editors.pub", folder() / "keys");
        terminal_.dir().write("group.yaml", group_yaml);
    }

    test::Outcome install(const std::string& version) const
    {
        const auto pack = folder() / ("pack-" + version);
        fs::copy(fs::path{GUIDEPOST_TEST_MODULES} / "template", pack, fs::copy_options::recursive);
        fs::remove(pack / "libtemplate.so");
        write_private_file(pack / "module.yaml",
                           fmt::format("id: template\nname: A template\nversion: {}\napi: 1\n", version));
        fs::create_directory(pack / "toolkits");
        write_private_file(
            pack / "sessions.yaml",
            fmt::format(
                "title: The course\nsource: us\nintensities:\n"
                "  - {{id: course, group_sessions: 1}}\n"
                "modules:\n  - {{no: 1, name: First}}\n"
                "sessions:\n  - {{id: one, order: 1, module: 1, name: \"Session of {}\", kind: group, "
                "minutes: 60}}\n",
                version));
        write_private_file(pack / "toolkits" / "kit.yaml",
                           fmt::format("id: kit\nname: Kit\nsource: us\nbrief:\n  basis: suggestion\n"
                                       "  aim: \"Aim of {}.\"\n  steps: [one, two, three]\n"
                                       "  challenges: [why, how]\n  red_flags: [a threat]\n"
                                       "  stop_and_call: [your manager]\n",
                                       version));
        ask({"module", "sign", pack.string(), "--key", (folder() / "editors.key").string()});
        return ask({"module", "install", pack.string()});
    }

    test::Outcome ask(const std::vector<std::string>& words) const
    {
        auto wanted = terminal_.command(words);
        wanted.environment["GUIDEPOST_MODULES"] = (folder() / "none").string();
        wanted.environment["GUIDEPOST_MODULE_KEYS"] = (folder() / "keys").string();
        return test::run(wanted);
    }
    fs::path folder() const { return terminal_.dir().path(); }
    std::string group() const { return (folder() / "group.yaml").string(); }

private:
    test::Terminal terminal_;
};

} // namespace

TEST_CASE("plan and brief of a running group come from the version it began with", "[terminal]")
{
    const Packs packs;
    REQUIRE(packs.install("1.0.0").exit_code == 0);
    const auto plan = [&](const std::vector<std::string>& more) {
        std::vector<std::string> words{"programme", "plan", "template", "course"};
        words.insert(words.end(), more.begin(), more.end());
        return packs.ask(words);
    };
    // Nothing has begun: the plan is that of today.
    CHECK(has(plan({"--group", packs.group()}).out, "Session of 1.0.0"));

    const auto begun =
        packs.ask({"programme", "group", "--file", packs.group(), "--module", "template", "--begin"});
    CHECK(begun.exit_code == 0);
    CHECK(has(begun.err, "The group begins with A template 1.0.0, and keeps it"));
    CHECK(read_file(packs.group(), 10'000).starts_with(group_yaml)); // the file is added to, not written anew
    CHECK(packs.ask({"programme", "group", "--file", packs.group(), "--module", "template", "--begin"})
              .exit_code != 0);

    REQUIRE(packs.install("1.1.0").exit_code == 0);
    CHECK(has(plan({}).out, "Session of 1.1.0"));
    CHECK(has(plan({"--group", packs.group()}).out, "Session of 1.0.0"));
    const auto json = Json::parse(plan({"--group", packs.group(), "--json"}).out);
    CHECK(json.at("module") == "template");
    CHECK(json.at("module_version") == "1.0.0");
    CHECK(has(packs.ask({"programme", "brief", "template", "kit"}).out, "Aim of 1.1.0."));
    CHECK(has(packs.ask({"programme", "brief", "template", "kit", "--group", packs.group()}).out,
              "Aim of 1.0.0."));

    // Another module than it began with, or a version that is gone, is said and nothing is made up.
    CHECK(packs.ask({"programme", "group", "--file", packs.group(), "--module", "other"}).exit_code == 2);
    CHECK(packs.ask({"programme", "plan", "other", "course", "--group", packs.group()}).exit_code == 2);
    CHECK(packs.ask({"module", "remove", "template"}).exit_code == 0);
    const auto gone = plan({"--group", packs.group()});
    CHECK(gone.exit_code == 3);
    CHECK(has(gone.err, "began with template 1.0.0, which is not on this desk"));
}
