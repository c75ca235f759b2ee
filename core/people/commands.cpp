// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/commands.h"

#include "core/people/competence_register.h"
#include "core/people/staff_checks.h"
#include "core/text/error.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::people {
namespace {

using Answer = std::optional<Error>;

Answer refused(std::string what)
{
    return Error{Errc::refused, std::move(what)};
}

Answer unless_well(const std::vector<Fault>& faults)
{
    if (faults.empty())
        return std::nullopt;
    return Error{Errc::format, fmt::format("This cannot be kept: {}.", sentence_of(faults))};
}

bool is_high(Role role)
{
    return role == Role::lead || role == Role::administrator;
}

class Checker {
public:
    Checker(const Staff& by, Register& people) : by_{by}, people_{people} {}

    Answer operator()(const PutStaff& command) const
    {
        const auto& wanted = command.staff;
        const auto before = people_.find(wanted.login);
        if (const auto no = editing(Action::edit_staff, before.value_or(wanted)))
            return no;
        // A lead could otherwise move somebody into another region, or raise somebody to lead.
        if (!may(by_.roles, Action::edit_staff, relation_to(by_, wanted)))
            return refused("Only administrators move people between regions and make leads or "
                           "administrators.");
        if (command.before && before != command.before)
            return Error{Errc::conflict,
                         "Somebody else changed this record meanwhile. Look at it again; nothing "
                         "was changed."};
        return unless_well(faults_of(wanted));
    }
    Answer operator()(const PutSkill& command) const
    {
        if (const auto no = editing(Action::edit_skills, command.of))
            return no;
        return unless_well(faults_of(command.skill));
    }
    Answer operator()(const RemoveSkill& command) const { return editing(Action::edit_skills, command.of); }
    Answer operator()(const PutAway& command) const
    {
        if (const auto no = away_of(command.of))
            return no;
        return unless_well(faults_of(command.away));
    }
    Answer operator()(const ComeBack& command) const { return away_of(command.of); }
    Answer operator()(const PutContact& command) const
    {
        if (const auto no = contacts_of(command.contact.region))
            return no;
        return unless_well(faults_of(command.contact));
    }
    Answer operator()(const RemoveContact& command) const { return contacts_of(command.region); }
    Answer operator()(const PutCompetence& command) const
    {
        const auto& wanted = command.competence;
        if (const auto no = editing(Action::edit_skills, wanted.of))
            return no;
        if (wanted.exception && (!has_role(by_, Role::lead) || wanted.exception->by != by_.login))
            return refused("Exceptions are made by a lead of the region, in their own name.");
        return unless_well(faults_of(wanted));
    }
    Answer operator()(const RemoveCompetence& command) const
    {
        return editing(Action::edit_skills, command.of);
    }
    Answer operator()(const Invite& command) const
    {
        const auto of = people_.find(command.of);
        if (of && !of->is_active)
            return refused("This person has left and cannot sign in.");
        return editing(Action::edit_staff, command.of);
    }

private:
    Answer editing(Action action, const Staff& of) const
    {
        const auto relation = relation_to(by_, of);
        if (by_.is_active && may(by_.roles, action, relation))
            return std::nullopt;
        if (relation == Relation::self)
            return refused("Nobody edits their own record. Ask your lead or an administrator.");
        return refused("Records of staff are edited by a lead of the person's region, those of leads by "
                       "administrators.");
    }
    Answer editing(Action action, const Login& login) const
    {
        const auto of = people_.find(login);
        if (!of)
            return Error{Errc::not_found, "There is nobody of that login in the register."};
        return editing(action, *of);
    }
    Answer away_of(const Login& login) const
    {
        const auto of = people_.find(login);
        if (of && by_.is_active && may(by_.roles, Action::edit_own_away, relation_to(by_, *of)))
            return std::nullopt;
        return editing(Action::edit_staff, login);
    }
    Answer contacts_of(std::string_view region) const
    {
        if (by_.is_active && may(by_.roles, Action::edit_contacts, relation_to(by_, region)))
            return std::nullopt;
        return refused("Contacts are kept by the leads of the region and by administrators.");
    }

    const Staff& by_;
    Register& people_;
};

class Runner {
public:
    Runner(store::Connection& connection, RegisterWriter& writer, Register& people)
        : connection_{connection}, writer_{writer}, people_{people}
    {}

    void operator()(const PutStaff& command) const { writer_.put_staff(command.staff); }
    void operator()(const PutSkill& command) const { writer_.put_skill(command.of, command.skill); }
    void operator()(const RemoveSkill& command) const
    {
        writer_.remove_skill(command.of, command.specialism);
    }
    void operator()(const PutAway& command) const { writer_.put_away(command.of, command.away); }
    void operator()(const ComeBack& command) const
    {
        const Date day_before{std::chrono::sys_days{command.day} - std::chrono::days{1}};
        const auto staff = people_.find(command.of);
        const auto* away = staff ? away_on(*staff, command.day) : nullptr;
        if (!away)
            throw Error{Errc::not_found, "This person is not away on that day."};
        // One who comes back is back from every period that reaches over the day.
        for (const auto& period : staff->away)
            if (period.first <= command.day && command.day <= period.last)
                writer_.end_away(command.of, period.first, day_before);
    }
    void operator()(const PutContact& command) const { writer_.put_contact(command.contact); }
    void operator()(const RemoveContact& command) const
    {
        writer_.remove_contact(command.region, command.pdu, command.whom);
    }
    void operator()(const PutCompetence& command) const
    {
        put_competence(connection_, writer_, command.competence);
    }
    void operator()(const RemoveCompetence& command) const
    {
        remove_competence(connection_, writer_, command.of, command.training, command.rung);
    }

private:
    store::Connection& connection_;
    RegisterWriter& writer_;
    Register& people_;
};

} // namespace

Relation relation_to(const Staff& by, const Staff& of)
{
    if (by.login == of.login)
        return Relation::self;
    if (std::any_of(of.roles.begin(), of.roles.end(), is_high))
        return Relation::none;
    return relation_to(by, of.region);
}

Relation relation_to(const Staff& by, std::string_view region)
{
    return has_role(by, Role::lead) && by.region == region ? Relation::lead : Relation::none;
}

std::optional<Error> check(const Command& command, const Staff& by, Register& people)
{
    return std::visit(Checker{by, people}, command);
}

std::optional<Error> check(const Invite& invite, const Staff& by, Register& people)
{
    return Checker{by, people}(invite);
}

void run(store::Connection& connection, const Command& command, const Staff& by, Clock clock)
{
    run_all(connection, {command}, by, std::move(clock));
}

void run_all(store::Connection& connection, const std::vector<Command>& commands, const Staff& by,
             Clock clock)
{
    store::Transaction transaction{connection};
    Register people{connection};
    RegisterWriter writer{connection, by.login, std::move(clock)};
    for (const auto& command : commands) {
        // Asked inside the lock: somebody may have lost a right since the menu was drawn.
        if (const auto no = check(command, people.find(by.login).value_or(by), people))
            throw *no;
        std::visit(Runner{connection, writer, people}, command);
    }
    writer.finish();
    transaction.commit();
}

} // namespace guidepost::people
