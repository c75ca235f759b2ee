// SPDX-License-Identifier: GPL-2.0-or-later
// The JSON side of the module; what is worked out does not see it.
#pragma once

#include "plugins/building-choices/answers.h"

#include <nlohmann/json.hpp>

#include <string_view>

namespace guidepost::building_choices {

using Json = nlohmann::ordered_json;

/// Throws std::runtime_error that does not repeat the text.
Json read_json(std::string_view text);

/// As answers_from_json of the text.
Answers answers_from_json(const Json& case_profile);

} // namespace guidepost::building_choices
