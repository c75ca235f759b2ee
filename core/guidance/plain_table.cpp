// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/plain_table.h"

#include "core/text/text.h"
#include "core/text/wrap.h"

#include <algorithm>

namespace guidepost::guidance {
namespace {

constexpr std::size_t gap = 2, narrowest = 8;

std::vector<std::string> lines_of(const std::string& text)
{
    auto lines = split(text, '\n');
    if (lines.empty())
        lines.emplace_back();
    return lines;
}

std::size_t longest_line(const std::string& text)
{
    std::size_t longest = 0;
    for (const auto& line : lines_of(text))
        longest = std::max(longest, columns(line));
    return longest;
}

std::vector<std::size_t> wished_widths(const PlainTable& table)
{
    std::vector<std::size_t> widths;
    for (const auto& row : table.rows) {
        widths.resize(std::max(widths.size(), row.size()), 1);
        for (std::size_t c = 0; c < row.size(); ++c)
            widths[c] = std::max(widths[c], longest_line(row[c]));
    }
    return widths;
}

/// Takes from the widest until all fit; false when that leaves too little to read.
bool fit(std::vector<std::size_t>& widths, std::size_t width)
{
    const auto gaps = gap * (widths.empty() ? 0 : widths.size() - 1);
    std::size_t sum = gaps, least = gaps;
    for (const auto wide : widths) {
        sum += wide;
        least += std::min(wide, narrowest);
    }
    if (least > width)
        return false;
    for (; sum > width; --sum)
        --*std::max_element(widths.begin(), widths.end());
    return true;
}

std::string padded(const std::string& text, std::size_t width)
{
    const auto used = columns(text);
    return text + std::string(width > used ? width - used : 0, ' ');
}

void add_row(const std::vector<std::string>& row, const std::vector<std::size_t>& widths,
             std::vector<std::string>& lines)
{
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 1;
    for (std::size_t c = 0; c < row.size(); ++c) {
        cells.push_back(lines_of(wrapped(row[c], widths[c])));
        height = std::max(height, cells.back().size());
    }
    for (std::size_t y = 0; y < height; ++y) {
        std::string line;
        for (std::size_t c = 0; c < cells.size(); ++c)
            line += padded(y < cells[c].size() ? cells[c][y] : "", widths[c]) + std::string(gap, ' ');
        line.resize(line.find_last_not_of(' ') + 1);
        lines.push_back(std::move(line));
    }
}

std::vector<std::string> in_columns(const PlainTable& table, const std::vector<std::size_t>& widths)
{
    std::vector<std::string> lines;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        add_row(table.rows[r], widths, lines);
        if (r > 0 || !table.has_header)
            continue;
        std::string rule;
        for (const auto wide : widths)
            rule += (rule.empty() ? "" : std::string(gap, ' ')) + std::string(wide, '-');
        lines.push_back(std::move(rule));
    }
    return lines;
}

std::vector<std::string> row_by_row(const PlainTable& table, std::size_t width)
{
    std::vector<std::string> lines;
    for (std::size_t r = table.has_header ? 1 : 0; r < table.rows.size(); ++r) {
        const auto& row = table.rows[r];
        bool is_first = true;
        for (std::size_t c = 0; c < row.size(); ++c) {
            if (row[c].empty())
                continue;
            auto words = row[c];
            if (table.has_header && c < table.rows[0].size() && !table.rows[0][c].empty())
                words = table.rows[0][c] + ": " + words;
            for (auto& line : lines_of(wrapped(words, width, is_first ? "- " : "  ", "  ")))
                lines.push_back(std::move(line));
            is_first = false;
        }
    }
    // A header without rows still has its words.
    return lines.empty() && table.has_header ? lines_of(wrapped(join(table.rows[0], " \u00B7 "), width))
                                             : lines;
}

} // namespace

std::vector<std::string> table_lines(const PlainTable& table, std::size_t width)
{
    auto widths = wished_widths(table);
    return fit(widths, width) ? in_columns(table, widths) : row_by_row(table, width);
}

} // namespace guidepost::guidance
