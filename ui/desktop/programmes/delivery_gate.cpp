// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/programmes/delivery_gate.h"

#include "core/people/rights.h"

#include <array>

// Marks a text for the translators; it is translated where it is shown.
#define N_(text) text

namespace guidepost::desktop {
namespace {

using std::chrono::days;

constexpr std::array spans{
    ExceptionSpan{days{7}, N_("One week")},
    ExceptionSpan{days{14}, N_("Two weeks")},
    ExceptionSpan{days{28}, N_("Four weeks")},
    ExceptionSpan{days{56}, N_("Eight weeks")},
    ExceptionSpan{people::longest_exception, N_("The longest there is")},
};

} // namespace

std::vector<GatePerson> gate_people(const people::Staff& who, const usecases::Delivery& mine,
                                    const std::vector<usecases::Deliverer>& region)
{
    std::vector<GatePerson> people{{who, mine}};
    for (const auto& one : region)
        if (one.person.login != who.login && usecases::may_answer_for(who, one.person))
            people.push_back({one.person, one.delivery});
    return people;
}

bool may_except(const people::Staff& who, const GatePerson& person)
{
    return people::has_role(who, people::Role::lead) &&
           people::may(who.roles, people::Action::edit_skills, people::relation_to(who, person.staff));
}

std::span<const ExceptionSpan> exception_spans()
{
    return spans;
}

} // namespace guidepost::desktop
