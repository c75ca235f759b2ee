// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/values/case_profile.h"

#include <optional>
#include <string>
#include <vector>

namespace guidepost::terminal {

/// What --case said: one file at most and any number of KEY=VALUE, which are applied after it in order.
/// None when nothing was said. Throws Error{usage} and what reading a case file throws.
std::optional<CaseProfile> case_said(const std::vector<std::string>& values);

} // namespace guidepost::terminal
