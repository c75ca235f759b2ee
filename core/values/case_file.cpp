// SPDX-License-Identifier: GPL-2.0-or-later
// The file form of a case: docs/case-file.md.
#include "core/text/error.h"
#include "core/text/files.h"
#include "core/text/text.h"
#include "core/text/yaml_tree.h"
#include "core/values/case_keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace guidepost {
namespace {

/// Deeper than this version goes, so that a newer one is known by its version.
constexpr YamlLimits limits{.bytes = 64 * 1024, .values = 500, .depth = 8};
constexpr std::string_view this_version = "1";

struct Entry {
    std::string key = {};
    std::size_t line = 0;
    bool is_list = false;
    bool is_group = false; ///< "rosh: {": stands for itself, its members follow
    bool is_member = false;
    std::vector<std::string> values = {};
};

void check_version(const YamlNode& root)
{
    const auto* version = root.find("version");
    if (!version)
        fail_at(0, "A case file says \"version: 1\", and this one has no version");
    const auto& number = version->text;
    if (number == this_version)
        return;
    const bool is_number =
        !number.empty() && number.size() < 10 && number != "0" &&
        std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (is_number)
        fail_at(version->line,
                fmt::format("version {} of the case file needs a newer Guidepost; this one reads version {}",
                            number, this_version));
    fail_at(version->line, "version takes 1");
}

constexpr std::string_view fields_group = "fields";

/// "fields: {module.key: answer}": what modules ask for has no key of its own in the table. False for
/// every other entry.
bool apply_field(const Entry& entry, CaseProfile& profile)
{
    if (entry.key == fields_group) {
        const bool is_nothing = std::all_of(entry.values.begin(), entry.values.end(),
                                            [](const auto& value) { return value.empty(); });
        if (!entry.is_group && (!is_nothing || entry.is_list))
            fail_at(entry.line, "fields has parts, as in fields: {module.key: yes}");
        return true;
    }
    const auto prefix = std::string{fields_group} + ".";
    if (!entry.is_member || !entry.key.starts_with(prefix))
        return false;
    if (entry.is_list || entry.values.size() > 1)
        fail_at(entry.line, fmt::format("{} takes one value, not a list", shown_in_error(entry.key)));
    const auto problem = put_module_answer(profile.fields, std::string_view{entry.key}.substr(prefix.size()),
                                           entry.values.empty() ? "" : entry.values[0]);
    if (!problem.empty())
        fail_at(entry.line, fmt::format("{} {}", shown_in_error(entry.key), problem));
    return true;
}

void apply(const Entry& entry, CaseProfile& profile)
{
    if (apply_field(entry, profile))
        return;
    const auto members = case_keys_of(entry.key);
    if (entry.is_group && !members.empty())
        return;
    const auto* key = entry.is_group ? nullptr : find_case_key(entry.key);
    if (!key && !members.empty()) {
        if (std::all_of(entry.values.begin(), entry.values.end(), [](const auto& v) { return v.empty(); }))
            return; // "rosh:" with nothing after it
        fail_at(entry.line, fmt::format("{} has parts, as in {}: {{{}: ...}}", entry.key, entry.key,
                                        members.front()->member()));
    }
    // "rosh.public: high" is how the key is named elsewhere, not how a file says it.
    if (!key || entry.is_member == key->group().empty())
        fail_at(entry.line, fmt::format("unknown key {}", shown_in_error(entry.key)));
    if (entry.is_list && !key->is_list())
        fail_at(entry.line, fmt::format("{} takes one value, not a list", key->name));
    if (const auto problem = put_case_value(profile, *key, entry.values); !problem.empty())
        fail_at(entry.line, fmt::format("{} {}", key->name, problem));
}

/// As YAML reads it back; yes and no are plain words of the form.
std::string scalar_text(const std::string& value)
{
    return value == "yes" || value == "no" ? value : yaml_scalar(value);
}

std::string value_text(const CaseKey& key, const std::vector<std::string>& values)
{
    std::vector<std::string> texts;
    for (const auto& value : values)
        texts.push_back(scalar_text(value));
    return key.is_list() ? "[" + join(texts, ", ") + "]" : join(texts, "");
}

} // namespace

CaseProfile case_from_yaml(const YamlNode& node)
{
    CaseProfile profile;
    const auto put = [&](const std::string& key, const YamlNode& value, bool is_member) {
        Entry entry{.key = key, .line = value.line, .is_member = is_member};
        entry.is_list = value.kind == YamlNode::Kind::list;
        entry.is_group = value.kind == YamlNode::Kind::map;
        if (entry.is_list)
            for (const auto& item : value.items) {
                if (item.kind != YamlNode::Kind::text)
                    fail_at(item.line, fmt::format("{} takes plain words", shown_in_error(key)));
                entry.values.push_back(item.text);
            }
        else if (!entry.is_group)
            entry.values.push_back(value.text);
        apply(entry, profile);
    };
    if (node.kind == YamlNode::Kind::text && node.text.empty())
        return profile;
    if (node.kind != YamlNode::Kind::map)
        fail_at(node.line, "a case is lines of \"key: value\"");
    for (const auto& [key, value] : node.members) {
        if (key == "version") {
            if (value.text != this_version)
                fail_at(value.line, "version of the case takes 1");
            continue;
        }
        put(key, value, false);
        for (const auto& [member, part] : value.members) {
            if (part.kind == YamlNode::Kind::map)
                fail_at(part.line, "keys within keys cannot stand here");
            put(key + "." + member, part, true);
        }
    }
    return profile;
}

CaseProfile parse_case(std::string_view yaml)
{
    const auto root = read_yaml_value(yaml, "one case", limits);
    if (root.kind != YamlNode::Kind::map && root.line != 0)
        fail_at(root.line, "lines of \"key: value\" are expected");
    check_version(root);
    return case_from_yaml(root);
}

CaseProfile read_case(const std::filesystem::path& file)
{
    const auto text = read_file(file, limits.bytes);
    try {
        return parse_case(text);
    } catch (const Error& e) {
        throw Error{e.code(), fmt::format("{}: {}", file.string(), e.what())};
    }
}

std::string format_case(const CaseProfile& profile)
{
    std::string text = fmt::format("version: {}\n", this_version);
    std::set<std::string_view> written;
    for (const auto& key : case_keys()) {
        const auto group = key.group();
        if (group.empty()) {
            if (const auto values = case_values(profile, key); !values.empty())
                text += fmt::format("{}: {}\n", key.name, value_text(key, values));
            continue;
        }
        if (!written.insert(group).second)
            continue;
        std::vector<std::string> parts;
        for (const auto* member : case_keys_of(group))
            if (const auto values = case_values(profile, *member); !values.empty()) {
                // "1.30" is text: as a number it would lose its nought.
                const bool is_number = member->member()[0] >= '0' && member->member()[0] <= '9';
                parts.push_back(fmt::format("{0}{1}{0}: {2}", is_number ? "\"" : "", member->member(),
                                            value_text(*member, values)));
            }
        if (!parts.empty())
            text += fmt::format("{}: {{{}}}\n", group, join(parts, ", "));
    }
    std::vector<std::string> fields;
    for (const auto& [name, answer] : profile.fields)
        fields.push_back(fmt::format("{}: {}", name, scalar_text(answer)));
    if (!fields.empty())
        text += fmt::format("{}: {{{}}}\n", fields_group, join(fields, ", "));
    return text;
}

} // namespace guidepost
