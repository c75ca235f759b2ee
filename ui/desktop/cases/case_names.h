// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/values/case_profile.h"

#include <string>
#include <vector>

namespace guidepost::desktop {

/// "case-1", or the next that none of `taken` has.
std::string new_reference(const std::vector<CaseProfile>& taken);

/// "north-7k2-copy", "north-7k2-copy-2" ...; never longer than a reference may be.
std::string copied_reference(const std::string& original, const std::vector<CaseProfile>& taken);

} // namespace guidepost::desktop
