// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/error.h"
#include "core/text/text.h"
#include "ui/terminal/case_option.h"
#include "ui/terminal/nouns.h"
#include "ui/terminal/open_desk.h"
#include "ui/terminal/search_text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>

namespace guidepost::terminal {
namespace {

constexpr std::size_t most_hits = 1000;

struct Options {
    std::vector<std::string> words = {};
    std::size_t limit = 10;
    std::size_t offset = 0;
    std::map<search::Facet, std::vector<std::string>> filters = {};
    std::vector<std::string> case_values = {};
    bool wants_facets = false;
};

search::Query query_of(const Options& options)
{
    search::Query query;
    query.text = join(options.words, " ");
    if (first_invalid_utf8(query.text))
        throw Error{Errc::usage, "The search words are not UTF-8 text."};
    if (trimmed(query.text).empty())
        throw Error{Errc::usage, "There is nothing to search for: give some words."};
    query.filters = options.filters;
    std::erase_if(query.filters, [](const auto& filter) { return filter.second.empty(); });
    query.profile = case_said(options.case_values);
    query.offset = options.offset;
    query.limit = options.limit;
    return query;
}

Exit run(const Options& options, Session& session)
{
    const auto query = query_of(options);
    const auto desk = open_stocked_desk(session);
    const auto caught = catch_up(session, *desk);

    auto searcher = std::make_unique<desk::Desk::ThreadSearcher>(desk->make_searcher());
    auto page = searcher->searcher.find(query);
    const auto has_only_titles = [&] {
        return page.index.kind == search::IndexState::Kind::titles_only;
    };
    if (has_only_titles() && caught == search::Caught::up) {
        session.out.message("The index cannot be used and is built anew.");
        mend(session, *desk);
        searcher = std::make_unique<desk::Desk::ThreadSearcher>(desk->make_searcher());
        page = searcher->searcher.find(query);
    }
    if (has_only_titles() && caught == search::Caught::busy)
        page.index.kind = search::IndexState::Kind::rebuilding;

    search::FacetCounts counts;
    if (session.json || options.wants_facets)
        counts = searcher->searcher.count(query, session.stop);
    if (session.stop.stop_requested())
        throw Error{Errc::cancelled, "Stopped."};
    if (session.json)
        session.out.add_json(search_json(query, page, counts));
    else
        session.out.add(search_text(query, page, counts, session.out));

    if (page.index.kind == search::IndexState::Kind::rebuilding)
        session.out.message("Another program is building the index: until then only titles are searched.");
    else if (page.index.behind > 0 && !has_only_titles())
        session.out.message(
            fmt::format("{} newer {} not searchable yet{}.", page.index.behind,
                        page.index.behind == 1 ? "article is" : "articles are",
                        caught == search::Caught::busy ? ": another program is indexing" : ""));
    if (!has_only_titles())
        return Exit::ok;
    session.out.message(
        "The index cannot be used: only titles were searched. See: guidepostctl index status");
    return Exit::unwell;
}

std::string facet_help(search::Facet facet)
{
    switch (facet) {
    case search::Facet::programme:
        return "only articles of this programme, by its id";
    case search::Facet::offence:
        return "only for this kind of offence, e.g. domestic-abuse";
    case search::Facet::rosh:
        return "only for this risk of serious harm, e.g. high";
    case search::Facet::topic:
        return "only on this topic, e.g. innocence";
    case search::Facet::audience:
        return "only for this audience, e.g. band-3";
    case search::Facet::kind:
        return "topic, scenario, session, toolkit or notice";
    case search::Facet::setting:
        return "community, custody or remand";
    case search::Facet::source:
        return "only from this pack or imported folder";
    case search::Facet::state:
        return "published (guidance) or imported (not reviewed)";
    }
    return {};
}

} // namespace

void add_search(CLI::App& app, Action& action)
{
    auto options = std::make_shared<Options>();
    auto* verb = app.add_subcommand("search", "Find guidance by words of the case");
    verb->fallthrough();
    verb->add_option("query", options->words,
                     "words, \"phrases\", -not, title:word topic:word programme:word; after -- when the "
                     "first begins with a hyphen")
        ->required()
        ->type_name("WORDS");
    verb->add_option("--limit", options->limit, "hits to show (10)")
        ->check(CLI::Range(std::size_t{0}, most_hits))
        ->type_name("N");
    verb->add_option("--offset", options->offset, "hits to pass over first")
        ->check(CLI::NonNegativeNumber)
        ->type_name("N");
    for (int i = 0; i < search::facet_count; ++i) {
        const auto facet = static_cast<search::Facet>(i);
        verb->add_option(fmt::format("--{}", search::facet_name(facet)), options->filters[facet],
                         facet_help(facet))
            ->allow_extra_args(false)
            ->delimiter(',')
            ->type_name("VALUE")
            ->group("Narrow (again, or with commas, to widen)");
    }
    verb->add_option("--case", options->case_values,
                     "a case file, or one value of a case; moves what fits up and hides nothing")
        ->allow_extra_args(false)
        ->type_name("FILE|KEY=VALUE");
    verb->add_flag("--facets", options->wants_facets,
                   "count what the hits could be narrowed by (always with --json)");
    explain(
        *verb,
        "Nothing found is an answer: exit 0 and total 0. When only titles could be searched the exit is 6.\n"
        "Examples:\n"
        "  guidepostctl search he says he didnt do it and group starts monday\n"
        "  guidepostctl search \"AP curfew\" --setting community --facets\n"
        "  guidepostctl search innocence --case case.yaml --case rosh.public=high --json\n"
        "Case files: docs/case-file.md");
    verb->callback([options, &action] {
        action = [options](Session& session) {
            return run(*options, session);
        };
    });
}

} // namespace guidepost::terminal
