// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/staff_import.h"

#include "core/people/commands.h"
#include "core/people/staff_checks.h"
#include "core/text/error.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace guidepost::people {
namespace {

/// What the register has, with what the file says in place.
Staff merged(Staff known, const StaffRow& row)
{
    const auto& said = row.said;
    const auto& from = row.staff;
    const auto take = [&](const char* key, auto member) {
        if (said.contains(key))
            known.*member = from.*member;
    };
    known.login = from.login;
    take("name", &Staff::display_name);
    take("roles", &Staff::roles);
    take("band", &Staff::band);
    take("qualifications", &Staff::qualifications);
    take("region", &Staff::region);
    take("pdu", &Staff::pdu);
    take("skills", &Staff::skills);
    take("weekly_minutes", &Staff::weekly_minutes);
    take("pattern", &Staff::pattern);
    take("away", &Staff::away);
    take("conflicts", &Staff::conflicts);
    take("active", &Staff::is_active);
    std::stable_sort(known.away.begin(), known.away.end(),
                     [](const Away& one, const Away& other) { return one.first < other.first; });
    return known;
}

/// "cover ghost is nobody in the register or the file", each that is named; "" when all are known.
std::string strangers_in(const Staff& staff, const std::set<Login>& known)
{
    std::vector<std::string> strangers;
    for (const auto& away : staff.away)
        if (away.cover && !known.contains(away.cover))
            strangers.push_back(
                fmt::format("cover {} is nobody in the register or the file", away.cover.value()));
    for (const auto& other : staff.conflicts)
        if (!known.contains(other))
            strangers.push_back(
                fmt::format("conflicts {} is nobody in the register or the file", other.value()));
    return join(strangers, "; ");
}

} // namespace

ImportReport import_staff(store::Connection& connection, const StaffFile& file, const Staff& by,
                          ImportMode mode, Clock clock)
{
    ImportReport report;
    report.problems = file.problems;
    store::Transaction transaction{connection};
    Register people{connection};
    RegisterWriter writer{connection, by.login, std::move(clock)};
    const auto actor = people.find(by.login).value_or(by);

    std::map<Login, Staff> before;
    std::set<Login> known, in_file;
    for (auto& person : people.everybody()) {
        known.insert(person.login);
        before.emplace(person.login, std::move(person));
    }
    for (const auto& row : file.rows)
        known.insert(row.staff.login), in_file.insert(row.staff.login);

    for (const auto& row : file.rows) {
        const auto old = before.find(row.staff.login);
        const auto wanted = merged(old == before.end() ? Staff{} : old->second, row);
        const auto left_out = [&](std::string what, Errc errc = Errc::format) {
            report.problems.push_back({.line = row.line, .what = std::move(what), .errc = errc});
        };
        if (old != before.end() && old->second == wanted) {
            report.unchanged.push_back(wanted.login);
        } else if (const auto faults = faults_of(wanted); !faults.empty()) {
            auto strangers = strangers_in(wanted, known);
            left_out(sentence_of(faults) + (strangers.empty() ? "" : "; " + strangers));
        } else if (auto strangers = strangers_in(wanted, known); !strangers.empty()) {
            left_out(std::move(strangers), Errc::not_found);
        } else if (const auto no = check(PutStaff{wanted}, actor, people)) {
            left_out(no->what(), no->code());
        } else {
            writer.put_staff(wanted);
            (old == before.end() ? report.added : report.changed).push_back(wanted.login);
        }
    }
    for (const auto& [login, person] : before)
        if (person.is_active && !in_file.contains(login) && !check(PutStaff{person}, actor, people))
            report.gone.push_back(login);
    const auto after = people.list();
    report.has_administrator = std::any_of(after.begin(), after.end(), [](const Staff& person) {
        return has_role(person, Role::administrator);
    });
    std::stable_sort(report.problems.begin(), report.problems.end(),
                     [](const FileProblem& one, const FileProblem& other) { return one.line < other.line; });
    writer.finish();
    if (mode == ImportMode::write)
        transaction.commit();
    return report;
}

} // namespace guidepost::people
