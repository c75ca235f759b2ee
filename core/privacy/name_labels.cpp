// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/privacy/name_reader.h"

#include <fmt/format.h>

#include <map>

namespace guidepost::privacy {
namespace {

/// The words of a name that make it the same name elsewhere: not "Mr", not "nurse".
std::vector<std::string_view> words_of_name(const FoundName& name, const std::vector<NameToken>& tokens,
                                            const NameWords& words)
{
    std::vector<std::string_view> result;
    for (auto at = name.first; at < name.last; ++at)
        if (!words.clue_of(tokens[at]) || words.is_listed(tokens[at]))
            result.push_back(tokens[at].lower);
    return result;
}

} // namespace

std::vector<std::string> labels_of(const std::vector<FoundName>& names, const std::vector<NameToken>& tokens,
                                   const NameWords& words)
{
    std::map<std::string_view, std::string_view> role_of; // by a word of the name
    for (const auto& name : names)
        if (is_strong(name.clue))
            for (const auto word : words_of_name(name, tokens, words))
                role_of.emplace(word, name.role);
    std::map<std::string_view, std::string> label_of; // likewise
    std::map<std::string_view, int> count;            // by role
    std::vector<std::string> labels;
    for (const auto& name : names) {
        const auto parts = words_of_name(name, tokens, words);
        std::string label;
        std::string_view role = name.role;
        for (const auto part : parts) {
            if (const auto known = label_of.find(part); known != label_of.end() && label.empty())
                label = known->second;
            if (const auto known = role_of.find(part); known != role_of.end() && !is_strong(name.clue))
                role = known->second;
        }
        if (label.empty()) {
            const auto number = count[role]++;
            label = fmt::format("{} {}", role,
                                number < 26 ? std::string(1, static_cast<char>('A' + number))
                                            : std::to_string(number + 1));
        }
        for (const auto part : parts)
            label_of.emplace(part, label);
        labels.push_back(std::move(label));
    }
    return labels;
}

} // namespace guidepost::privacy
