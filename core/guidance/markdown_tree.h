// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: an article's body as a tree in which nothing is raw: what other programs write beyond
// CommonMark (tables, footnotes, boxes, wikilinks, HTML, names of headings) is nodes like all others.
#pragma once

#include "core/guidance/cmark_tree.h"
#include "core/guidance/markdown.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace guidepost::guidance {

struct MarkdownTree {
    Tree tree = {};
    std::vector<NotShown> not_shown = {};
    /// Names that an author gave to a place (<a id="x">, ## Heading {#x}) and the heading that it is at or
    /// below; nullptr for the page's beginning.
    std::vector<std::pair<std::string, cmark_node*>> names = {};

    /// Line of the author's text on which the node stands; of what was put in, the one of what it replaced.
    std::size_t line_of(cmark_node* node) const;

    std::vector<std::size_t> origins = {}; ///< of the parsed lines; empty when they are the same
    std::unordered_map<cmark_node*, std::size_t> put_in = {}; ///< lines of nodes that we made
};

MarkdownTree read_tree(std::string_view markdown);

/// The paragraph, heading or cell that an inline stands in.
cmark_node* block_of(cmark_node* inline_node);

} // namespace guidepost::guidance
