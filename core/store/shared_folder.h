// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>

namespace guidepost::store {

/// Throws Error{storage} when `folder` lies on a network file system (by its type) or inside a
/// synced folder (by the marks that OneDrive, Dropbox, Nextcloud and Syncthing leave): SQLite's
/// locks are not kept there and a store would be damaged.
void refuse_shared_folder(const std::filesystem::path& folder);

} // namespace guidepost::store
