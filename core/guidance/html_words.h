// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: raw HTML is never written to a page, but its words are. <br> and block tags part
// them, headings, links, pictures and <pre> become those of Markdown, scripts and styles go.
#pragma once

#include "core/guidance/markdown_tree.h"

namespace guidepost::guidance {

/// Puts plain nodes in the place of all raw HTML of the tree.
void keep_html_words(MarkdownTree& tree);

} // namespace guidepost::guidance
