// SPDX-License-Identifier: GPL-2.0-or-later
// Programmes for other programs: the forms described in docs/guidepostctl.md.
#pragma once

#include "core/programme/module_advice.h"
#include "core/programme/plans/brief.h"
#include "core/programme/plans/paths.h"
#include "core/programme/plans/transition.h"

#include <nlohmann/json.hpp>

#include <vector>

namespace guidepost::terminal {

nlohmann::ordered_json assessments_json(const std::vector<programme::ModuleAdvice>& all);
nlohmann::ordered_json plan_json(const programme::Plan& plan);
nlohmann::ordered_json brief_json(const programme::BriefSheet& brief);
nlohmann::ordered_json path_json(const programme::Path& path);
nlohmann::ordered_json step_json(const programme::PathStep& step);
nlohmann::ordered_json transition_json(const programme::Transition& transition);
nlohmann::ordered_json group_json(const programme::GroupFindings& findings);

} // namespace guidepost::terminal
