// SPDX-License-Identifier: GPL-2.0-or-later
// Where a profile, the content that ships, the modules and their keys are.
#pragma once

#include <filesystem>

namespace guidepost::desk {

struct Places {
    std::filesystem::path profile = {};     ///< store and index: $XDG_DATA_HOME/guidepost unless said
    std::filesystem::path content = {};     ///< what ships: guidance/, vocabulary.tsv
    std::filesystem::path modules = {};     ///< programme modules that ship; empty: none do
    std::filesystem::path module_host = {}; ///< the program that runs their code
    std::filesystem::path module_keys = {}; ///< public keys that installed modules may be signed with
    /// Whether these are where the program has them, and not where a variable of the environment points.
    bool content_is_own = true;
    bool modules_are_own = true;
};

/// `profile` empty: the usual place. Content is looked for in $GUIDEPOST_CONTENT, beside the
/// program (../share/guidepost/content) and in the source tree the program was built from; modules in
/// $GUIDEPOST_MODULES, where they are installed, and in the build tree; keys in $GUIDEPOST_MODULE_KEYS or
/// /etc/guidepost/module-keys. Throws Error{not_found} when there
/// is no content. The variables are for trying things: they say what this run reads, and what a new store
/// begins with, but bring no guidance into a store that began elsewhere.
Places find_places(const std::filesystem::path& profile);

} // namespace guidepost::desk
