// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/acts/absence.h"

#include "core/consultation/acts/command_parts.h"

#include <algorithm>

namespace guidepost::consultation {
namespace {

const people::Staff* find(const std::vector<people::Staff>& everybody, const Login& login)
{
    const auto found = std::find_if(everybody.begin(), everybody.end(),
                                    [&](const auto& person) { return person.login == login; });
    return found == everybody.end() ? nullptr : &*found;
}

/// None: at work, or nobody who is known here.
std::optional<Absence> absence_of(const people::Staff* person, Date today)
{
    if (!person)
        return std::nullopt;
    if (!person->is_active)
        return Absence::left;
    return people::away_on(*person, today) ? std::optional{Absence::away} : std::nullopt;
}

/// The start of the first day on which somebody is back.
Timestamp back_at(const people::Staff& person, Date today)
{
    const auto* away = people::away_on(person, today);
    return away ? from_london(Date{std::chrono::sys_days{away->last} + std::chrono::days{1}}, 0) : 0;
}

/// Who stands in for somebody and may answer this thread; nobody when there is no such person.
Login cover_for(const Login& login, const Thread& thread, const Work& work, Date today)
{
    const auto cover = people::cover_on(work.everybody, login, today);
    const auto* person = find(work.everybody, cover);
    if (!person || !people::has_role(*person, people::Role::specialist) || cover == thread.requester)
        return {};
    const auto question = question_of(thread, work);
    if (question.only && !question.only->contains(cover))
        return {};
    return held_against(*person, question) ? Login{} : cover;
}

void append(Record& record, const Login& of, const Login& to, Absence why, Timestamp until, const Login& by,
            Timestamp now)
{
    Details details;
    details.of = of;
    details.to = to;
    details.reason = word_of(why);
    details.until = until;
    record.append(Happening::passed_on, by, details, now);
}

void pass_on_offer(Record& record, const Thread& thread, const Login& by, const Work& work, Date today)
{
    const auto of = thread.offer->to;
    const auto absence = absence_of(find(work.everybody, of), today);
    if (!absence)
        return;
    const auto cover = *absence == Absence::left ? Login{} : cover_for(of, thread, work, today);
    append(record, of, cover, *absence, 0, by, work.now);
    if (cover)
        offer_to_cover(record, cover, by, work);
    else
        route_on(record, by, work);
}

bool was_given_although_away(const Thread& thread)
{
    return thread.given && thread.given->to == thread.adviser &&
           std::find(thread.given->against.begin(), thread.given->against.end(), PassedOver::away) !=
               thread.given->against.end();
}

void pass_on_held(Record& record, const Thread& thread, const Login& by, const Work& work, Date today)
{
    const auto of = thread.adviser;
    const auto* person = find(work.everybody, of);
    const auto absence = absence_of(person, today);
    const bool is_answered = thread.status == Status::answered;
    const bool waits_for_adviser = thread.status == Status::with_specialist;
    if (!absence) {
        const bool was_away = thread.cover || (thread.status == Status::escalated &&
                                               thread.escalation == Escalation::adviser_away);
        if (person && was_away)
            append(record, of, of, Absence::back, 0, by, work.now);
        return;
    }
    if (*absence == Absence::left) {
        if (is_answered) // who gave the answer stays who gave it
            return;
        append(record, of, {}, Absence::left, 0, by, work.now);
        if (waits_for_adviser)
            escalate(record, Escalation::adviser_left, by, work);
        return;
    }
    if (was_given_although_away(thread))
        return;
    const auto cover = cover_for(of, thread, work, today);
    const auto until = back_at(*person, today);
    const auto is_same = thread.cover ? thread.cover->by == cover && thread.cover->until == until : !cover;
    if (!is_same)
        append(record, of, cover, Absence::away, until, by, work.now);
    if (!cover && waits_for_adviser) {
        if (is_same)
            append(record, of, {}, Absence::away, until, by, work.now);
        escalate(record, Escalation::adviser_away, by, work);
    }
}

} // namespace

void pass_on_absent(Record& record, const Login& by, const Work& work)
{
    const auto thread = record.read(work.now);
    if (thread.status == Status::closed || thread.status == Status::withdrawn)
        return;
    const auto today = to_london(work.now).day;
    if (thread.offer)
        pass_on_offer(record, thread, by, work, today);
    else if (thread.adviser)
        pass_on_held(record, thread, by, work, today);
}

std::set<ConsultationRef> refs_with_absent(store::Connection& connection,
                                           const std::vector<people::Staff>& everybody, Timestamp now)
{
    const auto today = to_london(now).day;
    std::set<ConsultationRef> refs;
    const auto add = [&](const store::Row& row) {
        refs.emplace(row.string(0));
    };
    for (const auto& person : everybody) {
        if (!absence_of(&person, today))
            continue;
        connection.query("select ref from consultation where adviser = $1 and is_open = 1",
                         {person.login.value()}, add);
        connection.query("select ref from consultation where offered_to = $1 and offered_to <> '' "
                         "and offer_until > $2",
                         {person.login.value(), now}, add);
    }
    // Whose adviser may be back before the day that was said.
    connection.query("select ref from consultation_cover where until > $1", {now}, add);
    connection.query("select c.ref from consultation c where c.is_open = 1 and c.status = 'escalated' "
                     "and c.adviser <> ''",
                     {}, add);
    return refs;
}

} // namespace guidepost::consultation
