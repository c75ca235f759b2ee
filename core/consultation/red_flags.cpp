// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/red_flags.h"

#include "core/values/text.h"
#include "core/values/yaml_tree.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::consultation {
namespace {

/// "denies any plan to": so many words may stand between a negation and what it negates.
constexpr std::size_t negation_reach = 3;

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

WordSets read_sets(const YamlNode& node)
{
    WordSets sets;
    for (const auto& [name, words] : node.members)
        sets[name] = texts_at(words, name);
    return sets;
}

} // namespace

void RedFlags::add(std::string_view pattern, const WordSets& sets, std::size_t line, Use use)
{
    patterns_.add(pattern, sets, line);
    uses_.push_back(use);
}

RedFlags::RedFlags(std::string_view yaml)
{
    const auto root =
        read_yaml(yaml, "a table of red flags", {.bytes = 512 * 1024, .values = 20'000, .depth = 5});
    WordSets sets;
    if (const auto* node = root.find("sets"))
        sets = read_sets(*node);
    const auto add_all = [&](const YamlNode& node, std::string_view key, Use use) {
        texts_at(node, key);
        for (const auto& item : node.items)
            add(item.text, sets, item.line, use);
    };
    const auto read_flag = [&](const YamlNode& node) {
        const auto number = flags_.size();
        RedFlag flag;
        for (const auto& [key, value] : node.members) {
            if (key == "id")
                flag.id = value.text;
            else if (key == "title")
                flag.title = value.text;
            else if (key == "owner")
                flag.owner = value.text;
            else if (key == "says")
                flag.says = value.text;
            else if (key == "call")
                flag.call = texts_at(value, key);
            else if (key == "net")
                flag.is_net = value.text == "yes";
            else if (key == "phrases")
                add_all(value, key, {Use::Kind::phrase, number});
            else if (key == "with_now")
                add_all(value, key, {Use::Kind::with_now, number});
            else if (key == "unless")
                add_all(value, key, {Use::Kind::unless, number});
            else
                fail_at(value.line, fmt::format("unknown key {}", shown_in_error(key)));
        }
        if (!is_slug(flag.id) || !is_slug(flag.owner) || flag.title.empty() || flag.says.empty() ||
            flag.call.empty())
            fail_at(node.line, "a red flag has id, title, owner, says and call");
        if (std::any_of(flags_.begin(), flags_.end(), [&](const auto& other) { return other.id == flag.id; }))
            fail_at(node.line, fmt::format("{} stands here a second time", flag.id));
        flags_.push_back(std::move(flag));
    };
    for (const auto& [key, node] : root.members) {
        if (key == "version") {
            if (node.text != "1")
                fail_at(node.line, "version takes 1");
        } else if (key == "now") {
            add_all(node, key, {Use::Kind::now});
        } else if (key == "past") {
            add_all(node, key, {Use::Kind::past});
        } else if (key == "negation") {
            add_all(node, key, {Use::Kind::negation});
        } else if (key == "no_negation") {
            add_all(node, key, {Use::Kind::no_negation});
        } else if (key == "flags") {
            for (const auto& item : node.items)
                read_flag(item);
        } else if (key != "sets") {
            fail_at(node.line, fmt::format("unknown key {}", shown_in_error(key)));
        }
    }
}

/// One text, read once: its words, and for each word and sentence what bears on a match there.
struct RedFlagSearch {
    using Use = RedFlags::Use;

    const RedFlags& flags;
    std::vector<Word> words;
    std::vector<WordMatch> matches;
    std::vector<bool> has_now, has_past; ///< by sentence
    std::vector<bool> is_negation;       ///< by word, its last one
    /// By flag: sentences in which an exception of that flag stands, in order.
    std::vector<std::vector<int>> excepted;

    RedFlagSearch(std::string_view text, const RedFlags& table)
        : flags{table},
          words{words_of(text)},
          matches{table.patterns_.find(words)},
          excepted(table.flags_.size())
    {
        const auto sentences = words.empty() ? 0U : static_cast<std::size_t>(words.back().sentence) + 1;
        has_now.resize(sentences);
        has_past.resize(sentences);
        is_negation.resize(words.size());
        std::vector<bool> is_none(words.size());
        for (const auto& match : matches) {
            const auto& use = use_of(match);
            const auto sentence = words[match.first].sentence;
            if (use.kind == Use::Kind::now)
                has_now[static_cast<std::size_t>(sentence)] = true;
            else if (use.kind == Use::Kind::past)
                has_past[static_cast<std::size_t>(sentence)] = true;
            else if (use.kind == Use::Kind::unless)
                excepted[use.flag].push_back(sentence);
            else if (use.kind == Use::Kind::negation)
                is_negation[match.last - 1] = true;
            else if (use.kind == Use::Kind::no_negation)
                is_none[match.first] = true;
        }
        for (std::size_t i = 0; i < words.size(); ++i)
            is_negation[i] = is_negation[i] && !is_none[i];
    }

    const Use& use_of(const WordMatch& match) const { return flags.uses_[match.pattern]; }

    bool is_negated(const WordMatch& match) const
    {
        const auto from = match.first > negation_reach ? match.first - negation_reach - 1 : 0;
        for (auto at = from; at < match.first; ++at)
            if (is_negation[at] && words[at].clause == words[match.first].clause)
                return true;
        return false;
    }

    bool is_now_near(int sentence) const
    {
        for (int near = sentence - 1; near <= sentence + 1; ++near)
            if (near >= 0 && near < static_cast<int>(has_now.size()) &&
                has_now[static_cast<std::size_t>(near)])
                return true;
        return false;
    }

    bool counts(const WordMatch& match) const
    {
        const auto& use = use_of(match);
        if (use.kind != Use::Kind::phrase && use.kind != Use::Kind::with_now)
            return false;
        const auto sentence = words[match.first].sentence;
        const auto here = static_cast<std::size_t>(sentence);
        if (use.kind == Use::Kind::with_now && !is_now_near(sentence))
            return false;
        if (has_past[here] && !has_now[here])
            return false;
        const auto& exceptions = excepted[use.flag];
        return !std::binary_search(exceptions.begin(), exceptions.end(), sentence) && !is_negated(match);
    }

    std::vector<RedFlagFinding> findings() const
    {
        std::vector<RedFlagFinding> found;
        std::vector<std::size_t> last_of(flags.flags_.size(), static_cast<std::size_t>(-1)); // in `found`
        for (const auto& match : matches) {
            if (!counts(match))
                continue;
            const auto flag = use_of(match).flag;
            const auto start = words[match.first].start, end = words[match.last - 1].end;
            if (const auto last = last_of[flag];
                last != static_cast<std::size_t>(-1) && start < found[last].end) {
                found[last].end = std::max(found[last].end, end);
                continue;
            }
            last_of[flag] = found.size();
            found.push_back({&flags.flags_[flag], start, end});
        }
        if (std::any_of(found.begin(), found.end(), [](const auto& one) { return !one.flag->is_net; }))
            std::erase_if(found, [](const auto& one) { return one.flag->is_net; });
        return found;
    }
};

std::vector<RedFlagFinding> find_red_flags(std::string_view text, const RedFlags& flags)
{
    return RedFlagSearch{text, flags}.findings();
}

} // namespace guidepost::consultation
