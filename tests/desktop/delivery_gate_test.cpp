// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/catch.h"
#include "ui/desktop/programmes/delivery_gate.h"

using namespace guidepost;
using namespace guidepost::desktop;
using people::Role;

namespace {

people::Staff staff(const char* login, std::set<Role> roles, const char* region = "North West")
{
    return {.login = Login{login}, .display_name = login, .roles = std::move(roles), .region = region};
}

} // namespace

TEST_CASE("an officer prints for oneself, a lead for the region, oneself first", "[desktop]")
{
    const auto officer = staff("officer", {Role::officer});
    const auto lead = staff("lead", {Role::lead});
    const std::vector<usecases::Deliverer> region{{.person = officer}, {.person = lead}};

    const auto for_officer = gate_people(officer, {}, region);
    REQUIRE(for_officer.size() == 1);
    CHECK(for_officer.front().staff.login == officer.login);

    const auto for_lead = gate_people(lead, {}, region);
    REQUIRE(for_lead.size() == 2);
    CHECK(for_lead.front().staff.login == lead.login);
    CHECK(for_lead.back().staff.login == officer.login);
}

TEST_CASE("only a lead of the person's region is offered to make an exception", "[desktop]")
{
    const GatePerson officer{staff("officer", {Role::officer}), {}};
    const auto lead = staff("lead", {Role::lead});

    CHECK(may_except(lead, officer));
    CHECK_FALSE(may_except(lead, {lead, {}}));
    CHECK_FALSE(may_except(staff("other", {Role::lead}, "Wales"), officer));
    CHECK_FALSE(may_except(staff("colleague", {Role::officer, Role::specialist}), officer));
    CHECK_FALSE(may_except(staff("administrator", {Role::administrator}), officer));
    CHECK_FALSE(may_except(lead, {staff("lead-2", {Role::lead}), {}}));
}

TEST_CASE("an exception can be given for a week and for no longer than the register takes", "[desktop]")
{
    CHECK(exception_spans().front().days.count() == 7);
    CHECK(exception_spans().back().days == people::longest_exception);
    for (std::size_t i = 1; i < exception_spans().size(); ++i)
        CHECK(exception_spans()[i - 1].days < exception_spans()[i].days);
}
