// SPDX-License-Identifier: GPL-2.0-or-later
// The table of red flags as it is read. How it is written stands in its own head.
#include "core/consultation/danger/red_flags.h"
#include "core/text/error.h"
#include "core/text/text.h"
#include "core/text/yaml_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace guidepost::consultation {
namespace {

constexpr int nearest = 10;

std::vector<std::string> texts_at(const YamlNode& node, std::string_view key)
{
    std::vector<std::string> texts;
    for (const auto& item : node.items)
        if (item.kind == YamlNode::Kind::text && !item.text.empty())
            texts.push_back(item.text);
    if (node.kind != YamlNode::Kind::list || texts.size() != node.items.size())
        fail_at(node.line, fmt::format("{} takes a list of texts", key));
    return texts;
}

[[noreturn]] void fail_unknown(const YamlNode& node, std::string_view key)
{
    fail_at(node.line, fmt::format("unknown key {}", shown_in_error(key)));
}

struct TextKey {
    std::string_view key;
    std::string EmergencyNumber::*member;
};
constexpr TextKey number_keys[] = {{"id", &EmergencyNumber::id},         {"whom", &EmergencyNumber::whom},
                                   {"number", &EmergencyNumber::number}, {"hours", &EmergencyNumber::hours},
                                   {"source", &EmergencyNumber::source}, {"read", &EmergencyNumber::read}};

struct FlagKey {
    std::string_view key;
    std::string RedFlag::*member;
};
constexpr FlagKey flag_keys[] = {{"id", &RedFlag::id},       {"title", &RedFlag::title},
                                 {"owner", &RedFlag::owner}, {"headline", &RedFlag::headline},
                                 {"says", &RedFlag::says},   {"more", &RedFlag::more}};

template <class Keys, class Value>
bool put_text(const Keys& keys, std::string_view key, Value& value, const YamlNode& node)
{
    const auto found =
        std::find_if(std::begin(keys), std::end(keys), [&](const auto& one) { return one.key == key; });
    if (found == std::end(keys))
        return false;
    value.*(found->member) = node.text;
    return true;
}

} // namespace

class RedFlagsFile {
public:
    explicit RedFlagsFile(RedFlags& table) : table_{table} {}

    void read(const YamlNode& root)
    {
        for (const auto& [key, node] : root.members) {
            if (key == "version") {
                if (node.text != "2")
                    fail_at(node.line, "version takes 2");
            } else if (key == "numbers") {
                for (const auto& item : node.items)
                    read_number(item);
            } else if (key == "spelling") {
                for (const auto& [typed, meant] : node.members)
                    table_.spelling_[typed] = split(meant.text, ' ');
            } else if (key == "classes") {
                for (const auto& [name, words] : node.members) {
                    classes_.add(name, texts_at(words, name), words.line);
                    const auto in_braces = "{" + name + "}";
                    const auto term = table_.rules_.add_term(in_braces, classes_, words.line);
                    table_.class_names_.resize(std::max<std::size_t>(table_.class_names_.size(), term + 1));
                    table_.class_names_[term] = in_braces;
                }
            } else if (key == "context") {
                for (const auto& [name, rules] : node.members)
                    read_context(name, rules);
            } else if (key == "flags") {
                for (const auto& item : node.items)
                    read_flag(item);
            } else {
                fail_unknown(node, key);
            }
        }
    }

private:
    void read_number(const YamlNode& node)
    {
        EmergencyNumber number;
        for (const auto& [key, value] : node.members)
            if (!put_text(number_keys, key, number, value))
                fail_unknown(value, key);
        if (!is_slug(number.id) || number.whom.empty() || number.number.empty() || number.source.empty() ||
            number.read.empty())
            fail_at(node.line, "a number has id, whom, number, source and the day it was read");
        table_.numbers_.push_back(std::move(number));
    }

    void read_context(const std::string& name, const YamlNode& node)
    {
        using Context = RedFlags::Context;
        static constexpr std::pair<std::string_view, Context> names[] = {
            {"now", Context::now},
            {"past", Context::past},
            {"supposed", Context::supposed},
            {"denial", Context::denial},
            {"no_denial", Context::no_denial},
            {"other_sense", Context::other_sense}};
        const auto found = std::find_if(std::begin(names), std::end(names),
                                        [&](const auto& one) { return one.first == name; });
        if (found == std::end(names))
            fail_unknown(node, name);
        texts_at(node, name);
        for (const auto& item : node.items) {
            table_.context_.add(item.text, classes_, item.line);
            table_.contexts_.push_back(found->second);
        }
    }

