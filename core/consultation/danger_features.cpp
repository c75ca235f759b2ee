// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/danger_features.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace guidepost::consultation {
namespace {

constexpr std::size_t shortest_stem = 3;
constexpr std::size_t shortest_run = 3, longest_run = 4; ///< of letters, edges of the word counted
constexpr std::array<std::string_view, 11> endings{"ingly", "edly", "ings", "ing", "ied", "ies",
                                                   "ed",    "es",   "ly",   "s",   "er"};

/// False inside a letter of several bytes.
bool is_letter_start(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

} // namespace

std::string danger_stem(std::string_view word)
{
    std::string stem{word};
    for (const auto ending : endings) {
        if (!word.ends_with(ending) || word.size() - ending.size() < shortest_stem)
            continue;
        stem.resize(word.size() - ending.size());
        if (ending == "ied" || ending == "ies")
            stem += 'y';
        break;
    }
    if (stem.size() > shortest_stem && stem[stem.size() - 1] == stem[stem.size() - 2] &&
        std::string_view{"lsz"}.find(stem.back()) == std::string_view::npos)
        stem.pop_back();
    if (stem.size() > shortest_stem && stem.back() == 'e')
        stem.pop_back();
    return stem;
}

std::array<DangerFeatures, 4> word_features(const DangerText& text, std::size_t at)
{
    std::array<DangerFeatures, 4> features;
    auto& [stems, pairs, letters, classes] = features;
    const auto& words = text.words;
    stems.push_back(danger_stem(words[at].text));
    if (at > 0 && words[at - 1].sentence == words[at].sentence)
        pairs.push_back(danger_stem(words[at - 1].text) + '_' + stems.back());
    const auto word = "^" + words[at].text + "$";
    for (std::size_t size = shortest_run; size <= longest_run; ++size)
        for (std::size_t start = 0; start + size <= word.size(); ++start)
            if (is_letter_start(word[start]) && is_letter_start(word[start + size]))
                letters.push_back("/" + word.substr(start, size));
    for (const auto name : text.classes[at])
        classes.push_back(fmt::format("{{{}}}", name));
    return features;
}

std::array<DangerFeatures, 4> danger_features(const DangerText& text, std::size_t first, std::size_t last)
{
    std::array<DangerFeatures, 4> features;
    for (auto at = first; at < last; ++at) {
        auto of_word = word_features(text, at);
        if (at == first)
            of_word[pair_kind].clear();
        for (std::size_t kind = 0; kind < features.size(); ++kind)
            std::move(of_word[kind].begin(), of_word[kind].end(), std::back_inserter(features[kind]));
    }
    for (auto& kind : features) {
        std::sort(kind.begin(), kind.end());
        kind.erase(std::unique(kind.begin(), kind.end()), kind.end());
    }
    return features;
}

} // namespace guidepost::consultation
