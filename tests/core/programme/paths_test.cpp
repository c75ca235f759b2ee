// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/plans/paths.h"
#include "core/programme/plans/transition.h"
#include "core/text/error.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

using namespace guidepost;
using namespace guidepost::programme;

namespace {

PathStep question(std::string id, std::vector<std::string> to)
{
    PathStep step;
    step.id = std::move(id);
    step.question = "What?";
    for (auto& one : to)
        step.answers.push_back({"To " + one, one});
    return step;
}

PathStep action(std::string id)
{
    PathStep step;
    step.id = std::move(id);
    step.action = "Do";
    step.text = "This.";
    return step;
}

Path path(std::vector<PathStep> steps)
{
    Path made;
    made.start = "start";
    made.steps = std::move(steps);
    return made;
}

} // namespace

TEST_CASE("a path whose every branch ends in an action has no problems", "[programme]")
{
    const auto whole =
        path({question("start", {"a", "q"}), question("q", {"a", "b"}), action("a"), action("b")});
    CHECK(path_problems(whole).empty());
    CHECK(way_to(whole, "start").empty());
    REQUIRE(way_to(whole, "a").size() == 1); // the shorter of two ways
    REQUIRE(way_to(whole, "b").size() == 2);
    CHECK(way_to(whole, "b")[0].leads_to == "q");
    CHECK(way_to(whole, "nowhere").empty());
}

TEST_CASE("whatever keeps a branch from ending is found", "[programme]")
{
    CHECK(path_problems(path({})).size() == 1);
    CHECK(path_problems(path({question("start", {"a", "missing"}), action("a")})).size() == 1);
    CHECK(path_problems(path({question("start", {"a", "start"}), action("a")})).size() == 1);
    CHECK(path_problems(path({question("start", {"a", "q"}), question("q", {"r", "a"}),
                              question("r", {"q", "a"}), action("a")}))
              .size() == 1);
    CHECK(path_problems(path({question("start", {"a", "a"}), action("a"), action("lost")})).size() == 1);
    CHECK(path_problems(path({question("start", {"a", "a"}), action("a"), action("a")})).size() == 1);
    CHECK_FALSE(path_problems(path({question("start", {"q", "a"}), question("q", {}), action("a")})).empty());
    // Two ways to the same step are no circle.
    CHECK(path_problems(path({question("start", {"q", "r"}), question("q", {"a", "a"}),
                              question("r", {"q", "a"}), action("a")}))
              .empty());
}

TEST_CASE("a path file is read whole or refused with its name", "[programme]")
{
    const auto file = [](const std::string& nodes) {
        return "id: p\ntitle: T\nsource: S\nstart: a\nnodes:\n" + nodes;
    };
    const std::string fine = "  - {id: a, question: Q, answers: [{text: Y, goto: b}, {text: N, goto: b}]}\n"
                             "  - {id: b, action: {title: T, text: X, guidance: [g], call: none}}\n";
    test::TempDir dir;
    CHECK(read_paths(dir.path()).empty());
    dir.write("paths/p.yaml", file(fine));
    const auto paths = read_paths(dir.path());
    REQUIRE(paths.size() == 1);
    CHECK(paths[0].find("b")->call.empty());
    CHECK(paths[0].find("b")->guidance == std::vector<std::string>{"g"});

    for (const auto& broken :
         {fine + "  - {id: c, question: Q, answers: [{text: Y, goto: b}]}\n", // one answer is no question
          fine + "  - {id: c}\n",
          fine + "  - {id: c, action: {title: T, text: X}}\n", // nobody said whom to call
          fine + "  - {id: c, question: Q, action: {title: T, text: X, call: none}}\n",
          std::string{"  - {id: a, question: Q, answers: [{text: Y, goto: a}, {text: N, goto: a}]}\n"}}) {
        dir.write("paths/p.yaml", file(broken));
        INFO(broken);
        try {
            read_paths(dir.path());
            FAIL("taken");
        } catch (const Error& e) {
            CHECK(std::string{e.what()}.starts_with("p.yaml"));
        }
    }
}

TEST_CASE("a transition names a successor and what to do in the middle", "[programme]")
{
    test::TempDir dir;
    CHECK(read_transitions(dir.path()).empty());
    dir.write(
        "transition.yaml",
        "entries:\n- {id: old-one, name: Old One (OLO), status: closed, successor: new-one, not_equivalent: "
        "true, "
        "mid_programme: Ask., source: S}\n"
        "- {id: old-two, name: Old Two, status: withdrawn, successor: none, mid_programme: M, source: S}\n"
        "- {id: stays, name: Stays, status: open, successor: keep, mid_programme: M, source: S}\n");
    const auto all = read_transitions(dir.path());
    REQUIRE(all.size() == 3);
    CHECK(all[0].has_successor());
    CHECK_FALSE(all[0].is_equivalent);
    CHECK_FALSE(all[1].has_successor());
    CHECK_FALSE(all[2].has_successor());

    CHECK(find_transitions(all, "olo").size() == 1);
    CHECK(find_transitions(all, "OLD").size() == 2);
    CHECK(find_transitions(all, "old-one").size() == 1);
    CHECK(find_transitions(all, "ol").empty()); // whole words
    CHECK(find_transitions(all, "").empty());

    for (const char* broken :
         {"- {id: a, name: A, status: closed, mid_programme: M, source: S}\n",
          "- {id: a, name: A, status: closed, successor: b, source: S}\n",
          "- {id: a, name: A, status: gone, successor: b, mid_programme: M, source: S}\n",
          "- {id: a, name: A, status: closed, successor: ../b, mid_programme: M, source: S}\n",
          "- {id: a, name: A, status: closed, successor: b, mid_programme: M, source: S}\n"
          "- {id: a, name: A, status: closed, successor: b, mid_programme: M, source: S}\n"}) {
        dir.write("transition.yaml", std::string{"entries:\n"} + broken);
        INFO(broken);
        CHECK_THROWS_AS(read_transitions(dir.path()), Error);
    }
}
