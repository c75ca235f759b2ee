// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/figures.h"

#include "core/text/error.h"
#include "core/text/files.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace guidepost::guidance {
namespace {

constexpr std::uintmax_t largest_table = 512 * 1024;
constexpr std::array states{"sourced", "dated", "unconfirmed", "general practice"};
constexpr std::size_t columns_expected = 7;
constexpr std::string_view sources_section = "Sources";

[[noreturn]] void fail(std::size_t line, std::string_view why)
{
    throw Error{Errc::format, fmt::format("line {}: {}.", line, why)};
}

std::vector<std::string> columns_of(std::string_view line)
{
    std::vector<std::string> columns;
    for (std::size_t at = 0; at <= line.size();) {
        const auto end = std::min(line.find('\t', at), line.size());
        columns.emplace_back(trimmed(line.substr(at, end - at)));
        at = end + 1;
    }
    return columns;
}

std::vector<std::string> ids_of(std::string_view column)
{
    std::vector<std::string> ids;
    for (const auto& part : split(column, ','))
        ids.emplace_back(trimmed(part));
    return ids;
}

std::string source_cell(const Figure& row, const CitedSources& sources)
{
    std::string cell;
    for (const auto& id : row.sources) {
        if (!sources.find(id))
            fail(row.line, fmt::format("there is no source \"{}\"", id));
        cell += fmt::format("{}`{}`", cell.empty() ? "" : ", ", id);
    }
    return row.note.empty() ? cell : fmt::format("{}: {}", cell, row.note);
}

std::string table_of(std::string_view section, std::string_view first_column,
                     const std::vector<Figure>& figures, const CitedSources& sources)
{
    auto table = fmt::format("| {} | What it says | Articles | Source | State |\n"
                             "|---|---|---|---|---|\n",
                             first_column);
    for (const auto& row : figures)
        if (row.section == section)
            table += fmt::format("| {} | {} | {} | {} | {} |\n", row.figure, row.says,
                                 join(row.articles, ", "), source_cell(row, sources), row.state);
    return table;
}

std::string table_of_sources(const CitedSources& sources)
{
    std::string table = "| Source | What it is | Read | Where | What guidance takes from it |\n"
                        "|---|---|---|---|---|\n";
    for (const auto& source : sources.all())
        table += fmt::format(
            "| `{}` | {}{} | {} | {} | {} |\n", source.id, citation(source),
            source.replaced_by.empty() ? "" : fmt::format("; replaced by `{}`", source.replaced_by),
            read_on_words(source), source.where, source.governs);
    return table;
}

} // namespace

std::vector<Figure> parse_figures(std::string_view tsv)
{
    std::vector<Figure> figures;
    for (const auto& line : data_lines(tsv)) {
        const auto columns = columns_of(line.text);
        if (columns.size() != columns_expected)
            fail(line.number, fmt::format("{} columns are expected", columns_expected));
        Figure row{line.number,        columns[0],         columns[1], columns[2],
                   ids_of(columns[3]), ids_of(columns[4]), columns[5], columns[6]};
        if (std::find(states.begin(), states.end(), row.state) == states.end())
            fail(line.number, fmt::format("the state is one of {}", fmt::join(states, ", ")));
        if (row.articles.empty() || row.sources.empty())
            fail(line.number, "an article and a source are expected");
        figures.push_back(std::move(row));
    }
    return figures;
}

std::vector<Figure> read_figures(const std::filesystem::path& content)
{
    const auto file = content / "figures.tsv";
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        return {};
    try {
        return parse_figures(read_file(file, largest_table));
    } catch (const Error& e) {
        throw Error{e.code(), fmt::format("{}: {}", file.string(), e.what())};
    }
}

std::string with_tables(std::string_view page, const std::vector<Figure>& figures,
                        const CitedSources& sources)
{
    std::set<std::string> open{std::string{sources_section}};
    for (const auto& row : figures)
        open.insert(row.section);
    const auto all = open;
    std::string made, section;
    for (std::size_t at = 0; at < page.size();) {
        const auto end = std::min(page.find('\n', at), page.size() - 1) + 1;
        const auto line = page.substr(at, end - at);
        at = end;
        if (line.starts_with("## "))
            section = trimmed(line.substr(3));
        const bool is_row = line.starts_with('|') && all.contains(section);
        if (!is_row)
            made += line;
        else if (open.erase(section) == 0)
            continue;
        else if (section == sources_section)
            made += table_of_sources(sources);
        else
            made += table_of(section, trimmed(line.substr(1, line.find('|', 1) - 1)), figures, sources);
    }
    if (!open.empty())
        throw Error{Errc::format,
                    fmt::format("The page has no table below a heading \"## {}\". Write the heading "
                                "and the first line of the table.",
                                *open.begin())};
    return made;
}

} // namespace guidepost::guidance
