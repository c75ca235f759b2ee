// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/feedback.h"
#include "core/guidance/import.h"
#include "core/guidance/told_apart.h"
#include "core/pages/pages.h"
#include "core/text/error.h"
#include "core/text/text.h"
#include "core/text/wrap.h"
#include "core/usecases/reading.h"
#include "ui/terminal/nouns.h"
#include "ui/terminal/open_desk.h"
#include "ui/terminal/progress_line.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace guidepost::terminal {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t related_shown = 5;

Json useful_json(const guidance::FeedbackCount& count)
{
    return {{"yes", count.yes}, {"no", count.no}};
}

Exit list_articles(const std::string& source, Session& session)
{
    const auto desk = open_stocked_desk(session);
    auto library = desk->library();
    if (!source.empty() && !library.find_source(SourceId{source}))
        throw Error{Errc::not_found, fmt::format("There is no source named {}.", source)};
    auto articles = Json::array();
    auto useful = session.json ? guidance::count_feedback(desk->connection())
                               : std::map<ArticleId, guidance::FeedbackCount>{};
    auto all = library.list();
    std::erase_if(all, [&](const auto& one) { return !source.empty() && one.source.value() != source; });
    std::vector<guidance::TitledText> titled;
    for (const auto& listed : all)
        titled.push_back({listed.title, listed.source.value(), listed.path});
    const auto places = guidance::places_told_apart(titled);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto& listed = all[i];
        if (session.json)
            articles.push_back({{"article", listed.id.value()},
                                {"title", listed.title},
                                {"module", listed.source.value()},
                                {"status", guidance::state_name(listed.state)},
                                {"path", listed.path},
                                {"useful", useful_json(useful[listed.id])}});
        else
            session.out.add(
                fmt::format("{}  {}{}{}\n", clean(listed.id.value()), clean(listed.title),
                            places[i].empty() ? "" : fmt::format(" ({})", clean(places[i])),
                            listed.state == guidance::ArticleState::imported ? "  (not reviewed)" : ""));
    }
    if (session.json)
        session.out.add_json({{"version", 1}, {"articles", std::move(articles)}});
    return Exit::ok;
}

struct Show {
    std::string name = {}; ///< ID or ID#heading
    std::string format = "text";
};

/// The article with nothing but one section of its text: the parts below it come along.
guidance::Article only_section(const guidance::Article& article, const std::string& anchor)
{
    const auto document = guidance::read_document(article.text);
    const auto& sections = document.body.sections;
    const auto section = std::find_if(sections.begin(), sections.end(),
                                      [&](const auto& candidate) { return candidate.anchor == anchor; });
    if (anchor.empty() || section == sections.end()) {
        std::vector<std::string> anchors;
        for (const auto& candidate : sections)
            if (!candidate.anchor.empty())
                anchors.push_back(candidate.anchor);
        throw Error{Errc::not_found,
                    fmt::format("{} has no heading #{}. It has: {}.", article.id.value(), anchor,
                                anchors.empty() ? "none" : "#" + join(anchors, ", #"))};
    }
    const auto end = std::find_if(section + 1, sections.end(),
                                  [&](const auto& next) { return next.level <= section->level; });
    const auto offset_of_line = [&](std::size_t line) {
        std::size_t at = 0;
        for (; line > 1 && at < document.markdown.size(); --line)
            at = std::min(document.markdown.find('\n', at), document.markdown.size() - 1) + 1;
        return at;
    };
    const auto from = offset_of_line(section->line);
    const auto to = end == sections.end() ? document.markdown.size() : offset_of_line(end->line);
    auto part = article;
    const auto head = static_cast<std::size_t>(document.markdown.data() - article.text.data());
    part.text = article.text.substr(0, head) + std::string{document.markdown.substr(from, to - from)};
    return part;
}

[[noreturn]] void no_article(const std::string& id, search::Searcher& searcher)
{
    std::vector<std::string> near;
    for (const auto& hit : searcher.jump(id, 3))
        near.push_back(hit.article.value());
    throw Error{Errc::not_found,
                near.empty() ? fmt::format("There is no article {}.", id)
                             : fmt::format("There is no article {}. Near it: {}.", id, join(near, ", "))};
}

Json article_json(const pages::ArticlePage& page, const guidance::FeedbackCount& useful, const Show& show,
                  const std::string& content)
{
    const auto document = guidance::read_document(page.article.text);
    auto sections = Json::array(), sources = Json::array(), related = Json::array();
    for (const auto& section : document.body.sections)
        sections.push_back({{"heading", section.heading},
                            {"anchor", section.anchor},
                            {"level", section.level},
                            {"text", section.text}});
    for (const auto& name : document.meta.sources)
        sources.push_back({{"source", page.cited.find(name) ? Json(name) : Json(nullptr)},
                           {"text", guidance::source_line(name, page.cited)}});
    for (const auto& hit : page.related)
        related.push_back({{"article", hit.article.value()}, {"title", hit.title}});
    const auto& review_by = document.meta.review_by;
    return {{"version", 1},
            {"article", page.article.id.value()},
            {"title", page.article.title},
            {"summary", guidance::summary_of(document)},
            {"module", page.article.source.value()},
            {"source_title", page.source_title},
            {"approved_by", page.approved_by},
            {"is_vouched_for", page.is_vouched_for},
            {"status", guidance::state_name(page.article.state)},
            {"revision", page.article.revision.value()},
            {"review_by", review_by ? Json(format_date(*review_by)) : Json(nullptr)},
            {"is_expired", guidance::is_expired(document.meta, page.today)},
            {"sections", std::move(sections)},
            {"sources", std::move(sources)},
            {"related", std::move(related)},
            {"useful", useful_json(useful)},
            {"format", show.format},
            {"content", content}};
}