    void read_rules(RedFlags::Certainty certainty, std::string_view key, const YamlNode& node)
    {
        texts_at(node, key);
        for (const auto& item : node.items) {
            table_.rules_.add(item.text, classes_, item.line);
            table_.uses_.push_back({certainty, table_.flags_.size()});
        }
    }

    /// "{forced-marriage-unit}" is whom and number of that entry.
    const EmergencyNumber* number_named(std::string_view text, std::size_t line) const
    {
        if (!text.starts_with('{') || !text.ends_with('}'))
            return nullptr;
        const auto id = text.substr(1, text.size() - 2);
        const auto found = std::find_if(table_.numbers_.begin(), table_.numbers_.end(),
                                        [&](const auto& one) { return one.id == id; });
        if (found == table_.numbers_.end())
            fail_at(line, fmt::format("there is no number {}", shown_in_error(text)));
        return &*found;
    }

    std::vector<std::string> read_call(const YamlNode& node) const
    {
        auto call = texts_at(node, "call");
        for (auto& whom : call)
            if (const auto* number = number_named(whom, node.line))
                whom = number->whom.empty() || number->whom == number->number
                           ? number->number
                           : fmt::format("{} {}{}", number->whom, number->number,
                                         number->hours.empty() ? "" : " (" + number->hours + ")");
        return call;
    }

    void read_flag(const YamlNode& node)
    {
        using Certainty = RedFlags::Certainty;
        RedFlag flag;
        for (const auto& [key, value] : node.members) {
            if (put_text(flag_keys, key, flag, value))
                continue;
            if (key == "near")
                std::from_chars(value.text.data(), value.text.data() + value.text.size(), flag.near);
            else if (key == "number")
                flag.number = number_named(value.text, value.line)
                                  ? number_named(value.text, value.line)->number
                                  : std::string{};
            else if (key == "call")
                flag.call = read_call(value);
            else if (key == "net")
                flag.is_net = value.text == "yes";
            else if (key == "sure")
                read_rules(Certainty::sure, key, value);
            else if (key == "likely")
                read_rules(Certainty::likely, key, value);
            else if (key == "with_now")
                read_rules(Certainty::with_now, key, value);
            else if (key == "unless")
                read_rules(Certainty::unless, key, value);
            else
                fail_unknown(value, key);
        }
        if (!is_slug(flag.id) || !is_slug(flag.owner) || flag.title.empty() || flag.headline.empty() ||
            flag.number.empty() || flag.says.empty() || flag.call.empty())
            fail_at(node.line, "a red flag has id, title, owner, headline, number, says and call");
        if (flag.near < 1 || flag.near > nearest)
            fail_at(node.line, fmt::format("near takes 1 to {}", nearest));
        if (std::any_of(table_.flags_.begin(), table_.flags_.end(),
                        [&](const auto& other) { return other.id == flag.id; }))
            fail_at(node.line, fmt::format("{} stands here a second time", flag.id));
        table_.flags_.push_back(std::move(flag));
    }

    RedFlags& table_;
    WordClasses classes_;
};

RedFlags::RedFlags(std::string_view yaml)
{
    const auto root =
        read_yaml(yaml, "a table of red flags", {.bytes = 512 * 1024, .values = 20'000, .depth = 5});
    RedFlagsFile{*this}.read(root);
}

RedFlags::RedFlags(RedFlags rules, DangerWeights weights) : RedFlags{std::move(rules)}
{
    weights_ = std::move(weights);
    for (const auto& id : weights_.flags()) {
        const auto found =
            std::find_if(flags_.begin(), flags_.end(), [&](const auto& flag) { return flag.id == id; });
        if (found == flags_.end())
            throw Error{Errc::format,
                        fmt::format("there are weights for {}, which is no red flag", shown_in_error(id))};
        learned_flags_.push_back(static_cast<std::size_t>(found - flags_.begin()));
    }
}

} // namespace guidepost::consultation
