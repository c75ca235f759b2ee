// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/danger/danger_features.h"

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

DangerFeatures letters_of(std::string_view text)
{
    DangerFeatures letters;
    const auto word = fmt::format("^{}$", text);
    for (std::size_t size = shortest_run; size <= longest_run; ++size)
        for (std::size_t start = 0; start + size <= word.size(); ++start)
            if (is_letter_start(word[start]) && is_letter_start(word[start + size]))
                letters.push_back("/" + word.substr(start, size));
    return letters;
}

std::string pair_before(const DangerText& text, std::size_t at)
{
    if (at == 0 || text.words[at - 1].sentence != text.words[at].sentence)
        return "";
    return danger_stem(text.words[at - 1].text) + '_' + danger_stem(text.words[at].text);
}

std::array<DangerFeatures, 4> danger_features(const DangerText& text, std::size_t first, std::size_t last)
{
    std::array<DangerFeatures, 4> features;
    auto& [stems, pairs, letters, classes] = features;
    for (auto at = first; at < last; ++at) {
        stems.push_back(danger_stem(text.words[at].text));
        if (auto pair = at > first ? pair_before(text, at) : ""; !pair.empty())
            pairs.push_back(std::move(pair));
        auto runs = letters_of(text.words[at].text);
        std::move(runs.begin(), runs.end(), std::back_inserter(letters));
        classes.insert(classes.end(), text.classes[at].begin(), text.classes[at].end());
    }
    for (auto& kind : features) {
        std::sort(kind.begin(), kind.end());
        kind.erase(std::unique(kind.begin(), kind.end()), kind.end());
    }
    return features;
}

} // namespace guidepost::consultation
