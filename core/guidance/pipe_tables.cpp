// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/pipe_tables.h"

#include "core/text/text.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace guidepost::guidance {
namespace {

/// More columns are no table that anybody reads, and a long start of every line would be written anew for
/// each cell.
constexpr std::size_t most_columns = 100, longest_start = 40;

/// Stands before the words of a cell, so that no cell starts a list or a heading. For the parser it is white
/// space, and it is taken away again.
constexpr std::string_view guard = "\u2000";

/// The cells of a row. A pipe after a backslash is a pipe.
std::vector<std::string> cells_of(std::string_view row)
{
    row = trimmed(row);
    if (row.starts_with('|'))
        row.remove_prefix(1);
    std::vector<std::string> cells;
    std::string cell;
    bool is_open = false; // an ending pipe ends the last cell and begins none
    for (std::size_t i = 0; i < row.size(); ++i) {
        is_open = true;
        if (row[i] == '\\' && i + 1 < row.size()) {
            if (row[i + 1] != '|')
                cell += row[i];
            cell += row[++i];
        } else if (row[i] == '|') {
            cells.emplace_back(trimmed(cell));
            cell.clear();
            is_open = false;
        } else {
            cell += row[i];
        }
    }
    if (is_open)
        cells.emplace_back(trimmed(cell));
    return cells;
}

/// As cells_of, with what stands beyond the last column kept in it.
std::vector<std::string> cells_of(std::string_view row, std::size_t columns)
{
    auto cells = cells_of(row);
    while (cells.size() > columns) {
        auto& last = cells[columns - 1];
        for (auto i = columns; i < cells.size(); ++i)
            if (!cells[i].empty())
                last += (last.empty() ? "" : " \u00B7 ") + cells[i];
        cells.resize(columns);
    }
    return cells;
}

/// Of the line below the header: "|:--|:-:|--:|".
std::optional<std::vector<Align>> alignments_of(std::string_view line)
{
    if (line.find('-') == std::string_view::npos ||
        line.find_first_not_of(" \t|:-") != std::string_view::npos)
        return std::nullopt;
    std::vector<Align> columns;
    for (const auto& cell : cells_of(line)) {
        const bool left = cell.starts_with(':'), right = cell.size() > 1 && cell.ends_with(':');
        const auto marks = std::string_view{cell}.substr(left, cell.size() - left - right);
        if (marks.empty() || marks.find_first_not_of('-') != std::string_view::npos)
            return std::nullopt;
        columns.push_back(left && right ? Align::centre : right ? Align::end : Align::start);
    }
    return columns;
}

/// A paragraph by its lines, without what its quotations and list items put before them.
struct Lines {
    std::size_t first = 0; ///< index among all lines
    std::vector<std::string_view> starts = {};
    std::vector<std::string_view> contents = {};
};

Lines lines_of(cmark_node* paragraph, const std::vector<SourceLine>& all)
{
    std::size_t quotations = 0;
    for (auto* node = cmark_node_parent(paragraph); node; node = cmark_node_parent(node))
        quotations += cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE;
    Lines lines;
    lines.first = static_cast<std::size_t>(std::max(1, cmark_node_get_start_line(paragraph))) - 1;
    const auto end =
        std::min(static_cast<std::size_t>(std::max(0, cmark_node_get_end_line(paragraph))), all.size());
    for (auto i = lines.first; i < end; ++i) {
        const std::string_view line = all[i].text;
        auto rest = line;
        if (i == lines.first) {
            const auto column = static_cast<std::size_t>(std::max(1, cmark_node_get_start_column(paragraph)));
            rest.remove_prefix(std::min(column - 1, rest.size()));
        } else {
            for (std::size_t q = 0; q < quotations; ++q) {
                const auto inner = rest.substr(indent_of(rest).size());
                if (!inner.starts_with('>'))
                    break;
                rest = inner.substr(1);
            }
        }
        rest.remove_prefix(indent_of(rest).size());
        lines.starts.push_back(line.substr(0, line.size() - rest.size()));
        lines.contents.push_back(rest);
    }
    return lines;
}

/// What stands before the lines that follow `start` in the same containers: a list marker becomes blanks.
std::string following(std::string_view start)
{
    std::string blanks;
    for (const char c : start)
        blanks += c == '>' || c == '\t' ? c : ' ';
    return blanks;
}

struct Found {
    std::size_t header = 0; ///< index among all lines
    std::size_t end = 0;    ///< after the last row
    std::vector<Align> columns = {};
    Lines lines = {};
};

/// The first table in a paragraph; it goes to the paragraph's end.
std::optional<Found> table_in(Lines lines)
{
    for (std::size_t i = 1; i < lines.contents.size(); ++i) {
        auto columns = alignments_of(lines.contents[i]);
        if (!columns || columns->empty() || columns->size() > most_columns ||
            lines.starts[i - 1].size() > longest_start ||
            cells_of(lines.contents[i - 1]).size() != columns->size())
            continue;
        const auto header = lines.first + i - 1, end = lines.first + lines.contents.size();
        return Found{header, end, std::move(*columns), std::move(lines)};
    }
    return std::nullopt;
}

class Parting {
public:
    explicit Parting(const std::vector<SourceLine>& lines) : lines_{lines} { out_.reserve(lines.size()); }

