// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/packs/yaml_file.h"

#include "core/text/error.h"
#include "core/text/files.h"
#include "core/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace guidepost::programme {
namespace {

constexpr YamlLimits limits{.bytes = largest_yaml, .values = 20'000, .depth = 8};

/// What goes wrong is told with the name of the file.
YamlNode read_named(const std::string& name, std::string_view text)
{
    try {
        return read_yaml_value(text, "a file of a module", limits);
    } catch (const Error& e) {
        const std::string_view what = e.what();
        throw Error{Errc::format, fmt::format("{}{} {}", name, what.starts_with("line ") ? "," : ":", what)};
    }
}

} // namespace

YamlFile::YamlFile(std::string name, std::string_view text)
    : name_{std::move(name)}, top_{read_named(name_, text)}
{}

void YamlFile::fail(const YamlNode& node, std::string_view key, std::string_view what) const
{
    throw Error{Errc::format, key.empty() ? fmt::format("{}, line {}: {}.", name_, node.line, what)
                                          : fmt::format("{}, line {}: {} {}.", name_, node.line, key, what)};
}

const YamlNode* YamlFile::scalar(const YamlNode& map, std::string_view key) const
{
    const auto* found = map.find(key);
    if (found && found->kind != YamlNode::Kind::text)
        fail(*found, key, "takes one text");
    return found && !found->text.empty() ? found : nullptr;
}

std::string YamlFile::text(const YamlNode& map, std::string_view key) const
{
    const auto* found = scalar(map, key);
    return found ? found->text : std::string{};
}

std::string YamlFile::required_text(const YamlNode& map, std::string_view key) const
{
    auto value = text(map, key);
    if (value.empty())
        fail(map, key, "is required");
    return value;
}

std::string YamlFile::word(const YamlNode& map, std::string_view key,
                           const std::vector<std::string>& words) const
{
    auto value = text(map, key);
    if (!value.empty() && std::find(words.begin(), words.end(), value) == words.end())
        fail(*map.find(key), key, "takes " + join(words, ", "));
    return value;
}

std::optional<Date> YamlFile::date(const YamlNode& map, std::string_view key) const
{
    const auto* found = scalar(map, key);
    if (!found)
        return std::nullopt;
    const auto date = parse_date(found->text);
    if (!date)
        fail(*found, key, "is no date; write it as 2026-11-21");
    return date;
}

std::optional<int> YamlFile::whole(const YamlNode& map, std::string_view key, int least, int most) const
{
    const auto* found = scalar(map, key);
    if (!found || found->text == "unknown")
        return std::nullopt;
    int value = 0;
    const auto* end = found->text.data() + found->text.size();
    const auto [stopped, error] = std::from_chars(found->text.data(), end, value);
    if (error != std::errc{} || stopped != end || value < least || value > most)
        fail(*found, key, fmt::format("takes a whole number from {} to {}", least, most));
    return value;
}

std::optional<bool> YamlFile::yes_no(const YamlNode& map, std::string_view key) const
{
    const auto value = word(map, key, {"true", "yes", "false", "no"});
    if (value.empty())
        return std::nullopt;
    return value == "true" || value == "yes";
}

std::vector<std::string> YamlFile::texts(const YamlNode& map, std::string_view key) const
{
    const auto* found = map.find(key);
    if (!found)
        return {};
    if (found->kind == YamlNode::Kind::map)
        fail(*found, key, "takes a list of texts");
    std::vector<std::string> values;
    if (found->kind == YamlNode::Kind::text && !found->text.empty())
        values.push_back(found->text);
    for (const auto& item : found->items) {
        if (item.kind != YamlNode::Kind::text)
            fail(item, key, "takes a list of texts");
        if (!item.text.empty())
            values.push_back(item.text);
    }
    return values;
}

const std::vector<YamlNode>& YamlFile::maps(const YamlNode& map, std::string_view key) const
{
    static const std::vector<YamlNode> none;
    const auto* found = map.find(key);
    if (!found || found->is_empty())
        return none;
    if (found->kind != YamlNode::Kind::list)
        fail(*found, key, "takes a list");
    for (const auto& item : found->items)
        if (item.kind != YamlNode::Kind::map)
            fail(item, key, "takes a list of \"key: value\"");
    return found->items;
}

YamlFile read_yaml_file(const std::filesystem::path& file)
{
    return {file.filename().string(), read_file(file, largest_yaml)};
}

std::vector<std::filesystem::path> yaml_files_in(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    std::error_code error; // a folder that is not there has none
    for (const auto& entry : std::filesystem::directory_iterator{folder, error})
        if (entry.path().extension() == ".yaml" && entry.is_regular_file(error))
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace guidepost::programme
