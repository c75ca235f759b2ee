// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace guidepost::programme {

/// What a module brings as files, counted.
struct ModuleParts {
    std::size_t articles = 0;
    std::size_t offers = 0; ///< interventions and toolkits with their rules
    std::size_t plans = 0;
    std::size_t briefs = 0;
    std::size_t paths = 0;
    std::size_t transitions = 0;
    std::string problem = {}; ///< the first file that cannot be read, a sentence; "" when all can
};

/// Reads the files of a module's folder. Never throws for what is in them.
ModuleParts count_parts(const std::filesystem::path& module_folder);

/// What a capability is for, a sentence: "Looks at who would be together in a group."
std::string capability_words(const std::string& capability);

} // namespace guidepost::programme
