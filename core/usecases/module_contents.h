// SPDX-License-Identifier: GPL-2.0-or-later
// What the files of a programme module hold, for the list of modules and for whoever opens one.
#pragma once

#include "core/programme/catalogue.h"
#include "core/programme/plans/paths.h"
#include "core/programme/plans/plan.h"
#include "core/programme/rules/offers.h"

#include <optional>
#include <string>
#include <vector>

namespace guidepost::usecases {

struct ModuleContents {
    programme::ModuleView view = {};
    std::vector<programme::Offer> offers = {};
    std::vector<std::string> plans = {};  ///< options that have one
    std::vector<std::string> briefs = {}; ///< the same
    std::vector<programme::Path> paths = {};
    std::vector<std::string> problems = {}; ///< why a part of it could not be read; that part is empty
};

/// Nothing of a module that is damaged or switched off is read.
ModuleContents contents_of(programme::ModuleView view);

/// Every module of the desk, by name.
std::vector<ModuleContents> all_modules(programme::Catalogue& catalogue);

/// The name of an option of it: the offer's, else its plan's, else its id in words.
std::string option_name(const programme::ModuleView& view, const std::string& option);

/// Throws Error{not_found}, naming what there is.
programme::ModuleView module_named(programme::Catalogue& catalogue, const std::string& id);

/// The same, and its files can be read. Throws Error{refused} with the reason when not.
programme::ModuleView readable_module(programme::Catalogue& catalogue, const std::string& id);

/// A folder that cannot be read is called by its id.
std::string name_of(const programme::ModuleView& view);

std::optional<programme::Offer> offer_of(const programme::ModuleView& view, const std::string& option);

/// What stands above everything of a module that is kept to be read, and of what is closed in another; ""
/// when nothing must be said. `offer`: the option that is shown; none: the module as a whole.
std::string banner_of(const programme::ModuleView& view, const std::optional<programme::Offer>& offer = {});

} // namespace guidepost::usecases
