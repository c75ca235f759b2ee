// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/terminal/search_text.h"

#include <nlohmann/json.hpp>

namespace guidepost::terminal {
namespace {

using Json = nlohmann::ordered_json;

Json hit_json(const search::Hit& hit)
{
    return {{"article", hit.article.value()},
            {"title", hit.title},
            {"section", hit.section},
            {"anchor", hit.anchor},
            {"snippet", hit.snippet},
            {"score", hit.score},
            {"why", hit.why},
            {"module", hit.source},
            {"path", hit.path},
            {"status", guidance::state_name(hit.state)},
            {"review_by", hit.review_by ? Json(format_date(*hit.review_by)) : Json(nullptr)},
            {"is_expired", hit.is_expired},
            {"owner", hit.owner},
            {"kind", hit.kind},
            {"topics", hit.topics},
            {"programme", hit.programme}};
}

} // namespace

nlohmann::ordered_json search_json(const search::Query& query, const search::Page& page,
                                   const search::FacetCounts& counts)
{
    auto choices = Json::array(), hits = Json::array();
    for (const auto& choice : page.choices)
        choices.push_back({{"term", choice.term}, {"meanings", choice.meanings}});
    for (const auto& hit : page.hits)
        hits.push_back(hit_json(hit));
    auto facets = Json::object();
    for (const auto& [facet, values] : counts) {
        auto list = Json::array();
        for (const auto& value : values)
            list.push_back({{"value", value.value}, {"articles", value.articles}});
        facets[std::string{search::facet_name(facet)}] = std::move(list);
    }
    return {{"version", 1},
            {"query", query.text},
            {"read_as", page.read_as},
            {"notes", page.notes},
            {"suggestion", page.suggestion},
            {"choices", std::move(choices)},
            {"total", page.total},
            {"total_is_exact", page.total_is_exact},
            {"facets", std::move(facets)},
            {"hits", std::move(hits)},
            {"index", {{"state", search::index_state_name(page.index.kind)}, {"behind", page.index.behind}}},
            {"microseconds", page.microseconds}};
}

} // namespace guidepost::terminal
