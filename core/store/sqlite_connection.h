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
/// folder, where SQLite's locks cannot be trusted. Read-only access needs no right to write the folder,
/// unless a program that wrote the file did not close it.
std::unique_ptr<Connection> open_sqlite(const std::filesystem::path& file,
                                        Access access = Access::read_write);

/// A database that lives as long as the connection: what `file` holds now, or, without one, nothing.
/// Throws Error{storage} when the file cannot be read.
std::unique_ptr<Connection> copy_to_memory(const std::filesystem::path& file);

/// Makes `to` the same as `from` is now, while others read and write either: they see the whole of it
/// or nothing. `to` is made, readable by its owner alone, when it is not there. Throws Error{storage}.
void copy_sqlite(const std::filesystem::path& from, const std::filesystem::path& to);

} // namespace guidepost::store
