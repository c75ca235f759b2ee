// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/plans/brief.h"
#include "core/programme/plans/plan.h"
#include "core/text/error.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

using namespace guidepost;
using namespace guidepost::programme;

namespace {

const char* const sessions = R"(title: Steps, moderate
source: Here
intensities:
  - {id: moderate, group_sessions: 2, one_to_ones: 1, weeks_from: 2, weeks_to: 3, sessions_a_week: 2, note: Note.}
  - {id: high, group_sessions: unknown, weeks_from: unknown, note: "Not known."}
modules:
  - {no: 1, name: First, guidance: first}
sessions:
  - {id: b, order: 2, module: 1, name: B, kind: one-to-one, minutes: 60}
  - {id: a, order: 1, module: 1, name: A, kind: group, minutes: 150}
  - {id: c, order: 3, name: C, kind: group}
)";

const char* const toolkit = R"(id: kit
name: Kit
source: There
guidance: kit-guidance
limits: ["Not this."]
exercises: {unit: map, count: 9, required: "At least 1.", known: [], note: "Names not found."}
plan:
  basis: suggestion
  note: "Ours."
  meetings:
    - {week: 1, do: "Begin."}
    - {week: 3, do: "Go on."}
brief:
  basis: suggestion
  aim: "An aim."
  steps: [One, Two, Three]
  challenges: [Why, How]
  red_flags: [Red]
  stop_and_call: ["999"]
)";

} // namespace

TEST_CASE("sessions come in the order of delivery with their part and minutes", "[programme]")
{
    test::TempDir dir;
    dir.write("sessions.yaml", sessions);
    const auto plan = read_data_plan(dir.path(), "moderate");
    REQUIRE(plan);
    CHECK(plan->is_complete);
    REQUIRE(plan->sessions.size() == 3);
    CHECK(plan->sessions[0].session == "a");
    CHECK(plan->sessions[0].part == "1. First");
    CHECK(plan->sessions[0].guidance == std::vector<std::string>{"first"});
    CHECK(plan->sessions[1].kind == SessionKind::one_to_one);
    CHECK_FALSE(plan->sessions[2].minutes);
    CHECK(plan->notes.front() == "2 to 3 weeks, 2 sessions a week.");
    CHECK(plan_totals(*plan) == "2 group, 1 one-to-one (1 h)"); // no sum of what is not known
}

TEST_CASE("a session count that is not known is shown as not known", "[programme]")
{
    test::TempDir dir;
    dir.write("sessions.yaml", sessions);
    const auto plan = read_data_plan(dir.path(), "high");
    REQUIRE(plan);
    CHECK_FALSE(plan->is_complete);
    CHECK(plan->sessions.empty());
    CHECK(plan->title == "Steps, high intensity");
    CHECK(plan->notes.front().find("not known") != std::string::npos);
    CHECK_FALSE(read_data_plan(dir.path(), "gentle"));
    CHECK_FALSE(read_data_plan(dir.path(), "../sessions"));
    CHECK_FALSE(read_data_plan(dir.path(), ""));
}

TEST_CASE("a toolkit is planned over weekly meetings", "[programme]")
{
    test::TempDir dir;
    dir.write("toolkits/kit.yaml", toolkit);
    const auto plan = read_data_plan(dir.path(), "kit");
    REQUIRE(plan);
    REQUIRE(plan->sessions.size() == 2);
    CHECK(plan->sessions[1].week == 3);
    CHECK(plan->sessions[1].session == "week-3");
    CHECK(plan->sessions[1].kind == SessionKind::exercise);
    CHECK(plan_totals(*plan) == "2 meetings");
    CHECK(plan->notes.front().find("suggestion of this library") != std::string::npos);
}

TEST_CASE("what is known of an intervention is said and its sessions are not made up", "[programme]")
{
    test::TempDir dir;
    dir.write("interventions.yaml",
              "interventions:\n- {id: a, name: A, source: S, sessions: {group: 9, one_to_one: 1}}\n"
              "- {id: b, name: B, source: S, sessions: unknown}\n");
    const auto plan = read_data_plan(dir.path(), "a");
    REQUIRE(plan);
    CHECK_FALSE(plan->is_complete);
    CHECK(plan->sessions.empty());
    CHECK(plan->notes.front() == "Group sessions: 9. One-to-one: 1.");
    CHECK(read_data_plan(dir.path(), "b")->notes.front() == "How many sessions it has was not found.");
}

TEST_CASE("a brief has all its parts or is refused", "[programme]")
{
    test::TempDir dir;
    dir.write("toolkits/kit.yaml", toolkit);
    const auto brief = read_brief(dir.path(), "kit");
    REQUIRE(brief);
    CHECK(brief->aim == "An aim.");
    CHECK(brief->steps.size() == 3);
    CHECK(brief->challenge.size() == 2);
    CHECK(brief->limits == std::vector<std::string>{"Not this."});
    CHECK(brief->is_suggestion);
    CHECK(options_with_brief(dir.path()) == std::vector<std::string>{"kit"});
    CHECK_FALSE(read_brief(dir.path(), "other"));
    CHECK_FALSE(read_brief(dir.path(), "../toolkits/kit"));

    for (const char* part : {"aim: \"An aim.\"", "steps: [One, Two, Three]", "challenges: [Why, How]",
                             "red_flags: [Red]", "stop_and_call: [\"999\"]"}) {
        std::string broken = toolkit;
        broken.erase(broken.find(part), std::string_view{part}.size());
        dir.write("toolkits/kit.yaml", broken);
        INFO(part);
        CHECK_THROWS_AS(read_brief(dir.path(), "kit"), Error);
    }
    std::string many = toolkit;
    many.replace(many.find("[Red]"), 5, "[a, b, c, d, e, f, g, h, i, j, k, l, m]");
    dir.write("toolkits/kit.yaml", many);
    CHECK_THROWS_AS(read_brief(dir.path(), "kit"), Error);
    std::string huge = toolkit;
    huge.replace(huge.find("An aim."), 7, std::string(1600, 'x'));
    dir.write("toolkits/kit.yaml", huge);
    CHECK_THROWS_AS(read_brief(dir.path(), "kit"), Error);
}
