// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/consultation/commands.h"
#include "core/consultation/red_flags.h"
#include "core/values/error.h"
#include "core/values/files.h"
#include "core/values/text.h"
#include "tests/support/catch.h"
#include "tests/support/growth.h"
#include "tests/support/temp_dir.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <iostream>
#include <set>

using namespace guidepost;
using namespace guidepost::consultation;

namespace {

const RedFlags& shipped()
{
    static const RedFlags flags{read_file(test::source_file("content/red-flags.yaml"), 512 * 1024)};
    return flags;
}

std::set<std::string> flags_in(std::string_view text, const RedFlags& flags = shipped())
{
    std::set<std::string> ids;
    for (const auto& finding : find_red_flags(text, flags))
        ids.insert(finding.flag->id);
    return ids;
}

using Ids = std::set<std::string>;

/// Lines of "flag TAB text".
std::vector<std::pair<std::string, std::string>> marked_lines(const char* file)
{
    std::vector<std::pair<std::string, std::string>> lines;
    for (const auto& line : split(read_file(test::source_file(file), 1 << 20), '\n'))
        if (line.front() != '#')
            lines.emplace_back(line.substr(0, line.find('\t')), line.substr(line.find('\t') + 1));
    return lines;
}

} // namespace

TEST_CASE("what must stop the form stops it, every line", "[consultation]")
{
    const auto lines = marked_lines("tests/data/red-flags-must.tsv");
    REQUIRE(lines.size() >= 60);
    Ids seen;
    for (const auto& [flag, text] : lines) {
        CAPTURE(text, flags_in(text));
        CHECK((flag == "any" ? !flags_in(text).empty() : flags_in(text).contains(flag)));
        seen.insert(flag);
    }
    for (const auto& flag : shipped().all())
        CHECK(seen.contains(flag.id));
    CHECK(seen.contains(std::string{danger_said})); // what a person says of danger is told by words, too
}

TEST_CASE("few ordinary questions raise an alarm, and what the shipped ones raise is printed",
          "[consultation]")
{
    struct Source {
        std::string name;
        std::vector<std::string> lines = {};
        int alarms = 0;
    };
    Source questions{"ordinary questions"}, searches{"searches"}, asked{"asked_as of the guidance"},
        scenarios{"articles of kind scenario"};
    for (const auto& line :
         split(read_file(test::source_file("tests/data/ordinary-questions.txt"), 1 << 20), '\n'))
        if (line.front() != '#')
            questions.lines.push_back(line);
    for (const char* file : {"tests/data/searches.tsv", "tests/data/searches-frozen.tsv"})
        for (const auto& [query, articles] : marked_lines(file))
            searches.lines.push_back(query);
    for (const auto& entry : std::filesystem::directory_iterator{test::source_file("content/guidance")}) {
        if (entry.path().extension() != ".md")
            continue;
        const auto text = read_file(entry.path(), 1 << 20);
        for (const auto& line : split(text, '\n')) {
            if (line == "kind: scenario")
                scenarios.lines.push_back(text);
            if (line.starts_with("asked_as: ["))
                for (auto from = line.find('"'); from != std::string::npos;) {
                    const auto to = line.find('"', from + 1);
                    if (to == std::string::npos)
                        break;
                    asked.lines.push_back(line.substr(from + 1, to - from - 1));
                    from = line.find('"', to + 1);
                }
        }
    }
    REQUIRE(questions.lines.size() >= 100);
    REQUIRE(asked.lines.size() > 1000);

    std::string alarms;
    for (auto* source : {&questions, &searches, &asked, &scenarios}) {
        for (const auto& line : source->lines)
            if (const auto found = flags_in(line); !found.empty()) {
                ++source->alarms;
                if (source != &scenarios)
                    alarms += fmt::format("{}: {} ({})\n", source->name, line, *found.begin());
            }
        std::cout << fmt::format("red flags: {} of {} {}\n", source->alarms, source->lines.size(),
                                 source->name);
    }

    INFO(alarms);
    CHECK(questions.alarms <= 3);
    // Many of these do tell of danger ("took a load of paracetamol"); as searches they stop nothing.
    CHECK(searches.alarms * 100 <= static_cast<int>(searches.lines.size()) * 10);
    CHECK(asked.alarms * 100 <= static_cast<int>(asked.lines.size()) * 8);
}

