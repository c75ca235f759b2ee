// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/hostile_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::guidance {
namespace {

/// Containers that one line may open or continue; articles are refused at deepest_nesting in any case.
constexpr std::size_t most_containers = 100;
/// Every link looks back at all pictures that were opened: about 60 ms.
constexpr std::size_t most_pictures_times_brackets = 50'000'000;

bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

bool is_rule(std::string_view line)
{
    const auto mark = line.substr(0, 1);
    return line.size() >= 3 && (mark == "-" || mark == "*" || mark == "_") &&
           std::all_of(line.begin(), line.end(), [&](char c) { return c == mark[0] || is_blank(c); }) &&
           std::count(line.begin(), line.end(), mark[0]) >= 3;
}

/// Bytes of a list marker or '>' at the start, 0 for none.
std::size_t marker_size(std::string_view line)
{
    if (line.starts_with('>'))
        return 1;
    std::size_t size = 0;
    if (line.starts_with('-') || line.starts_with('+') || line.starts_with('*')) {
        size = 1;
    } else {
        while (size < line.size() && size < 9 && line[size] >= '0' && line[size] <= '9')
            ++size;
        if (size == 0 || size >= line.size() || (line[size] != '.' && line[size] != ')'))
            return 0;
        ++size;
    }
    return size == line.size() || is_blank(line[size]) ? size : 0;
}

/// At least as deep as the parser's containers are after this line, when it opens one: it goes on in no
/// more list items than it has two columns of white space for, and opens no more than it has markers.
/// 0 for a line that opens none.
std::size_t most_deep(std::string_view line)
{
    std::size_t markers = 0, columns = 0;
    while (markers <= most_containers) {
        while (!line.empty() && is_blank(line.front())) {
            columns += line.front() == '\t' ? 4 : 1;
            line.remove_prefix(1);
        }
        const auto size = is_rule(line) ? 0 : marker_size(line);
        if (size == 0)
            break;
        ++markers;
        line.remove_prefix(size);
    }
    return markers == 0 ? 0 : markers + columns / 2;
}

bool is_too_deep(std::string_view markdown)
{
    while (!markdown.empty()) {
        const auto end = std::min(markdown.find_first_of("\r\n"), markdown.size());
        if (most_deep(markdown.substr(0, end)) > most_containers)
            return true;
        markdown.remove_prefix(std::min(end + 1, markdown.size()));
    }
    return false;
}

std::size_t count(std::string_view text, std::string_view part)
{
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size()))
        ++found;
    return found;
}

} // namespace

std::optional<std::string> why_too_costly(std::string_view markdown)
{
    if (is_too_deep(markdown))
        return fmt::format("nests lists or quotations deeper than {}", most_containers);
    if (count(markdown, "![") * count(markdown, "]") > most_pictures_times_brackets)
        return "opens too many pictures";
    return std::nullopt;
}

} // namespace guidepost::guidance
