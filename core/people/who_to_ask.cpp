// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/who_to_ask.h"

#include <algorithm>
#include <tuple>

namespace guidepost::people {

std::vector<Adviser> who_to_ask(const std::vector<Staff>& everybody, std::string_view specialism,
                                std::string_view region, Date today, const std::map<Login, Week>& weeks)
{
    std::vector<Adviser> advisers;
    for (const auto& person : everybody) {
        const auto level = level_on(person, specialism, today);
        if (!level || !person.is_active || !has_role(person, Role::specialist))
            continue;
        Adviser adviser{.person = person, .level = *level};
        for (const auto& skill : person.skills)
            if (skill.specialism == specialism && skill.level == *level)
                adviser.expires = skill.expires;
        if (const auto* away = away_on(person, today)) {
            adviser.away = *away;
            adviser.cover = cover_on(everybody, person.login, today);
        }
        const auto week = weeks.find(person.login);
        const auto used = week == weeks.end() ? 0 : week->second.minutes_used;
        adviser.free_minutes = adviser.away ? 0 : std::max(0, person.weekly_minutes - used);
        if (week != weeks.end())
            adviser.typical_answer_minutes = week->second.typical_answer_minutes;
        adviser.is_in_region = region.empty() || person.region == region;
        advisers.push_back(std::move(adviser));
    }
    const auto order = [](const Adviser& a) {
        return std::tuple{!a.is_in_region, a.away.has_value(), -static_cast<int>(a.level), -a.free_minutes,
                          a.person.login};
    };
    std::sort(advisers.begin(), advisers.end(),
              [&](const Adviser& one, const Adviser& other) { return order(one) < order(other); });
    return advisers;
}

std::vector<std::string> specialisms(const std::vector<Staff>& everybody, Date today)
{
    std::set<std::string> names;
    for (const auto& person : everybody)
        if (person.is_active && has_role(person, Role::specialist))
            for (const auto& skill : person.skills)
                if (level_on(person, skill.specialism, today))
                    names.insert(skill.specialism);
    return {names.begin(), names.end()};
}

} // namespace guidepost::people