TEST_CASE("a negation or a thing of the past is no danger, unless it is again", "[consultation]")
{
    for (const char* calm :
         {"He denies any plan to kill himself.", "He has never threatened to kill her.",
          "No thoughts of ending her life", "He was convicted of threats to kill his wife.",
          "Index offence: he strangled his partner.", "In 2014 he stabbed a man and carried a knife.",
          "He had a history of suicidal thoughts.", "There is no knife in the flat.", "She is not suicidal.",
          ""}) {
        CAPTURE(calm);
        CHECK(flags_in(calm) == Ids{});
    }
    for (const char* danger :
         {"Not sure, I think he is going to kill himself.", "No answer, and he said he would kill her.",
          "He was convicted of threats to kill and says he will kill her tonight.",
          "History of strangulation and he strangled her again last night.",
          "He does not stop threatening to kill her.", "He has never been this bad, he has got a knife.",
          "No idea where she is, he said he'll kill her."}) {
        CAPTURE(danger);
        CHECK(flags_in(danger) != Ids{});
    }
}

TEST_CASE("words are read as people type them", "[consultation]")
{
    for (const char* text :
         {"he's going to kill himself", "HE'S GOING TO KILL HIMSELF", "hes going to kill himself",
          "he\u2019s going to kill himself", "he\u2019ll kill himself", "He'll   kill\nhimself",
          "\u201Che will kill himself\u201D", "he will kill himself\u2026", "(kill himself)",
          "kill-himself"}) {
        CAPTURE(text);
        CHECK(flags_in(text).contains("suicide"));
    }
    // A sentence ends a match, a line alone does not.
    CHECK_FALSE(flags_in("Whom did he kill? Himself he cannot say.").contains("suicide"));
    CHECK_FALSE(flags_in("kill\n\nhimself").contains("suicide"));
}

TEST_CASE("each flag says what it is, whom to call, and who owns it", "[consultation]")
{
    REQUIRE(shipped().all().size() >= 12);
    for (const auto& flag : shipped().all()) {
        CAPTURE(flag.id);
        CHECK(flag.call.front() == "999");
        CHECK(flag.call.size() >= 2);
        CHECK(flag.says.ends_with("."));
        CHECK_FALSE(flag.says.empty());
        CHECK_FALSE(flag.title.ends_with("."));
    }
}

namespace {

RedFlags table(const std::string& rest, const std::string& general = "")
{
    return RedFlags{"version: 1\n" + general +
                    "flags:\n  - id: a\n    title: A\n    owner: risk\n    says: Call.\n"
                    "    call: [999]\n" +
                    rest};
}

std::string error_of(const std::function<void()>& action)
{
    try {
        action();
    } catch (const Error& e) {
        return e.what();
    }
    return "";
}

} // namespace

