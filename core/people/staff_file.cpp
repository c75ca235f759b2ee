// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/staff_file.h"

#include "core/people/csv.h"
#include "core/people/staff_row.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::people {
namespace {

void read_entry(const YamlNode& entry, std::optional<Date> today, StaffFile& file)
{
    auto row = read_staff_row(entry, today, file.problems);
    if (!row)
        return;
    const auto same = std::find_if(file.rows.begin(), file.rows.end(), [&](const StaffRow& known) {
        return known.staff.login == row->staff.login;
    });
    if (same == file.rows.end())
        file.rows.push_back(std::move(*row));
    else
        file.problems.push_back({row->line, "login", fmt::format("stands on line {} already", same->line)});
}

bool is_list_column(std::string_view name)
{
    return name == "roles" || name == "qualifications" || name == "skills" || name == "away" ||
           name == "conflicts";
}

YamlNode cell_node(const std::string& column, const std::string& cell, std::size_t line)
{
    YamlNode node{.line = line};
    if (!is_list_column(column)) {
        node.text = std::string{trimmed(cell)};
        return node;
    }
    node.kind = YamlNode::Kind::list;
    auto parts = cell;
    if (column != "skills" && column != "away") // words that hold no comma
        std::replace(parts.begin(), parts.end(), ',', ';');
    for (const auto& part : split(parts, ';'))
        if (const auto text = trimmed(part); !text.empty())
            node.items.push_back({.line = line, .text = std::string{text}});
    return node;
}

} // namespace

StaffFile read_staff_yaml(std::string_view text, std::optional<Date> today)
{
    const auto root = read_list_file(text, "a list of staff");
    StaffFile file;
    for (const auto& entry : list_under(root, "staff").items)
        read_entry(entry, today, file);
    return file;
}

StaffFile read_staff_csv(std::string_view text)
{
    StaffFile file;
    const auto csv = read_spreadsheet(text);
    if (csv.rows.empty())
        throw Error{Errc::format, "The file is empty: its first line names the columns, login first of all."};
    auto columns = csv.rows.front().cells;
    for (auto& column : columns)
        column = lower_ascii(trimmed(column));
    if (std::find(columns.begin(), columns.end(), "login") == columns.end())
        throw Error{
            Errc::format,
            fmt::format("line {}: the first line names the columns, and none of them is login. They are {}.",
                        csv.rows.front().line, shown_in_error(join(columns, ", ")))};
    auto sorted = columns;
    std::erase(sorted, std::string{});
    std::sort(sorted.begin(), sorted.end());
    if (const auto twice = std::adjacent_find(sorted.begin(), sorted.end()); twice != sorted.end())
        throw Error{Errc::format, fmt::format("line {}: two columns have the name {}.", csv.rows.front().line,
                                              shown_in_error(*twice))};
    for (std::size_t i = 1; i < csv.rows.size(); ++i) {
        const auto& row = csv.rows[i];
        if (first_invalid_utf8(join(row.cells, ""))) {
            file.problems.push_back({row.line, "", "is not valid UTF-8"});
            continue;
        }
        if (row.cells.size() != columns.size()) {
            file.problems.push_back({row.line, "",
                                     fmt::format("has {} cells where the first line names {} columns",
                                                 row.cells.size(), columns.size())});
            continue;
        }
        YamlNode entry{.kind = YamlNode::Kind::map, .line = row.line};
        for (std::size_t k = 0; k < columns.size(); ++k)
            if (columns[k].empty() && !trimmed(row.cells[k]).empty())
                file.problems.push_back(
                    {row.line, "",
                     fmt::format("\"{}\" stands in a column without a name and was not read",
                                 shown_in_error(row.cells[k])),
                     false});
            else if (!columns[k].empty())
                entry.members.emplace_back(columns[k], cell_node(columns[k], row.cells[k], row.line));
        read_entry(entry, {}, file);
    }
    if (csv.line_of_open_quote > 0)
        file.problems.push_back(
            {csv.line_of_open_quote, "", "opens a quote that never ends; nothing after it was read"});
    return file;
}

StaffFile read_staff_words(const Login& login, const std::vector<std::string>& words)
{
    StaffFile file;
    YamlNode entry{.kind = YamlNode::Kind::map, .line = 1};
    entry.members.emplace_back("login", YamlNode{.line = 1, .text = login.value()});
    for (const auto& word : words) {
        const auto equals = word.find('=');
        const auto key = word.substr(0, equals);
        if (equals == std::string::npos || first_invalid_utf8(word))
            file.problems.push_back({1, shown_in_error(key), "is written KEY=VALUE"});
        else if (entry.find(key))
            file.problems.push_back({1, shown_in_error(key), "is said twice"});
        else
            entry.members.emplace_back(key, cell_node(key, word.substr(equals + 1), 1));
    }
    if (file.problems.empty())
        read_entry(entry, {}, file);
    return file;
}

StaffFile read_staff_file(const std::filesystem::path& file)
{
    const auto text = read_file(file, largest_staff_file);
    return lower_ascii(file.extension().string()) == ".csv" ? read_staff_csv(text) : read_staff_yaml(text);
}

} // namespace guidepost::people
