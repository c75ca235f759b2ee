// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/desktop/search/filter_chips.h"

#include "core/pages/pages.h"
#include "core/text/text.h"

#include <algorithm>
#include <array>

// Marks a text for the translators; it is translated where it is shown.
#define N_(text) text

namespace guidepost::desktop {

using search::Facet;

namespace {

/// What an officer narrows by; kinds, bands and sources are for the window that shows all.
constexpr std::array offered_first{Facet::programme, Facet::offence, Facet::rosh, Facet::topic,
                                   Facet::setting};

} // namespace

std::vector<FilterChip> filter_chips(const search::Filters& chosen, const search::FacetCounts& counts,
                                     std::size_t total, std::size_t limit)
{
    std::vector<FilterChip> chips;
    for (const auto& [facet, values] : chosen) {
        for (const auto& value : values) {
            FilterChip chip{.facet = facet, .value = value, .is_chosen = true};
            if (const auto counted = counts.find(facet); counted != counts.end())
                for (const auto& candidate : counted->second)
                    if (candidate.value == value)
                        chip.articles = candidate.articles;
            chips.push_back(std::move(chip));
        }
    }
    const auto add_rank = [&](Facet facet, std::size_t rank) {
        const auto counted = counts.find(facet);
        if (counted == counts.end() || chips.size() >= limit)
            return;
        std::size_t seen = 0;
        for (const auto& candidate : counted->second) {
            const bool narrows = candidate.articles > 0 && candidate.articles < total;
            if (!narrows || contains(chosen, facet, candidate.value) || seen++ != rank)
                continue;
            chips.push_back({.facet = facet, .value = candidate.value, .articles = candidate.articles});
            return;
        }
    };
    for (std::size_t rank = 0; rank < limit; ++rank)
        for (const auto facet : offered_first)
            add_rank(facet, rank);
    return chips;
}

void toggle(search::Filters& filters, Facet facet, const std::string& value)
{
    auto& values = filters[facet];
    if (const auto found = std::find(values.begin(), values.end(), value); found != values.end())
        values.erase(found);
    else
        values.push_back(value);
    if (values.empty())
        filters.erase(facet);
}

bool contains(const search::Filters& filters, Facet facet, const std::string& value)
{
    const auto values = filters.find(facet);
    return values != filters.end() &&
           std::find(values->second.begin(), values->second.end(), value) != values->second.end();
}

const char* facet_title(Facet facet)
{
    switch (facet) {
    case Facet::programme:
        return N_("Programme");
    case Facet::offence:
        return N_("Offence");
    case Facet::rosh:
        return N_("Risk of serious harm");
    case Facet::topic:
        return N_("Topic");
    case Facet::audience:
        return N_("For");
    case Facet::kind:
        return N_("Kind");
    case Facet::setting:
        return N_("Setting");
    case Facet::source:
        return N_("Source");
    case Facet::state:
        return N_("State");
    }
    return "";
}

std::string facet_value_words(Facet facet, const std::string& value, const search::Vocabulary& vocabulary,
                              const Translate& translate)
{
    const auto words = pages::words_of(value, vocabulary);
    if (facet == Facet::rosh)
        return filled_in(translate(N_("RoSH %s")), lower_ascii(words));
    if (facet == Facet::state && value == "imported")
        return translate(N_("Not reviewed"));
    if (facet == Facet::state && value == "published")
        return translate(N_("Guidance"));
    return words;
}

} // namespace guidepost::desktop
