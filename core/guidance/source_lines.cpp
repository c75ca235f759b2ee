// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/source_lines.h"

#include "core/guidance/cmark_tree.h"

#include <algorithm>

namespace guidepost::guidance {

std::vector<SourceLine> source_lines(std::string_view markdown)
{
    std::vector<SourceLine> lines;
    while (!markdown.empty()) {
        const auto end = std::min(markdown.find_first_of("\r\n"), markdown.size());
        lines.push_back({std::string{markdown.substr(0, end)}, lines.size() + 1});
        const bool is_crlf = markdown.substr(end, 2) == "\r\n";
        markdown.remove_prefix(std::min(end + (is_crlf ? 2 : 1), markdown.size()));
    }
    return lines;
}

std::string joined(const std::vector<SourceLine>& lines)
{
    std::string text;
    for (const auto& line : lines)
        text.append(line.text).append(1, '\n');
    return text;
}

std::vector<bool> literal_lines(const std::vector<SourceLine>& lines)
{
    std::vector<bool> literal(lines.size(), false);
    const auto tree = parse_tree(joined(lines));
    walk(tree.get(), [&](cmark_node* node, bool) {
        const auto type = cmark_node_get_type(node);
        if (type != CMARK_NODE_CODE_BLOCK && type != CMARK_NODE_HTML_BLOCK)
            return;
        const auto first = static_cast<std::size_t>(std::max(1, cmark_node_get_start_line(node)));
        const auto last = static_cast<std::size_t>(std::max(0, cmark_node_get_end_line(node)));
        for (auto i = first; i <= std::min(last, lines.size()); ++i)
            literal[i - 1] = true;
    });
    return literal;
}

std::string_view indent_of(std::string_view line)
{
    return line.substr(0, std::min(line.find_first_not_of(" \t"), line.size()));
}

std::size_t indent_columns(std::string_view line)
{
    std::size_t columns = 0;
    for (const char c : indent_of(line))
        columns += c == '\t' ? 4 - columns % 4 : 1;
    return columns;
}

std::string_view without_indent(std::string_view line, std::size_t columns)
{
    std::size_t taken = 0;
    while (!line.empty() && taken < columns && (line.front() == ' ' || line.front() == '\t')) {
        taken += line.front() == '\t' ? 4 - taken % 4 : 1;
        line.remove_prefix(1);
    }
    return line;
}

} // namespace guidepost::guidance
