// SPDX-License-Identifier: GPL-2.0-or-later
// A year of twelve regions by chance, always the same: officers ask, specialists accept, decline, let
// offers lapse, go away, have conflicts and expiring skills. What may never happen is checked at every
// step by code of its own, and what it came to is printed.
#include "core/consultation/routing/need.h"
#include "core/consultation/routing/routing.h"
#include "core/consultation/routing/working_time.h"
#include "core/text/files.h"
#include "core/values/region.h"
#include "tests/support/catch.h"
#include "tests/support/long_form.h"
#include "tests/support/temp_dir.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <random>
#include <tuple>

using namespace guidepost;
using namespace guidepost::consultation;
using people::Level;
using people::Role;
using people::Staff;

namespace {

using Chance = std::mt19937;

bool one_in(Chance& chance, unsigned n)
{
    return chance() % n == 0;
}

Date plus(Date day, int days)
{
    return Date{std::chrono::sys_days{day} + std::chrono::days{days}};
}

struct Group {
    const char* field;
    Level level;
    int band;
    int people;
    int minutes;
};
/// In each region; three regions have nobody senior for sexual offending and ask their neighbours.
constexpr Group groups[] = {
    {"sexual-offending", Level::senior, 4, 3, 300},     {"sexual-offending", Level::qualified, 4, 3, 240},
    {"domestic-abuse", Level::senior, 4, 2, 240},       {"domestic-abuse", Level::qualified, 3, 3, 240},
    {"general-offending", Level::qualified, 3, 2, 180}, {"general-offending", Level::developing, 3, 1, 180},
};

std::vector<Staff> staff_of_a_year(Chance& chance, Date first)
{
    std::vector<Staff> everybody;
    int number = 0, region_number = 0;
    for (const auto& region : regions()) {
        ++region_number;
        for (const auto& group : groups) {
            if (group.level == Level::senior && region_number % 4 == 0 &&
                group.field == std::string_view{"sexual-offending"})
                continue;
            for (int i = 0; i < group.people; ++i) {
                Staff person{.login = Login{fmt::format("specialist-{}", ++number)}};
                person.roles = {Role::specialist};
                person.band = group.band;
                person.region = region.name;
                person.weekly_minutes = group.minutes;
                person.skills = {{.specialism = group.field, .level = group.level}};
                // Thirty days of leave in stretches, and for some an illness.
                for (int stretch = 0; stretch < 5; ++stretch) {
                    const auto from = plus(first, static_cast<int>(chance() % 360));
                    person.away.push_back({from, plus(from, 7), {}});
                }
                if (one_in(chance, 20))
                    person.conflicts = {Login{fmt::format("officer-{}", 1 + chance() % 240)}};
                if (one_in(chance, 25))
                    person.skills[0].expires = plus(first, 330);
                everybody.push_back(std::move(person));
            }
        }
        Staff lead{.login = Login{fmt::format("lead-{}", region_number)}};
        lead.roles = {Role::lead};
        lead.region = region.name;
        everybody.push_back(std::move(lead));
    }
    return everybody;
}

Request request_by_chance(Chance& chance)
{
    static const std::vector<std::string> offences{"sexual",         "sexual",   "online",   "domestic-abuse",
                                                   "domestic-abuse", "stalking", "violence", "general"};
    static const std::vector<std::string> levels{"low", "medium", "medium", "high", "high", "very-high"};
    Request request;
    request.profile.offence = {offences[chance() % offences.size()]};
    request.profile.rosh["public"] = levels[chance() % levels.size()];
    if (one_in(chance, 10))
        request.profile.flags = {"mappa-2"};
    request.is_danger = false;
    request.responsibility = one_in(chance, 8) ? Responsibility::take_over : Responsibility::advice;
    request.priority = one_in(chance, 6) ? Priority::urgent : Priority::routine;
    return request;
}

/// The floor said a second time, in other words than routing.cpp says it.
bool reaches_floor(const Staff& person, const RouteQuestion& question, Date today)
{
    bool has_skill = false;
    for (const auto& skill : person.skills)
        has_skill |= skill.specialism == question.need.specialism &&
                     static_cast<int>(skill.level) >= static_cast<int>(question.need.level) &&
                     (!skill.expires || *skill.expires >= today);
    bool is_away = false;
    for (const auto& away : person.away)
        is_away |= away.first <= today && today <= away.last;
    const bool holds_other = std::count(person.qualifications.begin(), person.qualifications.end(),
                                        question.need.qualification) > 0;
    return person.is_active && person.roles.contains(Role::specialist) && has_skill && !is_away &&
           (person.band >= question.need.band || holds_other) &&
           !person.conflicts.contains(question.requester.login) &&
           !question.requester.conflicts.contains(person.login) && !question.excluded.contains(person.login);
}

struct Waiting {
    Request request;
    RouteQuestion question;
    int tries = 0;
};

struct Open {
    Login who;
    Timestamp done = 0;
    int minutes = 0;
};

struct Year {
    int asked = 0, answered = 0, to_lead = 0, declined = 0, lapsed = 0, over_time = 0, in_region = 0,
        below_floor = 0, lead_wrongly = 0, longest_path = 0;
    std::map<Login, int> answers;
};

} // namespace

