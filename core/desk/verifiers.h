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

} // namespace guidepost::desk
