// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/flat_toml.h"

#include "core/text/text.h"

#include <algorithm>

namespace guidepost::guidance {
namespace {

constexpr std::size_t most_list_values = 200;

/// Reads one value at the start of `rest` and takes it away: "text", 'text', or plain up to a comma, a
/// bracket, a comment or the end of the line.
std::string take_value(std::string_view& rest)
{
    std::string value;
    for (const std::string_view marks : {"\"\"\"", "'''", "\"", "'"}) {
        if (!rest.starts_with(marks))
            continue;
        rest.remove_prefix(marks.size());
        while (!rest.empty() && !rest.starts_with(marks)) {
            if (marks.front() == '"' && rest.front() == '\\' && rest.size() > 1) {
                const char sign = rest[1];
                value += sign == 'n' || sign == 't' ? ' ' : sign;
                rest.remove_prefix(2);
            } else {
                value += rest.front();
                rest.remove_prefix(1);
            }
        }
        rest.remove_prefix(std::min(marks.size(), rest.size()));
        return value;
    }
    const auto end = std::min(rest.find_first_of(",]#\r\n"), rest.size());
    value = trimmed(rest.substr(0, end));
    rest.remove_prefix(end);
    return value;
}

void pass_blanks(std::string_view& rest)
{
    for (;;) {
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n,"), rest.size()));
        if (!rest.starts_with('#'))
            return;
        rest.remove_prefix(std::min(rest.find_first_of("\r\n"), rest.size()));
    }
}

void take_list(std::string_view& rest, FlatEntry& entry)
{
    entry.is_list = true;
    rest.remove_prefix(1);
    for (pass_blanks(rest); !rest.empty() && rest.front() != ']'; pass_blanks(rest)) {
        const auto before = rest.size();
        auto value = take_value(rest);
        if (rest.size() == before)
            break;
        if (!value.empty() && entry.values.size() < most_list_values)
            entry.values.push_back(std::move(value));
    }
    rest.remove_prefix(std::min<std::size_t>(1, rest.size()));
}

} // namespace

FlatYaml read_flat_toml(std::string_view text)
{
    FlatYaml result;
    std::string with_lf{text};
    for (auto at = with_lf.find('\r'); at != std::string::npos; at = with_lf.find('\r', at))
        with_lf.substr(at, 2) == "\r\n" ? with_lf.erase(at, 1) : with_lf.replace(at, 1, "\n");
    std::string_view rest = with_lf;
    bool in_table = false;
    const char* counted = with_lf.data();
    std::size_t number = 1;
    while (!rest.empty()) {
        const auto line = trimmed(rest.substr(0, rest.find('\n')));
        number += static_cast<std::size_t>(std::count(counted, rest.data(), '\n'));
        counted = rest.data();
        const auto equals = line.find('=');
        if (line.starts_with('[')) {
            in_table = true;
            result.nested.push_back(Problem{Severity::error, number, {}, "a table is passed over"});
        } else if (!line.empty() && line.front() != '#' && equals == std::string_view::npos && !in_table) {
            result.problem = Problem{Severity::error, number, {}, "lines of key = \"value\" are expected"};
            break;
        } else if (equals != std::string_view::npos && line.front() != '#') {
            auto name = trimmed(line.substr(0, equals));
            if (name.size() > 2 && (name.front() == '"' || name.front() == '\''))
                name = name.substr(1, name.size() - 2);
            rest.remove_prefix(rest.find('=') + 1);
            rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
            FlatEntry entry{number};
            if (rest.starts_with('['))
                take_list(rest, entry);
            else if (auto value = take_value(rest); !value.empty())
                entry.values.push_back(std::move(value));
            if (!in_table)
                result.entries.emplace_back(std::string{name}, std::move(entry));
        }
        rest.remove_prefix(std::min(std::min(rest.find('\n'), rest.size()) + 1, rest.size()));
    }
    return result;
}

} // namespace guidepost::guidance
