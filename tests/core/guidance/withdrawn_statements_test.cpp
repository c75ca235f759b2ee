// SPDX-License-Identifier: GPL-2.0-or-later
// What guidance once said and was found wrong or harmful does not come back, in no file that ships; and
// what holds instead is said.
#include "core/guidance/article.h"
#include "core/text/files.h"
#include "core/text/text.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <algorithm>

using namespace guidepost;
namespace fs = std::filesystem;

namespace {

struct Statement {
    std::string words;
    std::vector<std::string> right_beside = {};
    std::string instead;
};

std::vector<Statement> withdrawn_statements()
{
    std::vector<Statement> statements;
    const auto table = read_file(test::source_file("tests/data/withdrawn-statements.tsv"), 1 << 16);
    for (const auto& line : data_lines(table)) {
        const auto columns = split(line.text, '\t');
        INFO("line " << line.number << " of the table");
        REQUIRE(columns.size() == 3);
        statements.push_back({columns[0], split(columns[1] == "-" ? "" : columns[1], '|'), columns[2]});
    }
    return statements;
}

/// Small letters, and one space where there are several or a tab.
std::string plain(std::string_view text)
{
    std::string one_space;
    for (const char c : lower_ascii(text)) {
        const bool is_space = c == ' ' || c == '\t' || c == '\r';
        if (!is_space)
            one_space += c;
        else if (!one_space.ends_with(' '))
            one_space += ' ';
    }
    return one_space;
}

/// Every withdrawn statement of the text, with what holds instead.
std::vector<std::string> found_in(const std::string& text, const std::vector<Statement>& statements)
{
    std::vector<std::string> found;
    for (const auto& line : split(text, '\n')) {
        const auto said = plain(line);
        const auto says = [&](const std::string& words) {
            return said.find(words) != std::string::npos;
        };
        for (const auto& statement : statements)
            if (says(statement.words) &&
                std::none_of(statement.right_beside.begin(), statement.right_beside.end(), says))
                found.push_back("\"" + statement.words + "\", but " + statement.instead);
    }
    return found;
}

/// What officers read or what puts words into their reading: articles, module files, vocabulary, figures.
std::vector<fs::path> shipped_files()
{
    std::vector<fs::path> files{test::source_file("docs/figures.md")};
    for (const auto* folder : {"content", "plugins"})
        for (const auto& entry : fs::recursive_directory_iterator{test::source_file(folder)}) {
            const auto kind = entry.path().extension();
            if (entry.is_regular_file() && (kind == ".md" || kind == ".yaml" || kind == ".tsv"))
                files.push_back(entry.path());
        }
    return files;
}

} // namespace

TEST_CASE("no shipped article, module file, vocabulary or figure says what was withdrawn", "[guidance]")
{
    const auto statements = withdrawn_statements();
    const auto files = shipped_files();

    CHECK(files.size() > 150);
    for (const auto& file : files) {
        INFO(file.string());
        CHECK(found_in(read_file(file, 1 << 22), statements) == std::vector<std::string>{});
    }
}

TEST_CASE("what the law has changed is said where officers look for it", "[guidance]")
{
    const auto table = read_file(test::source_file("tests/data/statements-that-hold.tsv"), 1 << 16);
    const auto lines = data_lines(table);

    CHECK(lines.size() >= 9);
    for (const auto& line : lines) {
        INFO(line.text);
        const auto columns = split(line.text, '\t');
        REQUIRE(columns.size() == 2);
        CHECK(plain(read_file(test::source_file(columns[0]), 1 << 20)).find(columns[1]) != std::string::npos);
    }
}

TEST_CASE("a withdrawn statement is found in other capitals and spacing, and let pass where it is right",
          "[guidance]")
{
    const auto statements = withdrawn_statements();

    for (const auto& statement : statements) {
        INFO(statement.words);
        CHECK_FALSE(found_in("So: " + statement.words + ", it is said.", {statement}).empty());
        for (const auto& words : statement.right_beside)
            CHECK(found_in(statement.words + " " + words, {statement}).empty());
    }
    CHECK(found_in("For a sentence  UNDER 48 months", statements).size() == 1);
    CHECK(found_in("FTR28\tFTR56\told-new", statements).size() == 1);
    CHECK(found_in("Post-sentence supervision, licence or RAR", statements).size() == 1);
    CHECK(found_in("Post-sentence supervision ended on 11 May 2026", statements).empty());
}

TEST_CASE("what a shipped article calls uncertain stands in its last section, Sources", "[guidance]")
{
    std::size_t doubtful = 0;
    for (const auto& file : shipped_files()) {
        if (file.extension() != ".md" || file.parent_path().filename() != "guidance")
            continue;
        INFO(file.string());
        const auto text = read_file(file, 1 << 20);
        const auto sections = guidance::read_document(text).body.sections;
        for (const auto& section : sections) {
            const bool is_doubt = section.text.find("Uncertain:") != std::string::npos;
            doubtful += is_doubt ? 1 : 0;
            CHECK((!is_doubt || section.heading == "Sources"));
        }
        CHECK(std::none_of(sections.begin(), std::prev(sections.end()),
                           [](const auto& section) { return section.heading == "Sources"; }));
    }
    CHECK(doubtful > 0);
}
