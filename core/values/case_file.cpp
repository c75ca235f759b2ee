// SPDX-License-Identifier: GPL-2.0-or-later
// The file form of a case: docs/case-file.md.
#include "core/values/case_keys.h"
#include "core/values/error.h"
#include "core/values/files.h"
#include "core/values/text.h"
#include "core/values/yaml_tree.h"

#include <fmt/format.h>
#include <yaml-cpp/anchor.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <set>
#include <sstream>

namespace guidepost {
namespace {

constexpr std::uintmax_t largest_case_file = 64 * 1024;
constexpr std::size_t most_entries = 500;
constexpr std::string_view this_version = "1";

[[noreturn]] void fail(std::size_t line, const std::string& what)
{
    throw Error{Errc::format, line == 0 ? what + "." : fmt::format("line {}: {}.", line, what)};
}

/// A key from a stranger's file, fit to be shown.
std::string shown(std::string_view key)
{
    std::string text;
    for (const char c : shortened(key, 40))
        text += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
    return text;
}

struct Entry {
    std::string key = {};
    std::size_t line = 0;
    bool is_list = false;
    bool is_group = false; ///< "rosh: {": stands for itself, its members follow
    bool is_member = false;
    std::vector<std::string> values = {};
};

/// Listens to the parser instead of loading a tree: an alias or a nesting that no case file has ends
/// the reading before it costs anything.
class Listener : public YAML::EventHandler {
public:
    std::vector<Entry> entries;

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { scalar(mark, anchor, ""); }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override
    {
        fail(line_of(mark), "aliases (*name) are not allowed");
    }
    void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  const std::string& value) override
    {
        scalar(mark, anchor, value);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        refuse_anchor(mark, anchor);
        if (depth_ == 0 || expects_key_ || in_list_)
            fail(line_of(mark), "a list cannot stand here");
        in_list_ = entries.back().is_list = true;
    }
    void OnSequenceEnd() override
    {
        in_list_ = false;
        expects_key_ = true;
    }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        refuse_anchor(mark, anchor);
        if (depth_ == 2 || in_list_ || (depth_ == 1 && expects_key_))
            fail(line_of(mark), "keys within keys cannot stand here");
        if (++depth_ == 2) {
            entries.back().is_group = true;
            group_ = entries.back().key + ".";
        }
        expects_key_ = true;
    }
    void OnMapEnd() override
    {
        --depth_;
        group_.clear();
        expects_key_ = true;
    }

private:
    static std::size_t line_of(const YAML::Mark& mark) { return static_cast<std::size_t>(mark.line) + 1; }

    static void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor)
    {
        if (anchor != YAML::NullAnchor)
            fail(line_of(mark), "anchors (&name) are not allowed");
    }

    void scalar(const YAML::Mark& mark, YAML::anchor_t anchor, const std::string& value)
    {
        refuse_anchor(mark, anchor);
        if (depth_ == 0)
            fail(line_of(mark), "lines of \"key: value\" are expected");
        if (++count_ > most_entries)
            fail(line_of(mark), "there is more here than a case file holds");
        if (expects_key_ && !in_list_) {
            entries.push_back({.key = group_ + value, .line = line_of(mark), .is_member = !group_.empty()});
            expects_key_ = false;
            return;
        }
        entries.back().values.push_back(value);
        if (!in_list_)
            expects_key_ = true;
    }

    int depth_ = 0;
    bool expects_key_ = false;
    bool in_list_ = false;
    std::size_t count_ = 0;
    std::string group_;
};

std::vector<Entry>::const_iterator find_version(const std::vector<Entry>& entries)
{
    return std::find_if(entries.begin(), entries.end(),
                        [](const Entry& entry) { return entry.key == "version"; });
}

void check_version(const std::vector<Entry>& entries)
{
    const auto version = find_version(entries);
    if (version == entries.end())
        fail(0, "A case file says \"version: 1\", and this one has no version");
    if (version->values == std::vector<std::string>{std::string{this_version}} && !version->is_list)
        return;
    const auto number = version->values.empty() ? std::string{} : version->values[0];
    const bool is_number =
        !version->is_list && !number.empty() && number.size() < 10 &&
        std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (is_number && number != "0")
        fail(version->line,
             fmt::format("version {} of the case file needs a newer Guidepost; this one reads version {}",
                         number, this_version));
    fail(version->line, "version takes 1");
}

