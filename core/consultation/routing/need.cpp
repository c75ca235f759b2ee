// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/routing/need.h"

#include "core/text/text.h"
#include "core/text/yaml_tree.h"
#include "core/values/case_profile.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::consultation {
namespace {

/// One word or a list of them. `allowed` empty: any slug.
std::set<std::string> words_at(const YamlNode& node, std::string_view key,
                               const std::vector<std::string>& allowed)
{
    std::vector<std::string> words;
    if (node.kind == YamlNode::Kind::text)
        words.push_back(node.text);
    for (const auto& item : node.items)
        words.push_back(item.text);
    for (const auto& word : words)
        if (!is_slug(word) ||
            (!allowed.empty() && std::find(allowed.begin(), allowed.end(), word) == allowed.end()))
            fail_at(node.line, fmt::format("{} does not take {}", key, shown_in_error(word)));
    if (words.empty())
        fail_at(node.line, fmt::format("{} takes a word or a list of words", key));
    return {words.begin(), words.end()};
}

void read_condition(const std::string& key, const YamlNode& node, NeedRule& rule)
{
    if (key == "specialism")
        rule.specialisms = words_at(node, key, {});
    else if (key == "offence")
        rule.offences = words_at(node, key, case_words("offence"));
    else if (key == "rosh")
        rule.rosh = words_at(node, key, case_words("rosh.public"));
    else if (key == "flags")
        rule.flags = words_at(node, key, case_words("flags"));
    else if (key == "responsibility")
        rule.responsibilities = words_at(node, key, {"advice", "joint", "take-over"});
    else
        fail_at(node.line, fmt::format("unknown key when.{}", shown_in_error(key)));
}

NeedRule read_rule(const YamlNode& node)
{
    if (node.kind != YamlNode::Kind::map)
        fail_at(node.line, "a rule takes when, level, band, qualification and why");
    NeedRule rule;
    for (const auto& [key, value] : node.members) {
        if (key == "when") {
            for (const auto& [condition, words] : value.members)
                read_condition(condition, words, rule);
        } else if (key == "level") {
            const auto level = people::parse_level(value.text);
            if (!level)
                fail_at(value.line, "level takes developing, qualified or senior");
            rule.level = *level;
        } else if (key == "band") {
            if (value.text.size() != 1 || value.text < "3" || value.text > "6")
                fail_at(value.line, "band takes 3 to 6");
            rule.band = value.text[0] - '0';
        } else if (key == "qualification") {
            if (!is_slug(value.text))
                fail_at(value.line, "qualification takes a-z, 0-9 and hyphens, as in pqip");
            rule.qualification = value.text;
        } else if (key != "why") { // for the reader of the file
            fail_at(value.line, fmt::format("unknown key {}", shown_in_error(key)));
        }
    }
    return rule;
}

bool holds(const std::set<std::string>& wanted, const std::vector<std::string>& words)
{
    return wanted.empty() ||
           std::any_of(words.begin(), words.end(), [&](const auto& word) { return wanted.contains(word); });
}

bool counts_for(const NeedRule& rule, const Request& request, const std::string& specialism)
{
    const auto responsibility =
        request.responsibility ? std::string{word_of(*request.responsibility)} : std::string{};
    return holds(rule.specialisms, {specialism}) && holds(rule.offences, request.profile.offence) &&
           holds(rule.rosh, {highest_rosh(request.profile)}) && holds(rule.flags, request.profile.flags) &&
           holds(rule.responsibilities, {responsibility});
}

/// "Its reason." -> "Its reason": it stands within a line.
std::string_view without_stop(std::string_view text)
{
    text = trimmed(text);
    while (!text.empty() && text.back() == '.')
        text.remove_suffix(1);
    return text;
}

void raise(Need& need, const ModuleAsk& ask)
{
    std::vector<std::string> raised;
    if (ask.level && *ask.level > need.level) {
        need.level = *ask.level;
        raised.push_back(fmt::format("{} or above", people::word_of(need.level)));
    }
    if (ask.band > need.band || (ask.band > 0 && ask.band == need.band && !need.qualification.empty())) {
        need.band = ask.band;
        need.qualification.clear(); // what would do instead for a rule does not for the module
        raised.push_back(fmt::format("band {} or above", need.band));
    }
    if (!ask.qualification.empty() && need.must_hold.insert(ask.qualification).second)
        raised.push_back(spaced(ask.qualification));
    if (!raised.empty())
        need.modules.push_back({ask.module, "asks for " + join(raised, ", ")});
}

void add_module(Need& need, const ModuleAsk& ask)
{
    if (!ask.problem.empty()) {
        need.modules.push_back({ask.module, fmt::format("was not heard: {}", without_stop(ask.problem))});
        return;
    }
    bool has_say = false;
    for (const auto& [specialism, why] : ask.specialisms) {
        const bool is_asked = specialism == need.specialism;
        has_say |= is_asked;
        need.modules.push_back({ask.module, fmt::format("{} {}: {}", is_asked ? "asks for" : "would also ask",
                                                        spaced(specialism), without_stop(why))});
    }
    if (has_say)
        raise(need, ask);
}

} // namespace

std::vector<NeedRule> parse_needs(std::string_view yaml)
{
    const auto root = read_yaml(yaml, "a list of needs", {.depth = 5});
    std::vector<NeedRule> rules;
    for (const auto& [key, node] : root.members) {
        if (key == "version") {
            if (node.text != "1")
                fail_at(node.line, "version takes 1");
        } else if (key == "rules") {
            if (node.kind != YamlNode::Kind::list)
                fail_at(node.line, "rules takes a list");
            for (const auto& item : node.items)
                rules.push_back(read_rule(item));
        } else {
            fail_at(node.line, fmt::format("unknown key {}", shown_in_error(key)));
        }
    }
    return rules;
}

Need need_of(const Request& request, const std::vector<NeedRule>& rules,
             const std::vector<ModuleAsk>& modules)
{
    Need need{.specialism = specialism_of(request)};
    for (const auto& rule : rules) {
        if (!counts_for(rule, request, need.specialism))
            continue;
        need.level = std::max(need.level, rule.level);
        if (rule.band > need.band) {
            need.band = rule.band;
            need.qualification = rule.qualification;
        } else if (rule.band == need.band && need.qualification != rule.qualification) {
            // Two rules of one height that name different ways round it: neither way is open.
            need.qualification.clear();
        }
    }
    for (const auto& ask : modules)
        add_module(need, ask);
    return need;
}

} // namespace guidepost::consultation
