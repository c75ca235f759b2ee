// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/pages/notices.h"
#include "core/pages/render.h"
#include "core/pages/templates.h"
#include "core/text/text.h"
#include "core/text/wrap.h"

#include <algorithm>

namespace guidepost::pages {
namespace {

/// Marks the heading that was found. The tag is ours: in what an author wrote quotes are escaped.
void mark_heading(std::string& html, const std::string& anchor)
{
    if (!is_slug(anchor))
        return;
    const auto id = " id=\"" + anchor + "\"";
    if (const auto at = html.find(id + ">"); at != std::string::npos)
        html.insert(at + id.size(), " class=\"found\"");
}

Data warnings_data(const std::vector<Warning>& warnings)
{
    Data list{Data::type::list};
    for (const auto& warning : warnings) {
        Data item;
        item.set("what", warning.what);
        item.set("text", warning.text);
        list.push_back(item);
    }
    return list;
}

Data related_data(const std::vector<search::Hit>& related)
{
    Data list{Data::type::list};
    for (const auto& hit : related)
        list.push_back(link_data({hit.title, guidance::article_url("kb:" + hit.article.value()),
                                  hit.state == guidance::ArticleState::imported ? "not reviewed" : ""}));
    return list;
}

} // namespace

std::string article_page(const ArticlePage& page, const Look& look)
{
    const auto parts = guidance::split_front_matter(page.article.text);
    const auto meta = guidance::read_front_matter(parts).values;
    auto body = guidance::body_html(parts.body, page.article.title, page.links);
    const bool lists_its_own_sources = body.find(" id=\"sources\"") != std::string::npos;
    const auto notices = notices_of(page, meta, lists_its_own_sources);
    mark_heading(body, page.marked_anchor);

    Data data;
    data.set("title", title_to_show(page.article.title));
    data.set("place", shown(notices.place));
    data.set("about", list_of(notices.about));
    data.set("public_sources", shown(notices.public_sources));
    data.set("warnings", warnings_data(notices.warnings));
    data.set("summary_label", "In short.");
    data.set("summary", shown(notices.summary));
    data.set("body", body);
    data.set("sources_heading", notices.sources_heading);
    data.set("has_sources", !notices.sources.empty());
    data.set("sources", list_of(notices.sources));
    data.set("has_related", !page.related.empty());
    data.set("related", related_data(page.related));
    data.set("footer", list_of(notices.footer));
    return whole_page(page.article.title, templates::article, data, look, meta.language);
}

std::vector<ContentsEntry> contents_of(const guidance::Article& article)
{
    const auto document = guidance::read_document(article.text);
    std::vector<ContentsEntry> entries;
    bool is_first = true;
    for (const auto& section : document.body.sections) {
        if (section.level == 0)
            continue;
        if (!std::exchange(is_first, false) || section.heading != article.title)
            entries.push_back({section.heading, section.anchor, section.level});
    }
    const bool has_top =
        std::any_of(entries.begin(), entries.end(), [](const auto& e) { return e.level == 1; });
    for (auto& entry : entries)
        entry.level = std::min(entry.level + (has_top ? 1 : 0), 6);
    return entries;
}

} // namespace guidepost::pages
