// SPDX-License-Identifier: GPL-2.0-or-later
// A programme module as one block of Pango markup: what a row of the list shows, and what a screen reader
// speaks of it.
#pragma once

#include "core/usecases/module_contents.h"
#include "ui/desktop/widgets/result_markup.h"
#include "ui/desktop/words/translate.h"

#include <string>
#include <vector>

namespace guidepost::desktop {

/// One thing a module has: a programme of it, a toolkit, an intervention.
struct ProgrammeItem {
    std::string option = {};
    std::string name = {};
    std::string status = {}; ///< open | closing | closed | custody-only
    bool has_plan = false;
    bool has_brief = false;
};

struct PathItem {
    std::string path = {};
    std::string title = {};
};

/// A module and what its files hold.
struct ModuleItem {
    programme::ModuleView view = {};
    std::vector<ProgrammeItem> items = {};
    std::vector<PathItem> paths = {};
};

/// What can be opened of it: options with a plan or a brief, and paths. A part that cannot be read is left
/// out: whoever opens it is told why.
ModuleItem item_of(usecases::ModuleContents contents);

/// "Closed", "Stopped", "For reading only": what must be said of it beside its name, most serious first;
/// empty when all is well.
std::vector<std::string> module_marks(const programme::ModuleView& view,
                                      const Translate& translate = in_english);

std::string module_markup(const ModuleItem& module, const ResultColours& colours,
                          const Translate& translate = in_english);

/// "Closed", "Custody only"; "" for what is open.
std::string status_mark(const std::string& status, const Translate& translate = in_english);

} // namespace guidepost::desktop
