// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/staff.h"

#include <algorithm>
#include <utility>

namespace guidepost::people {
namespace {

constexpr std::array<std::pair<Role, std::string_view>, 5> role_words{{
    {Role::officer, "officer"},
    {Role::specialist, "specialist"},
    {Role::trainer, "trainer"},
    {Role::lead, "lead"},
    {Role::administrator, "administrator"},
}};

constexpr std::array<std::pair<Level, std::string_view>, 3> level_words{{
    {Level::developing, "developing"},
    {Level::qualified, "qualified"},
    {Level::senior, "senior"},
}};

template <class Table, class Value>
std::string_view word_in(const Table& table, Value value)
{
    for (const auto& [known, word] : table)
        if (known == value)
            return word;
    return {};
}

template <class Value, std::size_t count>
std::optional<Value> parse_in(const std::array<std::pair<Value, std::string_view>, count>& table,
                              std::string_view wanted)
{
    for (const auto& [value, word] : table)
        if (word == wanted)
            return value;
    return std::nullopt;
}

const Staff* find(const std::vector<Staff>& everybody, const Login& login)
{
    const auto found = std::find_if(everybody.begin(), everybody.end(),
                                    [&](const Staff& person) { return person.login == login; });
    return found == everybody.end() ? nullptr : &*found;
}

} // namespace

std::string_view word_of(Role role)
{
    return word_in(role_words, role);
}

std::string_view word_of(Level level)
{
    return word_in(level_words, level);
}

std::optional<Role> parse_role(std::string_view word)
{
    return parse_in(role_words, word);
}

std::optional<Level> parse_level(std::string_view word)
{
    return parse_in(level_words, word);
}

bool has_role(const Staff& person, Role role)
{
    return person.roles.contains(role);
}

std::optional<Level> level_on(const Staff& person, std::string_view specialism, Date day)
{
    std::optional<Level> best;
    for (const auto& skill : person.skills)
        if (skill.specialism == specialism && (!skill.expires || day <= *skill.expires))
            best = best ? std::max(*best, skill.level) : skill.level;
    return best;
}

const Away* away_on(const Staff& person, Date day)
{
    const Away* found = nullptr;
    for (const auto& away : person.away)
        if (away.first <= day && day <= away.last && (!found || (!found->cover && away.cover)))
            found = &away;
    return found;
}

bool are_in_conflict(const Staff& one, const Staff& other)
{
    return one.conflicts.contains(other.login) || other.conflicts.contains(one.login);
}

Login cover_on(const std::vector<Staff>& everybody, const Login& of, Date day)
{
    std::set<Login> seen;
    auto at = of;
    while (at && seen.insert(at).second) {
        const auto* person = find(everybody, at);
        if (!person || !person->is_active)
            return {};
        const auto* away = away_on(*person, day);
        if (!away)
            return at;
        at = away->cover;
    }
    return {};
}

} // namespace guidepost::people
