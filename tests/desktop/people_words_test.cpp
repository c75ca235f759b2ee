// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/catch.h"
#include "ui/desktop/people/people_words.h"

using namespace guidepost;
using namespace guidepost::desktop;
using people::Role;

namespace {

people::Staff a_person(const std::string& login, std::set<Role> roles, const std::string& region)
{
    people::Staff person;
    person.login = Login{login};
    person.display_name = login;
    person.roles = std::move(roles);
    person.region = region;
    return person;
}

const std::vector<people::Staff> three{a_person("lead-1", {Role::lead}, "North West"),
                                       a_person("officer-14", {Role::officer}, "North West"),
                                       a_person("officer-2", {Role::officer}, "Wales")};

} // namespace

TEST_CASE("a person is told apart by role, field, band and place", "[desktop]")
{
    auto person = three[1];
    person.band = 4;
    person.pdu = "PDU 2";
    CHECK(about_person(person) == "officer, band 4, North West, PDU 2");
    person.roles = {Role::specialist};
    person.skills = {{.specialism = "sexual-offending"}};
    CHECK(about_person(person) == "specialist, Sexual offending, band 4, North West, PDU 2");
    CHECK(about_person({}).empty());
}

TEST_CASE("people are found by all the words, in any case and order", "[desktop]")
{
    CHECK(find_people(three, "").size() == 3);
    CHECK(find_people(three, "NORTH officer").size() == 1);
    CHECK(find_people(three, "west").size() == 2);
    CHECK(find_people(three, "qqx").empty());
}

TEST_CASE("a practice desk starts as an officer", "[desktop]")
{
    CHECK(first_to_act_as(three) == Login{"officer-14"});
    CHECK(first_to_act_as({three[0]}) == Login{"lead-1"});
    CHECK_FALSE(first_to_act_as({}));
}
