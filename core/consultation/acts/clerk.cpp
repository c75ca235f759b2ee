// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/acts/clerk.h"

#include "core/consultation/acts/absence.h"
#include "core/consultation/acts/command_parts.h"

#include <set>

namespace guidepost::consultation {
namespace {

/// Three questions, each with an index of its own: as one union they are merged in the order of references,
/// for which SQLite walks through all consultations there ever were.
std::set<ConsultationRef> due_at(store::Connection& connection, Timestamp now)
{
    std::set<ConsultationRef> refs;
    const auto add = [&](const store::Row& row) {
        refs.emplace(row.string(0));
    };
    connection.query("select ref from consultation where offer_until <= $1", {now}, add);
    connection.query("select ref from consultation where is_open = 1 and answer_due <= $1 "
                     "and status in ('offered', 'with-specialist')",
                     {now}, add);
    connection.query("select ref from consultation where is_open = 1 and status = 'offered' "
                     "and offer_until is null",
                     {}, add);
    return refs;
}

void count(ClerkReport& report, const std::vector<Event>& events, std::size_t from)
{
    for (; from < events.size(); ++from) {
        report.lapsed += events[from].kind == Happening::lapsed ? 1 : 0;
        report.escalated += events[from].kind == Happening::escalated ? 1 : 0;
        report.offered += events[from].kind == Happening::offered ? 1 : 0;
        report.passed_on += events[from].kind == Happening::passed_on ? 1 : 0;
    }
}

ClerkReport look_at(const std::set<ConsultationRef>& refs, const Work& work, const std::stop_token& stop)
{
    ClerkReport report;
    const Login clerk{clerk_login};
    for (const auto& ref : refs) {
        if (stop.stop_requested())
            break;
        store::Transaction transaction{work.connection};
        Record record{work.connection, work.rules, ref};
        const auto before = record.events().size();
        record.append_fallen_due(work.now);
        pass_on_absent(record, clerk, work);
        if (const auto thread = record.read(work.now); thread.status == Status::offered && !thread.offer)
            route_on(record, clerk, work);
        if (record.events().size() == before)
            continue;
        record.finish(work.now);
        transaction.commit();
        count(report, record.events(), before);
    }
    return report;
}

} // namespace

ClerkReport run_clerk(store::Connection& connection, const Rules& rules,
                      const std::vector<people::Staff>& everybody, Timestamp now, const std::stop_token& stop)
{
    auto refs = due_at(connection, now);
    refs.merge(refs_with_absent(connection, everybody, now));
    return look_at(refs, Work{connection, rules, everybody, {}, now}, stop);
}

ClerkReport pass_on_absences(store::Connection& connection, const Rules& rules,
                             const std::vector<people::Staff>& everybody, Timestamp now,
                             const std::stop_token& stop)
{
    return look_at(refs_with_absent(connection, everybody, now), Work{connection, rules, everybody, {}, now},
                   stop);
}

} // namespace guidepost::consultation
