// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/thread/reader.h"

#include <algorithm>
#include <utility>

namespace guidepost::consultation {

using people::Action;
using people::Relation;

Reader reader_of(const people::Staff& person, const std::vector<people::Staff>& everybody, Date today)
{
    Reader reader{person, person.conflicts, today};
    for (const auto& other : everybody)
        if (other.conflicts.contains(person.login))
            reader.conflicts.insert(other.login);
    return reader;
}

std::set<Relation> relations_to(const Thread& thread, const Reader& reader)
{
    const auto& person = reader.person;
    const auto& me = person.login;
    std::set<Relation> relations;
    const auto add_if = [&](bool holds, Relation relation) {
        if (holds)
            relations.insert(relation);
    };
    // Who asked stands to it in no other way: a lead or specialist who asks is an officer there, and reads
    // no notes about it.
    if (thread.requester == me)
        return {Relation::requester};
    add_if(thread.offer && thread.offer->to == me, Relation::offered);
    const bool covers = thread.cover && thread.cover->by == me;
    add_if(thread.adviser == me || covers || thread.second_opinions.contains(me), Relation::adviser);
    if (thread.is_restricted) {
        add_if(thread.named.contains(me), Relation::named);
        add_if(thread.named_lead == me, Relation::named_lead);
        return relations;
    }
    const bool is_here = person.region == thread.region;
    add_if(is_here && !reader.conflicts.contains(thread.requester) &&
               people::level_on(person, thread.need.specialism, reader.today),
           Relation::same_field);
    add_if((is_here && people::has_role(person, people::Role::lead)) || thread.told.contains(me),
           Relation::lead);
    return relations;
}

bool may(const Reader& reader, Action action, const Thread& thread)
{
    return people::may(reader.person.roles, action, relations_to(thread, reader));
}

Thread for_reader(Thread thread, const Reader& reader)
{
    const bool reads_notes = may(reader, Action::read_notes, thread);
    const bool reads_names = may(reader, Action::read_route_names, thread);
    if (!reads_notes) {
        std::erase_if(thread.entries, [](const Entry& entry) { return is_internal(entry.kind); });
        std::erase_if(thread.history, [](const Event& event) { return is_internal(event.kind); });
        thread.second_opinions.clear();
        thread.excluded.clear();
        thread.ever_offered.clear();
        thread.minutes.clear();
        thread.opened.clear();
        thread.moved_inside = thread.moved;
    }
    for (auto* offer : {&thread.offer, &thread.last_offer})
        if (*offer && !reads_names)
            for (auto& [login, reason] : std::exchange((*offer)->passed_over, {}))
                ++(*offer)->passed_over_counts[reason];
    for (auto& event : thread.history)
        event.payload.reset();
    return thread;
}

std::int64_t moved_for(const Thread& thread, const Reader& reader)
{
    return may(reader, Action::read_notes, thread) ? thread.moved_inside : thread.moved;
}

} // namespace guidepost::consultation
