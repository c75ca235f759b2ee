// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/desk/desk.h"
#include "core/guidance/checks.h"
#include "core/text/error.h"
#include "core/text/wrap.h"
#include "ui/terminal/nouns.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>

namespace guidepost::terminal {
namespace {

namespace fs = std::filesystem;
using guidance::CheckedArticle;
using guidance::CheckedFolder;
using guidance::Problem;
using guidance::Severity;
using Json = nlohmann::ordered_json;

struct Check {
    std::string folder = {};
    std::vector<std::string> others = {};
    bool wants_figures = false;
};

/// The packs that links may lead to, those named and what ships, and the records of sources that ship.
guidance::Surroundings surroundings_of(const Check& check)
{
    guidance::Surroundings around{.others = {check.others.begin(), check.others.end()}};
    try {
        const auto content = desk::find_places(fs::temp_directory_path()).content;
        around.sources = guidance::read_cited_sources(content);
        const auto shipped = content / "guidance";
        std::error_code none; // a folder that is not there is not the same
        if (!fs::equivalent(shipped, check.folder, none))
            around.others.push_back(shipped);
    } catch (const Error& e) {
        if (e.code() != Errc::not_found) // an author may check without an installation
            throw;
    }
    return around;
}

Json problem_json(const std::string& path, const Problem& problem)
{
    return {{"path", path},
            {"line", problem.line},
            {"severity", problem.severity == Severity::error ? "error" : "warning"},
            {"key", problem.key},
            {"message", problem.message}};
}

Json check_json(const CheckedFolder& checked)
{
    auto problems = Json::array(), articles = Json::array();
    for (const auto& problem : checked.problems)
        problems.push_back(problem_json("pack.yaml", problem));
    for (const auto& article : checked.articles) {
        for (const auto& problem : article.problems)
            problems.push_back(problem_json(article.path, problem));
        articles.push_back(
            {{"path", article.path},
             {"article", article.id},
             {"title", article.title},
             {"words", article.words},
             {"links", article.links},
             {"sources", article.sources},
             {"reading_age", article.reading_age ? Json(*article.reading_age) : Json(nullptr)}});
    }
    return {{"version", 1},
            {"errors", checked.errors()},
            {"warnings", checked.warnings()},
            {"problems", std::move(problems)},
            {"articles", std::move(articles)}};
}

/// "DIR/a.md:4: error: review_by is required": a form that editors know how to jump to.
std::string problem_line(const fs::path& file, const Problem& problem)
{
    return clean(guidance::format_problem(file.generic_string(), problem)) + "\n";
}

std::string figures_line(const CheckedArticle& article)
{
    return clean(fmt::format(
        "{}: {} words, {} links, {} sources{}\n", article.path, article.words, article.links, article.sources,
        article.reading_age ? fmt::format(", reading age about {}", *article.reading_age) : ""));
}

std::string counted(std::size_t count, const char* one, const char* many)
{
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

Exit run(const Check& check, Session& session)
{
    const auto checked = guidance::check_folder(check.folder, surroundings_of(check));
    const auto result = checked.errors() == 0 ? Exit::ok : Exit::failure;
    if (session.json) {
        session.out.add_json(check_json(checked));
        return result;
    }
    const fs::path folder{check.folder};
    for (const auto& problem : checked.problems)
        session.out.add(problem_line(folder / "pack.yaml", problem));
    for (const auto& article : checked.articles)
        for (const auto& problem : article.problems)
            session.out.add(problem_line(folder / article.path, problem));
    if (check.wants_figures)
        for (const auto& article : checked.articles)
            session.out.add(figures_line(article));
    session.out.add(fmt::format(
        "{} checked: {}, {}.\n", counted(checked.articles.size(), "article", "articles"),
        counted(checked.errors(), "error", "errors"), counted(checked.warnings(), "warning", "warnings")));
    return result;
}

} // namespace

void add_article_check(CLI::App& noun, Action& action)
{
    auto check = std::make_shared<Check>();
    auto* verb = noun.add_subcommand("check", "What to mend in a folder of articles")->fallthrough();
    verb->add_option("folder", check->folder, "a pack, or a folder that is to become one")
        ->required()
        ->type_name("DIR");
    verb->add_option("--with", check->others, "another pack that links may lead to; what ships is always one")
        ->allow_extra_args(false)
        ->type_name("DIR");
    verb->add_flag("--figures", check->wants_figures,
                   "words, links, sources and reading age of each article");
    explain(*verb, "Reads files and writes nothing; needs no profile. Exit 1 when there are errors.\n"
                   "Sources are held against content/sources.yaml (source list).\n"
                   "Example:\n  guidepostctl article check content/guidance --figures");
    verb->callback([check, &action] {
        action = [check](Session& session) {
            return run(*check, session);
        };
    });
}

} // namespace guidepost::terminal
