// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/catch.h"
#include "ui/desktop/model/link.h"

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