TEST_CASE("over a simulated year no floor breaks, every request ends and equals share alike",
          "[consultation]")
{
    Chance chance{2026};
    const auto first = *parse_date("2026-01-01");
    const auto everybody = staff_of_a_year(chance, first);
    std::map<Login, const Staff*> by_login;
    for (const auto& person : everybody)
        by_login[person.login] = &person;
    const auto rules = parse_needs(read_file(test::source_file("content/needs.yaml"), 64 * 1024));
    const RegionDistances distances{read_file(test::source_file("content/region-distances.tsv"), 64 * 1024)};
    const WorkingTime time{
        {}, parse_holidays(read_file(test::source_file("content/bank-holidays.tsv"), 64 * 1024))};
    const auto clocks = parse_clocks(read_file(test::source_file("content/clocks.yaml"), 64 * 1024));

    Year year;
    std::map<Login, Load> loads;
    std::vector<Open> open;
    const int questions_a_day = test::times(120, 200);

    for (auto day = first; day < plus(first, 365); day = plus(day, 1)) {
        if (std::chrono::weekday{std::chrono::sys_days{day}} == std::chrono::Monday)
            for (auto& [login, load] : loads)
                load.minutes_this_week = 0;
        if (!time.is_working_day(day))
            continue;
        for (int i = 0; i < questions_a_day; ++i) {
            ++year.asked;
            auto moment = from_london(day, 9 * 60 + static_cast<int>(chance() % 480));
            std::erase_if(open, [&](const Open& thread) {
                if (thread.done > moment)
                    return false;
                --loads[thread.who].open;
                loads[thread.who].minutes_this_week += thread.minutes;
                return true;
            });
            const auto request = request_by_chance(chance);
            RouteQuestion question;
            question.need = need_of(request, rules);
            question.requester.login = Login{fmt::format("officer-{}", 1 + chance() % 240)};
            question.requester.region = regions()[chance() % regions().size()].name;
            question.is_needed_today = request.priority == Priority::urgent;
            const auto& clock = clocks.at(*request.priority);
            for (int tries = 1;; ++tries) {
                question.now = moment;
                const auto today = to_london(moment).day;
                const auto found = route(question, everybody, loads, distances);
                year.longest_path = std::max(year.longest_path, tries);
                if (!found.to) {
                    ++year.to_lead;
                    REQUIRE(found.is_to_lead);
                    REQUIRE(found.lead);
                    for (const auto& person : everybody)
                        year.lead_wrongly += reaches_floor(person, question, today);
                    break;
                }
                const auto& chosen = *by_login.at(*found.to);
                year.below_floor += !reaches_floor(chosen, question, today);
                year.over_time += found.is_over_time;
                loads[*found.to].last_offer = moment;
                if (one_in(chance, 12)) { // "not me"
                    ++year.declined;
                    question.excluded.insert(*found.to);
                    moment = time.add(moment, 20);
                } else if (one_in(chance, 15)) { // nobody looked
                    ++year.lapsed;
                    question.excluded.insert(*found.to);
                    moment = time.add(moment, clock.offer);
                } else {
                    ++year.answered;
                    ++year.answers[*found.to];
                    year.in_region += chosen.region == question.requester.region;
                    ++loads[*found.to].open;
                    open.push_back({*found.to, time.add(moment, clock.answer / 2),
                                    20 + static_cast<int>(chance() % 40)});
                    break;
                }
                REQUIRE(tries < 1000);
            }
        }
    }

    // Equals: one region, field, level and weekly time.
    std::map<std::tuple<std::string, std::string, Level>, std::vector<int>> equals;
    for (const auto& person : everybody)
        if (person.roles.contains(Role::specialist) && !person.skills[0].expires)
            equals[{person.region, person.skills[0].specialism, person.skills[0].level}].push_back(
                year.answers[person.login]);
    double worst = 1;
    for (const auto& [key, counts] : equals) {
        double sum = 0;
        for (const int count : counts)
            sum += count;
        const auto mean = sum / static_cast<double>(counts.size());
        if (counts.size() > 1 && mean >= 20) // fewer say nothing about fairness
            worst = std::max(worst, *std::max_element(counts.begin(), counts.end()) / mean);
    }
    std::cout << fmt::format(
        "simulated year: {} asked, {} answered ({} % in the region), {} to the lead, {} declined, "
        "{} lapsed, {} over the week's time, at most {} offers for one, {} specialists, "
        "worst max/mean within equals {:.2f}\n",
        year.asked, year.answered, 100 * year.in_region / std::max(1, year.answered), year.to_lead,
        year.declined, year.lapsed, year.over_time, year.longest_path, everybody.size() - regions().size(),
        worst);

    CHECK(year.below_floor == 0);
    CHECK(year.lead_wrongly == 0);
    CHECK(year.answered + year.to_lead == year.asked);
    CHECK(year.answered > year.asked / 2);
    CHECK(worst < 1.3);
}
