// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/search/askers_words.h"

#include "core/text/text.h"

#include <algorithm>
#include <cmath>

namespace guidepost::search {
namespace {

std::string_view bare(std::string_view stem)
{
    return stem.substr(stem.starts_with('Z') ? 1 : 0);
}

} // namespace

std::string join_askers_words(const std::vector<std::string>& phrases)
{
    std::string joined;
    for (const auto& phrase : phrases) {
        std::string line;
        for (const auto& stem : stems_of(phrase))
            line += (line.empty() ? "" : " ") + std::string{bare(stem)};
        if (!line.empty())
            joined += (joined.empty() ? "" : "\n") + line;
    }
    return joined;
}

AskersWords::AskersWords(const Xapian::Database& database, const BuiltQuery& built)
    : prefix_{bare(built.prefix)}
{
    const double all = database.get_doccount();
    for (std::size_t i = 0; i < built.own_stems; ++i) {
        const auto& stem = built.stems[i];
        const double have = database.get_termfreq(stem);
        const bool is_growing = i + 1 == built.own_stems && !prefix_.empty();
        if (have == 0 && !is_growing)
            continue; // what no text has, no way of asking can meet
        const double weight = std::log((all + 1) / (have + 0.5));
        asked_.push_back({std::string{bare(stem)}, std::max(weight, 0.1)});
        sum_ += asked_.back().weight;
    }
}

double AskersWords::nearness(std::string_view joined) const
{
    if (asked_.empty())
        return 0;
    double nearest = 0;
    std::vector<bool> is_met(asked_.size());
    while (!joined.empty()) {
        const auto end = joined.find('\n');
        auto line = joined.substr(0, end);
        joined.remove_prefix(end == std::string_view::npos ? joined.size() : end + 1);
        is_met.assign(asked_.size(), false);
        double met = 0, words = 0, met_words = 0;
        while (!line.empty()) {
            const auto blank = line.find(' ');
            const auto word = line.substr(0, blank);
            line.remove_prefix(blank == std::string_view::npos ? line.size() : blank + 1);
            words += 1;
            for (std::size_t i = 0; i < asked_.size(); ++i) {
                const bool is_start = i + 1 == asked_.size() && !prefix_.empty() && word.starts_with(prefix_);
                if (word != asked_[i].stem && !is_start)
                    continue;
                met_words += 1;
                if (!is_met[i])
                    met += asked_[i].weight;
                is_met[i] = true;
                break;
            }
        }
        nearest = std::max(nearest, met / sum_ * std::sqrt(met_words / words));
    }
    return nearest;
}

} // namespace guidepost::search
