// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/csv.h"

namespace guidepost::people {

Csv read_csv(std::string_view text, char separator)
{
    static constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark))
        text.remove_prefix(byte_order_mark.size());
    Csv csv;
    CsvRow row{.line = 1};
    std::string cell;
    std::size_t line = 1;
    bool in_quotes = false, was_quoted = false;
    const auto end_cell = [&] {
        row.cells.push_back(std::move(cell));
        cell.clear();
        was_quoted = false;
    };
    const auto end_row = [&] {
        end_cell();
        if (row.cells.size() > 1 || !row.cells.front().empty())
            csv.rows.push_back(std::move(row));
        row = {.line = line};
    };
    std::size_t line_of_quote = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\n')
            ++line;
        if (in_quotes) {
            if (c != '"')
                cell += c;
            else if (i + 1 < text.size() && text[i + 1] == '"')
                cell += text[++i];
            else
                in_quotes = false;
        } else if (c == '"' && cell.empty() && !was_quoted) {
            in_quotes = was_quoted = true;
            line_of_quote = line;
        } else if (c == separator) {
            end_cell();
        } else if (c == '\n') {
            end_row();
        } else if (c != '\r' || (i + 1 < text.size() && text[i + 1] != '\n')) {
            cell += c;
        }
    }
    if (in_quotes)
        csv.line_of_open_quote = line_of_quote;
    else if (!cell.empty() || !row.cells.empty())
        end_row();
    return csv;
}

} // namespace guidepost::people
