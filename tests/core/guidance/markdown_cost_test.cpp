// SPDX-License-Identifier: GPL-2.0-or-later
// A text costs in proportion to its length. Patterns at which the parser itself does
// worse are refused at the door, and this is where that is seen.
#include "core/guidance/flat_yaml.h"
#include "core/guidance/hostile_text.h"
#include "core/guidance/markdown.h"
#include "core/guidance/plain_body.h"
#include "tests/support/catch.h"
#include "tests/support/growth.h"

#include <algorithm>
#include <ctime>
#include <functional>

using namespace guidepost;
using namespace guidepost::guidance;

namespace {

using Make = std::function<std::string(std::size_t bytes)>;

std::string repeated(std::string_view part, std::size_t bytes)
{
    std::string text;
    while (text.size() < bytes)
        text += part;
    return text;
}

struct Pattern {
    std::string name;
    Make make;
};

std::vector<Pattern> patterns()
{
    std::vector<Pattern> all;
    for (const char* part : {"[",
                             "]",
                             "*a_ ",
                             "*a**a ",
                             "a**b",
                             "_a",
                             "`",
                             "<!--",
                             "<!-",
                             "<?",
                             "<!A ",
                             "<![CDATA[",
                             "[](",
                             "[a](<",
                             "[a](b \"",
                             "[a]: b\n\n",
                             "[a]: b\n",
                             "> ",
                             ">",
                             "- ",
                             "1. ",
                             "&amp;",
                             "&",
                             "&#",
                             "\\",
                             "<a ",
                             "</",
                             "<http://",
                             "<a@b",
                             "[a][b]",
                             "[a](",
                             "((",
                             "a*",
                             "**a",
                             "__a_",
                             "# a\n",
                             "a\n===\n",
                             "```\n",
                             "    a\n",
                             "- a\n",
                             "***",
                             "> - ",
                             "<div>\n",
                             "**x* ",
                             "*_*_ ",
                             "[[]]",
                             "![a](b)",
                             "[*a ",
                             "a***b__c",
                             "|a|b|\n",
                             "&#1234567;",
                             "[a]: b '\n",
                             "\n",
                             "\t",
                             "-\n",
                             "[^a]: b\n",
                             "[^a]",
                             "[^",
                             "!!! a\n",
                             ":::a\n",
                             ":::a\n:::\n",
                             "{% note %}\n",
                             "[[a]]",
                             "[[a|",
                             "![[a]]",
                             "<a href=x>",
                             "<a href=x>b</a>",
                             "<a id=x>",
                             "<b c=\"",
                             "<a b='\">",
                             "<td>",
                             "<pre>",
                             "<li>",
                             "<x>",
                             "# a {#b}\n",
                             "{{a}}",
                             "> [!a]\n\n",
                             "|-|\n",
                             "a|b\n-|-\n\n",
                             "<name>",
                             "<p><a href=x>",
                             "*a <a id=x>"})
        all.push_back({part, [part](std::size_t bytes) {
                           return repeated(part, bytes);
                       }});
    all.push_back({"backticks of growing length", [](std::size_t bytes) {
                       std::string text;
                       for (std::size_t i = 1; text.size() < bytes; ++i)
                           text += "e" + std::string(i, '`');
                       return text;
                   }});
    all.push_back({"reference definitions that are used", [](std::size_t bytes) {
                       std::string text;
                       for (int i = 0; text.size() < bytes / 2; ++i)
                           text += "[" + std::to_string(i) + "]: u\n\n";
                       for (int i = 0; text.size() < bytes; ++i)
                           text += "[" + std::to_string(i) + "] ";
                       return text;
                   }});
    for (const char* row : {"|a|b|\n", "|\n", "|||||||||\n", "\\|", "|`"})
        all.push_back({std::string{"a table of "} + row, [row](std::size_t bytes) {
                           return "| a | b |\n|---|---|\n" + repeated(row, bytes);
                       }});
    all.push_back({"notes that are named", [](std::size_t bytes) {
                       std::string text;
                       for (int i = 0; text.size() < bytes / 2; ++i)
                           text += "[^" + std::to_string(i) + "]: u\n";
                       for (int i = 0; text.size() < bytes; ++i)
                           text += "[^" + std::to_string(i) + "] ";
                       return text;
                   }});
    all.push_back({"boxes in boxes", [](std::size_t bytes) {
                       return repeated(":::a\n", bytes / 2) + repeated(":::\n", bytes / 2);
                   }});
    all.push_back({"indented boxes in boxes", [](std::size_t bytes) {
                       std::string text;
                       for (std::size_t i = 0; text.size() < bytes; ++i)
                           text += std::string(4 * (i % 40), ' ') + "!!! a\n";
                       return text;
                   }});
    all.push_back({"nested emphasis", [](std::size_t bytes) {
                       return repeated("*a ", bytes / 2) + repeated(" a*", bytes / 2);
                   }});
    all.push_back({"nested pictures", [](std::size_t bytes) {
                       return repeated("![", bytes / 2) + repeated("](b)", bytes / 2);
                   }});
    all.push_back({"a heading and its numbered form", [](std::size_t bytes) {
                       std::string text;
                       for (int i = 1; text.size() < bytes; ++i)
                           text += i % 2 != 0 ? "# a\n" : "# a " + std::to_string(i) + "\n";
                       return text;
                   }});
    all.push_back({"one long word", [](std::size_t bytes) {
                       return std::string(bytes, 'a');
                   }});
    // What the parser fails at, kept out by why_too_costly.
    all.push_back({"pictures opened around links", [](std::size_t bytes) {
                       return repeated("![[]()", bytes);
                   }});
    all.push_back({"items in items and empty lines", [](std::size_t bytes) {
                       return repeated("- ", bytes / 2) + "a" + repeated("\n", bytes / 2);
                   }});
    all.push_back({"numbered items and empty lines", [](std::size_t bytes) {
                       return repeated("1. ", bytes / 2) + "a" + repeated("\n", bytes / 2);
                   }});
    all.push_back({"code in items and empty lines", [](std::size_t bytes) {
                       return repeated("- ", bytes / 2) + "```\n" + repeated("\n", bytes / 2);
                   }});
    all.push_back({"items below items and empty lines", [](std::size_t bytes) {
                       std::string text;
                       for (std::size_t i = 0; text.size() < bytes / 2; ++i)
                           text += std::string(i * 2, ' ') + "- a\n";
                       return text + repeated("\n", bytes / 2);
                   }});
    all.push_back({"items below items with lazy lines between", [](std::size_t bytes) {
                       std::string text;
                       for (std::size_t i = 0; text.size() < bytes / 2; i += 30)
                           text += std::string(i * 2, ' ') + repeated("- ", 60) + "a\nlazy\n    - lazy\n";
                       return text + repeated("\n", bytes / 2);
                   }});
    return all;
}

/// As at the door: a text that is refused is not parsed.
void take_in(const std::string& text)
{
    if (!why_too_costly(text)) {
        read_body(text);
        body_html(text, "t");
        plain_body(text, "t", 80);
    }
}

} // namespace

