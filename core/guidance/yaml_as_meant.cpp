// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/yaml_as_meant.h"

#include "core/text/text.h"

#include <algorithm>

namespace guidepost::guidance {
namespace {

std::string quoted(std::string_view value)
{
    std::string text = "'";
    for (const char c : value)
        text += c == '\'' ? std::string{"''"} : std::string{c};
    return text + "'";
}

/// Where a value in quotation marks ends; npos when it does not on this line.
std::size_t end_of_quoted(std::string_view value)
{
    const char mark = value.front();
    for (std::size_t i = 1; i < value.size(); ++i) {
        if (mark == '"' && value[i] == '\\')
            ++i;
        else if (value[i] == mark && mark == '\'' && value.substr(i + 1, 1) == "'")
            ++i;
        else if (value[i] == mark)
            return i;
    }
    return std::string_view::npos;
}

bool is_comment(std::string_view rest)
{
    rest = trimmed(rest);
    return rest.empty() || rest.front() == '#';
}

/// A plain value up to a comment: " # words". "#4" is part of the value.
std::string_view without_comment(std::string_view value)
{
    for (auto at = value.find(" #"); at != std::string_view::npos; at = value.find(" #", at + 1))
        if (at + 2 == value.size() || value[at + 2] == ' ' || value[at + 2] == '#')
            return trimmed(value.substr(0, at));
    return value;
}

/// The value as YAML reads it whole; itself where it already does.
std::string meant(std::string_view value)
{
    const char first = value.front();
    if (first == '"' || first == '\'') {
        const auto end = end_of_quoted(value);
        if (end == std::string_view::npos || is_comment(value.substr(end + 1)))
            return std::string{value};
        // 'It's late' is one value; "He" says no begins with a word in quotation marks.
        return value.back() == first && first == '\'' ? quoted(value.substr(1, value.size() - 2))
                                                      : quoted(without_comment(value));
    }
    if (first == '[' || first == '{') {
        const auto plain = without_comment(value);
        const bool goes_on = plain.find(first == '[' ? ']' : '}') == std::string_view::npos;
        const bool is_closed = plain.ends_with(first == '[' ? ']' : '}');
        return goes_on || is_closed ? std::string{value} : quoted(plain);
    }
    if (first == '|' || first == '>') {
        const auto rest = value.substr(std::min(value.find_first_not_of("|>+-0123456789"), value.size()));
        return is_comment(rest) ? std::string{value} : quoted(without_comment(value));
    }
    if (first == '&' || first == '*' || first == '!' || first == '#')
        return std::string{value};
    const auto plain = without_comment(value);
    const bool is_cut = plain.find(": ") != std::string_view::npos || plain.ends_with(':') ||
                        plain.find(" #") != std::string_view::npos;
    const bool is_refused = first == '@' || first == '%' || first == '`' || plain.starts_with("- ");
    return is_cut || is_refused ? quoted(plain) : std::string{value};
}

std::string meant_line(std::string_view line)
{
    const auto colon = line.find(':');
    const bool is_entry = colon != std::string_view::npos && colon > 0 && line.front() != ' ' &&
                          line.front() != '\t' && line.front() != '#' && line.front() != '-' &&
                          line.front() != '"' && line.front() != '\'' && line.front() != '{' &&
                          line.front() != '[' && line.front() != '?';
    if (!is_entry)
        return std::string{line};
    const auto value = trimmed(line.substr(colon + 1));
    const bool is_apart = colon + 1 < line.size() && (line[colon + 1] == ' ' || line[colon + 1] == '\t');
    if (value.empty() || !is_apart)
        return std::string{line};
    return std::string{line.substr(0, colon + 1)} + " " + meant(value);
}

} // namespace

std::string as_meant(std::string_view yaml)
{
    std::string text;
    while (!yaml.empty()) {
        const auto end = std::min(yaml.find_first_of("\r\n"), yaml.size());
        text += meant_line(yaml.substr(0, end)) + '\n';
        yaml.remove_prefix(std::min(end + (yaml.substr(end, 2) == "\r\n" ? 2 : 1), yaml.size()));
    }
    return text;
}

} // namespace guidepost::guidance
