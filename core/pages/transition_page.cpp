// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/pages/place_links.h"
#include "core/pages/programme_pages.h"
#include "core/pages/templates.h"

namespace guidepost::pages {
namespace {

using namespace programme;

Data transition_data(const Transition& transition, const TransitionPage& page)
{
    Data data;
    data.set("id", transition.id);
    data.set("name", title_to_show(transition.name));
    data.set("status", status_words(transition.status));
    data.set("successor", successor_words(transition, page.names));
    data.set("not_same", transition.has_successor() && !transition.is_equivalent);
    data.set("mid_programme", transition.mid_programme);
    data.set("note", shown(transition.note));
    data.set("has_guidance", !transition.guidance.empty());
    data.set("guidance", place_links(transition.guidance, page.titles));
    data.set("source", transition.source);
    return data;
}

} // namespace

std::string transition_page(const TransitionPage& page, const Look& look)
{
    Data groups{Data::type::list};
    for (const auto& group : page.groups) {
        if (group.transitions.empty())
            continue;
        Data transitions{Data::type::list};
        for (const auto& transition : group.transitions)
            transitions.push_back(transition_data(transition, page));
        Data data;
        data.set("name", title_to_show(group.module_name));
        data.set("banner", shown(group.banner));
        data.set("transitions", transitions);
        groups.push_back(data);
    }
    Data data;
    data.set("is_empty", !groups.is_non_empty_list());
    data.set("groups", groups);
    data.set("notice", std::string{public_sources_notice});
    return whole_page("What became of older programmes", templates::transition, data, look);
}

} // namespace guidepost::pages
