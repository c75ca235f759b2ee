// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: [[page]], [[page|words]], [[page#heading]] and ![[page]] as wikis write them.
#pragma once

#include "core/guidance/markdown_tree.h"

namespace guidepost::guidance {

/// Links whose target begins so name a page, not a path.
inline constexpr std::string_view wiki_scheme = "wiki:";

/// Texts of one node must stand together.
void draw_wikilinks(MarkdownTree& tree);

} // namespace guidepost::guidance
