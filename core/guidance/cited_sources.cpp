// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/cited_sources.h"

#include "core/text/error.h"
#include "core/text/files.h"
#include "core/text/text.h"
#include "core/text/yaml_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace guidepost::guidance {
namespace {

constexpr YamlLimits limits{.bytes = 512 * 1024, .values = 20'000, .depth = 4};

struct Key {
    std::string_view name;
    std::string CitedSource::*text;
    bool required = true; ///< of practice, only id and title are
};

constexpr std::array keys{
    Key{"id", &CitedSource::id},
    Key{"title", &CitedSource::title},
    Key{"publisher", &CitedSource::publisher},
    Key{"date", &CitedSource::date},
    Key{"where", &CitedSource::where},
    Key{"governs", &CitedSource::governs},
    Key{"replaced_by", &CitedSource::replaced_by, false},
};

constexpr std::size_t month_size = 7; // "2026-08"

/// "2026-11-30", or "2026-08" where no more is known.
std::optional<Date> read_day(std::string_view text)
{
    return parse_date(text.size() == month_size ? std::string{text} + "-01" : std::string{text});
}

void store_value(CitedSource& source, const std::string& name, const YamlNode& node)
{
    if (node.kind != YamlNode::Kind::text)
        fail_at(node.line, name + " takes one value, not a list");
    const auto key = std::find_if(keys.begin(), keys.end(), [&](const Key& k) { return k.name == name; });
    if (key != keys.end()) {
        source.*(key->text) = node.text;
    } else if (name == "read_on") {
        source.read_on = read_day(node.text);
        source.is_day_known = node.text.size() != month_size;
        if (!source.read_on)
            fail_at(node.line, "read_on takes a day or a month, as 2026-11-30 or 2026-08");
    } else if (name == "kind") {
        if (node.text != "practice")
            fail_at(node.line, "kind takes practice, or is left out");
        source.is_practice = true;
    } else {
        fail_at(node.line, shown_in_error(name) + " is not a key of a source");
    }
}

CitedSource read_record(const YamlNode& node)
{
    if (node.kind != YamlNode::Kind::map)
        fail_at(node.line, "a source is a map of id, title and the rest");
    CitedSource source;
    for (const auto& [name, value] : node.members)
        store_value(source, name, value);
    if (!is_slug(source.id))
        fail_at(node.line, "id takes a-z, 0-9 and single hyphens");
    for (const auto& key : keys)
        if (key.required && (!source.is_practice || key.name == "title") &&
            trimmed(source.*(key.text)).empty())
            fail_at(node.line, fmt::format("{} has no {}", source.id, key.name));
    if (!source.is_practice && !source.read_on)
        fail_at(node.line, source.id + " has no read_on");
    return source;
}

} // namespace

const CitedSource* CitedSources::find(std::string_view id) const
{
    const auto found = std::find_if(records_.begin(), records_.end(),
                                    [&](const CitedSource& source) { return source.id == id; });
    return found == records_.end() ? nullptr : &*found;
}

CitedSources parse_cited_sources(std::string_view yaml)
{
    const auto root = read_yaml(yaml, "a list of sources", limits);
    const auto* list = root.find("sources");
    if (!list || list->kind != YamlNode::Kind::list)
        fail_at(root.line, "a list under \"sources\" is expected");
    std::vector<CitedSource> records;
    std::set<std::string> ids;
    for (const auto& node : list->items) {
        records.push_back(read_record(node));
        if (!ids.insert(records.back().id).second)
            fail_at(node.line, records.back().id + " stands here a second time");
    }
    CitedSources sources{std::move(records)};
    for (std::size_t i = 0; i < sources.all().size(); ++i)
        if (const auto& source = sources.all()[i];
            !source.replaced_by.empty() &&
            (source.replaced_by == source.id || !sources.find(source.replaced_by)))
            fail_at(list->items[i].line,
                    fmt::format("{} is replaced by {}, which is no other source of the list", source.id,
                                shown_in_error(source.replaced_by)));
    return sources;
}

CitedSources read_cited_sources(const std::filesystem::path& content)
{
    const auto file = content / "sources.yaml";
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        return {};
    try {
        return parse_cited_sources(read_file(file, limits.bytes));
    } catch (const Error& e) {
        throw Error{e.code(), fmt::format("{}: {}", file.string(), e.what())};
    }
}

CitedSources cited_sources_for_pages(const std::filesystem::path& content)
{
    try {
        return read_cited_sources(content);
    } catch (const Error&) { // told where the records are asked for
        return {};
    }
}

std::string citation(const CitedSource& source)
{
    return source.is_practice ? source.title
                              : fmt::format("{} ({}, {})", source.title, source.publisher, source.date);
}

std::string read_on_words(const CitedSource& source)
{
    if (!source.read_on)
        return {};
    const auto words = format_date_long(*source.read_on);
    return source.is_day_known ? words : words.substr(words.find(' ') + 1);
}

std::string source_line(const std::string& written, const CitedSources& sources)
{
    const auto* source = sources.find(written);
    if (!source)
        return written;
    return source->read_on ? fmt::format("{}, read {}", citation(*source), read_on_words(*source))
                           : citation(*source);
}

std::vector<std::string> source_lines(const std::vector<std::string>& written, const CitedSources& sources)
{
    std::vector<std::string> lines;
    for (const auto& name : written)
        lines.push_back(source_line(name, sources));
    return lines;
}

std::string why_look_again(const CitedSource& source, const CitedSources& sources, Date today)
{
    if (const auto* next = sources.find(source.replaced_by))
        return "was replaced by " + citation(*next);
    if (source.read_on &&
        std::chrono::sys_days{*source.read_on + std::chrono::years{1}} < std::chrono::sys_days{today})
        return fmt::format("was last read {}, over a year ago", read_on_words(source));
    return {};
}

} // namespace guidepost::guidance
