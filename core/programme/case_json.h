// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/values/case_profile.h"

#include <nlohmann/json_fwd.hpp>

namespace guidepost::programme {

/// A case as modules get it: plugins/api/schemas/case-1.schema.json. What is unknown is left out.
nlohmann::json case_json(const CaseProfile& profile);

} // namespace guidepost::programme
