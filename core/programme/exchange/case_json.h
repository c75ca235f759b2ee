// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/values/case_profile.h"

#include <nlohmann/json_fwd.hpp>

#include <string_view>

namespace guidepost::programme {

/// A case as a module gets it: plugins/api/schemas/case-1.schema.json. What is unknown is left out, and so is
/// what other modules asked for.
nlohmann::json case_json(const CaseProfile& profile, std::string_view module);

} // namespace guidepost::programme
