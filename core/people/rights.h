// SPDX-License-Identifier: GPL-2.0-or-later
// The one place where it is decided who may do what. Every command asks here, and menus are greyed by
// the same answer. The hub's own policies are tested against this table.
#pragma once

#include "core/people/staff.h"

#include <set>
#include <span>
#include <string_view>

namespace guidepost::people {

enum class Action {
    // consultations
    ask,              ///< send a request
    read_thread,      ///< messages, actions, whose move
    read_notes,       ///< internal notes
    read_route_names, ///< who was passed over, by name
    write_message,    ///< in one's own part: the officer's words or the answer
    write_note,
    answer_offer, ///< accept or decline
    ask_for_more,
    hand_over,
    ask_second_opinion,
    ask_for_call,
    record_call,
    put_action,    ///< add a numbered action
    settle_action, ///< done or not done
    record_minutes,
    choose_advice,         ///< agree, adapt, decline
    ask_again,             ///< after an answer
    decide_responsibility, ///< a take-over that was asked for
    escalate,
    assign, ///< give an unassigned or escalated one to somebody
    withdraw,
    close,
    record_outcome,
    export_record,
    make_guidance, ///< a draft article from an answer
    redact,
    restrict, ///< name who may see it
    // people
    read_staff, ///< who to ask: names, specialisms, free time
    edit_staff,
    edit_own_away,
    edit_skills,
    edit_contacts,
    // the store
    back_up,
    restore,
    run_retention,
    // guidance
    import_guidance, ///< bring in texts that nobody here has reviewed, and take such texts out
    read_drafts,
    edit_drafts,
    remove_drafts, ///< what they say must go
    // programme modules of the desk
    switch_modules,   ///< on, off, once more
    install_modules,  ///< packs that are signed; taking them away
    install_unsigned, ///< a pack that nobody answers for
};

/// How the person stands to the record that is acted on.
enum class Relation {
    none,       ///< no record, or a stranger to it
    requester,  ///< asked the question
    offered,    ///< has the offer, has not answered it
    adviser,    ///< holds it, or was asked for a second opinion
    same_field, ///< a specialist of its specialism in its region, and not in conflict with the requester
    lead,       ///< a lead of its region; of a record of staff or of contacts likewise
    named,      ///< named in a restricted thread
    named_lead, ///< the lead named in a restricted thread
    self,       ///< the record of staff is one's own
};

std::span<const Action> all_actions();
std::span<const Relation> all_relations();
std::string_view word_of(Action action);
std::string_view word_of(Relation relation);

/// One cell of the table. In a restricted thread the caller passes only `requester`, `offered`,
/// `adviser`, `named`, `named_lead` or `none`: field and region open nothing there. Who asked is
/// `requester` in that thread and nothing else: a lead does not read the notes on a question of one's own.
/// Likewise one's own record of staff is `self` and nothing else.
bool may(Role role, Action action, Relation relation);

/// Whether any of the roles may.
bool may(const std::set<Role>& roles, Action action, Relation relation);

/// Whether any of the roles may by any of the relations; none at all is `Relation::none`.
bool may(const std::set<Role>& roles, Action action, const std::set<Relation>& relations);

} // namespace guidepost::people
