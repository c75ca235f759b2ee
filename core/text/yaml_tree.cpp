// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/yaml_tree.h"

#include "core/text/error.h"
#include "core/text/text.h"

#include <fmt/format.h>
#include <yaml-cpp/anchor.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <sstream>

namespace guidepost {
namespace {

std::size_t line_of(const YAML::Mark& mark)
{
    return mark.line < 0 ? 0 : static_cast<std::size_t>(mark.line) + 1;
}

/// Listens to the parser instead of loading its tree: nothing is built that is not allowed.
class Listener : public YAML::EventHandler {
public:
    explicit Listener(const YamlLimits& limits) : limits_{limits} {}

    YamlNode root; ///< line 0: there is nothing

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { scalar(mark, anchor, ""); }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override
    {
        fail_at(line_of(mark), "aliases (*name) are not allowed");
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
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        open(mark, anchor, YamlNode::Kind::map);
    }
    void OnMapEnd() override { close(); }

private:
    void check(const YAML::Mark& mark, YAML::anchor_t anchor)
    {
        if (anchor != YAML::NullAnchor)
            fail_at(line_of(mark), "anchors (&name) are not allowed");
        if (++count_ > limits_.values)
            fail_at(line_of(mark), "there is more here than such a file holds");
    }

    void scalar(const YAML::Mark& mark, YAML::anchor_t anchor, const std::string& value)
    {
        check(mark, anchor);
        if (open_.empty()) {
            root = {.line = line_of(mark), .text = value};
            return;
        }
        if (expects_key()) {
            auto& members = open_.back()->members;
            if (open_.back()->find(value))
                fail_at(line_of(mark), fmt::format("{} stands here a second time", shown_in_error(value)));
            members.emplace_back(value, YamlNode{.line = line_of(mark)});
            has_key_ = true;
            return;
        }
        place({.line = line_of(mark), .text = value});
    }

    void open(const YAML::Mark& mark, YAML::anchor_t anchor, YamlNode::Kind kind)
    {
        check(mark, anchor);
        if (open_.empty()) {
            root = {.kind = kind, .line = line_of(mark)};
            open_.push_back(&root);
            return;
        }
        if (expects_key())
            fail_at(line_of(mark), "a key is a plain word");
        if (open_.size() == limits_.depth)
            fail_at(line_of(mark), "this is nested deeper than such a file goes");
        open_.push_back(&place({.kind = kind, .line = line_of(mark)}));
        has_key_ = false;
    }

    void close()
    {
        open_.pop_back();
        has_key_ = false;
    }

    bool expects_key() const { return open_.back()->kind == YamlNode::Kind::map && !has_key_; }

    /// The parent's vector does not grow while one of its nodes is open, so pointers hold.
    YamlNode& place(YamlNode node)
    {
        auto& parent = *open_.back();
        if (parent.kind == YamlNode::Kind::list)
            return parent.items.emplace_back(std::move(node));
        has_key_ = false;
        node.line = parent.members.back().second.line; // the key's, which is what one looks for
        return parent.members.back().second = std::move(node);
    }

    const YamlLimits& limits_;
    std::vector<YamlNode*> open_;
    bool has_key_ = false;
    std::size_t count_ = 0;
};

} // namespace

const YamlNode* YamlNode::find(std::string_view key) const
{
    const auto at =
        std::find_if(members.begin(), members.end(), [&](const auto& member) { return member.first == key; });
    return at == members.end() ? nullptr : &at->second;
}

YamlNode read_yaml(std::string_view yaml, std::string_view what, const YamlLimits& limits)
{
    auto root = read_yaml_value(yaml, what, limits);
    if (root.line == 0)
        fail_at(0, fmt::format("There is nothing here; {} is expected", what));
    if (root.kind != YamlNode::Kind::map)
        fail_at(root.line, "lines of \"key: value\" are expected");
    return root;
}

YamlNode read_yaml_value(std::string_view yaml, std::string_view what, const YamlLimits& limits)
{
    if (yaml.size() > limits.bytes)
        fail_at(0, fmt::format("There is more here than {} holds ({} KB)", what, limits.bytes / 1024));
    if (first_invalid_utf8(yaml))
        fail_at(0, fmt::format("This is not UTF-8 text, and {} is", what));
    Listener listener{limits};
    try {
        std::istringstream stream{std::string{yaml}};
        YAML::Parser parser{stream};
        parser.HandleNextDocument(listener);
        Listener second{limits};
        if (parser.HandleNextDocument(second))
            fail_at(0, fmt::format("A file holds {} and nothing after it; this one goes on", what));
    } catch (const YAML::Exception& e) {
        fail_at(line_of(e.mark), fmt::format("this is not readable YAML ({})", e.msg));
    }
    return std::move(listener.root);
}

void fail_at(std::size_t line, std::string_view what)
{
    throw Error{Errc::format, line == 0 ? fmt::format("{}.", what) : fmt::format("line {}: {}.", line, what)};
}

std::string shown_in_error(std::string_view text)
{
    std::string result;
    for (const char c : shortened(text, 40))
        result += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
    return result;
}

std::string yaml_scalar(std::string_view value)
{
    static constexpr std::string_view words_of_yaml[] = {"null", "true", "false", "yes", "no",
                                                         "on",   "off",  "y",     "n"};
    const auto lowered = lower_ascii(value);
    const auto is_plain_char = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '.' || c == '+';
    };
    if (!value.empty() && is_plain_char(value[0]) && value[0] != '-' && value[0] != '.' && value[0] != '+' &&
        std::all_of(value.begin(), value.end(), is_plain_char) &&
        std::find(std::begin(words_of_yaml), std::end(words_of_yaml), lowered) == std::end(words_of_yaml))
        return std::string{value};
    std::string text = "\"";
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            text += '\\';
        if (c == '\n')
            text += "\\n";
        else if (byte < 0x20 || byte == 0x7F)
            text += fmt::format("\\x{:02x}", byte);
        else
            text += c;
    }
    return text + '"';
}

} // namespace guidepost