TEST_CASE("patterns mean what their file says", "[consultation]")
{
    const auto hits = [](const std::string& pattern, std::string_view text) {
        return !find_red_flags(text,
                               table("    phrases: [\"" + pattern + "\"]\n", "sets: {x: [red, blue]}\n"))
                    .empty();
    };
    CHECK(hits("one|two three", "two three"));
    CHECK_FALSE(hits("one|two three", "one two"));
    CHECK(hits("strangl* her", "strangling her"));
    CHECK_FALSE(hits("strangl* her", "strangle him"));
    CHECK(hits("a {x}|green c", "a blue c"));
    CHECK(hits("a .. b", "a b"));
    CHECK(hits("a .. b", "a 1 2 3 b"));
    CHECK_FALSE(hits("a .. b", "a 1 2 3 4 b"));
    CHECK(hits("a ... b", "a 1 2 3 4 5 6 7 8 b"));
    CHECK_FALSE(hits("a ... b", "a. b"));
    CHECK(hits("a maybe? b", "a b"));
    CHECK(hits("a maybe? b", "a maybe b"));
    CHECK(hits("a .. maybe? b", "a 1 2 b")); // the gap before what is left out stays open
    CHECK_FALSE(hits("kill", "skill"));
    CHECK_FALSE(hits("a .. b", "a never b")); // "he would never touch a child"
    CHECK(hits("never .. b", "never b"));

    // The longest match is told, in bytes of the text.
    const auto flags = table("    phrases: [\"a .. b\"]\n");
    const auto found = find_red_flags("\u00e9 a b b, a b", flags);
    REQUIRE(found.size() == 1);
    CHECK(found[0].start == 3);
    CHECK(found[0].end == 13);
}

TEST_CASE("now counts in the sentence, the one before and the one after", "[consultation]")
{
    const auto flags = table("    with_now: [fire]\n    unless: [drill]\n", "now: [tonight]\n");
    CHECK(find_red_flags("A fire.", flags).empty());
    CHECK(find_red_flags("A fire tonight.", flags).size() == 1);
    CHECK(find_red_flags("A fire. It was tonight.", flags).size() == 1);
    CHECK(find_red_flags("Tonight it is. A fire.", flags).size() == 1);
    CHECK(find_red_flags("Tonight. Then nothing. A fire.", flags).empty());
    CHECK(find_red_flags("A fire drill tonight.", flags).empty());
    CHECK(find_red_flags("A drill. A fire tonight.", flags).size() == 1);
}

TEST_CASE("the net under the others is told only when none of them is found", "[consultation]")
{
    const auto flags =
        table("    phrases: [knife]\n  - id: b\n    title: B\n    owner: risk\n    says: Call.\n"
              "    call: [999]\n    net: yes\n    phrases: [blood]\n");
    CHECK(flags_in("a knife and blood", flags) == Ids{"a"});
    CHECK(flags_in("some blood", flags) == Ids{"b"});
}

TEST_CASE("a table that does not read is refused with its line", "[consultation]")
{
    for (const char* bad :
         {"    phrases: [\"{nobody} here\"]\n", "    phrases: [\".. a\"]\n", "    phrases: [\"a ..\"]\n",
          "    phrases: [\"a? b\"]\n", "    phrases: [\"a b?\"]\n", "    phrases: [\"He\"]\n",
          "    phrases: [\"x*\"]\n", "    phrases: [\"a .. b .. c .. d .. e .. f\"]\n", "    phrases: text\n",
          "    phrases: [\"\"]\n", "    mood: x\n", "    phrases: [\"a b c d e f g h i j k l m\"]\n"}) {
        CAPTURE(bad);
        CHECK(error_of([&] { table(bad); }).starts_with("line "));
    }
    CHECK(error_of([] { RedFlags{"version: 1\nflags: [{id: a}]"}; }) ==
          "line 2: a red flag has id, title, owner, says and call.");
    CHECK_FALSE(error_of([] { RedFlags{""}; }).empty());
    CHECK(find_red_flags("he will kill himself", RedFlags{}).empty());
}

TEST_CASE("twice as much text of any kind costs red flags about twice as much", "[consultation]")
{
    const std::string pattern =
        GENERATE(as<std::string>{}, "will kill ", "no not no not ", "a", "he's ", ". now ",
                 "says put her in the ", "\xE2\x80\x99", "he will wait ", "knife, ");
    std::string text;
    while (text.size() < (1u << 18))
        text += pattern;
    const std::string_view half = std::string_view{text}.substr(0, text.size() / 2);
    const auto& flags = shipped();

    const auto cost =
        test::growth([&] { find_red_flags(half, flags); }, [&] { find_red_flags(text, flags); }, 2.8);

    CAPTURE(pattern, cost.once, cost.twice);
    REQUIRE(cost.is_within(2.8));
}
