// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: boxes around a note, as four kinds of program write them.
//     > [!WARNING]          GitHub, Obsidian: a quotation; a title may follow on the line
//     !!! note "Title"      MkDocs, with ???: the lines below are indented by four
//     :::info Title         Docusaurus, Pandoc (::: {.info}): until a line of colons
//     {% hint %}            GitBook, Hugo ({{< hint >}}): until {% endhint %} ({{< /hint >}})
// Before parsing the last three become the first.
#pragma once

#include "core/guidance/cmark_tree.h"
#include "core/guidance/source_lines.h"

#include <string_view>
#include <vector>

namespace guidepost::guidance {

bool may_have_note_boxes(std::string_view markdown);

void write_as_quotations(std::vector<SourceLine>& lines);

/// Makes a box of every quotation that begins with [!KIND].
void draw_note_boxes(cmark_node* root);

} // namespace guidepost::guidance
