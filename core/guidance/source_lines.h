// SPDX-License-Identifier: GPL-2.0-or-later
// Private to the room: a Markdown text by lines, before the parser has it. What CommonMark does not know is
// written here in what it does know; every line remembers where it came from.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::guidance {

struct SourceLine {
    std::string text = {};  ///< without its line end
    std::size_t origin = 0; ///< line of the author's text, from 1
};

/// Ends are LF, CRLF and CR, as the parser counts them.
std::vector<SourceLine> source_lines(std::string_view markdown);
std::string joined(const std::vector<SourceLine>& lines);

/// Whether each line belongs to code or raw HTML, where signs mean themselves.
std::vector<bool> literal_lines(const std::vector<SourceLine>& lines);

/// Blanks and tabs at the start.
std::string_view indent_of(std::string_view line);
/// Columns that the indent takes; a tab goes to the next multiple of four.
std::size_t indent_columns(std::string_view line);
/// Without up to `columns` of indent.
std::string_view without_indent(std::string_view line, std::size_t columns);

} // namespace guidepost::guidance
