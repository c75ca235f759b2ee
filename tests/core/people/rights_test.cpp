// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/rights.h"
#include "core/text/files.h"
#include "core/text/text.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <map>
#include <sstream>

using namespace guidepost;
using people::Action;
using people::Relation;
using people::Role;

namespace {

constexpr std::array all_roles{Role::officer, Role::specialist, Role::trainer, Role::lead,
                               Role::administrator};

/// "officer requester" -> the actions written beside it.
std::map<std::string, std::set<std::string>> written_rights()
{
    std::map<std::string, std::set<std::string>> rights;
    std::istringstream lines{read_file(test::source_file("tests/data/rights.tsv"), 100'000)};
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with('#'))
            continue;
        std::istringstream fields{line};
        std::string role, relation, actions;
        std::getline(fields, role, '\t');
        std::getline(fields, relation, '\t');
        std::getline(fields, actions);
        const auto words = split(actions, ' ');
        INFO(line);
        REQUIRE(
            rights.emplace(role + " " + relation, std::set<std::string>{words.begin(), words.end()}).second);
    }
    return rights;
}

bool may_any(Action action, std::initializer_list<Role> roles)
{
    for (const auto role : roles)
        for (const auto relation : people::all_relations())
            if (people::may(role, action, relation))
                return true;
    return false;
}

} // namespace

TEST_CASE("rights matrix, every cell", "[people]")
{
    const auto written = written_rights();
    REQUIRE(written.size() == all_roles.size() * people::all_relations().size());

    std::set<std::string> known;
    std::size_t cells = 0;
    for (const auto action : people::all_actions())
        known.insert(std::string{people::word_of(action)});
    for (const auto role : all_roles)
        for (const auto relation : people::all_relations()) {
            const auto who = std::string{word_of(role)} + " " + std::string{people::word_of(relation)};
            INFO(who);
            REQUIRE(written.contains(who));
            for (const auto& action : written.at(who)) {
                INFO(action);
                CHECK(known.contains(action)); // a slip of the pen would silently refuse
            }
            for (const auto action : people::all_actions()) {
                const std::string word{people::word_of(action)};
                INFO(word);
                CHECK(people::may(role, action, relation) == written.at(who).contains(word));
                ++cells;
            }
        }
    CHECK(cells == 5 * 9 * 42);
}

TEST_CASE("what the table must never allow, whatever it is changed to", "[people]")
{
    const std::set<Action> of_threads{Action::read_thread,
                                      Action::read_notes,
                                      Action::read_route_names,
                                      Action::write_message,
                                      Action::write_note,
                                      Action::answer_offer,
                                      Action::ask_for_more,
                                      Action::hand_over,
                                      Action::put_action,
                                      Action::settle_action,
                                      Action::ask_second_opinion,
                                      Action::record_minutes,
                                      Action::choose_advice,
                                      Action::assign,
                                      Action::export_record,
                                      Action::make_guidance,
                                      Action::record_outcome,
                                      Action::withdraw,
                                      Action::redact,
                                      Action::restrict};
    for (const auto action : of_threads) {
        INFO(people::word_of(action));
        CHECK_FALSE(may_any(action, {Role::trainer, Role::administrator}));
        for (const auto role : all_roles)
            CHECK_FALSE(people::may(role, action, Relation::none)); // a stranger
    }
    for (const auto action : {Action::read_notes, Action::write_note, Action::read_route_names,
                              Action::redact, Action::assign, Action::edit_staff, Action::edit_skills})
        CHECK_FALSE(may_any(action, {Role::officer}));
    for (const auto action : people::all_actions())
        if (people::may(all_roles.back(), action, Relation::self))
            CHECK((action == Action::read_staff || action == Action::edit_own_away));
}

TEST_CASE("several roles add up, and no role may nothing", "[people]")
{
    const std::set<Role> both{Role::officer, Role::specialist};
    CHECK(people::may(both, Action::ask, Relation::none));
    CHECK(people::may(both, Action::write_message, Relation::adviser));
    CHECK_FALSE(people::may(both, Action::read_notes, Relation::requester));
    CHECK(people::may({Role::lead}, Action::assign, std::set{Relation::adviser, Relation::lead}));
    CHECK(people::may({Role::officer}, Action::ask, std::set<Relation>{}));
    for (const auto action : people::all_actions())
        for (const auto relation : people::all_relations())
            CHECK_FALSE(people::may(std::set<Role>{}, action, relation));
}
