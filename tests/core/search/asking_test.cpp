// SPDX-License-Identifier: GPL-2.0-or-later
// How the ways in which people ask decide the order, and when another spelling is offered.
#include "tests/support/articles.h"
#include "tests/support/catch.h"

#include <fstream>
#include <set>

using namespace guidepost;
using test::Bench;
using Ids = std::vector<std::string>;

namespace {

/// Ways of asking that differ in who is meant alone.
std::string ways_about(std::string_view who)
{
    std::string list =
        "asked_as: [\"" + std::string{who} + " shouts\", \"what if " + std::string{who} + " shouts\"";
    for (const auto* way :
         {"stormed off before the end", "cannot settle in a chair", "missed the bus again today",
          "wants a letter for housing", "no money left this week", "rings all day long",
          "brought a friend along", "will not take his coat off", "asks for another officer"})
        list += std::string{", \""} + way + "\"";
    return list + "]\n";
}

} // namespace

TEST_CASE("of two articles with the same words the one whose askers speak of her is found for her",
          "[search]")
{
    Bench bench;
    for (const auto* who : {"he", "she"})
        bench.write({.id = std::string{"about-"} + who,
                     .body = "## Do now\n\nWhen a person shouts, wait.\n",
                     .more = ways_about(who)});
    bench.adopt();

    CHECK(bench.ids("she shouts") == Ids{"about-she", "about-he"});
    CHECK(bench.ids("he shouts") == Ids{"about-he", "about-she"});
    CHECK(bench.ids("she's shouting") == bench.ids("shes shouting"));
}

TEST_CASE("a new way of asking counts as soon as it is published", "[search]")
{
    Bench bench;
    const std::string body = "## Do now\n\nWhen a person shouts, wait.\n";
    bench.write({.id = "about-he", .body = body, .more = ways_about("he")});
    bench.write({.id = "plain", .body = body});
    bench.adopt();
    REQUIRE(bench.find("she shouts").hits.size() == 2);

    bench.write({.id = "plain", .body = body, .more = ways_about("she")});
    bench.write({.id = "other", .body = "## Do now\n\nWait.\n"});
    bench.adopt();

    CHECK(bench.ids("she shouts") == Ids{"plain", "about-he"});
}

TEST_CASE("of two pages that match alike the general one comes before one for a programme or a session",
          "[search]")
{
    Bench bench;
    const std::string body = "## Do now\n\nTalk about drinking.\n";
    // The pack of the bench is called "test", so that is the programme whose own page this is.
    bench.write({.id = "a-page-of-the-programme", .body = body, .more = "programme: [test]\n"});
    bench.write({.id = "b-general", .body = body});
    bench.write({.id = "c-named-elsewhere", .body = body, .more = "programme: [another]\n"});
    auto plan = test::AnArticle{.id = "a-session", .body = body}.text();
    plan.replace(plan.find("kind: topic"), 11, "kind: session");
    std::ofstream{bench.folder() / "content/guidance/a-session.md"} << plan;
    bench.adopt();

    const auto found = bench.ids("drinking");
    REQUIRE(found.size() == 4);
    CHECK(std::set<std::string>{found.begin(), found.begin() + 2} ==
          std::set<std::string>{"b-general", "c-named-elsewhere"});
}

TEST_CASE("no other spelling is offered for what is known as a way of saying something", "[search]")
{
    Bench bench;
    bench.write({.id = "assault", .body = "## Do now\n\nAn assault is written down. A feathered hat.\n"});
    bench.adopt();

    CHECK(bench.find("she got leathered").suggestion.empty());
    CHECK(bench.find("she got leathered").hits.at(0).article.value() == "assault");
    CHECK(bench.find("she got feathired").suggestion == "she got feathered"); // a slip still is one
}

TEST_CASE("a short word is no slip for one that shares less than half of its letters in their place",
          "[search]")
{
    Bench bench;
    bench.write({.id = "orders", .body = "## Do now\n\nThe order runs for two years. Ask the court.\n"});
    bench.adopt();

    CHECK(bench.find("five beers").suggestion.empty());
    CHECK(bench.find("the cuort").suggestion == "the court");
}

TEST_CASE("no other spelling is offered to who asks as others do", "[search]")
{
    Bench bench;
    bench.write({.id = "waiting",
                 .body = "## Do now\n\nHe lost the gregor.\n",
                 .more = "asked_as: [lost his temper in a long queue outside the shop]\n"});
    bench.adopt();

    CHECK(bench.find("lost his temper in a long queue outside the shop greggor").suggestion.empty());
    CHECK(bench.find("outside greggor").suggestion == "outside gregor");
}
