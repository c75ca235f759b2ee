// SPDX-License-Identifier: GPL-2.0-or-later
// The noun "source": what guidance was written from. The packs and folders that articles came in with are the
// --source of the noun "article".
#include "core/guidance/cited_sources.h"
#include "core/guidance/figures.h"
#include "core/guidance/source_uses.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "core/text/text.h"
#include "ui/terminal/nouns.h"
#include "ui/terminal/open_desk.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace guidepost::terminal {
namespace {

using guidance::CitedSource;
using guidance::CitedSources;
using Json = nlohmann::ordered_json;

constexpr std::uintmax_t largest_page = 1024 * 1024;

Json source_json(const CitedSource& source, const CitedSources& sources)
{
    return {{"source", source.id},
            {"title", source.title},
            {"publisher", source.publisher},
            {"date", source.date},
            {"read_on", source.read_on ? Json(format_date(*source.read_on)) : Json(nullptr)},
            {"where", source.where},
            {"governs", source.governs},
            {"replaced_by", source.replaced_by.empty() ? Json(nullptr) : Json(source.replaced_by)},
            {"is_practice", source.is_practice},
            {"look_again", guidance::why_look_again(source, sources, date_of(system_now()))}};
}

struct Listing {
    std::vector<std::string> words = {}; ///< all of them, anywhere in what is known of the source
    bool is_due = false;                 ///< only those to look at again
};

bool is_wanted(const CitedSource& source, const std::string& why_look_again, const Listing& wanted)
{
    const auto known =
        lower_ascii(join({source.id, source.title, source.publisher, source.governs, source.where}, " "));
    return (!wanted.is_due || !why_look_again.empty()) &&
           std::all_of(wanted.words.begin(), wanted.words.end(),
                       [&](const auto& word) { return known.find(lower_ascii(word)) != std::string::npos; });
}

Exit list_sources(const Listing& wanted, Session& session)
{
    const auto sources = guidance::read_cited_sources(desk::find_places(session.profile).content);
    auto list = Json::array();
    std::size_t shown = 0;
    for (const auto& source : sources.all()) {
        const auto why = guidance::why_look_again(source, sources, date_of(system_now()));
        if (!is_wanted(source, why, wanted))
            continue;
        ++shown;
        if (session.json) {
            list.push_back(source_json(source, sources));
            continue;
        }
        session.out.add(clean(fmt::format("{}  {}{}", source.id, guidance::citation(source),
                                          why.empty() ? "" : "  (" + why + ")")) +
                        "\n");
    }
    if (session.json)
        session.out.add_json({{"version", 1}, {"sources", std::move(list)}});
    else if (shown == 0)
        session.out.add(wanted.is_due && wanted.words.empty()
                            ? "No source is due to be looked at again.\n"
                            : "No source has all of that. Try fewer words: guidepostctl source list.\n");
    return Exit::ok;
}

/// Everything that stands on one source.
struct Standing {
    std::vector<guidance::Listed> articles = {};
    std::vector<guidance::Figure> figures = {};
    std::vector<guidance::RulesWithSources> rules = {}; ///< paths begin with the module or "content"
};

Standing standing_on(const std::string& id, desk::Desk& desk)
{
    const auto names_it = [&](const std::vector<std::string>& sources) {
        return std::find(sources.begin(), sources.end(), id) != sources.end();
    };
    Standing standing;
    auto library = desk.library();
    for (auto& listed : library.list())
        if (const auto article = library.find(listed.id);
            article &&
            names_it(guidance::read_front_matter(guidance::split_front_matter(article->text)).values.sources))
            standing.articles.push_back(std::move(listed));
    for (auto& figure : guidance::read_figures(desk.places().content))
        if (names_it(figure.sources))
            standing.figures.push_back(std::move(figure));
    const auto add_rules = [&](const std::string& name, const std::filesystem::path& folder) {
        for (auto& rules : guidance::rules_with_sources(folder)) {
            if (!names_it(rules.sources))
                continue;
            rules.path = name + "/" + rules.path;
            standing.rules.push_back(std::move(rules));
        }
    };
    add_rules("content", desk.places().content);
    for (const auto& module : desk.modules().modules())
        add_rules(module.id, module.folder);
    return standing;
}

Json standing_json(const CitedSource& source, const CitedSources& sources, const Standing& standing)
{
    auto json = source_json(source, sources);
    auto articles = Json::array(), figures = Json::array(), rules = Json::array();
    for (const auto& listed : standing.articles)
        articles.push_back({{"article", listed.id.value()}, {"title", listed.title}});
    for (const auto& row : standing.figures)
        figures.push_back({{"section", row.section},
                           {"figure", row.figure},
                           {"says", row.says},
                           {"articles", row.articles},
                           {"state", row.state}});
    for (const auto& rule : standing.rules)
        rules.push_back({{"path", rule.path}, {"line", rule.line}});
    json["version"] = 1;
    json["articles"] = std::move(articles);
    json["figures"] = std::move(figures);
    json["rules"] = std::move(rules);
    return json;
}

std::string standing_text(const CitedSource& source, const CitedSources& sources, const Standing& standing)
{
    auto text = fmt::format("{}\n{}\n", source.id, guidance::citation(source));
    if (source.read_on)
        text += fmt::format("Read: {}\n", guidance::read_on_words(source));
    if (!source.where.empty())
        text += fmt::format("Where: {}\n", source.where);
    if (!source.governs.empty())
        text += fmt::format("Governs: {}\n", source.governs);
    if (const auto why = guidance::why_look_again(source, sources, date_of(system_now())); !why.empty())
        text += fmt::format("Look again: it {}.\n", why);
    text += fmt::format("\nArticles ({})\n", standing.articles.size());
    for (const auto& listed : standing.articles)
        text += fmt::format("  {}  {}\n", listed.id.value(), listed.title);
    text += fmt::format("\nFigures and rules ({})\n", standing.figures.size());
    for (const auto& row : standing.figures)
        text += fmt::format("  {}: {}\n", row.figure, row.says);
    text += fmt::format("\nFiles with rules ({})\n", standing.rules.size());
    for (const auto& rule : standing.rules)
        text += fmt::format("  {}:{}\n", rule.path, rule.line);
    return text;
}

Exit show_source(const std::string& id, Session& session)
{
    const auto desk = open_stocked_desk(session);
    const auto sources = guidance::read_cited_sources(desk->places().content);
    const auto* source = sources.find(id);
    if (!source)
        throw Error{Errc::not_found,
                    fmt::format("There is no source {}. List them: guidepostctl source list.", id)};
    const auto standing = standing_on(id, *desk);
    if (session.json) {
        session.out.add_json(standing_json(*source, sources, standing));
        return Exit::ok;
    }
    session.out.add(clean(standing_text(*source, sources, standing)));
    return Exit::ok;
}

Exit make_figures(const std::string& file, Session& session)
{
    const auto content = desk::find_places(session.profile).content;
    session.out.add_raw(guidance::with_tables(read_file(file, largest_page), guidance::read_figures(content),
                                              guidance::read_cited_sources(content)));
    return Exit::ok;
}

} // namespace

