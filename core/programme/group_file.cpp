// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/group_file.h"

#include "core/values/case_keys.h"
#include "core/values/error.h"
#include "core/values/files.h"
#include "core/values/text.h"
#include "core/values/yaml_tree.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::programme {
namespace {

constexpr std::size_t most_members = 30;
constexpr guidepost::YamlLimits limits{.bytes = 256 * 1024, .values = 10'000, .depth = 6};

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

} // namespace

std::vector<GroupMember> parse_group(std::string_view yaml)
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
    std::vector<GroupMember> members;
    for (const auto& item : list->items) {
        auto member = member_from(item);
        if (std::any_of(members.begin(), members.end(),
                        [&](const auto& one) { return one.member == member.member; }))
            fail_at(item.line, "this name stands here a second time");
        members.push_back(std::move(member));
    }
    return members;
}

std::vector<GroupMember> read_group_file(const std::filesystem::path& file)
{
    const auto text = read_file(file, limits.bytes);
    try {
        return parse_group(text);
    } catch (const Error& e) {
        throw Error{e.code(), fmt::format("{}: {}", file.string(), e.what())};
    }
}

} // namespace guidepost::programme
