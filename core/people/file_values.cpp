// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/people/file_values.h"

#include "core/people/staff_file.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdlib>

namespace guidepost::people {
namespace {

constexpr std::size_t most_values = 500'000;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

} // namespace

void bad(const YamlNode& node, std::string_view key, std::string what)
{
    throw BadValue{node.line, std::string{key}, std::move(what)};
}

const std::string& text_of(const YamlNode& node, std::string_view key)
{
    if (node.kind != YamlNode::Kind::text)
        bad(node, key, "takes one text");
    return node.text;
}

int number_of(const YamlNode& node, std::string_view key)
{
    std::string_view text = text_of(node, key);
    if (text.ends_with(".0")) // how a spreadsheet writes a whole number
        text.remove_suffix(2);
    int number = 0;
    const auto* end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, number);
    if (!text.empty() && (result.ec != std::errc{} || result.ptr != end))
        bad(node, key, "takes a whole number");
    return number;
}

std::vector<const YamlNode*> parts_of(const YamlNode& node, std::string_view key)
{
    std::vector<const YamlNode*> parts;
    if (node.kind == YamlNode::Kind::map)
        bad(node, key, "takes a list");
    if (node.kind == YamlNode::Kind::text && !node.text.empty())
        parts.push_back(&node);
    for (const auto& item : node.items)
        parts.push_back(&item);
    return parts;
}

Date date_of_text(const YamlNode& node, std::string_view text, std::string_view key,
                  std::optional<Date> today)
{
    if (const auto date = parse_date(text))
        return *date;
    static constexpr std::string_view word = "today";
    if (today && text.starts_with(word)) {
        text.remove_prefix(word.size());
        int days = 0;
        const auto* from = text.data() + (text.starts_with('+') ? 1 : 0);
        const auto* end = text.data() + text.size();
        if (text.empty() ||
            (std::from_chars(from, end, days).ptr == end && from != end && std::abs(days) < 100'000))
            return std::chrono::sys_days{*today} + std::chrono::days{days};
    }
    bad(node, key, "takes a date such as 2026-11-30");
}

const YamlNode& list_under(const YamlNode& root, const char* key)
{
    const auto* version = root.find("version");
    if (!version || version->text != "1")
        fail_at(version ? version->line : 1, "the file says \"version: 1\"; this one says another or none");
    const auto* list = root.find(key);
    if (!list || list->kind != YamlNode::Kind::list)
        fail_at(list ? list->line : 1, fmt::format("a list named {} is expected", key));
    return *list;
}

YamlNode read_list_file(std::string_view text, const char* what)
{
    if (text.starts_with(byte_order_mark))
        text.remove_prefix(byte_order_mark.size());
    return read_yaml(text, what, {.bytes = largest_staff_file, .values = most_values, .depth = 5});
}

} // namespace guidepost::people
