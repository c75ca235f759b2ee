// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/pages/place_links.h"
#include "core/pages/programme_pages.h"
#include "core/pages/templates.h"
#include "core/programme/plans/plan.h"

#include <fmt/format.h>

#include <algorithm>

namespace guidepost::pages {
namespace {

using namespace programme;

std::string kind_words(SessionKind kind)
{
    switch (kind) {
    case SessionKind::group:
        return "Group";
    case SessionKind::one_to_one:
        return "One-to-one";
    case SessionKind::review:
        return "Review";
    case SessionKind::exercise:
        break;
    }
    return "Meeting";
}

Data session_data(const Session& session, std::size_t number, const Titles& titles)
{
    Data data;
    data.set("number", session.week ? fmt::format("Week {}", *session.week) : std::to_string(number));
    data.set("title", title_to_show(session.title));
    data.set("kind", kind_words(session.kind));
    data.set("minutes", session.minutes ? fmt::format("{} min", *session.minutes) : "not known");
    data.set("has_materials", !session.materials.empty());
    data.set("materials", list_of(session.materials));
    data.set("guidance", place_links(session.guidance, titles));
    return data;
}

/// Sessions that follow each other in one part stand under its name.
Data parts_data(const Plan& plan, const Titles& titles)
{
    Data parts{Data::type::list};
    for (std::size_t i = 0; i < plan.sessions.size();) {
        const auto& part = plan.sessions[i].part;
        Data sessions{Data::type::list};
        for (; i < plan.sessions.size() && plan.sessions[i].part == part; ++i)
            sessions.push_back(session_data(plan.sessions[i], i + 1, titles));
        Data data;
        data.set("part", shown(part));
        data.set("sessions", sessions);
        parts.push_back(data);
    }
    return parts;
}

} // namespace

std::string plan_page(const PlanPage& page, const Look& look)
{
    const auto& plan = page.plan;
    const bool is_weekly = std::any_of(plan.sessions.begin(), plan.sessions.end(),
                                       [](const auto& session) { return session.week.has_value(); });
    Data data;
    data.set("title", title_to_show(plan.title));
    data.set("place", shown(page.module_name));
    data.set("totals", shown(plan_totals(plan)));
    data.set("banner", shown(page.banner));
    data.set("incomplete", !plan.is_complete);
    data.set("is_blocked", !page.blocked.empty());
    data.set("blocked", list_of(page.blocked));
    data.set("has_delivery", !page.delivery.empty());
    data.set("delivery", list_of(page.delivery));
    data.set("has_sessions", !plan.sessions.empty());
    data.set("is_weekly", is_weekly);
    data.set("is_programme", !is_weekly);
    data.set("parts", parts_data(plan, page.titles));
    data.set("has_notes", !plan.notes.empty());
    data.set("notes", list_of(plan.notes));
    data.set("notice", std::string{public_sources_notice});
    return whole_page(plan.title, templates::plan, data, look);
}

} // namespace guidepost::pages
