// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/programme/yaml_tree.h"

#include "core/values/error.h"
#include "core/values/files.h"
#include "core/values/text.h"

#include <fmt/format.h>
#include <yaml-cpp/anchor.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <charconv>
#include <sstream>

namespace guidepost::programme {
namespace {

/// Why the reading stopped, and where.
struct NotAllowed {
    int line;
    std::string what;
};

/// Builds the tree while the parser reads, so that an alias or a deep nesting ends the reading before it
/// costs anything.
class Builder : public YAML::EventHandler {
public:
    YamlNode top;
    bool is_begun = false;

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { scalar(mark, anchor, {}); }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override
    {
        throw NotAllowed{mark.line, "aliases (*name) are not allowed"};
    }
    void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  const std::string& value) override
    {
        scalar(mark, anchor, value);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        open(mark, anchor, YamlNode::Kind::list);
    }
    void OnSequenceEnd() override { open_.pop_back(); }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        open(mark, anchor, YamlNode::Kind::map);
    }
    void OnMapEnd() override { open_.pop_back(); }

private:
    struct Open {
        YamlNode* node;
        bool has_key; ///< a map's key was read, its value comes next
    };

    void check(const YAML::Mark& mark, YAML::anchor_t anchor)
    {
        if (anchor != YAML::NullAnchor)
            throw NotAllowed{mark.line, "anchors (&name) are not allowed"};
        if (++count_ > most_yaml_values)
            throw NotAllowed{mark.line, "there are too many values"};
    }

    bool expects_key() const
    {
        return !open_.empty() && open_.back().node->kind == YamlNode::Kind::map && !open_.back().has_key;
    }

    /// Where the next value goes. What is open lies above it, so nothing that is pointed at moves.
    YamlNode& place(const YAML::Mark& mark)
    {
        is_begun = true;
        YamlNode* node = &top;
        if (!open_.empty()) {
            auto& parent = open_.back();
            if (parent.node->kind == YamlNode::Kind::list)
                node = &parent.node->items.emplace_back();
            else
                node = &parent.node->members.back().second;
            parent.has_key = false;
        }
        node->line = static_cast<std::size_t>(mark.line) + 1;
        return *node;
    }

    void scalar(const YAML::Mark& mark, YAML::anchor_t anchor, const std::string& value)
    {
        check(mark, anchor);
        if (!expects_key()) {
            place(mark).text = value;
            return;
        }
        auto& members = open_.back().node->members;
        if (std::any_of(members.begin(), members.end(), [&](const auto& m) { return m.first == value; }))
            throw NotAllowed{mark.line, shortened(value, 40) + " stands here a second time"};
        members.emplace_back(value, YamlNode{});
        open_.back().has_key = true;
    }

    void open(const YAML::Mark& mark, YAML::anchor_t anchor, YamlNode::Kind kind)
    {
        check(mark, anchor);
        if (expects_key())
            throw NotAllowed{mark.line, "a key is plain text"};
        if (open_.size() == deepest_yaml)
            throw NotAllowed{mark.line, "this is nested too deep"};
        auto& node = place(mark);
        node.kind = kind;
        open_.push_back({&node, false});
    }

    std::vector<Open> open_;
    std::size_t count_ = 0;
};

YamlNode read_tree(const std::string& name, std::string_view text)
{
    const auto fail = [&](int line, const std::string& what) {
        throw Error{Errc::format, line < 0 ? fmt::format("{}: {}.", name, what)
                                           : fmt::format("{}, line {}: {}.", name, line + 1, what)};
    };
    if (text.size() > largest_yaml)
        fail(-1, fmt::format("it has more than {} KB", largest_yaml / 1024));
    if (first_invalid_utf8(text))
        fail(-1, "it is no UTF-8 text");
    Builder builder;
    try {
        std::istringstream stream{std::string{text}};
        YAML::Parser parser{stream};
        parser.HandleNextDocument(builder);
        Builder second;
        if (parser.HandleNextDocument(second))
            fail(-1, "it holds a second document");
    } catch (const NotAllowed& e) {
        fail(e.line, e.what);
    } catch (const YAML::Exception& e) {
        fail(e.mark.line, fmt::format("this is not readable YAML ({})", e.msg));
    }
    return std::move(builder.top);
}

} // namespace

const YamlNode* YamlNode::find(std::string_view key) const
{
    const auto found =
        std::find_if(members.begin(), members.end(), [&](const auto& member) { return member.first == key; });
    return found == members.end() ? nullptr : &found->second;
}

YamlFile::YamlFile(std::string name, std::string_view text)
    : name_{std::move(name)}, top_{read_tree(name_, text)}
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
