// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/routing/routing.h"

#include "core/consultation/routing/working_time.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>

namespace guidepost::consultation {
namespace {

using people::Staff;

struct Reason {
    PassedOver reason;
    std::string_view word;
    std::string_view neutral;
};
constexpr std::string_view not_free_for_this = "not available for this one";
constexpr std::array reasons_table{
    Reason{PassedOver::not_this_field, "not-this-field", "not qualified in this field"},
    Reason{PassedOver::level, "level", "below the level this needs"},
    Reason{PassedOver::band, "band", "below the band or qualification this needs"},
    Reason{PassedOver::conflict, "conflict", not_free_for_this},
    Reason{PassedOver::away, "away", "away"},
    Reason{PassedOver::declined, "declined", not_free_for_this},
    Reason{PassedOver::no_time, "no-time", "without time left this week"},
    Reason{PassedOver::further_away, "further-away", "further away"},
    Reason{PassedOver::less_time, "less-time", "with less time this week"},
    Reason{PassedOver::asked_since, "asked-since", "asked more recently"},
};

const Reason& row_of(PassedOver reason)
{
    return *std::find_if(reasons_table.begin(), reasons_table.end(),
                         [&](const Reason& row) { return row.reason == reason; });
}

bool works_on(const Staff& person, Date day)
{
    const auto weekday = std::chrono::weekday{std::chrono::sys_days{day}}.iso_encoding();
    if (weekday > person.pattern.size())
        return true; // at a weekend nobody does, and the first opening decides
    const auto& hours = person.pattern.at(weekday - 1);
    return hours.from < hours.to;
}

bool holds(const Staff& person, const std::string& qualification)
{
    return std::find(person.qualifications.begin(), person.qualifications.end(), qualification) !=
           person.qualifications.end();
}

bool meets_band(const Staff& person, const Need& need)
{
    const bool has_band =
        person.band >= need.band || (!need.qualification.empty() && holds(person, need.qualification));
    return has_band && std::all_of(need.must_hold.begin(), need.must_hold.end(),
                                   [&](const auto& wanted) { return holds(person, wanted); });
}

std::optional<PassedOver> held_against_on(const Staff& person, const RouteQuestion& question, Date today)
{
    if (const auto missed = floors_missed(person, question.need, today); !missed.empty())
        return missed.front();
    if (are_in_conflict(person, question.requester))
        return PassedOver::conflict;
    if (question.excluded.contains(person.login))
        return PassedOver::declined;
    if (away_on(person, today) || (question.is_needed_today && !works_on(person, today)))
        return PassedOver::away;
    return std::nullopt;
}

struct Candidate {
    const Staff* person = nullptr;
    int steps = 0;
    int free = 0;
    Timestamp last_offer = 0; ///< the least there is when never asked

