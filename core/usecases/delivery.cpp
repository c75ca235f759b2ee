// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/usecases/delivery.h"

#include "core/people/competence_register.h"
#include "core/people/name_order.h"
#include "core/people/rights.h"
#include "core/text/error.h"
#include "core/text/text.h"

#include <algorithm>

namespace guidepost::usecases {
namespace {

using people::Competence;
using people::Staff;

Delivery judged(const std::vector<Competence>& held, const std::vector<programme::Requirement>& requirements,
                Date day)
{
    Delivery delivery;
    std::vector<people::DeliveryNeed> needs;
    for (const auto& one : requirements) {
        needs.push_back({one.training, one.rung});
        const auto answer = people::may_deliver(held, {needs.back()}, day);
        Asked asked{one, answer.may, answer.missing, {}};
        if (!answer.exceptions.empty())
            asked.exception = answer.exceptions.front();
        delivery.asked.push_back(std::move(asked));
    }
    delivery.until = people::may_deliver(held, needs, day).until;
    return delivery;
}

/// One for each training: the highest rung that is missing, since an exception lets nobody further up.
std::vector<Competence> exceptions_of(const Delivery& delivery, const ExceptDelivery& command,
                                      const Login& by, Date today)
{
    std::vector<Competence> wanted;
    for (const auto& asked : delivery.asked) {
        if (asked.is_met)
            continue;
        const auto& need = asked.requirement;
        const auto same = std::find_if(wanted.begin(), wanted.end(),
                                       [&](const auto& one) { return one.training == need.training; });
        if (same != wanted.end())
            same->rung = std::max(*same->rung, need.rung);
        else
            wanted.push_back({.of = command.of,
                              .training = need.training,
                              .rung = need.rung,
                              .date = today,
                              .expires = command.until,
                              .signed_off_by = by,
                              .exception = people::Exception{by, std::string{trimmed(command.reason)}}});
    }
    return wanted;
}

void add_new(std::vector<people::MissingStep>& to, const std::vector<people::MissingStep>& steps)
{
    for (const auto& step : steps)
        if (std::find(to.begin(), to.end(), step) == to.end())
            to.push_back(step);
}

} // namespace

bool Delivery::may() const
{
    return std::all_of(asked.begin(), asked.end(), [](const auto& one) { return one.is_met; });
}

std::vector<people::MissingStep> Delivery::missing() const
{
    std::vector<people::MissingStep> all;
    for (const auto& one : asked)
        add_new(all, one.missing);
    return all;
}

std::vector<Competence> Delivery::exceptions() const
{
    std::vector<Competence> all;
    for (const auto& one : asked)
        if (one.exception && std::find(all.begin(), all.end(), *one.exception) == all.end())
            all.push_back(*one.exception);
    return all;
}

Delivery delivery_of(store::Connection& connection, const Login& who,
                     const std::vector<programme::Requirement>& requirements, Date day)
{
    return judged(people::competences_of(connection, who), requirements, day);
}

std::vector<Deliverer> deliverers_in(store::Connection& connection, const std::string& region,
                                     const std::vector<programme::Requirement>& requirements, Date day)
{
    std::vector<Deliverer> found;
    for (auto& person : people::by_name(people::Register{connection}.list())) {
        if (person.region != region)
            continue;
        const auto held = people::competences_of(connection, person.login);
        const bool has_some = std::any_of(held.begin(), held.end(), [&](const auto& one) {
            return std::any_of(requirements.begin(), requirements.end(),
                               [&](const auto& need) { return need.training == one.training; });
        });
        found.push_back({std::move(person), judged(held, requirements, day), has_some});
    }
    const auto place = [](const Deliverer& one) {
        return one.delivery.may() ? 0 : one.has_some ? 1 : 2;
    };
    std::stable_sort(found.begin(), found.end(),
                     [&](const auto& one, const auto& other) { return place(one) < place(other); });
    return found;
}

bool may_answer_for(const Staff& by, const Staff& deliverer)
{
    return by.login == deliverer.login ||
           (people::has_role(by, people::Role::lead) && by.region == deliverer.region);
}

std::vector<people::MissingStep> missing_among(store::Connection& connection,
                                               const std::vector<Login>& deliverers,
                                               const std::vector<programme::Requirement>& requirements,
                                               Date day)
{
    std::vector<Delivery> each;
    for (const auto& login : deliverers)
        each.push_back(delivery_of(connection, login, requirements, day));
    std::vector<people::MissingStep> missing;
    for (std::size_t i = 0; i < requirements.size(); ++i)
        if (std::none_of(each.begin(), each.end(), [&](const auto& one) { return one.asked[i].is_met; }))
            for (const auto& one : each)
                add_new(missing, one.asked[i].missing);
    return missing;
}

std::vector<Staff> who_may_except(const std::vector<Staff>& everybody, const Staff& of)
{
    std::vector<Staff> leads;
    for (const auto& person : everybody)
        if (person.is_active && people::has_role(person, people::Role::lead) &&
            people::may(person.roles, people::Action::edit_skills, people::relation_to(person, of)))
            leads.push_back(person);
    return leads;
}

std::optional<Error> check(store::Connection& connection, const ExceptDelivery& command, const Staff& by,
                           Date today)
{
    if (trimmed(command.reason).empty())
        return Error{Errc::format, "An exception needs its reason."};
    if (command.until < today)
        return Error{Errc::format, "The last day of the exception lies in the past."};
    people::Register people{connection};
    const auto wanted = exceptions_of(delivery_of(connection, command.of, command.requirements, today),
                                      command, by.login, today);
    if (wanted.empty())
        return Error{Errc::conflict, "Nothing is missing any more: no exception is needed."};
    for (const auto& one : wanted)
        if (const auto no = people::check(people::PutCompetence{one}, by, people))
            return no;
    return {};
}

void run(store::Connection& connection, const ExceptDelivery& command, const Staff& by, Clock clock)
{
    const auto today = date_of(clock());
    if (const auto no = check(connection, command, by, today))
        throw *no;
    const auto wanted = exceptions_of(delivery_of(connection, command.of, command.requirements, today),
                                      command, by.login, today);
    std::vector<people::Command> exceptions;
    for (const auto& one : wanted)
        exceptions.push_back(people::PutCompetence{one});
    people::run_all(connection, exceptions, by, std::move(clock));
}

} // namespace guidepost::usecases