    void copy_until(std::size_t end)
    {
        for (; at_ < end; ++at_)
            out_.push_back(lines_[at_]);
    }

    void part(const Found& found)
    {
        copy_until(found.header);
        const auto start = found.lines.starts[found.header - found.lines.first];
        const auto rest = following(start);
        is_first_cell_ = true;
        if (found.header > found.lines.first)
            out_.push_back({rest, at_ + 1}); // ends the paragraph before
        PipeTable table{found.columns, {}};
        for (auto i = found.header; i < found.end; ++i) {
            if (i == found.header + 1)
                continue;
            auto& row = table.rows.emplace_back();
            for (auto& cell : cells_of(found.lines.contents[i - found.lines.first], found.columns.size())) {
                if (cell.empty()) {
                    row.push_back(0);
                    continue;
                }
                out_.push_back({(is_first_cell_ ? std::string{start} : rest) + std::string{guard} + cell,
                                lines_[i].origin});
                is_first_cell_ = false;
                row.push_back(out_.size());
                out_.push_back({rest, lines_[i].origin});
            }
        }
        tables_.push_back(std::move(table));
        at_ = found.end;
    }

    std::vector<PipeTable> finish(std::vector<SourceLine>& lines)
    {
        copy_until(lines_.size());
        lines = std::move(out_);
        return std::move(tables_);
    }

private:
    const std::vector<SourceLine>& lines_;
    std::vector<SourceLine> out_;
    std::vector<PipeTable> tables_;
    std::size_t at_ = 0;
    bool is_first_cell_ = true;
};

cmark_node* draw_cell(bool is_header, Align align, cmark_node* paragraph)
{
    const std::string look = align == Align::centre ? " class=\"centre\""
                             : align == Align::end  ? " class=\"end\""
                                                    : "";
    auto* cell = is_header ? new_drawn(Drawn::header_cell, "<th scope=\"col\"" + look + ">", "</th>")
                           : new_drawn(Drawn::cell, "<td" + look + ">", "</td>");
    if (!paragraph)
        return cell;
    auto* first = cmark_node_first_child(paragraph);
    if (first && literal(first).starts_with(guard))
        cmark_node_set_literal(first, std::string{literal(first).substr(guard.size())}.c_str());
    move_children(paragraph, cell);
    return cell;
}

} // namespace

bool may_have_tables(const std::vector<SourceLine>& lines)
{
    return std::any_of(lines.begin(), lines.end(), [](const SourceLine& line) {
        const auto from = line.text.find_first_not_of(" \t>-+*0123456789.)");
        const bool is_line = line.text.find('-') != std::string::npos && from != std::string::npos &&
                             line.text.find_first_not_of(" \t|:->", from) == std::string::npos;
        return is_line;
    });
}

std::vector<PipeTable> part_tables(std::vector<SourceLine>& lines)
{
    std::vector<Found> found;
    const auto tree = parse_tree(joined(lines));
    for (auto* paragraph : nodes_of(tree.get(), {CMARK_NODE_PARAGRAPH}))
        if (auto table = table_in(lines_of(paragraph, lines)))
            found.push_back(std::move(*table));
    if (found.empty())
        return {};
    const auto before = std::move(lines);
    // The views of what was found look into the lines, which keep their place when they are moved.
    Parting parting{before};
    for (const auto& table : found)
        parting.part(table);
    return parting.finish(lines);
}

void draw_tables(cmark_node* root, const std::vector<PipeTable>& tables)
{
    if (tables.empty())
        return;
    std::unordered_map<std::size_t, cmark_node*> paragraphs;
    for (auto* node : nodes_of(root, {CMARK_NODE_PARAGRAPH}))
        paragraphs.emplace(static_cast<std::size_t>(std::max(0, cmark_node_get_start_line(node))), node);
    const auto paragraph_at = [&](std::size_t line) -> cmark_node* {
        const auto found = line == 0 ? paragraphs.end() : paragraphs.find(line);
        return found == paragraphs.end() ? nullptr : found->second;
    };
    for (const auto& source : tables) {
        cmark_node* table = nullptr;
        std::vector<cmark_node*> rows;
        for (std::size_t r = 0; r < source.rows.size(); ++r) {
            const auto& cells = source.rows[r];
            const bool is_header = r == 0;
            if (is_header && std::all_of(cells.begin(), cells.end(), [](auto line) { return line == 0; }))
                continue;
            auto* row = is_header ? new_drawn(Drawn::header_row, "<thead><tr>", "</tr></thead>")
                                  : new_drawn(Drawn::row, "<tr>", "</tr>");
            rows.push_back(row);
            for (std::size_t c = 0; c < cells.size(); ++c) {
                auto* paragraph = paragraph_at(cells[c]);
                cmark_node_append_child(row, draw_cell(is_header, source.columns[c], paragraph));
                if (!paragraph)
                    continue;
                if (!table) {
                    table = new_drawn(Drawn::table, "<table>", "</table>");
                    cmark_node_insert_before(paragraph, table);
                }
                cmark_node_unlink(paragraph);
                cmark_node_free(paragraph);
            }
        }
        for (auto* row : rows)
            table ? (void)cmark_node_append_child(table, row) : cmark_node_free(row);
    }
}

} // namespace guidepost::guidance
