// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/programme/module_advice.h"

#include <filesystem>
#include <vector>

namespace guidepost::test {

/// The folders of the modules that ship, as they were put together by the build.
std::vector<std::filesystem::path> shipped_modules();

/// A desk with all of them.
programme::Catalogue shipped_catalogue();

/// What one module says; its problem, if any, fails the test.
programme::Assessment said_by(const std::string& module, const CaseProfile& profile);

/// The option, or a failed test.
programme::Option option_of(const programme::Assessment& assessment, const std::string& option);

/// All steps of an option as text.
std::string reasons_of(const programme::Option& option);

} // namespace guidepost::test
