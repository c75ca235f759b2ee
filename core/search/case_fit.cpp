// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/search/case_fit.h"

#include <algorithm>

namespace guidepost::search {
namespace {

/// Tags of content that speak for a part of the case. Men of 18 to 25 are those for whom maturity is
/// screened; a learning screen of 3 is where the screen asks for a closer look (both from the
/// predictor service's published code, 2026).
std::vector<std::string> topics_of(const CaseProfile& profile)
{
    std::vector<std::string> topics;
    if (!profile.innocence.empty() && profile.innocence != "accepts") {
        topics.emplace_back("innocence");
        if (profile.innocence == "minimises")
            topics.emplace_back("minimising");
        if (profile.innocence == "appeal")
            topics.emplace_back("appeal");
    }
    if (profile.sex == "female")
        topics.emplace_back("women");
    if (profile.age && *profile.age <= 25)
        topics.emplace_back("young-adults");
    if (profile.learning_subtotal && *profile.learning_subtotal >= 3)
        topics.insert(topics.end(), {"learning-disability", "ldc"});
    return topics;
}

} // namespace

std::vector<std::string> case_fit(const CaseProfile& profile, const FacetValues& tags)
{
    std::vector<std::string> fits;
    const auto has = [&](Facet facet, const std::string& value) {
        return std::find(tags.begin(), tags.end(), std::pair{facet, value}) != tags.end();
    };
    for (const auto& offence : profile.offence)
        if (has(Facet::offence, offence))
            fits.push_back(offence);
    if (const auto rosh = highest_rosh(profile); !rosh.empty() && has(Facet::rosh, rosh))
        fits.push_back(rosh + " RoSH");
    if (!profile.setting.empty() && has(Facet::setting, profile.setting))
        fits.push_back(profile.setting);
    for (const auto& topic : topics_of(profile))
        if (has(Facet::topic, topic))
            fits.push_back(topic);
    return fits;
}

} // namespace guidepost::search
