// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/competence.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::people {
namespace {

constexpr std::string_view trained = "trained";

/// The record of a step that counts on the day, the one that lasts longest.
template <class Test>
const Competence* best_on(const std::vector<Competence>& held, std::string_view training, Date day,
                          Test&& test)
{
    const Competence* best = nullptr;
    for (const auto& one : held) {
        if (one.training != training || !counts_on(one, day) || !test(one))
            continue;
        if (!best || (best->expires && (!one.expires || *best->expires < *one.expires)))
            best = &one;
    }
    return best;
}

bool is_training(const Competence& one)
{
    return !one.rung && !one.exception;
}

auto reaches(Rung rung)
{
    return [rung](const Competence& one) {
        return one.rung && *one.rung >= rung && !one.exception;
    };
}

/// The newest that once met the test and has run out.
template <class Test>
const Competence* lapsed(const std::vector<Competence>& held, std::string_view training, Date day,
                         Test&& test)
{
    const Competence* newest = nullptr;
    for (const auto& one : held)
        if (one.training == training && test(one) && one.expires && *one.expires < day &&
            (!newest || *newest->expires < *one.expires))
            newest = &one;
    return newest;
}

template <class Test>
MissingStep missing_step(const std::vector<Competence>& held, const DeliveryNeed& need, std::string_view step,
                         Date day, Test&& test)
{
    if (const auto* old = lapsed(held, need.training, day, test))
        return {need.training, fmt::format("{} ran out on {}", step, format_date_long(*old->expires))};
    return {need.training, fmt::format("{} is not signed off", step)};
}

void shorten(std::optional<Date>& until, const std::optional<Date>& by)
{
    if (by && (!until || *by < *until))
        until = by;
}

} // namespace

std::string_view word_of_step(const std::optional<Rung>& rung)
{
    return rung ? word_of(*rung) : trained;
}

std::optional<std::optional<Rung>> parse_step(std::string_view word)
{
    if (word == trained)
        return std::optional<Rung>{};
    if (const auto rung = parse_rung(word))
        return rung;
    return std::nullopt;
}

bool counts_on(const Competence& competence, Date day)
{
    return competence.date <= day && (!competence.expires || day <= *competence.expires);
}

std::vector<std::string> skipped(const std::vector<Competence>& held, const Competence& wanted)
{
    std::vector<std::string> missing;
    if (!wanted.rung || *wanted.rung == Rung::observe)
        return missing;
    if (!best_on(held, wanted.training, wanted.date, is_training))
        missing.emplace_back(trained);
    // A higher rung that still counts shows the lower ones were climbed, even where those have run out.
    const auto below = static_cast<Rung>(static_cast<int>(*wanted.rung) - 1);
    for (const auto rung : all_rungs())
        if (rung <= below && !best_on(held, wanted.training, wanted.date, reaches(rung)))
            missing.emplace_back(word_of(rung));
    return missing;
}

MayDeliver may_deliver(const std::vector<Competence>& held, const std::vector<DeliveryNeed>& needs, Date day)
{
    MayDeliver answer;
    for (const auto& need : needs) {
        const auto* climbed = best_on(held, need.training, day, reaches(need.rung));
        const auto* training = best_on(held, need.training, day, is_training);
        const bool needs_training = need.rung != Rung::observe;
        if (climbed && (training || !needs_training)) {
            shorten(answer.until, climbed->expires);
            if (needs_training)
                shorten(answer.until, training->expires);
            continue;
        }
        const auto* excepted = best_on(held, need.training, day, [&](const Competence& one) {
            return one.exception && one.rung && *one.rung >= need.rung;
        });
        if (excepted) {
            shorten(answer.until, excepted->expires);
            answer.exceptions.push_back(*excepted);
            continue;
        }
        answer.may = false;
        if (needs_training && !training)
            answer.missing.push_back(missing_step(held, need, "the training", day, is_training));
        if (!climbed)
            answer.missing.push_back(missing_step(held, need, word_of(need.rung), day, reaches(need.rung)));
    }
    if (!answer.may)
        answer.until.reset();
    return answer;
}

} // namespace guidepost::people
