// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/store/connection.h"
#include "core/store/sqlite_connection.h"

#include <filesystem>
#include <memory>

namespace guidepost::store {

/// Where an embedded store lies within a profile folder.
std::filesystem::path embedded_store_file(const std::filesystem::path& profile);

/// How this program can use the profile: read-only when its folder or its store may not be written.
/// One that is not there yet is read-write: making it shows.
Access access_to(const std::filesystem::path& profile);

/// Opens the store of a profile, making folder (0700) and tables when they are not there.
/// Read-only access never makes or migrates anything: of a store that an earlier version wrote it gives a
/// copy in memory as it is now, which what others write later does not reach.
std::unique_ptr<Connection> open_store(const std::filesystem::path& profile,
                                       Access access = Access::read_write);

} // namespace guidepost::store
