// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: footnotes, "words[^1]" and "[^1]: the note". Before parsing each note becomes a list
// item where it stands; afterwards all stand at the end under a heading, numbered as they are first named.
#pragma once

#include "core/guidance/cmark_tree.h"
#include "core/guidance/source_lines.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guidepost::guidance {

struct Footnote {
    std::string label = {};
    std::size_t line = 0; ///< of its item in the changed source
};

bool may_have_footnotes(std::string_view markdown);

std::vector<Footnote> write_as_items(std::vector<SourceLine>& lines);

/// Texts of one node must stand together: cmark_consolidate_text_nodes first.
void draw_footnotes(cmark_node* root, const std::vector<Footnote>& notes);

} // namespace guidepost::guidance
