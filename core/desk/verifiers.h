// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/consultation/rules.h"
#include "core/store/verify.h"

#include <filesystem>
#include <vector>

namespace guidepost::desk {

/// What each subject checks of a store. Borrows the rules.
std::vector<store::Verifier> verifiers(const consultation::Rules& rules);

/// All of the store in a profile, as it is now. Only reads. Throws Error{not_found} when there is none.
store::Verification verify_store(const std::filesystem::path& profile, const consultation::Rules& rules);

struct Rebuilt {
    std::vector<store::Damage> mended = {}; ///< rows that were not what the events say, and are now
    std::vector<store::Damage> left = {};   ///< what no event can bring back
};

/// Makes everything that is derived from events anew. Throws Error{storage} when the events themselves are
/// not whole, for then nothing can be told from them; nothing was changed then.
Rebuilt rebuild_store(const std::filesystem::path& profile, const consultation::Rules& rules);

} // namespace guidepost::desk