Exit show_article(const Show& show, Session& session)
{
    const auto place = guidance::parse_place(show.name);
    const auto desk = open_stocked_desk(session);
    const bool shows_related = show.format != "md";
    if (shows_related)
        catch_up(session, *desk);
    auto searcher = desk->make_searcher();
    auto found = usecases::read_article(*desk, searcher, place, shows_related ? related_shown : 0);
    if (!found)
        no_article(place.article.value(), searcher.searcher);
    auto page = std::move(*found);
    if (show.name.find('#') != std::string::npos)
        page.article = only_section(page.article, place.anchor);
    page.marked_anchor.clear(); // the part is all there is
    const auto content = show.format == "md"     ? page.article.text
                         : show.format == "html" ? pages::article_page(page, {})
                                                 : pages::article_text(page, session.out.width());
    const auto useful = guidance::count_feedback(desk->connection(), page.article.id);
    if (session.json)
        session.out.add_json(article_json(page, useful, show, content));
    else
        session.out.add_raw(content);
    if (!session.json && show.format == "text" && useful.yes + useful.no > 0)
        session.out.add(fmt::format("\nWas this useful? {} yes, {} no\n", useful.yes, useful.no));
    return Exit::ok;
}

struct Export {
    std::string folder = {};
    std::string source = {};
};

Exit export_articles(const Export& wanted, Session& session)
{
    const auto desk = open_stocked_desk(session);
    guidance::ExportReport report;
    {
        ProgressLine progress{"Writing files"};
        report = guidance::export_articles(desk->connection(), wanted.folder, SourceId{wanted.source},
                                           progress.callback(), session.stop);
    }
    if (session.json)
        session.out.add_json({{"version", 1}, {"written", report.written}, {"unchanged", report.unchanged}});
    else
        session.out.add(fmt::format("{} files written to {}, {} were there already.\n", report.written,
                                    clean(wanted.folder), report.unchanged));
    return Exit::ok;
}

} // namespace

void add_article(CLI::App& app, Action& action)
{
    auto* noun = app.add_subcommand("article", "Read, list, check, bring in and write out articles");
    noun->require_subcommand(1)->fallthrough();

    auto source = std::make_shared<std::string>();
    auto* list = noun->add_subcommand("list", "Every article: id and title")->fallthrough();
    list->add_option("--source", *source, "only of this pack or imported folder")->type_name("ID");
    explain(*list, "Example:\n  guidepostctl article list --source guidance");
    list->callback([source, &action] {
        action = [source](Session& session) {
            return list_articles(*source, session);
        };
    });

    auto show = std::make_shared<Show>();
    auto* show_verb = noun->add_subcommand("show", "One article, or one section of it")->fallthrough();
    show_verb->add_option("article", show->name, "as search names it: ID or ID#heading")
        ->required()
        ->type_name("ID[#HEADING]");
    show_verb
        ->add_option("--format", show->format,
                     "text (as it reads), html (a whole page) or md (as it was written)")
        ->check(CLI::IsMember({"text", "html", "md"}))
        ->type_name("text|html|md");
    explain(*show_verb, "Examples:\n  guidepostctl article show maintaining-innocence\n"
                        "  guidepostctl article show maintaining-innocence#what-to-say\n"
                        "  guidepostctl article show maintaining-innocence --format html >page.html");
    show_verb->callback([show, &action] {
        action = [show](Session& session) {
            return show_article(*show, session);
        };
    });

    auto wanted = std::make_shared<Export>();
    auto* export_verb =
        noun->add_subcommand("export", "Write articles as the files they came from")->fallthrough();
    export_verb->add_option("folder", wanted->folder, "where to; made when it is not there")
        ->required()
        ->type_name("DIR");
    export_verb->add_option("--source", wanted->source, "only of this pack or imported folder")
        ->type_name("ID");
    explain(*export_verb, "Never writes over a file that differs (exit 4).\n"
                          "Example:\n  guidepostctl article export backup --source guidance");
    export_verb->callback([wanted, &action] {
        action = [wanted](Session& session) {
            return export_articles(*wanted, session);
        };
    });

    add_article_imports(*noun, action);
    add_article_check(*noun, action);
}

} // namespace guidepost::terminal
