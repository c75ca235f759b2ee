// SPDX-License-Identifier: GPL-2.0-or-later
// What a module says of a case, wherever it says it: in its code, asked through the host, and in its files.
#pragma once

#include "core/programme/catalogue.h"

#include <string>
#include <vector>

namespace guidepost::programme {

/// One module and what it said.
struct ModuleAdvice {
    std::string module = {}; ///< its id
    std::string name = {};
    Assessment assessment = {};
    std::string problem = {}; ///< why it, or its code, could say nothing; "" when it did
    std::string version = {};
};

/// Every module that can be asked or read, by name. A module that fails is named with its reason and keeps
/// none of the others from answering. Where one says that a programme is suitable, what others offer for the
/// time until a programme starts (`beside_programme: while-waiting` in their files) is only for that time.
/// Waits for modules: call it off the main thread.
std::vector<ModuleAdvice> assess_all(Catalogue& catalogue, const CaseProfile& profile);

/// One module, by itself. Throws Error{not_found} when there is none, Error{refused} when it may not be
/// asked.
ModuleAdvice assess_module(Catalogue& catalogue, const std::string& module, const CaseProfile& profile);

/// Sessions or exercises of an option: from the files, or from the code where the files have none. Throws
/// Error{not_found} when neither has a plan for it, naming what there is.
Plan plan_of(Catalogue& catalogue, const std::string& module, const std::string& option,
             const CaseProfile& profile);

} // namespace guidepost::programme
