// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/plans/delivery.h"
#include "tests/support/catch.h"

using namespace guidepost;
using namespace guidepost::programme;

namespace {

ModuleManifest manifest()
{
    ModuleManifest one;
    for (const auto* session :
         {"all", "2", "moderate", "ending", "other", "moderate-stage-3", "other-stage-2"})
        one.requirements.push_back({.session = session, .training = session});
    return one;
}

Plan plan()
{
    Plan one;
    one.sessions.resize(3);
    one.sessions[0] = {.session = "start", .title = "Start", .part = "1. First"};
    one.sessions[1] = {.session = "middle", .title = "Middle", .part = "2. Second"};
    one.sessions[2] = {.session = "ending", .title = "Ending", .part = "without a number"};
    return one;
}

std::vector<std::string> sessions(const std::vector<Requirement>& requirements)
{
    std::vector<std::string> names;
    for (const auto& one : requirements)
        names.push_back(one.session);
    return names;
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("who takes an option needs what any session, part or the option itself asks for", "[programme]")
{
    CHECK(sessions(requirements_for_option(manifest(), plan(), "moderate")) ==
          Names{"all", "2", "moderate", "ending"});
    CHECK(sessions(requirements_for_option(manifest(), {}, "moderate")) == Names{"all", "moderate"});
    CHECK(sessions(requirements_for_option(manifest(), plan(), "")) == Names{"all", "2", "ending"});
    CHECK(requirements_for_option({}, plan(), "moderate").empty());
}

TEST_CASE("what one stage asks for keeps nobody from the others", "[programme]")
{
    CHECK(sessions(requirements_for_stages(manifest(), "moderate")) == Names{"moderate-stage-3"});
    CHECK(requirements_for_stages(manifest(), "nothing").empty());
}

TEST_CASE("a requirement says in words what it is for", "[programme]")
{
    const auto place = [](const char* session) {
        return requirement_place({.session = session}, plan(), "Steps, moderate");
    };
    CHECK(place("all") == "Every session");
    CHECK(place("2") == "2. Second");
    CHECK(place("ending") == "Ending");
    CHECK(place("moderate") == "Steps, moderate");
    CHECK(place("moderate-stage-3") == "Steps, moderate, stage 3");
    CHECK(requirement_place({.session = "some"}, {}, "") == "some");
}
