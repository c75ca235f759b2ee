// SPDX-License-Identifier: GPL-2.0-or-later
// Installed packs on disk: <shelf>/<id>/<version>/, each with its checksums and signature, so that every
// start can find out again whether they are whole. An older version stays beside a newer one: a group that is
// running keeps its version.
#pragma once

#include "core/programme/packs/pack.h"

#include <filesystem>
#include <string>
#include <vector>

namespace guidepost::programme {

/// One folder of the shelf.
struct Shelved {
    std::string id = {};
    std::string version = {};
    std::filesystem::path folder = {};
};

/// By id, then by version, newest first. A shelf that is not there is empty.
std::vector<Shelved> list_shelf(const std::filesystem::path& shelf);

/// Puts the pack on the shelf, whole or not at all. Throws Error{conflict} when this version, or a newer one,
/// is there already; Error{storage}.
Shelved put_on_shelf(const std::filesystem::path& shelf, const VerifiedPack& pack);

/// Takes every version of the module from the shelf. Throws Error{not_found} when there is none.
void take_from_shelf(const std::filesystem::path& shelf, const std::string& id);

} // namespace guidepost::programme
