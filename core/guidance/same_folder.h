// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: whether a folder was brought in before from another place.
#pragma once

#include "core/guidance/library.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace guidepost::guidance {

/// The source that has at least half of this folder's texts, byte for byte, and of whose texts at least half
/// are in the folder: it was moved, or copied with its files where they were. Packs have an id and are not
/// asked for.
std::optional<Source> source_with_texts_of(Library library, const std::filesystem::path& folder,
                                           const std::vector<std::string>& paths);

} // namespace guidepost::guidance