TEST_CASE("what grows with the square is told from what grows in proportion", "[guidance]")
{
    const auto work = [](std::size_t steps) {
        volatile std::size_t sum = 0;
        for (std::size_t i = 0; i < steps; ++i)
            sum = sum + i;
    };
    constexpr std::size_t steps = 100'000, span = test::Growth::span;
    CHECK(test::growth([&] { work(steps); }, [&] { work(steps * span); }).is_in_proportion());
    CHECK_FALSE(test::growth([&] { work(steps); }, [&] { work(steps * span * span); }).is_in_proportion());
}

TEST_CASE("a text costs in proportion to its length, whatever it is made of", "[guidance]")
{
    for (const auto& pattern : patterns()) {
        constexpr std::size_t bytes = 128 * 1024; // twice the longest article
        const auto part = pattern.make(bytes / test::Growth::span), whole = pattern.make(bytes);
        const auto cost = test::growth([&] { take_in(part); }, [&] { take_in(whole); });
        CAPTURE(pattern.name, cost.once, cost.longer);
        CHECK(cost.is_in_proportion());
    }
}

TEST_CASE("no front matter costs more than its length", "[guidance]")
{
    for (const char* part : {"[", "{", "- ", "? ", "&a ", "*a ", "!a ", "a: b\n", "a:\n ", ": ", "\"", "'",
                             "#a\n", "%a b\n", "---\n", "a\n", "[a,"}) {
        constexpr std::size_t bytes = 32 * 1024;
        const auto once = repeated(part, bytes / test::Growth::span), longer = repeated(part, bytes);
        for (const std::string before : {"", "a: ["}) {
            const auto cost = test::growth([&] { read_flat_yaml(before + once); },
                                           [&] { read_flat_yaml(before + longer); });
            CAPTURE(before + part, cost.once, cost.longer);
            CHECK(cost.is_in_proportion());
        }
    }
}

TEST_CASE("what the parser fails at is refused and nothing that people write is", "[guidance]")
{
    CHECK(why_too_costly(repeated("- ", 300) + "a"));
    CHECK(why_too_costly(repeated("> ", 300) + "a"));
    CHECK(why_too_costly(repeated("1) ", 300) + "a"));
    CHECK(why_too_costly(repeated("-\t", 300) + "a"));
    CHECK(why_too_costly("a\r\n" + repeated("- ", 300) + "a"));
    CHECK(why_too_costly("a\r" + repeated("+ ", 300) + "a"));
    CHECK(why_too_costly(std::string(300, ' ') + "- a"));
    CHECK(why_too_costly(repeated("![[]()", 64 * 1024)));

    CHECK_FALSE(why_too_costly(""));
    CHECK_FALSE(why_too_costly(repeated("- ", 400)));
    CHECK_FALSE(
        why_too_costly(repeated("* ", 400) + "\n" + repeated("_ ", 400) + "\n" + repeated("-", 400) + "\n"));
    CHECK_FALSE(why_too_costly(repeated("> ", 90) + "a"));
    CHECK_FALSE(why_too_costly(repeated("- a\n", 1 << 20)));
    CHECK_FALSE(why_too_costly(std::string(300, ' ') + "centred"));
    CHECK_FALSE(why_too_costly(repeated("![a](b.png)\n\ntext\n\n", 64 * 1024)));
    CHECK_FALSE(why_too_costly("1234567890. " + repeated("a ", 400)));
}
