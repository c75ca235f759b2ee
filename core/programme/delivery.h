// SPDX-License-Identifier: GPL-2.0-or-later
// What a module asks of those who deliver it.
#pragma once

#include "core/programme/answers.h"
#include "core/programme/manifest.h"

#include <optional>
#include <string_view>
#include <vector>

namespace guidepost::programme {

/// What counts for `what`: a session of the plan, the number of a part of it ("5"), an option, a stage of
/// one ("option-stage-3"), or "" for the module as a whole. A requirement for all sessions always counts;
/// one for a part counts for each of its sessions; for the whole module all count.
std::vector<Requirement> requirements_for(const ModuleManifest& manifest, const std::optional<Plan>& plan,
                                          std::string_view what);

} // namespace guidepost::programme
