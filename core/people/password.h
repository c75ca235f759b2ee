// SPDX-License-Identifier: GPL-2.0-or-later
// Passwords as they are kept. Only the files of this room that set or prove one need it.
#pragma once

#include "core/people/staff.h"
#include "core/store/connection.h"
#include "core/values/clock.h"

#include <string>
#include <string_view>

namespace guidepost::people {

/// Before anything of libsodium is used.
void start_sodium();

/// Throws Error{format} for a password that is too short or too long.
void must_be_password(std::string_view password);

/// Argon2id; takes a tenth of a second by intent. Of any password: whether it may be one is asked before.
std::string password_hash(std::string_view password);

/// What a login is kept under where what was typed for one may be a password.
std::string login_hash(const Login& login);

/// Inside the caller's transaction. Whoever had the old password is signed out, an invitation is over, and
/// wrong tries are forgotten.
void store_password(store::Connection& connection, const Login& login, const std::string& hash);

/// For the event of a hash that is kept, and of the moment until which it counts, 0 for always: nobody learns
/// the hash from it, and none but it has the same.
std::string proof_of(std::string_view hash, Timestamp until = 0);

/// Wrong passwords of this login no longer count.
void forget_tries(store::Connection& connection, const Login& login);

} // namespace guidepost::people
