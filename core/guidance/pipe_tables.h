// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: tables of pipes, by the published rules (GitHub Flavored Markdown 0.29, 4.10). Before
// parsing each cell becomes a paragraph of its own, so that the parser reads what stands in it; afterwards
// the paragraphs are put together as a table. Cells beyond the header's are kept in the last one.
#pragma once

#include "core/guidance/cmark_tree.h"
#include "core/guidance/source_lines.h"

#include <vector>

namespace guidepost::guidance {

enum class Align { start, centre, end };

struct PipeTable {
    std::vector<Align> columns = {};
    /// The line on which each cell stands in the changed source; 0 for an empty one. The first is the header.
    std::vector<std::vector<std::size_t>> rows = {};
};

/// Whether there may be one: a line of hyphens and pipes.
bool may_have_tables(const std::vector<SourceLine>& lines);

/// Changes the lines of every table.
std::vector<PipeTable> part_tables(std::vector<SourceLine>& lines);

/// In the tree of the changed lines.
void draw_tables(cmark_node* root, const std::vector<PipeTable>& tables);

} // namespace guidepost::guidance
