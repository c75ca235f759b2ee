// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/error.h"
#include "core/text/yaml_tree.h"
#include "tests/support/catch.h"

using namespace guidepost;

namespace {

std::string refusal(const std::string& yaml)
{
    try {
        read_yaml(yaml, "a test");
    } catch (const Error& e) {
        CHECK(e.code() == Errc::format);
        return e.what();
    }
    return "";
}

} // namespace

TEST_CASE("a small tree remembers its lines", "[values]")
{
    const auto root =
        read_yaml("version: 1\nstaff:\n  - {login: a, roles: [x, y]}\n  - login: b\n    band:\n", "a test");
    REQUIRE(root.find("version"));
    CHECK(root.find("version")->text == "1");
    const auto* staff = root.find("staff");
    REQUIRE(staff);
    REQUIRE(staff->items.size() == 2);
    CHECK(staff->items[0].line == 3);
    CHECK(staff->items[0].find("roles")->items.at(1).text == "y");
    CHECK(staff->items[1].find("login")->line == 4);
    CHECK(staff->items[1].find("band")->text.empty());
    CHECK_FALSE(root.find("nothing"));
}

TEST_CASE("what is no small tree is refused with its line", "[values]")
{
    CHECK(refusal("a: 1\nb: &x 2\n").find("line 2") == 0);
    CHECK(refusal("a: *x\n").find("line 1") == 0);
    CHECK(refusal("a: 1\na: 2\n").find("line 2") == 0);
    CHECK(refusal("a: [1, 2\n") != "");
    CHECK(refusal("a: 1\n---\nb: 2\n") != "");
    CHECK(refusal("a: \xFF\n").find("UTF-8") != std::string::npos);
    CHECK(refusal("? [a, b]\n: c\n") != "");
    CHECK(refusal("[[[[[[[[1]]]]]]]]") != "");
    CHECK(refusal(std::string(100'000, '[')) != "");
    CHECK(refusal(std::string(100'000, '{')) != "");
    std::string many = "a:\n";
    for (int i = 0; i < 2'001; ++i)
        many += "- x\n";
    CHECK(refusal(many) != "");
}
