// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/name_order.h"
#include "tests/support/catch.h"

#include <string>
#include <utility>
#include <vector>

using namespace guidepost;

namespace {

std::vector<std::string> in_order(const std::vector<std::pair<std::string, std::string>>& people)
{
    std::vector<people::Staff> staff;
    for (const auto& [login, name] : people) {
        people::Staff person;
        person.login = Login{login};
        person.display_name = name;
        staff.push_back(person);
    }
    std::vector<std::string> logins;
    for (const auto& person : people::by_name(std::move(staff)))
        logins.push_back(person.login.value());
    return logins;
}

} // namespace

TEST_CASE("people stand as their names are said: first name first, numbers by what they count", "[people]")
{
    using Logins = std::vector<std::string>;
    CHECK(in_order({{"o10", "Officer 10"}, {"o2", "Officer 2"}, {"l1", "Lead 1"}, {"o1", "officer 1"}}) ==
          Logins{"l1", "o1", "o2", "o10"});
    CHECK(in_order({{"z", "Ash Zed"}, {"a", "Zoe Abel"}}) == Logins{"z", "a"});
    CHECK(in_order({{"o-10", "Officer"}, {"o-9", "Officer"}}) == Logins{"o-9", "o-10"});
    CHECK(in_order({{"b", "Team 010 B"}, {"a", "Team 9"}, {"c", "Team 10 A"}}) == Logins{"a", "c", "b"});
    CHECK(in_order({{"b", std::string(300, '9')}, {"a", ""}}) == Logins{"a", "b"});
}
