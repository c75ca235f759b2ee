// SPDX-License-Identifier: GPL-2.0-or-later
// The way back into an embedded store in which no administrator can sign in any more. The proof is owning its
// files: whoever has that account can change the store by other means anyway, so nothing is opened that the
// rights of the files do not open already; but this way leaves a record.
#pragma once

#include "core/people/staff.h"
#include "core/store/connection.h"
#include "core/values/clock.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace guidepost::people {

/// Throws Error{refused} unless this program runs as the account that owns the profile's folder and its
/// store, and neither is a link. Being able to read or write them is not enough: not a group's right, not
/// root's.
void must_own_store(const std::filesystem::path& profile);

/// Why this login cannot be recovered; nothing: it can. An administrator can. Where nobody who works here is
/// one, so can anybody in the register who works here, and becomes one. Not on a practice desk, and not
/// before somebody has a password.
std::optional<Error> check_recovery(store::Connection& connection, const Login& login);

/// Sets the password, makes an administrator where there is none, and ends the sessions and waits of that
/// login. Recorded in the name of the account ("account:NAME"). Throws what must_own_store and check_recovery
/// say, Error{format} for a password that is too short or too long.
void recover(store::Connection& connection, const std::filesystem::path& profile, const Login& login,
             std::string_view password, const std::string& account, Clock clock = system_now);

} // namespace guidepost::people
