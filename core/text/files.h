// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

namespace guidepost {

/// Makes the folder and those above it, readable by its owner alone. One that exists keeps its
/// rights. Throws Error{storage} with the reason.
void make_private_folder(const std::filesystem::path& folder);

/// Whether this program may write the file or folder; false for what is not there.
bool can_write(const std::filesystem::path& path);

/// Replaces the file's content in one step: after a crash there is the old text or the new, whole,
/// on disk. Readable by its owner alone. Throws Error{storage}.
void write_private_file(const std::filesystem::path& file, std::string_view content);

/// The whole file. Throws Error{not_found} when there is none, Error{format} when it is larger than
/// `limit` bytes (it is not read then) or no regular file.
std::string read_file(const std::filesystem::path& file, std::uintmax_t limit);

} // namespace guidepost
