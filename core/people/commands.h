// SPDX-License-Identifier: GPL-2.0-or-later
// What may be done to the register, and by whom. `check` has no effects and greys a menu; `run` asks the
// same and does it in a transaction of its own.
//
// Leads edit the people of their region who are neither leads nor administrators, and give no such role;
// administrators edit everybody but themselves. Everybody enters and ends their own time away.
#pragma once

#include "core/people/competence.h"
#include "core/people/register.h"
#include "core/people/rights.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace guidepost::people {

struct PutStaff {
    Staff staff = {};
    std::optional<Staff> before = {}; ///< as it was read; another by now: Error{conflict}. None: not asked
};
struct PutSkill {
    Login of = {};
    Skill skill = {};
};
struct RemoveSkill {
    Login of = {};
    std::string specialism = {};
};
struct PutAway {
    Login of = {};
    Away away = {};
};
/// Back at work on `day`: a period that has begun ends the day before, one that has not is called off.
struct ComeBack {
    Login of = {};
    Date day = {};
};
struct PutContact {
    Contact contact = {};
};
struct RemoveContact {
    std::string region = {};
    std::string pdu = {};
    std::string whom = {};
}; /// With an exception: by a lead of the person's region, who is named in it.
struct PutCompetence {
    Competence competence = {};
};
struct RemoveCompetence {
    Login of = {};
    std::string training = {};
    std::optional<Rung> rung = {};
};

using Command = std::variant<PutStaff, PutSkill, RemoveSkill, PutAway, ComeBack, PutContact, RemoveContact,
                             PutCompetence, RemoveCompetence>;

/// A code with which somebody sets a first or a new password: run by sign_in.h, since it has an answer.
struct Invite {
    Login of = {};
};

/// How `by` stands to somebody's record: self, lead or none.
Relation relation_to(const Staff& by, const Staff& of);

/// The same for contacts of a region: lead or none.
Relation relation_to(const Staff& by, std::string_view region);

/// Why it will not be done: refused, not_found, conflict or format, with a sentence. Nothing: it may go on.
std::optional<Error> check(const Command& command, const Staff& by, Register& people);
std::optional<Error> check(const Invite& invite, const Staff& by, Register& people);

/// Throws what `check` says.
void run(store::Connection& connection, const Command& command, const Staff& by, Clock clock = system_now);

/// All or none of them: throws what `check` says of the first that may not be, and then nothing was done.
void run_all(store::Connection& connection, const std::vector<Command>& commands, const Staff& by,
             Clock clock = system_now);

} // namespace guidepost::people
