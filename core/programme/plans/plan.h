// SPDX-License-Identifier: GPL-2.0-or-later
// Plans that are data: the sessions of a programme (sessions.yaml), the meetings of a toolkit
// (toolkits/*.yaml), or what is known of an intervention (interventions.yaml).
#pragma once

#include "core/programme/exchange/answers.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::programme {

/// None when the files of the module have no plan for the option. What is not known is said in the notes
/// and makes the plan incomplete; nothing is made up. Throws Error{format}.
std::optional<Plan> read_data_plan(const std::filesystem::path& module_folder, std::string_view option);

/// The options the files have a plan for, in their order.
std::vector<std::string> options_with_plan(const std::filesystem::path& module_folder);

/// Group sessions and the others, with their minutes: "21 group (52 h 30 min), 6 one-to-one (6 h)".
std::string plan_totals(const Plan& plan);

} // namespace guidepost::programme
