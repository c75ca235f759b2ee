// SPDX-License-Identifier: GPL-2.0-or-later
// What can be done with a programme module in the window, and how it stands in the list.
#pragma once

#include "core/people/rights.h"
#include "core/programme/catalogue.h"
#include "core/store/sqlite_connection.h"
#include "ui/desktop/widgets/result_markup.h"
#include "ui/desktop/words/translate.h"

#include <set>
#include <string>
#include <vector>

namespace guidepost::desktop {

enum class ModuleAct { verify, enable, disable, try_again, remove };

/// Those that fit how the module stands, whoever asks, in the order of their buttons.
std::vector<ModuleAct> acts_for(const programme::ModuleView& view);

/// Why these roles may not do it here, a sentence; "" when they may.
std::string refusal_of(ModuleAct act, const std::set<people::Role>& roles, store::Access access,
                       const Translate& translate = in_english);
/// The same for installing a pack, and for one that nobody signed.
std::string refusal_of_install(const std::set<people::Role>& roles, store::Access access,
                               const Translate& translate = in_english);
std::string refusal_of_unsigned(const std::set<people::Role>& roles, const Translate& translate = in_english);

/// Name, version, state with the reason in short: markup of a row.
std::string module_markup(const programme::ModuleView& view, const ResultColours& colours,
                          const Translate& translate = in_english);

} // namespace guidepost::desktop
