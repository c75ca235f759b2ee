// SPDX-License-Identifier: GPL-2.0-or-later
// Who is at the keyboard. An embedded store belongs to one account of the computer: whoever has the
// account can read its files, and signing in there is attribution, not secrecy. Between people,
// confidentiality is the hub's.
//
// Passwords are kept as Argon2id hashes (libsodium), invitations and sessions as SHA-256 of random codes.
// None of them is ever in an event.
#pragma once

#include "core/people/staff.h"
#include "core/store/connection.h"
#include "core/values/clock.h"

#include <optional>
#include <string>
#include <string_view>

namespace guidepost::people {

inline constexpr std::size_t shortest_password = 12; ///< bytes; three words are easier than signs
inline constexpr std::size_t longest_password = 1'000;
inline constexpr Timestamp invitation_lasts = Timestamp{7} * 24 * 3600 * 1'000'000;
/// Wrong passwords for one login that cost nothing; each one more doubles the wait, to a minute.
inline constexpr int free_failures = 3;
inline constexpr Timestamp longest_wait = Timestamp{60} * 1'000'000;
/// After which wrong passwords are forgotten.
inline constexpr Timestamp failures_last = Timestamp{3600} * 1'000'000;
inline constexpr Timestamp session_lasts = Timestamp{12} * 3600 * 1'000'000;

/// Nobody has a password yet and this is no practice desk: the account that owns the store sets it up.
bool is_first_use(store::Connection& connection);

/// Who acts then: an administrator by the name of the account, who is not in the register.
Staff first_user(const std::string& account);

struct Invitation {
    std::string code = {}; ///< shown once and never stored
    Timestamp expires = 0;
};

/// In place of an older one. Throws what check(Invite) says, and Error{refused} while nobody has a password
/// for anybody but an administrator: whoever has the first one must be able to let the others in.
Invitation invite(store::Connection& connection, const Login& of, const Staff& by, Clock clock = system_now);

/// The invited person's first or new password. Ends the invitation and all sessions of that login.
/// Error{refused} for a wrong or expired code, in words that do not say which, and as `invite` does;
/// Error{format} for a password that is too short or too long.
void accept_invitation(store::Connection& connection, const Login& login, std::string_view code,
                       std::string_view password, Clock clock = system_now);

/// A new password for oneself, proved by the old one. Errors as above; wrong old ones slow down as sign_in
/// does.
void change_password(store::Connection& connection, const Login& login, std::string_view old_password,
                     std::string_view password, Clock clock = system_now);

/// Why this login may not have the very first password of the store; nothing: it may. Only an administrator's
/// is set so, who can let in everybody else; without one the words say how to enter one.
std::optional<Error> check_first_password(store::Connection& connection, const Login& login);

/// Of an administrator, without an old one. Throws what check_first_password says, Error{format} as above.
void set_first_password(store::Connection& connection, const Login& login, std::string_view password,
                        const Staff& by, Clock clock = system_now);

struct SignedIn {
    Login login = {};
    std::string token = {}; ///< 64 hexadecimal digits; kept in a session_file.h and nowhere else
    Timestamp expires = 0;
};

/// Ends other sessions of that login. Error{refused} for an unknown login, a wrong password and somebody
/// who has left, in the same words and after the same time. Takes a tenth of a second by intent. After some
/// wrong passwords the next try, right or wrong, is refused until a wait is over, in words that say how
/// long; that of a login nobody has is slowed alike.
SignedIn sign_in(store::Connection& connection, const Login& login, std::string_view password,
                 Clock clock = system_now);

/// Whose session a token is. Nobody: it has expired, was ended, or the person has left.
std::optional<Staff> find_session(store::Connection& connection, std::string_view token, Timestamp now);

/// A token of no session is no error.
void sign_out(store::Connection& connection, std::string_view token, Clock clock = system_now);

} // namespace guidepost::people
