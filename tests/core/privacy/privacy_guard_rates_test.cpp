// SPDX-License-Identifier: GPL-2.0-or-later
// How much the guard finds and how often it cries wolf, over lines of the kind officers write.
#include "core/privacy/privacy_guard.h"
#include "core/text/text.h"
#include "tests/core/privacy/identifier_lines.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <filesystem>
#include <fstream>
#include <map>

using namespace guidepost;
using namespace guidepost::privacy;

namespace {

const Date today = *parse_date("2026-11-21");

bool finds(const test::IdentifierLine& line)
{
    for (const auto& finding : find_identifiers(line.text, today))
        if (finding.what == line.what)
            return true;
    return false;
}

} // namespace

TEST_CASE("99 of 100 identifiers are found, of every kind", "[privacy]")
{
    std::map<PersonalData, std::pair<int, int>> by_kind; // lines, found
    std::string missed;
    int found = 0;
    const auto lines = test::identifier_lines(5000);
    for (const auto& line : lines) {
        auto& [of_kind, found_of_kind] = by_kind[line.what];
        ++of_kind;
        if (finds(line)) {
            ++found;
            ++found_of_kind;
        } else {
            missed += line.text + '\n';
        }
    }

    INFO(missed);
    REQUIRE(found * 100 >= static_cast<int>(lines.size()) * 99);
    REQUIRE(by_kind.size() == 10);
    for (const auto& [kind, counts] : by_kind) {
        INFO(name_of(kind));
        CHECK(counts.second * 100 >= counts.first * 97);
    }
}

TEST_CASE("fewer than 3 of 100 clean lines raise an alarm", "[privacy]")
{
    std::string alarms;
    std::size_t count = 0;
    const auto lines = test::clean_lines(2000);
    for (const auto& line : lines)
        if (const auto findings = find_identifiers(line, today); !findings.empty()) {
            ++count;
            alarms += std::string{name_of(findings.front().what)} + ": " + line + '\n';
        }

    INFO(alarms);
    REQUIRE(count * 100 < lines.size() * 3);
}

TEST_CASE("fewer than 3 of 100 lines of the shipped guidance and searches raise an alarm", "[privacy]")
{
    std::string alarms;
    std::size_t count = 0, lines = 0;
    const auto look_at = [&](const std::filesystem::path& file) {
        std::ifstream stream{file};
        for (std::string line; std::getline(stream, line);) {
            if (trimmed(line).empty())
                continue;
            ++lines;
            if (const auto findings = find_identifiers(line, today); !findings.empty()) {
                ++count;
                alarms += std::string{name_of(findings.front().what)} + ": " + line + '\n';
            }
        }
    };
    for (const auto& entry : std::filesystem::directory_iterator{test::source_file("content/guidance")})
        look_at(entry.path());
    look_at(test::source_file("content/vocabulary.tsv"));
    look_at(test::source_file("tests/data/searches.tsv"));

    INFO(alarms);
    REQUIRE(lines > 500);
    REQUIRE(count * 100 < lines * 3);
}
