// SPDX-License-Identifier: GPL-2.0-or-later
// What a module asks of those who deliver it.
#pragma once

#include "core/programme/exchange/answers.h"
#include "core/programme/packs/manifest.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::programme {

/// What counts for `what`: a session of the plan, the number of a part of it ("5"), an option, a stage of
/// one ("option-stage-3"), or "" for the module as a whole. A requirement for all sessions always counts;
/// one for a part counts for each of its sessions; for the whole module all count.
std::vector<Requirement> requirements_for(const ModuleManifest& manifest, const std::optional<Plan>& plan,
                                          std::string_view what);

/// What counts for whoever takes an option from its first session to its last: what is asked for all
/// sessions, for the option, and for any session or part of its plan.
std::vector<Requirement> requirements_for_option(const ModuleManifest& manifest,
                                                 const std::optional<Plan>& plan, std::string_view option);

/// What is asked of some part of the option only, "option-stage-3", and so keeps nobody from the rest of it.
std::vector<Requirement> requirements_for_stages(const ModuleManifest& manifest, std::string_view option);

/// What a requirement is about, for people: "Every session", the title of the part or the session, or the
/// words of its name.
std::string requirement_place(const Requirement& requirement, const std::optional<Plan>& plan,
                              const std::string& option_name);

} // namespace guidepost::programme
