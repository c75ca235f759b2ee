// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/guidance/article.h"
#include "core/guidance/figures.h"
#include "core/text/error.h"
#include "core/text/files.h"
#include "core/text/text.h"
#include "core/text/yaml_tree.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <algorithm>
#include <map>
#include <set>

using namespace guidepost;
using namespace guidepost::guidance;
using Catch::Matchers::Contains;
using test::source_file;

namespace {

const CitedSources two{{{.id = "act",
                         .title = "The Act",
                         .publisher = "Parliament",
                         .date = "2020",
                         .read_on = parse_date("2026-11-30"),
                         .where = "a library",
                         .governs = "recall",
                         .replaced_by = "code"},
                        {.id = "code", .title = "The code", .publisher = "Ministry", .date = "2026"}}};

/// The sources of every article that ships, by id.
std::map<std::string, std::vector<std::string>> shipped_sources()
{
    std::map<std::string, std::vector<std::string>> sources;
    for (const auto* folder : {"content", "plugins"})
        for (const auto& entry : std::filesystem::recursive_directory_iterator{source_file(folder)})
            if (entry.path().extension() == ".md" && entry.path().parent_path().filename() == "guidance") {
                const auto text = read_file(entry.path(), 1 << 20);
                const auto meta = read_document(text).meta;
                sources[meta.id] = meta.sources;
            }
    return sources;
}

} // namespace

TEST_CASE("the table of a section is made from its rows, and the words around it stay", "[guidance]")
{
    const auto figures =
        parse_figures("# a comment\n"
                      "Recall\t56 days\tfixed term\trecall, enforcement\tact, code\tsection 5\tsourced\n"
                      "Helplines\t116 123\tSamaritans\thelp\tact\t\tunconfirmed\n");
    const std::string page =
        "# Figures\n\n## Recall\n\nBefore.\n\n| Figure | x |\n|---|\n| old | row |\n\nAfter.\n\n"
        "## Helplines\n\n| Number | x |\n\n## Notes\n\n| kept | as it is |\n\n## Sources\n\n| x |\n";

    const auto made = with_tables(page, figures, two);

    CHECK(
        made ==
        "# Figures\n\n## Recall\n\nBefore.\n\n"
        "| Figure | What it says | Articles | Source | State |\n|---|---|---|---|---|\n"
        "| 56 days | fixed term | recall, enforcement | `act`, `code`: section 5 | sourced |\n\nAfter.\n\n"
        "## Helplines\n\n"
        "| Number | What it says | Articles | Source | State |\n|---|---|---|---|---|\n"
        "| 116 123 | Samaritans | help | `act` | unconfirmed |\n\n## Notes\n\n| kept | as it is |\n\n"
        "## Sources\n\n"
        "| Source | What it is | Read | Where | What guidance takes from it |\n|---|---|---|---|---|\n"
        "| `act` | The Act (Parliament, 2020); replaced by `code` | 30 November 2026 | a library | recall |\n"
        "| `code` | The code (Ministry, 2026) |  |  |  |\n");
    CHECK(with_tables(made, figures, two) == made);
}

TEST_CASE("a figure without a place, a source or a state is refused", "[guidance]")
{
    CHECK_THROWS_WITH(parse_figures("\nRecall\t56 days\n"), Contains("line 2"));
    CHECK_THROWS_WITH(parse_figures("Recall\t56 days\tx\trecall\tact\t\tsure\n"),
                      Contains("the state is one of"));
    CHECK_THROWS_WITH(parse_figures("Recall\t56 days\tx\trecall\t\t\tsourced\n"),
                      Contains("an article and a source"));
    const auto figures = parse_figures("Recall\t56 days\tx\trecall\tother\t\tsourced\n");
    CHECK_THROWS_WITH(with_tables("## Recall\n\n| Figure |\n", figures, two),
                      Contains("there is no source \"other\""));
    CHECK_THROWS_WITH(with_tables("## Licence\n", figures, two), Contains("## Recall"));
}

TEST_CASE("the page of figures is the one made from the figures and sources that ship", "[guidance]")
{
    const auto page = read_file(source_file("docs/figures.md"), 1 << 20);
    const auto content = source_file("content");

    const bool is_current = with_tables(page, read_figures(content), read_cited_sources(content)) == page;

    INFO("script/figures makes the page anew");
    CHECK(is_current);
}

TEST_CASE("every figure that ships names articles and sources that are there", "[guidance]")
{
    const auto sources = read_cited_sources(source_file("content"));
    const auto articles = shipped_sources();
    const auto figures = read_figures(source_file("content"));

    CHECK(figures.size() > 250);
    for (const auto& row : figures) {
        INFO("content/figures.tsv:" << row.line << ": " << row.figure);
        for (const auto& id : row.sources)
            CHECK(sources.find(id));
        for (const auto& id : row.articles) {
            INFO(id);
            CHECK((articles.contains(id) || id.ends_with(".yaml")));
        }
    }
}

TEST_CASE("every article of a figure names the sources of the figure", "[guidance]")
{
    const auto articles = shipped_sources();
    for (const auto& row : read_figures(source_file("content")))
        for (const auto& id : row.articles) {
            const auto article = articles.find(id);
            if (article == articles.end())
                continue;
            for (const auto& source : row.sources) {
                INFO("content/figures.tsv:" << row.line << ": " << id << " does not name " << source);
                CHECK(std::find(article->second.begin(), article->second.end(), source) !=
                      article->second.end());
            }
        }
}

TEST_CASE("every number that is told in danger names records, and has a row among the figures with them",
          "[guidance]")
{
    const auto flags = read_yaml(read_file(source_file("content/red-flags.yaml"), 1 << 20), "red flags",
                                 {.bytes = 1 << 20, .values = 100'000, .depth = 8});
    const auto sources = read_cited_sources(source_file("content"));
    const auto figures = read_figures(source_file("content"));
    const auto* numbers = flags.find("numbers");
    REQUIRE(numbers);
    CHECK(numbers->items.size() > 5);
    for (const auto& number : numbers->items) {
        const auto& rung = number.find("number")->text;
        INFO(rung);
        // "111, mental health option" is the row of NHS 111; two numbers of one office share a row
        const auto first = rung.substr(0, std::min(rung.find(','), rung.find(" or ")));
        const auto row = std::find_if(figures.begin(), figures.end(), [&](const Figure& figure) {
            return figure.figure.find(first) != std::string::npos &&
                   std::find(figure.articles.begin(), figure.articles.end(), "red-flags.yaml") !=
                       figure.articles.end();
        });
        REQUIRE(row != figures.end());
        for (const auto& part : split(number.find("source")->text, ',')) {
            const std::string id{trimmed(part)};
            INFO(id);
            CHECK(sources.find(id));
            CHECK(std::find(row->sources.begin(), row->sources.end(), id) != row->sources.end());
        }
    }
}