void add_source(CLI::App& app, Action& action)
{
    auto* noun =
        app.add_subcommand("source", "What guidance was written from: Acts, inspections, published code");
    noun->require_subcommand(1)->fallthrough();
    noun->footer(
        "These are the records of content/sources.yaml. The --source of the noun \"article\" is something\n"
        "else: the pack or folder that an article came in with.");

    auto listing = std::make_shared<Listing>();
    auto* list = noun->add_subcommand("list", "Every source: id, title and date")->fallthrough();
    list->add_option("words", listing->words, "only those that have all of these in id, title or publisher")
        ->type_name("WORD");
    list->add_flag("--due", listing->is_due, "only those that were replaced, or read over a year ago");
    explain(*list, "Needs no profile.\nExamples:\n  guidepostctl source list\n"
                   "  guidepostctl source list sentencing act");
    list->callback([listing, &action] {
        action = [listing](Session& session) {
            return list_sources(*listing, session);
        };
    });

    auto id = std::make_shared<std::string>();
    auto* show = noun->add_subcommand("show", "One source and everything that stands on it")->fallthrough();
    show->add_option("source", *id, "as source list names it")->required()->type_name("ID");
    explain(*show,
            "Articles, rows of docs/figures.md, and data files whose rules were taken from it: what to\n"
            "look at again when it changes.\n"
            "Example:\n  guidepostctl source show sentencing-act-2026");
    show->callback([id, &action] {
        action = [id](Session& session) {
            return show_source(*id, session);
        };
    });

    auto file = std::make_shared<std::string>();
    auto* figures =
        noun->add_subcommand("figures", "A page of figures with its tables made anew")->fallthrough();
    figures->add_option("file", *file, "the page, as docs/figures.md")->required()->type_name("FILE");
    explain(*figures,
            "Prints the page: below each heading the rows of content/figures.tsv, all else as it was.\n"
            "Writes nothing and needs no profile.\n"
            "Example:\n  guidepostctl source figures docs/figures.md >figures.new");
    figures->callback([file, &action] {
        action = [file](Session& session) {
            return make_figures(*file, session);
        };
    });
}

} // namespace guidepost::terminal
