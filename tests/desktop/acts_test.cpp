// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/core/consultation/thread_example.h"
#include "tests/support/catch.h"
#include "ui/desktop/consultations/acts.h"

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

TEST_CASE("each kind of text has its own name, button and sentence about who reads it", "[desktop]")
{
    AThread thread;
    thread.offered("specialist-3", monday(13)).accepted("specialist-3", monday(10));
    const auto now = thread.at(monday(11));
    const Login adviser{"specialist-3"};
    std::set<std::string> kinds, buttons, words;
    for (const auto& row : act_table()) {
        if (row.text != ActRow::Text::composer)
            continue;
        CHECK(kinds.insert(kind_of(row.act, now, adviser)).second);
        CHECK(buttons.insert(label_of(row.act, now, adviser)).second);
        CHECK(words.insert(std::string{row.word}).second); // under which its draft is kept
        CHECK_FALSE(std::string{kind_hint(row.act, now, adviser)}.empty());
        CHECK(takes_cites(row.act) == (row.act == Act::send || row.act == Act::message));
    }
    CHECK(kind_hint(Act::note, now, adviser) ==
          std::string{"Specialists and leads see a note. The officer never does."});
    CHECK(label_of(Act::note, now, adviser) == std::string{"Add note"});
}

TEST_CASE("what one can write is what may be done, and whatever was begun", "[desktop]")
{
    AThread thread;
    thread.offered("specialist-3", monday(13)).accepted("specialist-3", monday(10));
    const auto open = thread.at(monday(11));
    const Login adviser{"specialist-3"}, officer{"officer-14"};
    std::map<Act, std::string> all;
    for (const auto& row : act_table())
        all[row.act] = "";
    std::set<Act> drafts;
    const auto has_draft = [&](Act act) {
        return drafts.contains(act);
    };
    const auto kinds = [&](const Thread& now, const Login& who, Side side) {
        return kinds_to_write(now, who, side, all, has_draft);
    };
    using Acts = std::vector<Act>;
    CHECK(kinds(open, adviser, Side::specialist) == Acts{Act::send, Act::message, Act::ask_more, Act::note});
    CHECK(kinds(open, Login{"specialist-5"}, Side::specialist) == Acts{Act::send, Act::ask_more, Act::note});
    CHECK(kinds(open, officer, Side::officer) == Acts{Act::send, Act::ask_again});
    CHECK(usual_kind(kinds(open, adviser, Side::specialist), open, has_draft) == Act::send);

    all[Act::send] = all[Act::message] = all[Act::ask_more] = "not now";
    CHECK(kinds(open, adviser, Side::specialist) == Acts{Act::note});
    drafts = {Act::ask_more}; // what was typed stays in sight
    CHECK(kinds(open, adviser, Side::specialist) == Acts{Act::ask_more, Act::note});
    CHECK(usual_kind(kinds(open, adviser, Side::specialist), open, has_draft) == Act::ask_more);

    // After the answer an adviser writes a message, unless a new answer is chosen.
    drafts.clear();
    all[Act::send] = all[Act::message] = "";
    thread.add(Happening::answered, "specialist-3", {}, monday(12));
    const auto answered = thread.at(monday(12));
    CHECK(usual_kind(kinds(answered, adviser, Side::specialist), answered, has_draft) == Act::message);
    CHECK(usual_kind({}, answered, has_draft) == std::nullopt);
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
