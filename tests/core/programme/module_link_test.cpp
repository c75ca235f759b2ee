// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/exchange/answers.h"
#include "core/programme/exchange/case_json.h"
#include "core/programme/host/module_link.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "tests/core/programme/refusals.h"
#include "tests/support/catch.h"

#include <thread>

using namespace guidepost;
using namespace guidepost::programme;
using test::code_of;
using test::words_of;
using Json = nlohmann::json;

namespace {

ModuleLink::Start steps()
{
    const std::filesystem::path folder = std::filesystem::path{GUIDEPOST_TEST_MODULES} / "steps";
    return {.program = GUIDEPOST_MODULE_HOST,
            .folder = folder,
            .code = [folder] { return read_file(folder / "libsteps.so", 1 << 28); },
            .id = "steps",
            .name = "Steps",
            .version = "2.1.0"};
}

Json ask(ModuleLink& link, const std::string& capability, const Json& in)
{
    Json answer;
    link.call(capability, in, [&](const Json& out) { answer = out; });
    return answer;
}

} // namespace

TEST_CASE("a module answers from its own process, and reads its own folder", "[programme]")
{
    ModuleLink link{steps()};
    CHECK(link.status().state == ModuleLink::State::idle);

    CaseProfile profile;
    profile.vrp = 40;
    const auto assessment =
        read_assessment(ask(link, "guidepost.suitability/1", case_json(profile, "steps")));
    REQUIRE(assessment.options.size() == 1);
    CHECK(assessment.options[0].verdict == Verdict::suitable);

    const auto plan = read_plan(ask(link, "guidepost.plan/1", {{"version", 1}, {"option", "moderate"}}));
    CHECK(plan.sessions.size() == 2);
    CHECK(plan.sessions[1].brief->challenge == std::vector<std::string>{"What would she say?"});

    const auto status = link.status();
    CHECK(status.state == ModuleLink::State::ready);
    CHECK(status.capabilities.size() == 5);
    CHECK(status.failures == 0);
}

TEST_CASE("a module that says it cannot is asked again", "[programme]")
{
    ModuleLink link{steps()};
    for (int i = 0; i < 5; ++i)
        CHECK(words_of([&] {
                  ask(link, "guidepost.plan/1", {{"version", 1}, {"option", "high"}});
              }) == "Steps: Only the moderate option has sessions.");
    CHECK(link.status().state == ModuleLink::State::ready);
    CHECK(link.status().failures == 0);
    CHECK(code_of([&] { ask(link, "guidepost.other/1", Json::object()); }) == Errc::not_found);
    CHECK(link.status().state == ModuleLink::State::ready);
}

TEST_CASE("an answer that is refused is a failure of the module, and the third switches it off",
          "[programme]")
{
    ModuleLink link{steps()};
    const auto lie = [&] {
        link.call("guidepost.form/1", Json::object(), [](const Json&) {
            throw Error{Errc::format, "options is missing"};
        });
    };
    CHECK(words_of(lie) ==
          "Steps was stopped: its answer does not have the form it should have (options is missing).");
    CHECK(link.status().state == ModuleLink::State::stopped);
    CHECK_FALSE(ask(link, "guidepost.form/1", Json::object()).empty()); // started again
    CHECK(link.status().state == ModuleLink::State::ready);
    CHECK(code_of(lie) == Errc::failure);
    CHECK(code_of(lie) == Errc::failure);
    CHECK(link.status().state == ModuleLink::State::off);
    CHECK(code_of([&] { ask(link, "guidepost.form/1", Json::object()); }) == Errc::refused);

    link.reset();
    CHECK(link.status().state == ModuleLink::State::idle);
    CHECK_FALSE(ask(link, "guidepost.form/1", Json::object()).empty());
}

TEST_CASE("a module is taken for what its folder says, or not at all", "[programme]")
{
    auto start = steps();
    SECTION("another id")
    {
        start.id = "ladders";
    }
    SECTION("another version")
    {
        start.version = "2.2.0";
    }
    ModuleLink link{start};
    CHECK(code_of([&] { ask(link, "guidepost.form/1", Json::object()); }) == Errc::refused);
    CHECK(link.status().state == ModuleLink::State::refused);
    CHECK(link.status().reason.find("its library says it is steps 2.1.0") != std::string::npos);
}

TEST_CASE("what cannot be loaded is a reason", "[programme]")
{
    auto start = steps();
    std::string expected;
    SECTION("no library")
    {
        start.code = [] {
            return std::string{"no library at all"};
        };
        expected = "could not be loaded";
    }
    SECTION("an empty one")
    {
        start.code = [] {
            return std::string{};
        };
        expected = "could not be loaded";
    }
    SECTION("the beginning of one")
    {
        start.code = [whole = start.code()] {
            return whole.substr(0, 6000);
        };
        expected = "Steps was stopped";
    }
    SECTION("no host")
    {
        start.program = "/nowhere/guidepost-module-host";
        expected = "cannot be started";
    }
    SECTION("no folder")
    {
        start.folder = "/nowhere";
        expected = "cannot be opened";
    }
    ModuleLink link{start};
    const auto words = words_of([&] { ask(link, "guidepost.form/1", Json::object()); });
    INFO(words);
    CHECK(words.find(expected) != std::string::npos);
    CHECK(link.status().state == ModuleLink::State::stopped);
}

TEST_CASE("many threads may ask one module", "[programme]")
{
    ModuleLink link{steps()};
    std::vector<std::thread> threads;
    std::atomic<int> answered = 0;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            for (int n = 0; n < 50; ++n) {
                answered += ask(link, "guidepost.form/1", Json::object()).contains("fields");
                link.status();
            }
        });
    for (auto& thread : threads)
        thread.join();
    CHECK(answered == 200);
    CHECK(link.status().failures == 0);
}

TEST_CASE("a host is renewed after many calls, which is no failure", "[programme]")
{
    ModuleLink link{steps()};
    for (int n = 0; n < 2100; ++n)
        ask(link, "guidepost.form/1", Json::object());
    CHECK(link.status().failures == 0);
}
