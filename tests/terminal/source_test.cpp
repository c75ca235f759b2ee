// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/files.h"
#include "tests/support/catch.h"
#include "tests/terminal/guidepostctl.h"

using namespace guidepost;
using test::has;
using Json = nlohmann::json;

namespace {

bool names(const Json& list, const char* key, const std::string& value)
{
    for (const auto& item : list)
        if (item.at(key) == value)
            return true;
    return false;
}

} // namespace

TEST_CASE("the sources of guidance are listed without a profile", "[terminal]")
{
    const test::Terminal terminal;

    CHECK(has(terminal({"source", "list"}).out,
              "sentencing-act-2026  Sentencing Act 2026 (UK Parliament, 2026)"));
    const auto list = terminal.json({"source", "list", "--json"});
    CHECK(list.at("version") == 1);
    CHECK(list.at("sources").size() > 100);
    for (const char* field : {"source", "title", "publisher", "date", "where", "governs", "look_again"})
        CHECK(list["sources"][1].at(field).is_string());
    CHECK_FALSE(std::filesystem::exists(terminal.profile()));
}

TEST_CASE("a source is shown with everything that stands on it", "[terminal]")
{
    const test::Terminal terminal;
    const auto json = terminal.json({"source", "show", "recall-service-code", "--json"});

    CHECK(names(json.at("articles"), "article", "recall"));
    CHECK_FALSE(names(json.at("articles"), "article", "gangs-and-weather"));
    CHECK(names(json.at("figures"), "figure", "31 March 2026"));
    CHECK(names(json.at("rules"), "path", "content/rules/recall.tsv"));

    const auto catalogue = terminal({"source", "show", "interventions-catalogue-2025"}).out;
    CHECK(has(catalogue, "Where: gov.uk"));
    CHECK(has(catalogue, "\n  bbr-closing  "));
    CHECK(has(catalogue, "\n  domestic-abuse/interventions.yaml:"));

    const auto samaritans = terminal({"source", "show", "samaritans-pages"}).out;
    CHECK(has(samaritans, "\n  self-harm-and-suicide  "));
    CHECK(has(samaritans, "\n  116 123: "));
    CHECK(has(samaritans, "\n  content/red-flags.yaml:"));
}

TEST_CASE("an article is shown with its sources in words, and an id never stands alone", "[terminal]")
{
    const test::Terminal terminal;

    const auto page = terminal({"article", "show", "recall"}).out;
    CHECK(has(page, "Sentencing Act 2026 (UK Parliament, 2026), read"));
    CHECK_FALSE(has(page, "sentencing-act-2026"));
    CHECK_FALSE(has(terminal({"article", "show", "recall", "--format", "html"}).out, "sentencing-act-2026"));

    const auto json = terminal.json({"article", "show", "recall", "--json"});
    CHECK(names(json.at("sources"), "source", "sentencing-act-2026"));
    for (const auto& source : json.at("sources")) {
        CHECK(source.at("source").is_string());
        CHECK(source.at("text") != source.at("source"));
    }
}

TEST_CASE("a source that is not there is not found, and help tells it from a pack or folder", "[terminal]")
{
    const test::Terminal terminal;
    const auto outcome = terminal({"source", "show", "guidance"});
    CHECK(outcome.exit_code == 3);
    CHECK(has(outcome.err, "There is no source guidance"));
    CHECK(has(terminal({"source", "--help"}).out, "the pack or folder that an article came in with"));
}

TEST_CASE("an article check refuses an id that names no source, with file, line and key", "[terminal]")
{
    const test::Terminal terminal;
    terminal.dir().write("pack/pack.yaml",
                         "id: p\ntitle: P\nversion: 1\napproved_by: E\napproved_on: 2026-01-01\n"
                         "sources: records\n");
    terminal.dir().write("pack/a.md", "---\nid: a\nsources: [sentencing-act-2062]\n---\n# A\n\nText.\n");
    const auto folder = (terminal.dir().path() / "pack").string();

    const auto outcome = terminal({"article", "check", folder});

    CHECK(outcome.exit_code == 1);
    CHECK(has(outcome.out,
              folder + "/a.md:3: error: sources names \"sentencing-act-2062\", which is no source"));
}

TEST_CASE("the page of figures is printed with its tables made anew", "[terminal]")
{
    const test::Terminal terminal;
    const auto page = test::source_file("docs/figures.md");
    CHECK(terminal({"source", "figures", page.string()}).out == read_file(page, 1 << 20));
}
