// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/group_file.h"

#include "core/text/error.h"
#include "core/text/files.h"
#include "core/text/text.h"
#include "core/text/yaml_tree.h"
#include "core/values/case_keys.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::programme {
namespace {

constexpr std::size_t most_members = 30;
constexpr guidepost::YamlLimits limits{.bytes = largest_group_file, .values = 10'000, .depth = 6};

std::string name_from(const guidepost::YamlNode& node)
{
    if (node.kind != guidepost::YamlNode::Kind::text || !is_slug(node.text) || node.text.size() > 40)
        fail_at(node.line, "a member has a name of a-z, 0-9 and hyphens, at most 40 of them");
    return node.text;
}

GroupMember member_from(const guidepost::YamlNode& node)
{
    GroupMember member;
    const auto* name = node.find("member");
    if (!name)
        fail_at(node.line, "each member says \"member:\" with a name");
    member.member = name_from(*name);
    const auto* profile = node.find("case");
    if (!profile)
        fail_at(node.line, "each member has a case; an empty one is written case: {}");
    member.profile = case_from_yaml(*profile);
    if (const auto* others = node.find("not_with")) {
        if (others->kind == guidepost::YamlNode::Kind::map)
            fail_at(others->line, "not_with takes a list of names");
        if (others->kind == guidepost::YamlNode::Kind::text && !others->text.empty())
            member.not_with.push_back(name_from(*others));
        for (const auto& other : others->items)
            member.not_with.push_back(name_from(other));
    }
    return member;
}

GroupStart start_from(const guidepost::YamlNode& node)
{
    if (node.kind != guidepost::YamlNode::Kind::map)
        fail_at(node.line, "started says module and version");
    GroupStart start;
    for (const auto& [key, value] :
         {std::pair{"module", &start.module}, std::pair{"version", &start.version}}) {
        const auto* said = node.find(key);
        if (!said || said->kind != guidepost::YamlNode::Kind::text || said->text.empty())
            fail_at(node.line, fmt::format("started says \"{}:\"", key));
        *value = said->text;
    }
    if (!is_slug(start.module) || !is_module_version(start.version))
        fail_at(node.line, "started names a module, and a version like 1.4.0");
    if (const auto* on = node.find("on")) {
        start.on = parse_date(on->text);
        if (!start.on)
            fail_at(on->line, "on takes a date like 2026-11-22");
    }
    return start;
}

} // namespace

Group parse_group(std::string_view yaml)
{
    const auto top = read_yaml(yaml, "a group", limits);
    const auto* version = top.find("version");
    if (!version || version->text != "1")
        fail_at(version ? version->line : 0, "A group file says \"version: 1\"");
    const auto* list = top.find("members");
    if (!list || list->kind != guidepost::YamlNode::Kind::list || list->items.empty())
        fail_at(list ? list->line : 0, "A group file has a list of members");
    if (list->items.size() > most_members)
        fail_at(list->line, fmt::format("a group has at most {} members", most_members));
    Group group;
    auto& members = group.members;
    for (const auto& item : list->items) {
        auto member = member_from(item);
        if (std::any_of(members.begin(), members.end(),
                        [&](const auto& one) { return one.member == member.member; }))
            fail_at(item.line, "this name stands here a second time");
        members.push_back(std::move(member));
    }
    if (const auto* started = top.find("started"))
        group.started = start_from(*started);
    return group;
}

std::string with_start(std::string_view yaml, const GroupStart& start)
{
    const auto group = parse_group(yaml);
    if (group.started)
        throw Error{Errc::conflict, fmt::format("This group began with {} {} and keeps it.",
                                                group.started->module, group.started->version)};
    std::string text{yaml};
    if (!text.ends_with('\n'))
        text += '\n';
    text += fmt::format("started: {{module: {}, version: {}{}}}\n", start.module, start.version,
                        start.on ? ", on: " + format_date(*start.on) : std::string{});
    // A file whose last words would swallow the line must not be written.
    if (parse_group(text).started != start)
        throw Error{Errc::format,
                    "The line that says what the group began with cannot be added to this file: "
                    "put \"started:\" under \"version:\" yourself."};
    return text;
}

std::string kept_version(Catalogue& catalogue, const GroupStart& start)
{
    const auto id = start.module + "@" + start.version;
    if (catalogue.find(id))
        return id;
    throw Error{
        Errc::not_found,
        fmt::format("This group began with {0} {1}, which is not on this desk{2}. Install the pack of {1} "
                    "again, or ask the treatment manager whether the group goes on with another version; "
                    "then change the line \"started\" in its file.",
                    start.module, start.version,
                    catalogue.find(start.module)
                        ? fmt::format(" (it has {})", catalogue.find(start.module)->manifest.version)
                        : std::string{})};
}

Group read_group_file(const std::filesystem::path& file)
{
    const auto text = read_file(file, limits.bytes);
    try {
        return parse_group(text);
    } catch (const Error& e) {
        throw Error{e.code(), fmt::format("{}: {}", file.string(), e.what())};
    }
}

} // namespace guidepost::programme