std::vector<Entry> read_entries(std::string_view yaml)
{
    if (yaml.size() > largest_case_file)
        fail(0, "A case file has at most 64 KB");
    if (first_invalid_utf8(yaml))
        fail(0, "A case file is UTF-8 text, and this is not");
    Listener listener;
    try {
        std::istringstream stream{std::string{yaml}};
        YAML::Parser parser{stream};
        parser.HandleNextDocument(listener);
        Listener second;
        if (parser.HandleNextDocument(second))
            fail(0, "A case file holds one case; this one goes on after it");
    } catch (const YAML::Exception& e) {
        fail(e.mark.line < 0 ? 0 : static_cast<std::size_t>(e.mark.line) + 1,
             fmt::format("this is not readable YAML ({})", e.msg));
    } catch (const Error&) {
        // What looks wrong here may be right in a newer form: that is said first.
        const auto version = find_version(listener.entries);
        if (version != listener.entries.end() && !version->values.empty())
            check_version(listener.entries);
        throw;
    }
    return std::move(listener.entries);
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
            fail(entry.line, "fields has parts, as in fields: {module.key: yes}");
        return true;
    }
    const auto prefix = std::string{fields_group} + ".";
    if (!entry.is_member || !entry.key.starts_with(prefix))
        return false;
    if (entry.is_list || entry.values.size() > 1)
        fail(entry.line, fmt::format("{} takes one value, not a list", shown(entry.key)));
    const auto problem = put_module_answer(profile.fields, std::string_view{entry.key}.substr(prefix.size()),
                                           entry.values.empty() ? "" : entry.values[0]);
    if (!problem.empty())
        fail(entry.line, fmt::format("{} {}", shown(entry.key), problem));
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
        fail(entry.line, fmt::format("{} has parts, as in {}: {{{}: ...}}", entry.key, entry.key,
                                     members.front()->member()));
    }
    // "rosh.public: high" is how the key is named elsewhere, not how a file says it.
    if (!key || entry.is_member == key->group().empty())
        fail(entry.line, fmt::format("unknown key {}", shown(entry.key)));
    if (entry.is_list && !key->is_list())
        fail(entry.line, fmt::format("{} takes one value, not a list", key->name));
    if (const auto problem = put_case_value(profile, *key, entry.values); !problem.empty())
        fail(entry.line, fmt::format("{} {}", key->name, problem));
}

/// Plain where YAML reads the same back, else quoted.
std::string scalar_text(const std::string& value)
{
    const bool is_plain = !value.empty() && lower_ascii(value) != "null" &&
                          ((value[0] >= 'a' && value[0] <= 'z') || (value[0] >= 'A' && value[0] <= 'Z') ||
                           (value[0] >= '0' && value[0] <= '9')) &&
                          std::all_of(value.begin(), value.end(), [](char c) {
                              return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                                     (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '+';
                          });
    if (is_plain)
        return value;
    std::string text = "\"";
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            text += '\\';
        if (byte < 0x20 || byte == 0x7F)
            text += fmt::format("\\x{:02x}", byte);
        else
            text += c;
    }
    return text + '"';
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
                    fail(item.line, fmt::format("{} takes plain words", shown(key)));
                entry.values.push_back(item.text);
            }
        else if (!entry.is_group)
            entry.values.push_back(value.text);
        apply(entry, profile);
    };
    if (node.kind == YamlNode::Kind::text && node.text.empty())
        return profile;
    if (node.kind != YamlNode::Kind::map)
        fail(node.line, "a case is lines of \"key: value\"");
    for (const auto& [key, value] : node.members) {
        if (key == "version") {
            if (value.text != this_version)
                fail(value.line, "version of the case takes 1");
            continue;
        }
        put(key, value, false);
        for (const auto& [member, part] : value.members) {
            if (part.kind == YamlNode::Kind::map)
                fail(part.line, "keys within keys cannot stand here");
            put(key + "." + member, part, true);
        }
    }
    return profile;
}

CaseProfile parse_case(std::string_view yaml)
{
    const auto entries = read_entries(yaml);
    check_version(entries);
    CaseProfile profile;
    std::set<std::string> seen;
    for (const auto& entry : entries) {
        if (!seen.insert(entry.key).second)
            fail(entry.line, fmt::format("{} stands here a second time", shown(entry.key)));
        if (entry.key != "version")
            apply(entry, profile);
    }
    return profile;
}

CaseProfile read_case(const std::filesystem::path& file)
{
    const auto text = read_file(file, largest_case_file);
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
