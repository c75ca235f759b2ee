// SPDX-License-Identifier: GPL-2.0-or-later
// What the law says on the type of a recall stands twice: as a table for us and as lists for officers. The
// two say the same, word for word.
#include "core/guidance/article.h"
#include "core/text/files.h"
#include "core/text/text.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

#include <algorithm>
#include <map>
#include <set>

using namespace guidepost;

namespace {

using Lists = std::map<std::string, std::vector<std::string>>;

/// The rules by kind of sentence, each as the item of the article it must be.
Lists rules_in(std::string_view table)
{
    Lists rules;
    for (const auto& line : data_lines(table)) {
        const auto columns = split(line.text, '\t');
        INFO("line " << line.number << " of the table");
        REQUIRE(columns.size() == 3);
        rules[columns[0]].push_back(columns[1] + ": " + columns[2] + ".");
    }
    return rules;
}

/// The items of every list in the article, by the heading they stand under.
Lists items_in(std::string_view markdown)
{
    Lists items;
    std::string heading;
    for (const auto& line : split(markdown, '\n')) {
        if (line.starts_with("## "))
            heading = line.substr(3);
        else if (line.starts_with("- "))
            items[heading].push_back(line.substr(2));
    }
    return items;
}

struct Shipped {
    std::string table = read_file(test::source_file("content/rules/recall.tsv"), 1 << 16);
    std::string article = read_file(test::source_file("content/guidance/recall.md"), 1 << 16);
    Lists rules = rules_in(table);
    Lists items = items_in(guidance::read_document(article).markdown);
};

} // namespace

TEST_CASE("the article on recall says what each rule of the table holds, and no other", "[guidance]")
{
    const Shipped shipped;

    for (const auto& [sentence, rules] : shipped.rules) {
        INFO("under the heading " << sentence);
        REQUIRE(shipped.items.contains(sentence));
        CHECK(shipped.items.at(sentence) == rules);
    }
}

TEST_CASE("no type of recall is said outside the lists that the table holds", "[guidance]")
{
    const Shipped shipped;
    const std::set<std::string> types{"no choice.", "a judgement."};

    for (const auto& [heading, items] : shipped.items)
        for (const auto& item : items) {
            const bool is_rule = std::any_of(types.begin(), types.end(),
                                             [&](const auto& type) { return item.ends_with(type); });
            INFO(heading << ": " << item);
            CHECK((!is_rule || shipped.rules.contains(heading)));
        }
}

TEST_CASE("the table has a rule for every kind of sentence, and adults are left no choice", "[guidance]")
{
    const Shipped shipped;

    CHECK(shipped.rules.size() == 4);
    for (const auto* sentence :
         {"Adult determinate sentence, any length", "Extended sentence", "Indeterminate sentence"})
        for (const auto& rule : shipped.rules.at(sentence)) {
            INFO(rule);
            CHECK(rule.find("no choice") != std::string::npos);
        }
    const auto& adult = shipped.rules.at("Adult determinate sentence, any length");
    CHECK(std::count_if(adult.begin(), adult.end(),
                        [](const auto& rule) { return rule.ends_with("standard, no choice."); }) == 9);
}
