// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/catch.h"
#include "ui/desktop/links/link.h"

using namespace guidepost;
using namespace guidepost::desktop;

TEST_CASE("a link to an article and its heading goes there and back", "[desktop]")
{
    const auto link = parse_link("guidepost://article/recall#do-now");
    REQUIRE(link);
    CHECK(link->article.value() == "recall");
    CHECK(link->anchor == "do-now");
    CHECK(format_link(*link) == "guidepost://article/recall#do-now");
    CHECK(format_link(*parse_link("guidepost://article/recall")) == "guidepost://article/recall");
    CHECK(parse_link("guidepost://article/recall#")->anchor.empty());
}

TEST_CASE("what is not exactly a link to an article is refused", "[desktop]")
{
    const auto url =
        GENERATE("", "recall", "guidepost://", "guidepost://article/", "guidepost://article/#do-now",
                 "guidepost:article/recall", "GUIDEPOST://article/recall", "guidepost://article/../recall",
                 "guidepost://article/recall/edit", "guidepost://article/recall?print=1",
                 "guidepost://import/home", "guidepost://article/recall#do now",
                 "guidepost://article/recall#a#b", "guidepost://article/re%63all", "https://article/recall",
                 "guidepost://article/recall\nguidepost://article/recall", " guidepost://article/recall");
    INFO(url);
    CHECK_FALSE(parse_link(url));
}

TEST_CASE("an endless link is refused", "[desktop]")
{
    CHECK_FALSE(parse_link("guidepost://article/" + std::string(1'000'000, 'a')));
    CHECK_FALSE(parse_link("guidepost://article/recall#" + std::string(600, 'a')));
}

TEST_CASE("a link to a path and to a step of it goes there and back", "[desktop]")
{
    const auto step = parse_path_link("guidepost://path/one-module/denial/act-999");
    REQUIRE(step);
    CHECK(*step == PathLink{"one-module", "denial", "act-999"});
    CHECK(format_link(*step) == "guidepost://path/one-module/denial/act-999");
    const auto start = parse_path_link("guidepost://path/one-module/denial");
    REQUIRE(start);
    CHECK(start->step.empty());
    CHECK(format_link(*start) == "guidepost://path/one-module/denial");
}

TEST_CASE("what is not exactly a link to a path is refused", "[desktop]")
{
    const auto url = GENERATE(
        "", "guidepost://path/", "guidepost://path/one", "guidepost://path/one/", "guidepost://path/one/two/",
        "guidepost://path//two", "guidepost://path/one//three", "guidepost://path/one/two/three/four",
        "guidepost://path/one/two/three#four", "guidepost://path/one/two?x=1", "guidepost://path/../two",
        "guidepost://path/one/../three", "guidepost://article/one", "GUIDEPOST://path/one/two",
        "guidepost://path/one/two\n", "guidepost://path/one two/three", "https://path/one/two");
    INFO(url);
    CHECK_FALSE(parse_path_link(url));
}

TEST_CASE("an endless link to a path is refused", "[desktop]")
{
    CHECK_FALSE(parse_path_link("guidepost://path/one/" + std::string(1'000'000, 'a')));
}
