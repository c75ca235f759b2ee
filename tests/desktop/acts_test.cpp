// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/core/consultation/thread_example.h"
#include "tests/support/catch.h"
#include "ui/desktop/model/acts.h"

#include <set>

using namespace guidepost;
using namespace guidepost::desktop;
using namespace guidepost::consultation;
using namespace guidepost::test;

namespace {

Reader a_reader(const std::string& login, std::set<people::Role> roles)
{
    people::Staff person;
    person.login = Login{login};
    person.roles = std::move(roles);
    person.region = "North West";
    return {person, {}, to_london(monday(9)).day};
}

} // namespace

TEST_CASE("every act stands in the table once, with a word of its own", "[desktop]")
{
    std::set<Act> acts;
    std::set<std::string_view> words;
    for (const auto& row : act_table()) {
        CHECK(acts.insert(row.act).second);
        CHECK(words.insert(row.word).second);
        CHECK_FALSE(std::string_view{row.label}.empty());
        const bool asks_words = row.text == ActRow::Text::required || row.text == ActRow::Text::optional;
        CAPTURE(row.word);
        CHECK(asks_words == !std::string_view{row.prompt}.empty());
        // What opens a dialog says so.
        if (row.act != Act::make_guidance)
            CHECK(std::string_view{row.label}.ends_with("...") ==
                  !(row.is_direct() || row.text == ActRow::Text::composer));
    }
    CHECK(act_table().size() == static_cast<std::size_t>(Act::make_guidance) + 1);
}

TEST_CASE("every act can be found by somebody", "[desktop]")
{
    for (const auto& row : act_table()) {
        CAPTURE(row.word);
        bool is_somewhere = false;
        for (const auto side : {Side::officer, Side::specialist, Side::lead})
            is_somewhere = is_somewhere || row.place(side) != ActRow::Place::nowhere;
        CHECK(is_somewhere);
    }
}

TEST_CASE("notes and what is among specialists are never offered to the officer", "[desktop]")
{
    for (const auto act : {Act::note, Act::second_opinion, Act::hand_over, Act::minutes, Act::assign,
                           Act::make_guidance, Act::redact})
        CHECK(row_of(act).place(Side::officer) == ActRow::Place::nowhere);
    for (const auto act : {Act::agree, Act::adapt, Act::decline_advice, Act::withdraw, Act::outcome})
        CHECK(row_of(act).place(Side::specialist) == ActRow::Place::nowhere);
}

TEST_CASE("who holds the thread sends an answer, everybody else a message", "[desktop]")
{
    AThread thread;
    thread.offered("specialist-3", monday(13)).accepted("specialist-3", monday(10));
    const auto now = thread.at(monday(11));
    CHECK(label_of(Act::send, now, Login{"specialist-3"}) == std::string{"Send answer"});
    CHECK(label_of(Act::send, now, Login{"officer-14"}) == std::string{"Send message"});
    CHECK(label_of(Act::send, now, Login{"lead-1"}) == std::string{"Send message"});
}

TEST_CASE("the side follows from how one stands to the thread", "[desktop]")
{
    using people::Role;
    AThread thread;
    thread.offered("specialist-3", monday(13));
    const auto now = thread.at(monday(10));
    CHECK(side_of(now, a_reader("officer-14", {Role::officer, Role::lead})) == Side::officer);
    CHECK(side_of(now, a_reader("specialist-3", {Role::specialist, Role::lead})) == Side::specialist);
    CHECK(side_of(now, a_reader("lead-1", {Role::lead})) == Side::lead);
}

TEST_CASE("a command carries what was given for it", "[desktop]")
{
    const ConsultationRef ref{"GP-7K2M9Q"};
    ActInput input;
    input.text = "words";
    input.cites = {"recall#do-now"};
    input.seen = 7;
    const auto reply = std::get<Reply>(command_of(Act::send, ref, EventId{"e"}, input));
    CHECK(reply.ref == ref);
    CHECK(reply.text == "words");
    CHECK(reply.cites == input.cites);
    CHECK(reply.seen == 7);

    input.colleague = Login{"specialist-5"};
    CHECK(std::get<HandOver>(command_of(Act::hand_over, ref, {}, input)).to == input.colleague);
    CHECK(std::get<SecondOpinion>(command_of(Act::second_opinion, ref, {}, input)).from == input.colleague);
    CHECK(std::get<Assign>(command_of(Act::assign, ref, {}, input)).to == input.colleague);
    CHECK(std::get<ChooseAdvice>(command_of(Act::adapt, ref, {}, input)).choice == AdviceChoice::adapt);
    CHECK(std::get<DecideTakeOver>(command_of(Act::grant_take_over, ref, {}, input)).is_granted);
    CHECK_FALSE(std::get<DecideTakeOver>(command_of(Act::refuse_take_over, ref, {}, input)).is_granted);
    for (const auto& row : act_table())
        CHECK_FALSE(std::holds_alternative<Open>(command_of(row.act, ref, {}, input)));
}

TEST_CASE("what an act is judged with lacks nothing", "[desktop]")
{
    AThread thread;
    Details details;
    details.number = 3;
    details.text = "Do it";
    details.owner = "Officer";
    thread.add(Happening::action_added, "specialist-3", details);
    const auto now = thread.at(monday(10));
    const auto input = whole_input(Act::settle_action, now);
    CHECK_FALSE(input.text.empty());
    CHECK(input.number == 3);
    CHECK(input.seen >= now.moved);
    CHECK_FALSE(input.entries.empty());
}
