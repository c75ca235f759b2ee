// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/usecases/delivery_words.h"
#include "tests/support/catch.h"

using namespace guidepost;
using namespace guidepost::usecases;
using people::Role;
using Lines = std::vector<std::string>;

namespace {

const Date last{std::chrono::year{2026}, std::chrono::month{12}, std::chrono::day{6}};
const DeliveryNames names{.staff = {{Login{"lead-7"}, "Lead 7"}}};

people::Staff staff(const char* login, std::set<Role> roles)
{
    return {.login = Login{login},
            .display_name = "Name of " + std::string{login},
            .roles = std::move(roles),
            .region = "North West"};
}

Delivery missing()
{
    return {.asked = {{.requirement = {.session = "all", .training = "groups"},
                       .missing = {{"groups", "deliver is not signed off"}}}}};
}

Delivery excepted()
{
    people::Competence one{.of = Login{"officer"},
                           .training = "groups",
                           .rung = Rung::deliver,
                           .expires = last,
                           .exception = people::Exception{Login{"lead-7"}, "Nobody else is there"}};
    return {.asked = {{.requirement = {.session = "all", .training = "groups"},
                       .is_met = true,
                       .exception = one}},
            .until = last};
}

} // namespace

TEST_CASE("a training is named in words, as the vocabulary writes it where it does", "[desk]")
{
    const people::MissingStep review{"three-way-review", "observe is not signed off"};
    CHECK(missing_sentence(review, names) == "Three way review: observe is not signed off.");

    const auto vocabulary = std::make_shared<const search::Vocabulary>(
        std::vector<search::VocabularyPair>{{.short_form = "TWR", .expansion = "Three-Way Review"}});
    CHECK(missing_sentence(review, {.vocabulary = vocabulary}) ==
          "Three-Way Review: observe is not signed off.");
}

TEST_CASE("a sheet says for whom it is and by whose exception, and otherwise what is missing", "[desk]")
{
    const auto officer = staff("officer", {Role::officer});
    CHECK(delivery_lines(excepted(), officer, names) ==
          Lines{"For delivery by Name of officer, who may until 6 December 2026.",
                "By exception of Lead 7 until 6 December 2026: Groups."});
    CHECK(blocked_lines(excepted(), officer, names).empty());
    CHECK(delivery_lines(missing(), officer, names).empty());
    CHECK(blocked_lines(missing(), officer, names) == Lines{"Groups: deliver is not signed off."});
}

TEST_CASE("a sheet that asks for nothing says nothing of delivery, whoever looks", "[desk]")
{
    CHECK(delivery_lines({}, staff("officer", {Role::officer}), names).empty());
    CHECK(blocked_lines({}, {}, names).empty());
    CHECK(blocked_lines(missing(), {}, names) == Lines{"Nobody is signed in: sign in to print it."});
}

TEST_CASE("nobody's standing is told before somebody is signed in", "[desk]")
{
    using State = pages::DeliveryPage::Row::State;
    const auto row = [](const Delivery& delivery, bool is_known) {
        return delivery_row(delivery.asked.front(), {}, "Steps", is_known, names);
    };
    CHECK(row(missing(), false).state == State::unknown);
    CHECK(row(missing(), false).missing.empty());
    CHECK(row(missing(), true).state == State::missing);
    CHECK(row(missing(), true).missing == Lines{"Groups: deliver is not signed off."});
    CHECK(row(excepted(), true).state == State::by_exception);
    CHECK(row(excepted(), true).place == "Every session");
    CHECK(row(excepted(), false).exception.empty());
}

TEST_CASE("the reason of an exception is for the person and for leads of the region", "[desk]")
{
    const Deliverer one{staff("officer", {Role::officer}), excepted(), true};
    const auto told = [&](const people::Staff& by) {
        return delivery_person(one, by, names).detail.find("Nobody else is there") != std::string::npos;
    };
    CHECK(told(one.person));
    CHECK(told(staff("lead", {Role::lead})));
    CHECK_FALSE(told(staff("colleague", {Role::officer, Role::specialist})));
    auto elsewhere = staff("lead", {Role::lead});
    elsewhere.region = "Wales";
    CHECK_FALSE(told(elsewhere));
}