    bool has_time() const { return free > 0; }
    /// Smaller is asked first.
    auto rank() const { return std::tuple{!has_time(), steps, -free, last_offer, person->login}; }
};

/// What put `other` behind the one chosen.
PassedOver what_decided(const Candidate& chosen, const Candidate& other)
{
    if (chosen.has_time() != other.has_time())
        return PassedOver::no_time;
    if (chosen.steps != other.steps)
        return PassedOver::further_away;
    if (chosen.free != other.free)
        return PassedOver::less_time;
    return PassedOver::asked_since;
}

std::string minutes_in_words(int minutes)
{
    return minutes < 120 ? fmt::format("{} minutes", minutes)
                         : fmt::format("about {} hours", (minutes + 30) / 60);
}

std::vector<std::string> reasons_for(const Candidate& chosen, const RouteQuestion& question,
                                     const std::vector<PassedOver>& ties, Date today)
{
    const auto& need = question.need;
    const auto level = level_on(*chosen.person, need.specialism, today);
    std::vector<std::string> reasons;
    reasons.push_back(fmt::format("specialist in {}, {}", spaced(need.specialism),
                                  word_of(level.value_or(people::Level::qualified))));
    if (need.band > 0)
        reasons.push_back(chosen.person->band >= need.band
                              ? fmt::format("band {} or above, as this case needs", need.band)
                              : fmt::format("holds {}, as this case needs", spaced(need.qualification)));
    for (const auto& wanted : need.must_hold)
        reasons.push_back(fmt::format("holds {}, as a programme asks", spaced(wanted)));
    reasons.push_back(chosen.steps == 0   ? "in your region"
                      : chosen.steps == 1 ? "nearest who can: in a neighbouring region"
                                          : "nearest who can: in another region");
    const auto has = [&](PassedOver reason) {
        return std::find(ties.begin(), ties.end(), reason) != ties.end();
    };
    if (!chosen.has_time())
        reasons.emplace_back("everybody who can has used this week's time for advice");
    else if (has(PassedOver::less_time))
        reasons.push_back("most time left this week: " + minutes_in_words(chosen.free));
    else
        reasons.push_back("has time this week: " + minutes_in_words(chosen.free));
    if (has(PassedOver::asked_since))
        reasons.emplace_back("longest since last asked");
    return reasons;
}

/// A lead of the requester's region who is at work, by login; else the cover of one who is away; else a lead
/// of the nearest region who is at work, since somebody has to read it.
std::optional<Login> lead_of(const RouteQuestion& question, const std::vector<Staff>& everybody, Date today,
                             const RegionDistances& distances)
{
    const auto may_decide = [&](const Staff& person) {
        return person.is_active && has_role(person, people::Role::lead) &&
               person.login != question.requester.login && !are_in_conflict(person, question.requester) &&
               (!question.only || question.only->contains(person.login));
    };
    std::set<Login> here, away;
    for (const auto& person : everybody)
        if (may_decide(person) && person.region == question.requester.region)
            (away_on(person, today) ? away : here).insert(person.login);
    if (!here.empty())
        return *here.begin();
    for (const auto& login : away) {
        const auto cover = cover_on(everybody, login, today);
        const auto at = std::find_if(everybody.begin(), everybody.end(),
                                     [&](const Staff& person) { return person.login == cover; });
        if (at != everybody.end() && may_decide(*at))
            return cover;
    }
    const Staff* nearest = nullptr;
    const auto steps = [&](const Staff& person) {
        return distances.between(question.requester.region, person.region);
    };
    for (const auto& person : everybody)
        if (may_decide(person) && !away_on(person, today) && (!nearest || steps(person) < steps(*nearest)))
            nearest = &person;
    if (nearest)
        return nearest->login;
    // Away without cover is still better than nobody: a lead reads what has piled up.
    return away.empty() ? std::nullopt : std::optional{*away.begin()};
}

} // namespace

std::span<const PassedOver> passed_over_reasons()
{
    static const auto all = [] {
        std::array<PassedOver, reasons_table.size()> reasons{};
        std::transform(reasons_table.begin(), reasons_table.end(), reasons.begin(),
                       [](const Reason& row) { return row.reason; });
        return reasons;
    }();
    return all;
}

std::string_view word_of(PassedOver reason)
{
    return row_of(reason).word;
}

std::string_view neutral_words(PassedOver reason)
{
    return row_of(reason).neutral;
}

std::vector<PassedOver> floors_missed(const Staff& person, const Need& need, Date today)
{
    std::vector<PassedOver> missed;
    const auto level = level_on(person, need.specialism, today);
    if (!level)
        missed.push_back(PassedOver::not_this_field);
    else if (*level < need.level)
        missed.push_back(PassedOver::level);
    if (!meets_band(person, need))
        missed.push_back(PassedOver::band);
    return missed;
}

std::optional<PassedOver> held_against(const Staff& person, const RouteQuestion& question)
{
    return held_against_on(person, question, to_london(question.now).day);
}

int free_minutes(const Staff& person, const Load& load)
{
    return person.weekly_minutes - load.minutes_this_week - load.open * minutes_of_an_open_thread;
}

Route route(const RouteQuestion& question, const std::vector<Staff>& everybody,
            const std::map<Login, Load>& loads, const RegionDistances& distances)
{
    const auto today = to_london(question.now).day;
    Route result;
    std::vector<Candidate> candidates;
    for (const auto& person : everybody) {
        if (!person.is_active || !has_role(person, people::Role::specialist) ||
            person.login == question.requester.login)
            continue;
        if (question.only && !question.only->contains(person.login))
            continue;
        if (const auto reason = held_against_on(person, question, today)) {
            result.passed_over[person.login] = *reason;
            continue;
        }
        const auto at = loads.find(person.login);
        const auto load = at == loads.end() ? Load{} : at->second;
        candidates.push_back({&person, distances.between(question.requester.region, person.region),
                              free_minutes(person, load),
                              load.last_offer.value_or(std::numeric_limits<Timestamp>::min())});
    }
    result.lead = lead_of(question, everybody, today, distances);
    if (candidates.empty()) {
        result.is_to_lead = true;
        result.reasons.push_back(
            fmt::format("nobody who may advise on {} at the level this needs is at work, so a lead "
                        "decides",
                        spaced(question.need.specialism)));
        return result;
    }
    const auto chosen = *std::min_element(candidates.begin(), candidates.end(),
                                          [](const auto& a, const auto& b) { return a.rank() < b.rank(); });
    std::vector<PassedOver> ties;
    for (const auto& other : candidates)
        if (other.person != chosen.person) {
            ties.push_back(what_decided(chosen, other));
            result.passed_over[other.person->login] = ties.back();
        }
    result.to = chosen.person->login;
    result.is_over_time = !chosen.has_time();
    result.reasons = reasons_for(chosen, question, ties, today);
    return result;
}

std::string neutral_counts(const Route& route)
{
    std::vector<std::pair<std::string_view, int>> counts;
    for (const auto reason : passed_over_reasons()) {
        const auto words = neutral_words(reason);
        const auto count =
            static_cast<int>(std::count_if(route.passed_over.begin(), route.passed_over.end(),
                                           [&](const auto& entry) { return entry.second == reason; }));
        const auto at = std::find_if(counts.begin(), counts.end(),
                                     [&](const auto& entry) { return entry.first == words; });
        if (at != counts.end())
            at->second += count;
        else if (count > 0)
            counts.emplace_back(words, count);
    }
    std::stable_sort(counts.begin(), counts.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<std::string> parts;
    for (const auto& [words, count] : counts)
        parts.push_back(fmt::format("{} {}", count, words));
    return join(parts, ", ");
}

} // namespace guidepost::consultation
