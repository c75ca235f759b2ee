// SPDX-License-Identifier: GPL-2.0-or-later
// Which pages the window has.
#pragma once

#include "ui/desktop/shell/page.h"
#include "ui/desktop/shell/services.h"

#include <functional>
#include <set>
#include <vector>

namespace guidepost::desktop {

enum class Takes {
    articles,  ///< links to one, searches
    paths,     ///< links to a branching path
    questions, ///< one that is begun elsewhere
};

struct PageRow {
    const char* name; ///< in the sidebar; English
    /// Each shows the page, which then runs it; the first is that of its entry.
    std::vector<Command> shown_by;
    std::vector<Command> run_by = {}; ///< by this page, whichever is shown
    bool is_for_anybody = true;       ///< may be shown to somebody who has no use for it
    std::set<Takes> takes = {};
    std::function<Page*(wxWindow*, Services, Shell&)> make;
};

/// In the order of the sidebar; the first is shown when the window opens.
const std::vector<PageRow>& page_rows();

} // namespace guidepost::desktop
