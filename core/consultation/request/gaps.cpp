// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/request/gaps.h"

#include "core/consultation/danger/spoken_words.h"
#include "core/text/text.h"

#include <algorithm>
#include <map>
#include <set>

namespace guidepost::consultation {
namespace {

std::string same_in_any_order(std::string_view typed)
{
    std::set<std::string> words;
    for (auto& word : words_of(typed))
        words.insert(std::move(word.text));
    return join({words.begin(), words.end()}, " ");
}

} // namespace

std::vector<Gap> gaps_in(const std::vector<Unanswered>& searches, const privacy::GuardWords& words,
                         Date today)
{
    struct Asked {
        std::size_t order = 0;
        Gap gap = {};
        std::set<Login> people = {};
    };
    std::map<std::string, Asked> by_words;
    for (const auto& search : searches) {
        const auto key = same_in_any_order(search.words);
        if (key.empty() || !privacy::may_be_kept(search.words, words, today))
            continue;
        auto& asked =
            by_words.try_emplace(key, Asked{by_words.size(), {.words = search.words}, {}}).first->second;
        ++asked.gap.times;
        asked.people.insert(search.who);
    }
    std::vector<Asked> shown;
    for (auto& [key, asked] : by_words) {
        asked.gap.people = asked.people.size();
        if (asked.gap.people >= least_people_of_a_gap)
            shown.push_back(std::move(asked));
    }
    std::sort(shown.begin(), shown.end(), [](const Asked& one, const Asked& other) {
        return one.gap.people != other.gap.people ? one.gap.people > other.gap.people
                                                  : one.order < other.order;
    });
    std::vector<Gap> gaps;
    for (auto& asked : shown)
        gaps.push_back(std::move(asked.gap));
    return gaps;
}

} // namespace guidepost::consultation
