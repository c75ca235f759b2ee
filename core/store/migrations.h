// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/store/connection.h"

namespace guidepost::store {

/// Brings the store to the form this program knows: each step in its own transaction, forward only.
/// Throws Error{storage} that names what is missing when a newer Guidepost has written the store.
void migrate(Connection& connection);

/// Whether steps are missing in a store that has some.
bool is_older(Connection& connection);

/// The same refusal, for a store that is only read.
void refuse_newer(Connection& connection);

/// The newest step this program knows.
int newest_migration();

} // namespace guidepost::store
