// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/store/connection.h"

#include <filesystem>
#include <memory>

namespace guidepost::store {

enum class Access { read_write, read_only };

/// Opens (and, to write, makes) an SQLite database readable by its owner alone: WAL, every commit
/// on disk before it is acknowledged, deleted text overwritten, schema not trusted, defensive mode.
/// Throws Error{storage} when the file is no database, is damaged, or lies on a network or synced
/// folder, where SQLite's locks cannot be trusted.
std::unique_ptr<Connection> open_sqlite(const std::filesystem::path& file,
                                        Access access = Access::read_write);

} // namespace guidepost::store
