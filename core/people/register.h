// SPDX-License-Identifier: GPL-2.0-or-later
// Who works here and whom to call, kept as events of the chain "people". The tables are a copy of what
// the events say and can be made anew from them.
//
// Events, kind and payload (JSON):
//   practice-desk    {}                           only ever the first event of the chain
//   staff-put        {"staff": {…the whole record…}}
//   skill-put        {"login", "skill": {…}}      in place of one of the same specialism
//   skill-removed    {"login", "specialism"}
//   away-put         {"login", "away": {…}}
//   away-ended       {"login", "first", "last"}   the period that began on `first` now ends on `last`;
//                                                 last before first: it never was
//   contact-put      {"contact": {…}}             in place of one of the same region, PDU and whom
//   contact-removed  {"region", "pdu", "whom"}
//   competence-…     see competence_register.h
//   invited, password-set, recovered, signed-in, signed-out  {"login"}; never the code or the password
#pragma once

#include "core/people/staff.h"
#include "core/store/connection.h"
#include "core/store/event_chain.h"
#include "core/store/verify.h"
#include "core/values/clock.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::people {

inline constexpr std::string_view people_chain = "people";

/// Whom to call now.
struct Contact {
    std::string region = {};
    std::string pdu = {};   ///< "": the whole region
    std::string whom = {};  ///< a role, never a name: "duty senior probation officer"
    std::string phone = {}; ///< or another way to reach them
    std::string when = {};  ///< "Mon-Fri 09:00-17:00"
    std::string note = {};

    friend bool operator==(const Contact&, const Contact&) = default;
};

/// Reading. Borrows a connection for as long as this lives; one thread.
class Register {
public:
    explicit Register(store::Connection& connection) : connection_{connection} {}

    /// Also of somebody who has left.
    std::optional<Staff> find(const Login& login);
    /// By login. Those who have left are among them: history names them.
    std::vector<Staff> everybody();
    /// Those who have not left.
    std::vector<Staff> list();
    bool is_empty();

    /// By region, PDU and whom; those of the whole region come before those of its PDUs.
    std::vector<Contact> contacts();
    /// Whom to call from a PDU: its own contacts, then those of the whole region. Empty when nobody has
    /// been entered, which the caller says.
    std::vector<Contact> contacts_for(std::string_view region, std::string_view pdu);

private:
    store::Connection& connection_;
};

/// Whether this is the practice desk, where everybody is fictional and may be acted as. A store is made
/// one by its very first event of people or never: a real one cannot be turned into one later.
bool is_practice(store::Connection& connection);

/// Writing, inside one transaction that the caller commits after `finish`. Asks for no rights: commands.h
/// does. Every record is checked (staff_checks.h) and Error{format} thrown for one that cannot stand; a
/// login that is not known throws Error{not_found}. What changes nothing writes no event.
class RegisterWriter {
public:
    RegisterWriter(store::Connection& connection, Login who, Clock clock = system_now);

    /// Throws Error{refused} when the chain has begun.
    void mark_practice();

    /// New, or in place of the one with that login. Returns whether anything changed.
    bool put_staff(const Staff& staff);
    void put_skill(const Login& login, const Skill& skill);
    void remove_skill(const Login& login, const std::string& specialism);
    void put_away(const Login& login, const Away& away);
    /// Back at work, and the cover handed back: the period that began on `first` ends on `last`, which is
    /// before `first` when it is called off altogether. Error{not_found} when there is no such period.
    void end_away(const Login& login, Date first, Date last);

    /// Returns whether anything changed.
    bool put_contact(const Contact& contact);
    /// Error{not_found} when there is none.
    void remove_contact(const std::string& region, const std::string& pdu, const std::string& whom);

    /// For the other files of this room whose events stand in this chain.
    void append(const std::string& kind, const std::string& payload);

    /// For acts of signing in, which change no record.
    /// `proof`: what vouches for a row that is no event, as proof_of gives it; "" where nothing was kept.
    void note(const std::string& kind, const Login& login, const std::string& proof = {});

    /// Writes the head of the chain. Call before committing.
    void finish();

private:
    Staff known(const Login& login);

    store::Connection& connection_;
    Register register_;
    Login who_;
    Clock clock_;
    store::ChainWriter chain_;
    bool has_written_ = false;
};

/// Makes the tables anew from the events, inside the caller's transaction.
void rebuild(store::Connection& connection);

/// Staff, contacts and training as the events tell of them, and passwords and invitations as far as events
/// vouch for them.
void verify(store::Connection& copy, store::Findings& findings);

} // namespace guidepost::people
